// SPDX-License-Identifier: GPL-3.0-or-later
// Every operation of the port against the practice platform, which shares no codec with the client: what one side gets
// wrong shows on the other.
#include "core/base/clock.h"
#include "tests/net/practice.h"
#include "tests/net/settled.h"

#include <QTest>

using namespace kp;

#define VERIFY_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto &kpOk = (result);                                                                                   \
        QVERIFY2(kpOk.ok(), kpOk.ok() ? "" : qPrintable(kpOk.fault().message + u' ' + kpOk.fault().detail));           \
    } while (false)
#define COMPARE_FAULT(result, expected)                                                                                \
    do {                                                                                                               \
        const auto &kpResult = (result);                                                                               \
        QVERIFY2(!kpResult.ok(), "success where a fault was expected");                                                \
        QVERIFY2(kpResult.fault().kind == (expected), qPrintable(kpResult.fault().detail));                            \
        QVERIFY(!kpResult.fault().message.isEmpty());                                                                  \
    } while (false)

class TestLeqiContract : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_practice.reset(); }

    void tellsTaxpayer();
    void tellsRisk();
    void tellsRates();
    void tellsMarginCodes();
    void tellsClassification();
    void movesCredit();
    void throttlesCreditQuestion();
    void drawsNumbers();
    void issuesBothKinds();
    void carriesEveryField();
    void D1_D8_takesMarginWithElementsAndAgent();
    void refusesBadInvoice();
    void tellsDuplicates();
    void waitsWhileProcessing();
    void rejectsOldReceipt();
    void rejectsWhatIsExhausted();
    void faults_data();
    void faults();
    void repeatsSafelyAfterLostAnswer_data();
    void repeatsSafelyAfterLostAnswer();
    void unknownUnitIsUncertain();
    void firstQuestionTellsThatTheConnectionIsWrong();
    void firstQuestionMayGoLost();
    void stoppedPlatformIsOffline();

private:
    TaxPlatform &platform() { return m_practice->platform(); }
    Route route() const { return m_practice->route(); }
    /// Uploads and asks for the verdicts.
    Result<QList<UploadVerdict>> uploaded(const QList<Invoice> &invoices)
    {
        KP_TRY(receipt, settled(platform().upload(route(), invoices)));
        return settled(platform().uploadResult(route(), receipt));
    }

    std::unique_ptr<Practice> m_practice;
};

void TestLeqiContract::init()
{
    m_practice = std::make_unique<Practice>();
    QVERIFY2(m_practice->failure().isEmpty(), qPrintable(m_practice->failure()));
}

void TestLeqiContract::tellsTaxpayer()
{
    const auto taxpayer = settled(platform().taxpayer(route()));
    VERIFY_OK(taxpayer);
    QCOMPARE(taxpayer->party.name, m_practice->companyName());
    QCOMPARE(taxpayer->party.taxNumber, route().taxNumber);
    QVERIFY(!taxpayer->party.address.isEmpty() && !taxpayer->party.bank.isEmpty());
    QCOMPARE(taxpayer->kind, TaxpayerKind::General);
    QCOMPARE(taxpayer->authority, QStringLiteral("11100000000"));
    QCOMPARE(taxpayer->stateCode, QStringLiteral("03"));
    const auto small = settled(platform().taxpayer(m_practice->route(2)));
    VERIFY_OK(small);
    QCOMPARE(small->kind, TaxpayerKind::SmallScale);
}

void TestLeqiContract::tellsRisk()
{
    const auto calm = settled(platform().risk(route()));
    VERIFY_OK(calm);
    QVERIFY(calm->riskClass != QStringLiteral("01") && calm->alert != QStringLiteral("01") && !calm->marked);
    const auto risky = settled(platform().risk(m_practice->route(3)));
    VERIFY_OK(risky);
    QCOMPARE(risky->riskClass, QStringLiteral("01"));
}

void TestLeqiContract::tellsRates()
{
    const auto rates = settled(platform().rates(route()));
    VERIFY_OK(rates);
    const auto has = [&](int millionths, bool levy) {
        return std::any_of(rates->begin(), rates->end(), [&](const UsableRate &rate) {
            return rate.rate == TaxRate::fromMillionths(millionths) && rate.levy == levy;
        });
    };
    QVERIFY(has(130'000, false) && has(90'000, false) && has(60'000, false) && has(0, false));
    QVERIFY(!has(170'000, false));
}

void TestLeqiContract::tellsMarginCodes()
{
    const auto codes = settled(platform().marginCodes(route()));
    VERIFY_OK(codes);
    QVERIFY(std::any_of(codes->begin(), codes->end(), [](const MarginCode &building) {
        return building.code == QStringLiteral("3050000000000000000") && building.net && building.netSpecial &&
               building.grossSpecial && building.rates.contains(TaxRate::fromMillionths(90'000));
    }));
}

void TestLeqiContract::tellsClassification()
{
    const auto all = settled(platform().classification(route(), QString()));
    VERIFY_OK(all);
    QVERIFY2(all->rows.size() > 4000, qPrintable(QString::number(all->rows.size())));
    const auto monitors = std::find_if(all->rows.begin(), all->rows.end(),
        [](const Classification &row) { return row.code == QStringLiteral("1090511010000000000"); });
    QVERIFY(monitors != all->rows.end());
    QCOMPARE(monitors->shortName, QStringLiteral(u"计算机外部设备"));
    QCOMPARE(monitors->name, QStringLiteral(u"终端显示设备"));
    QCOMPARE(monitors->rates, QStringLiteral("13%"));
    QVERIFY(!monitors->summary);
    QVERIFY(all->rows.first().summary);
    const auto since = settled(platform().classification(route(), all->mark));
    VERIFY_OK(since);
    QVERIFY(since->rows.size() < all->rows.size());
}

void TestLeqiContract::movesCredit()
{
    const auto before = settled(platform().credit(route()));
    VERIFY_OK(before);
    QCOMPARE(before->month, SystemClock().today().toString(QStringLiteral("yyyyMM")));
    QVERIFY(before->unused.isZero());
    const CreditMove download{false, Money::fromFen(123'456'78), QStringLiteral("credit-1")};
    const auto usable = settled(platform().moveCredit(route(), download));
    VERIFY_OK(usable);
    QVERIFY(usable->from <= SystemClock().today() && usable->to >= SystemClock().today());
    const auto again = settled(platform().moveCredit(route(), download));
    VERIFY_OK(again);
    QCOMPARE(again->to, usable->to);
    auto state = settled(platform().credit(route()));
    VERIFY_OK(state);
    QCOMPARE(state->unused, download.amount); // once, not twice
    QCOMPARE(state->available, before->available - download.amount);
    CreditMove other = download;
    other.amount = Money::fromFen(1);
    COMPARE_FAULT(settled(platform().moveCredit(route(), other)), FaultKind::Rejected);

    VERIFY_OK(settled(platform().moveCredit(route(), {true, Money::fromFen(23'456'78), QStringLiteral("credit-2")})));
    state = settled(platform().credit(route()));
    VERIFY_OK(state);
    QCOMPARE(state->unused, Money::fromFen(100'000'00));
    const auto extended = settled(platform().extendCredit(route(), SystemClock().today()));
    VERIFY_OK(extended);
    QCOMPARE(extended->from, usable->from);
    const auto onDemand = settled(platform().credit(m_practice->route(4)));
    VERIFY_OK(onDemand);
    QCOMPARE(onDemand->total, Money::fromFen(999'999'999'999'999'900));
}

void TestLeqiContract::throttlesCreditQuestion()
{
    m_practice = std::make_unique<Practice>(true);
    VERIFY_OK(settled(platform().credit(route())));
    COMPARE_FAULT(settled(platform().credit(route())), FaultKind::Rejected);
}

void TestLeqiContract::drawsNumbers()
{
    const auto range = settled(platform().numbers(route(), 10, QStringLiteral("n-1")));
    VERIFY_OK(range);
    QCOMPARE(range->count, 10);
    QCOMPARE(range->first.left(2), SystemClock().today().toString(QStringLiteral("yy")));
    const auto again = settled(platform().numbers(route(), 10, QStringLiteral("n-1")));
    VERIFY_OK(again);
    QCOMPARE(again->first, range->first);
    QCOMPARE(again->last, range->last);
    COMPARE_FAULT(settled(platform().numbers(route(), 11, QStringLiteral("n-1"))), FaultKind::Rejected);
    const auto next = settled(platform().numbers(route(), 5000, QStringLiteral("n-2")));
    VERIFY_OK(next);
    QVERIFY(next->first > range->last);
}

void TestLeqiContract::issuesBothKinds()
{
    const QStringList numbers = m_practice->prepared(100);
    QCOMPARE(numbers.size(), 100);
    QList<Invoice> invoices;
    for (const QString &number : numbers) {
        Invoice invoice = m_practice->invoice(number, Money::fromFen(10'000 + invoices.size()));
        if (invoices.size() % 2 == 1) {
            invoice.kind = InvoiceKind::Special;
            invoice.buyer.taxNumber = m_practice->route(1).taxNumber;
        }
        invoices.append(invoice);
    }
    const auto verdicts = uploaded(invoices);
    VERIFY_OK(verdicts);
    QCOMPARE(verdicts->size(), 100);
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        QCOMPARE(verdicts->at(i).number, numbers.at(i));
        QVERIFY2(verdicts->at(i).kind == UploadVerdict::Kind::Accepted, qPrintable(verdicts->at(i).message));
    }
    QCOMPARE(m_practice->ledgerSize(), 100);
    const QJsonObject entry = m_practice->ledgerEntry(numbers.at(1));
    QCOMPARE(entry[QStringLiteral("net")].toString(), QStringLiteral("100.01"));
    QCOMPARE(entry[QStringLiteral("tax")].toString(), QStringLiteral("13.00"));
    QCOMPARE(entry[QStringLiteral("gross")].toString(), QStringLiteral("113.01"));
    QCOMPARE(entry[QStringLiteral("issued_at")].toString(), Clock::stamp(invoices.at(1).issuedAt));
    QCOMPARE(entry[QStringLiteral("received")].toString(), QStringLiteral("1"));
}

void TestLeqiContract::carriesEveryField()
{
    const QStringList numbers = m_practice->prepared(1);
    QCOMPARE(numbers.size(), 1);
    Invoice invoice = m_practice->invoice(numbers.first());
    invoice.naturalPerson = true;
    invoice.buyer = {QStringLiteral(u"张样例"), QString(), QStringLiteral(u"样例路"), QStringLiteral("010"),
        QStringLiteral(u"样例银行"), QStringLiteral("1")};
    invoice.seller.address = QStringLiteral(u"示例路");
    invoice.remark = QStringLiteral(u"备注\n“引号”\\ \"\u2028\U0001F9FE");
    invoice.payee = QStringLiteral(u"王示例");
    invoice.reviewer = QStringLiteral(u"赵样例");
    invoice.showBuyerBank = true;
    InvoiceLine &line = invoice.lines.first();
    line.spec = QStringLiteral("27\"");
    line.unit = QStringLiteral(u"台");
    line.quantity = Decimal::parse(u"3");
    line.price = Decimal::parse(u"33.3333333333");
    line.nature = LineNature::Discounted;
    InvoiceLine discount = invoice.lines.first();
    discount.number = 2;
    discount.nature = LineNature::Discount;
    discount.spec.clear();
    discount.unit.clear();
    discount.quantity.reset();
    discount.price.reset();
    discount.net = Money::fromFen(-1'000);
    discount.tax = Money::fromFen(-130);
    invoice.lines.append(discount);
    invoice.totals = {Money::fromFen(9'000), Money::fromFen(1'170)};
    const auto verdicts = uploaded({invoice});
    VERIFY_OK(verdicts);
    QVERIFY2(verdicts->first().kind == UploadVerdict::Kind::Accepted, qPrintable(verdicts->first().message));
    QCOMPARE(m_practice->ledgerEntry(numbers.first())[QStringLiteral("buyer_name")].toString(),
        QStringLiteral(u"张样例（个人）"));
}

void TestLeqiContract::D1_D8_takesMarginWithElementsAndAgent()
{
    const QStringList numbers = m_practice->prepared(2);
    Invoice invoice = m_practice->invoice(numbers.value(0));
    invoice.taxMode = TaxMode::MarginNet;
    DeductionVoucher voucher;
    voucher.number = QStringLiteral("26432000001576189981");
    voucher.date = QDate(2026, 1, 5);
    voucher.total = voucher.used = Money::fromFen(800'000);
    invoice.vouchers = {voucher};
    InvoiceLine &line = invoice.lines.first();
    line.classification = QStringLiteral("3040802990000000000"); // 其他经纪代理服务
    line.shortName = QStringLiteral(u"生产生活服务");
    line.quantity.reset();
    line.price.reset();
    line.rate = TaxRate::fromMillionths(60'000);
    line.deduction = voucher.used;
    line.net = Money::fromFen(988'679);
    line.tax = Money::fromFen(11'321); // 2,000 / 1.06 × 6 %
    invoice.totals = {line.net, line.tax};
    invoice.elements = {{QStringLiteral(u"合同号"), {}, QStringLiteral("HT-1")}};
    invoice.agent = {QStringLiteral(u"王经办"),
        {QStringLiteral("201"), QStringLiteral("11010519491231002X"), QStringLiteral(u"中华人民共和国")}, {},
        QStringLiteral("139")};
    Invoice wrong = invoice;
    wrong.number = numbers.value(1);
    wrong.vouchers.first().used = Money::fromFen(700'000);
    const auto verdicts = uploaded({invoice, wrong});
    VERIFY_OK(verdicts);
    QVERIFY2(verdicts->at(0).kind == UploadVerdict::Kind::Accepted, qPrintable(verdicts->at(0).message));
    QCOMPARE(verdicts->at(1).kind, UploadVerdict::Kind::Failed);
}

void TestLeqiContract::refusesBadInvoice()
{
    const QStringList numbers = m_practice->prepared(2);
    QCOMPARE(numbers.size(), 2);
    Invoice wrong = m_practice->invoice(numbers.first());
    wrong.lines.first().classification = QStringLiteral("1000000000000000000");
    const auto verdicts = uploaded({wrong, m_practice->invoice(numbers.last())});
    VERIFY_OK(verdicts);
    QCOMPARE(verdicts->at(0).kind, UploadVerdict::Kind::Failed);
    QVERIFY(!verdicts->at(0).message.isEmpty());
    QCOMPARE(verdicts->at(1).kind, UploadVerdict::Kind::Accepted);
    Invoice twice = m_practice->invoice(numbers.first());
    COMPARE_FAULT(settled(platform().upload(route(), {twice, twice})), FaultKind::Rejected);
    QCOMPARE(m_practice->ledgerSize(), 1);
}

void TestLeqiContract::tellsDuplicates()
{
    const QStringList numbers = m_practice->prepared(1);
    const Invoice invoice = m_practice->invoice(numbers.value(0));
    const auto first = uploaded({invoice});
    VERIFY_OK(first);
    QCOMPARE(first->first().kind, UploadVerdict::Kind::Accepted);
    const auto second = uploaded({invoice});
    VERIFY_OK(second);
    QCOMPARE(second->first().kind, UploadVerdict::Kind::Duplicate);
    const QJsonObject entry = m_practice->ledgerEntry(numbers.first());
    QCOMPARE(entry[QStringLiteral("received")].toString(), QStringLiteral("2"));
    QCOMPARE(entry[QStringLiteral("received_differing")].toString(), QStringLiteral("0")); // byte for byte the same
}

void TestLeqiContract::waitsWhileProcessing()
{
    const QStringList numbers = m_practice->prepared(1);
    QVERIFY(m_practice->misbehave(R"({"processing_polls":2})"));
    const auto receipt = settled(platform().upload(route(), {m_practice->invoice(numbers.value(0))}));
    VERIFY_OK(receipt);
    for (const auto expected :
        {UploadVerdict::Kind::Processing, UploadVerdict::Kind::Processing, UploadVerdict::Kind::Accepted}) {
        const auto verdicts = settled(platform().uploadResult(route(), *receipt));
        VERIFY_OK(verdicts);
        QCOMPARE(verdicts->first().kind, expected);
    }
}

void TestLeqiContract::rejectsOldReceipt()
{
    const QStringList numbers = m_practice->prepared(1);
    const auto receipt = settled(platform().upload(route(), {m_practice->invoice(numbers.value(0))}));
    VERIFY_OK(receipt);
    QVERIFY(m_practice->control(QStringLiteral("clock"), R"({"shift_seconds":46800})")); // 13 h
    COMPARE_FAULT(settled(platform().uploadResult(route(), *receipt)), FaultKind::Rejected);
    COMPARE_FAULT(settled(platform().uploadResult(route(), QStringLiteral("unheard of"))), FaultKind::Rejected);
}

void TestLeqiContract::rejectsWhatIsExhausted()
{
    QVERIFY(
        m_practice->misbehave(R"([{"kind":"numbers_exhausted"},{"kind":"quota_exhausted","operation":"XZTHSXED"}])"));
    const auto numbers = settled(platform().numbers(route(), 10, QStringLiteral("n")));
    COMPARE_FAULT(numbers, FaultKind::Rejected);
    QVERIFY2(numbers.fault().message.contains(QStringLiteral(u"号码不足")), qPrintable(numbers.fault().message));
    const auto credit = settled(platform().moveCredit(route(), {false, Money::fromFen(100), QStringLiteral("c")}));
    COMPARE_FAULT(credit, FaultKind::Rejected);
    QVERIFY2(credit.fault().message.contains(QStringLiteral(u"额度不足")), qPrintable(credit.fault().message));
}

void TestLeqiContract::faults_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("drop before") << QByteArray("drop_before") << QStringLiteral("no whole answer");
    QTest::newRow("drop after") << QByteArray("drop_after") << QStringLiteral("no whole answer");
    QTest::newRow("half answer") << QByteArray("half_answer") << QStringLiteral("no whole answer");
    QTest::newRow("http 500") << QByteArray("http_500") << QStringLiteral("HTTP 500");
    QTest::newRow("envelope") << QByteArray("envelope_status") << QStringLiteral("status 500");
    QTest::newRow("error") << QByteArray("error") << QStringLiteral("(code 01)");
    QTest::newRow("wrong key") << QByteArray("wrong_key") << QStringLiteral("Check the API key");
    QTest::newRow("too slow") << QByteArray("delay\",\"ms\":\"3000") << QStringLiteral("no whole answer");
}

void TestLeqiContract::faults()
{
    // Each operation of the port, each way to lose its answer: one Uncertain fault with words for the clerk, and the
    // next call works.
    QFETCH(QByteArray, kind);
    QFETCH(QString, words);
    const QStringList numbers = m_practice->prepared(1);
    QCOMPARE(numbers.size(), 1);
    const Invoice invoice = m_practice->invoice(numbers.first());
    const auto receipt = settled(platform().upload(route(), {invoice}));
    VERIFY_OK(receipt);
    const CreditMove move{false, Money::fromFen(100), QStringLiteral("fault-credit")};
    const QString again = QStringLiteral("Nothing was changed; try again");
    const QString ask = QStringLiteral("asked before anything is sent anew");
    const auto check = [&](const char *operation, const QString &nextStep, const auto &call) {
        QVERIFY(m_practice->misbehave("[{\"kind\":\"" + kind + "\",\"operation\":\"" + operation + "\"}]"));
        const auto lost = settled(call());
        COMPARE_FAULT(lost, FaultKind::Uncertain);
        QVERIFY2(lost.fault().message.contains(words), qPrintable(lost.fault().message));
        QVERIFY2(lost.fault().message.contains(nextStep), qPrintable(lost.fault().message));
        VERIFY_OK(settled(call()));
    };
    check("CXNSRFXXX", again, [&] { return platform().risk(route()); });
    check("CXKYSL", again, [&] { return platform().rates(route()); });
    check("CXSXED", again, [&] { return platform().credit(route()); });
    check("XZTHSXED", ask, [&] { return platform().moveCredit(route(), move); });
    check("TZSXEDYXQ", ask, [&] { return platform().extendCredit(route(), SystemClock().today()); });
    check("QDFPPLFM", ask, [&] { return platform().numbers(route(), 3, QStringLiteral("fault-numbers")); });
    check("QDFPSC", ask, [&] { return platform().upload(route(), {invoice}); });
    check("CXQDFPSCJG", again, [&] { return platform().uploadResult(route(), *receipt); });
}

void TestLeqiContract::repeatsSafelyAfterLostAnswer_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<bool>("arrived");
    QTest::newRow("before") << QByteArray("drop_before") << false;
    QTest::newRow("after") << QByteArray("drop_after") << true;
    QTest::newRow("half") << QByteArray("half_answer") << true;
    QTest::newRow("wrong key") << QByteArray("wrong_key") << true;
}

void TestLeqiContract::repeatsSafelyAfterLostAnswer()
{
    QFETCH(QByteArray, kind);
    QFETCH(bool, arrived);
    const auto lose = [&](const char *operation) {
        return m_practice->misbehave("[{\"kind\":\"" + kind + "\",\"operation\":\"" + operation + "\"}]");
    };
    QVERIFY(lose("XZTHSXED"));
    const CreditMove move{false, Money::fromFen(5'000'000), QStringLiteral("once")};
    COMPARE_FAULT(settled(platform().moveCredit(route(), move)), FaultKind::Uncertain);
    VERIFY_OK(settled(platform().moveCredit(route(), move)));
    const auto credit = settled(platform().credit(route()));
    VERIFY_OK(credit);
    QCOMPARE(credit->downloaded, move.amount);

    QVERIFY(lose("QDFPPLFM"));
    COMPARE_FAULT(settled(platform().numbers(route(), 2, QStringLiteral("once"))), FaultKind::Uncertain);
    const auto range = settled(platform().numbers(route(), 2, QStringLiteral("once")));
    VERIFY_OK(range);
    const auto next = settled(platform().numbers(route(), 1, QStringLiteral("next")));
    VERIFY_OK(next);
    QCOMPARE(next->first.right(15).toLongLong(), range->last.right(15).toLongLong() + 1); // no range was lost

    QVERIFY(lose("QDFPSC"));
    const Invoice invoice = m_practice->invoice(range->first);
    COMPARE_FAULT(settled(platform().upload(route(), {invoice})), FaultKind::Uncertain);
    // The body was delivered once, not repeated behind the client's back.
    const QJsonObject entry = m_practice->ledgerEntry(range->first);
    QCOMPARE(entry[QStringLiteral("received")].toString(), arrived ? QStringLiteral("1") : QString());
    const auto verdicts = uploaded({invoice});
    VERIFY_OK(verdicts);
    QCOMPARE(verdicts->first().kind, arrived ? UploadVerdict::Kind::Duplicate : UploadVerdict::Kind::Accepted);
    QCOMPARE(m_practice->ledgerSize(), 1);
}

void TestLeqiContract::unknownUnitIsUncertain()
{
    Route stranger = route();
    stranger.companyPlatformId = QStringLiteral("00000000000000000000");
    COMPARE_FAULT(settled(platform().rates(stranger)), FaultKind::Uncertain);
    Route wrongKey = route();
    wrongKey.key = Secret(QByteArray(16, 'k'));
    COMPARE_FAULT(settled(platform().rates(wrongKey)), FaultKind::Uncertain);
}

void TestLeqiContract::firstQuestionTellsThatTheConnectionIsWrong()
{
    Route stranger = route();
    stranger.companyPlatformId = QStringLiteral("00000000000000000000");
    Route wrongKey = route();
    wrongKey.key = Secret(QByteArray(16, 'k'));
    for (const Route &wrong : {stranger, wrongKey}) {
        const auto refused = settled(platform().taxpayer(wrong));
        COMPARE_FAULT(refused, FaultKind::Rejected);
        const QString words = refused.fault().message;
        QVERIFY2(words.contains(QStringLiteral("Check the API key")), qPrintable(words));
        QVERIFY2(words.contains(wrong.connectionPlatformId), qPrintable(words));
        QVERIFY2(!words.contains(QStringLiteral("try again")), qPrintable(words));
    }
}

void TestLeqiContract::firstQuestionMayGoLost()
{
    for (const char *kind : {"drop_before", "drop_after", "half_answer", "http_500"}) {
        QVERIFY(m_practice->misbehave("[{\"kind\":\"" + QByteArray(kind) + "\",\"operation\":\"CXNSRJBXX\"}]"));
        const auto lost = settled(platform().taxpayer(route()));
        COMPARE_FAULT(lost, FaultKind::Uncertain);
        QVERIFY2(lost.fault().message.contains(QStringLiteral("try again")), kind);
        VERIFY_OK(settled(platform().taxpayer(route())));
    }
}

void TestLeqiContract::stoppedPlatformIsOffline()
{
    const Route gone = route();
    m_practice = std::make_unique<Practice>(); // elsewhere
    COMPARE_FAULT(settled(platform().rates(gone)), FaultKind::Offline);
}

QTEST_GUILESS_MAIN(TestLeqiContract)
#include "tst_leqi_contract.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The bar of the issuing page: whatever a clerk enters and however often it is turned round, no figure changes, totals
// are those of an oracle that reckons with whole numbers alone, and the practice platform, which shares no code with
// the program, takes the upload.
//   KP_BAR_COUNT  how many invoices (2,000 unless told); RC_PARAMS as rapidcheck has it, "seed=…" repeats a run
#include "core/base/clock.h"
#include "core/net/leqi/upload.h"
#include "core/rules/totals.h"
#include "core/sandbox/json.h"
#include "core/sandbox/upload_fields.h"
#include "core/sandbox/upload_rules.h"

#include <QCoreApplication>
#include <QTest>

#include <rapidcheck.h>

using namespace kp;
using namespace kp::rules;
using namespace Qt::StringLiterals;

namespace
{
__extension__ using Wide = __int128;
constexpr int one = 1'000'000; // of a rate, in millionths

// ---- the oracle ----

/// above / below, half away from zero.
std::int64_t rounded(Wide above, Wide below)
{
    const Wide doubled = 2 * (above < 0 ? -above : above);
    const Wide out = (doubled + below) / (2 * below);
    return static_cast<std::int64_t>(above < 0 ? -out : out);
}

struct Figures {
    std::int64_t net = 0;
    std::int64_t tax = 0;
    friend bool operator==(const Figures &, const Figures &) = default;
};

/// @param untaxed the deduction that 差额开票 leaves free of tax
Figures taxed(std::int64_t entered, bool included, TaxMode mode, int rate, std::int64_t untaxed)
{
    const int from = mode == TaxMode::Reduced ? 50'000 : rate; // 1.5 % is reduced from 5 %
    const Wide base = static_cast<Wide>(entered) - untaxed;
    const std::int64_t tax = rounded(base * rate, included ? one + from : one + from - rate);
    return {included ? entered - tax : entered, tax};
}

std::int64_t fenOf(const DraftLine &line)
{
    if (line.amount)
        return line.amount->fen();
    // Mantissas of at most 8 and 10 digits: their product is exact.
    const auto parts = [](const Decimal &value) {
        const QString text = value.toString();
        const qsizetype point = text.indexOf(u'.');
        const int decimals = point < 0 ? 0 : static_cast<int>(text.size() - point - 1);
        return std::pair(QString(text).remove(u'.').toLongLong(), decimals);
    };
    const auto [quantity, quantityDecimals] = parts(*line.quantity);
    const auto [price, priceDecimals] = parts(*line.price);
    Wide below = 1;
    for (int i = quantityDecimals + priceDecimals; i > 0; --i)
        below *= 10;
    return rounded(static_cast<Wide>(quantity) * price * 100, below);
}

Figures oracle(const InvoiceDraft &draft)
{
    Figures sum;
    for (const DraftLine &line : draft.lines) {
        const bool untaxedLine = line.preference == Preference::Exempt;
        const int rate = untaxedLine ? 0 : line.rate->millionths();
        const std::int64_t untaxed = draft.taxMode == TaxMode::MarginNet ? draft.vouchers.first().used.fen() : 0;
        const Figures main = taxed(fenOf(line), draft.taxIncluded, draft.taxMode, rate, untaxed);
        sum.net += main.net;
        sum.tax += main.tax;
        if (!line.discount)
            continue;
        const Figures off = taxed(line.discount->fen(), draft.taxIncluded, draft.taxMode, rate, 0);
        sum.net -= off.net;
        sum.tax -= off.tax;
    }
    return sum;
}

// ---- random invoices ----

std::int64_t pick(std::int64_t from, std::int64_t to)
{
    return *rc::gen::inRange<std::int64_t>(from, to + 1);
}

/// Up to so many digits, small numbers as likely as large ones.
std::int64_t someDigits(int digits)
{
    std::int64_t most = 10;
    for (auto i = pick(1, digits); i > 1; --i)
        most *= 10;
    return pick(1, most - 1);
}

void enter(DraftLine &line)
{
    const auto number = [](int digits, int decimals) {
        return Decimal::fromParts(someDigits(digits), static_cast<int>(pick(0, decimals)));
    };
    switch (pick(0, 3)) {
    case 0:
        line.amount = Money::fromFen(someDigits(11));
        break;
    case 1:
        line.amount = Money::fromFen(someDigits(10));
        line.quantity = number(5, 2);
        break;
    default:
        line.quantity = number(5, 3);
        line.price = number(7, 6);
    }
}

/// The amount of the line as it is entered.
Money entered(const DraftLine &line)
{
    return line.amount ? *line.amount : *Decimal::productAsMoney(*line.quantity, *line.price);
}

DraftLine someLine(TaxMode mode)
{
    DraftLine line;
    line.item = u"演练"_s;
    line.shortName = u"生产生活服务"_s;
    line.classification = mode == TaxMode::Reduced ? u"3040502020102000000"_s : u"3040802990000000000"_s;
    do
        enter(line);
    while (entered(line) < Money::fromFen(1));
    if (mode == TaxMode::Reduced) {
        line.rate = TaxRate::fromMillionths(15'000);
        line.preference = Preference::Reduced15;
    } else if (isMargin(mode)) {
        line.rate = TaxRate::fromMillionths(*rc::gen::element(60'000, 50'000, 30'000));
        line.preference = *line.rate == TaxRate::fromMillionths(50'000) ? Preference::Simplified5 : Preference::None;
    } else {
        line.rate = TaxRate::fromMillionths(*rc::gen::element(130'000, 90'000, 60'000, 50'000, 30'000, 10'000, 0));
        if (line.rate->isZero())
            line.preference = Preference::Exempt;
    }
    if (!isMargin(mode) && pick(0, 2) == 0)
        line.discount = Money::fromFen(pick(1, entered(line).fen()));
    return line;
}

InvoiceDraft someDraft()
{
    InvoiceDraft draft;
    draft.taxMode = static_cast<TaxMode>(*rc::gen::weightedElement<int>({{3, 0}, {1, 1}, {2, 2}, {1, 3}}));
    draft.taxIncluded = pick(0, 1) == 1;
    draft.buyer.name = u"示例公司"_s;
    for (auto i = isMargin(draft.taxMode) ? 1 : pick(1, 6); i > 0; --i)
        draft.lines.append(someLine(draft.taxMode));
    if (isMargin(draft.taxMode)) {
        DeductionVoucher voucher;
        voucher.number = u"26432000001576189981"_s;
        voucher.date = QDate(2026, 2, 1);
        voucher.used = Money::fromFen(pick(1, entered(draft.lines.first()).fen()));
        voucher.total = voucher.used;
        draft.vouchers = {voucher};
    }
    return draft;
}

// ---- what a clerk does ----

/// Looks at each discount as a rate and back.
void lookAtRates(InvoiceDraft &draft)
{
    for (DraftLine &line : draft.lines)
        if (line.discount) {
            const Money amount = entered(line);
            line.discount = discountOfPercent(amount, discountPercent(amount, *line.discount), line.discount);
        }
}

InvoiceDraft turned(InvoiceDraft draft)
{
    for (auto i = pick(1, 5); i > 0; --i) {
        if (pick(0, 1) == 1)
            lookAtRates(draft);
        draft = switchTaxIncluded(draft, !draft.taxIncluded);
    }
    return draft;
}

// ---- the platform ----

QByteArray uploaded(const InvoiceDraft &draft, const Composed &composed)
{
    Invoice invoice;
    static_cast<InvoiceHead &>(invoice) = draft;
    invoice.number = u"26314000000000000017"_s;
    invoice.issuedAt = Clock::parseChinaTime(u"2026-03-01 09:05:07"_s);
    invoice.seller.name = u"示例"_s;
    invoice.seller.taxNumber = u"91310000MA1FW9A80N"_s;
    invoice.issuer = u"张示例"_s;
    invoice.lines = composed.lines;
    invoice.totals = composed.totals;
    return leqi::uploadQuestion({invoice}, {u"c0ffee0000000000abcd"_s, u"31"_s, true, {u"192.0.2.7"_s, u"00"_s}});
}

/// The first objection of the practice platform; empty when it takes the invoice.
QString objection(const QByteArray &question)
{
    const Result<sandbox::Json> json = sandbox::Json::parse(question);
    if (!json.ok())
        return json.fault().message;
    const sandbox::Json::Value invoice = json->root().items().first();
    if (const sandbox::Check wrong = sandbox::checkFields(invoice))
        return wrong->message;
    const sandbox::UploadedInvoice read = sandbox::readInvoice(invoice);
    for (const auto check : {sandbox::checkAmounts, sandbox::checkDiscounts, sandbox::checkMargin})
        if (const sandbox::Check wrong = check(read))
            return wrong->message;
    return {};
}

QString described(const InvoiceDraft &draft)
{
    QString out = draft.taxIncluded ? u"tax included, mode "_s : u"tax excluded, mode "_s;
    out += QString::fromLatin1(code(draft.taxMode)) + u", deducts "_s + deduction(draft).toString();
    for (const DraftLine &line : draft.lines)
        out += u"\n  q %1  p %2  a %3  r %4  d %5"_s.arg(line.quantity ? line.quantity->toString() : QString(),
            line.price ? line.price->toString() : QString(), line.amount ? line.amount->toString() : QString(),
            line.rate->toString(), line.discount ? line.discount->toString() : QString());
    return out;
}
} // namespace

class TestMoneyBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void D4_D5_noFigureChangesAndThePlatformAgrees();
};

void TestMoneyBar::D4_D5_noFigureChangesAndThePlatformAgrees()
{
    QVERIFY(rc::check("figures stay, totals are exact, the platform takes it", [] {
        const InvoiceDraft draft = someDraft();
        RC_LOG() << qPrintable(described(draft)) << '\n';
        const Composed composed = compose(draft);
        RC_PRE(composed.findings.isEmpty()); // no price of 13 decimals gives some amounts
        RC_PRE(composed.totals.gross() > Money());
        const Figures expected = oracle(draft);
        RC_ASSERT(composed.totals.net.fen() == expected.net);
        RC_ASSERT(composed.totals.tax.fen() == expected.tax);
        const InvoiceDraft other = turned(draft);
        RC_LOG() << "turned: " << qPrintable(described(other)) << '\n';
        RC_ASSERT(compose(other) == composed);
        const QString words = objection(uploaded(draft, composed));
        RC_LOG() << qPrintable(words) << '\n';
        RC_ASSERT(words.isEmpty());
    }));
}

int main(int argc, char **argv)
{
    const int asked = qEnvironmentVariableIntValue("KP_BAR_COUNT");
    const int count = asked > 0 ? asked : 2'000;
    qputenv("RC_PARAMS", qgetenv("RC_PARAMS") + " max_success=" + QByteArray::number(count) + " max_discard_ratio=10");
    // A million takes longer than the five minutes Qt Test gives a function.
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "21600000");
    QCoreApplication app(argc, argv);
    TestMoneyBar test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_money_bar.moc"

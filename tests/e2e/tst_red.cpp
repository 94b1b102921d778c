// SPDX-License-Identifier: GPL-3.0-or-later
// Reversing from the command line: E2, E4, E7, and E3 as both sides of one desk.
#include "core/document/workbook/order_writer.h"
#include "tests/document/sample_orders.h"
#include "tests/e2e/shop.h"

using namespace kp;
using namespace kp::test;
using namespace Qt::StringLiterals;

class TestRed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_shop.open(), QString());
        const Ended issued = m_shop.issue(sampleWorkbook());
        QVERIFY2(issued.code == 0, qPrintable(issued.words()));
        for (const auto &invoice : issued.json().value(u"invoices"_s).toArray())
            m_numbers.append(invoice[u"number"_s].toString());
        QVERIFY(m_numbers.size() > 4);
    }
    void E7_quickReversesAllAtOnce();
    void E2_E3_E4_aPartWithTheBuyersConsent();
    void E3_refusedAndWithdrawn();
    void E3_theBuyerAppliesForWhatItHasReceived();
    void whatCanNotBeDoneIsSaid();

private:
    [[nodiscard]] Ended red(const QStringList &arguments) const
    {
        return m_shop.json(QStringList{u"red"_s} + arguments);
    }
    static QJsonObject form(const Ended &ended) { return ended.json().value(u"form"_s).toObject(); }
    /// What the buyer does, at the platform's control interface.
    void tick(const QString &number) const
    {
        m_shop.platform.control("use", R"({"number":")" + number.toLatin1() + R"(","vat_use":"1"})");
    }
    void act(const QByteArray &act, const QJsonObject &form) const
    {
        m_shop.platform.control("red", R"({"act":")" + act + R"(","side":"buyer","uuid":")" +
                                           form.value(u"uuid"_s).toString().toLatin1() + R"("})");
    }

    Shop m_shop;
    QStringList m_numbers;
};

void TestRed::E7_quickReversesAllAtOnce()
{
    const QString blue = m_numbers.at(0);
    const Ended done = red({u"quick"_s, blue, u"--reason"_s, u"01"_s});
    QVERIFY2(done.code == 0, qPrintable(done.words()));
    const QJsonObject invoice = done.json().value(u"invoice"_s).toObject();
    QCOMPARE(invoice.value(u"state"_s).toString(), u"issued"_s);
    QCOMPARE(invoice.value(u"reversal.blueNumber"_s).toString(), blue);
    QVERIFY(invoice.value(u"net"_s).toString().startsWith(u'-'));
    QJsonObject entry;
    for (const auto &one : m_shop.platform.ledger())
        if (one[u"blue_number"_s].toString() == blue)
            entry = one.toObject();
    QCOMPARE(entry.value(u"number"_s).toString(), invoice.value(u"number"_s).toString());
    const Ended again = red({u"quick"_s, blue, u"--reason"_s, u"01"_s});
    QCOMPARE(again.code, 5);
    QVERIFY(again.words().contains(u"left to reverse"_s));
    const Ended shown = red({u"show"_s, form(done).value(u"number"_s).toString()});
    QCOMPARE(form(shown).value(u"redNumber"_s).toString(), invoice.value(u"number"_s).toString());
    const Ended pdf = m_shop.run({u"pdf"_s, invoice.value(u"number"_s).toString(), u"-o"_s, m_shop.path(u"red.pdf"_s)});
    QVERIFY2(pdf.code == 0, qPrintable(pdf.words()));
    QCOMPARE(m_shop.run({u"verify"_s}).code, 0);
}

void TestRed::E2_E3_E4_aPartWithTheBuyersConsent()
{
    const QString blue = m_numbers.at(1);
    tick(blue);
    const Ended applied = red({u"apply"_s, blue, u"--reason"_s, u"04"_s, u"--amount"_s, u"1=1.00"_s});
    QVERIFY2(applied.code == 0, qPrintable(applied.words()));
    QCOMPARE(form(applied).value(u"state"_s).toString(), u"02"_s);
    QCOMPARE(form(applied).value(u"net"_s).toString(), u"-1.00"_s);
    QVERIFY(!form(applied).value(u"answerDue"_s).toString().isEmpty());
    const QString number = form(applied).value(u"number"_s).toString();
    const QString path = m_shop.path(u"form.pdf"_s);
    const Ended written = m_shop.run({u"red"_s, u"pdf"_s, number, path});
    QVERIFY2(written.code == 0, qPrintable(written.words()));
    QFile pdf(path);
    QVERIFY(pdf.open(QIODevice::ReadOnly) && pdf.read(5) == "%PDF-");
    QCOMPARE(m_shop.run({u"red"_s, u"pdf"_s, number}).code, 2);
    QCOMPARE(m_shop.run({u"red"_s, u"pdf"_s, u"1"_s, path}).code, 5);
    QVERIFY(red({u"issue"_s, number}).code != 0); // the buyer has not agreed
    act("agree", form(applied));
    const Ended listed = red({u"list"_s, u"--state"_s, u"04"_s});
    QVERIFY2(listed.code == 0, qPrintable(listed.words()));
    QCOMPARE(listed.json().value(u"forms"_s).toArray().first()[u"number"_s].toString(), number);
    const Ended issued = red({u"issue"_s, number});
    QVERIFY2(issued.code == 0, qPrintable(issued.words()));
    QCOMPARE(issued.json().value(u"invoice"_s)[u"net"_s].toString(), u"-1.00"_s);
}

void TestRed::E3_refusedAndWithdrawn()
{
    const QString blue = m_numbers.at(2);
    tick(blue);
    const Ended first = red({u"apply"_s, blue, u"--reason"_s, u"01"_s});
    QVERIFY2(first.code == 0, qPrintable(first.words()));
    act("refuse", form(first));
    QCOMPARE(form(red({u"show"_s, form(first).value(u"number"_s).toString()})).value(u"state"_s).toString(), u"05"_s);
    const Ended second = red({u"apply"_s, blue, u"--reason"_s, u"01"_s});
    QVERIFY2(second.code == 0, qPrintable(second.words()));
    const Ended gone = red({u"withdraw"_s, form(second).value(u"uuid"_s).toString()});
    QVERIFY2(gone.code == 0, qPrintable(gone.words()));
    QCOMPARE(form(gone).value(u"state"_s).toString(), u"08"_s);
    const QString quick = form(red({u"quick"_s, blue, u"--reason"_s, u"01"_s})).value(u"state"_s).toString();
    QCOMPARE(quick, u"02"_s);                                              // waits for the buyer, nothing is issued
    const Ended waiting = red({u"quick"_s, blue, u"--reason"_s, u"01"_s}); // run again: the same form
    QCOMPARE(waiting.code, 4);
    QCOMPARE(form(waiting).value(u"state"_s).toString(), u"02"_s);
}

void TestRed::E3_theBuyerAppliesForWhatItHasReceived()
{
    const QString trade = u"91310000YL0000020U"_s;
    workbook::OrderRows orders;
    orders.head.append(sheetRow(workbook::orderTemplate().head,
        {{u"发票流水号", u"received-1"_s}, {u"发票类型", u"普通发票"_s}, {u"是否含税", u"否"_s},
            {u"购买方名称", u"演练海棠商贸有限公司"_s}, {u"购买方纳税人识别号", trade}}));
    orders.lines.append(sheetRow(workbook::orderTemplate().lines,
        {{u"发票流水号", u"received-1"_s}, {u"项目名称", u"台式计算机"_s},
            {u"商品和服务税收编码", u"1090509010000000000"_s}, {u"金额", u"200.00"_s}, {u"税率", u"0.13"_s}}));
    const QString workbook = m_shop.path(u"received.xlsx"_s);
    QVERIFY(workbook::writeOrderWorkbook(workbook, orders).ok());
    const Ended issued = m_shop.issue(workbook);
    QVERIFY2(issued.code == 0, qPrintable(issued.words()));
    const QJsonObject sold = issued.json().value(u"invoices"_s)[0].toObject();
    const QString blue = sold.value(u"number"_s).toString();

    // The buyer has a desk of its own.
    const QString desk = m_shop.path(u"buyer"_s);
    const Ended made = cli({u"init"_s, u"--credentials"_s, m_shop.platform.credentialsFile(), u"--profile"_s, desk});
    QVERIFY2(made.code == 0, qPrintable(made.words()));
    const auto buyer = [&](const QStringList &arguments) {
        return cli(
            QStringList{u"red"_s} + arguments + QStringList{u"--profile"_s, desk, u"--company"_s, trade, u"--json"_s});
    };
    QString day;
    for (const auto &entry : m_shop.platform.ledger())
        if (entry[u"number"_s].toString() == blue)
            day = entry[u"issued_at"_s].toString().left(10);
    const QStringList order{u"apply"_s, blue, u"--buyer"_s, u"--kind"_s, u"02"_s, u"--date"_s, day, u"--gross"_s,
        u"226.00"_s, u"--reason"_s, u"04"_s, u"--amount"_s, u"1=50.00"_s};
    const Ended unused = buyer(order);
    QVERIFY2(unused.code == 5 && unused.words().contains(u"neither ticked nor posted"_s), qPrintable(unused.words()));
    tick(blue);
    const Ended applied = buyer(order);
    QVERIFY2(applied.code == 0, qPrintable(applied.words()));
    QCOMPARE(form(applied).value(u"state"_s).toString(), u"03"_s);
    QCOMPARE(form(applied).value(u"net"_s).toString(), u"-50.00"_s);
    const QString number = form(applied).value(u"number"_s).toString();
    QCOMPARE(form(buyer(order)).value(u"number"_s).toString(), number); // run again: the same form
    const Ended confirmed = red({u"confirm"_s, number});
    QVERIFY2(confirmed.code == 0, qPrintable(confirmed.words()));
    const Ended reversed = red({u"issue"_s, number});
    QVERIFY2(reversed.code == 0, qPrintable(reversed.words()));
    QCOMPARE(form(buyer({u"show"_s, number})).value(u"redNumber"_s), reversed.json().value(u"invoice"_s)[u"number"_s]);

    QStringList wrong = order;
    wrong.replace(8, u"226.01"_s);
    const Ended refused = buyer(wrong);
    QVERIFY2(refused.code == 4, qPrintable(refused.words())); // in the platform's words
    wrong.replace(8, u"much"_s);
    QCOMPARE(buyer(wrong).code, 2);
    QCOMPARE(buyer({u"apply"_s, blue, u"--buyer"_s, u"--reason"_s, u"04"_s}).code, 5); // date and amount are missing
}

void TestRed::whatCanNotBeDoneIsSaid()
{
    QCOMPARE(red({u"apply"_s, m_numbers.at(3)}).code, 5); // no reason
    QCOMPARE(red({u"apply"_s, m_numbers.at(3), u"--reason"_s, u"09"_s}).code, 5);
    QCOMPARE(red({u"apply"_s, m_numbers.at(3), u"--reason"_s, u"02"_s, u"--quantity"_s, u"99=1"_s}).code, 5);
    QCOMPARE(red({u"apply"_s, u"26110000000000000000"_s, u"--reason"_s, u"01"_s}).code, 5);
    QCOMPARE(red({u"show"_s, u"1"_s}).code, 5);
    QCOMPARE(red({u"jump"_s, u"1"_s}).code, 2);
    QCOMPARE(red({u"apply"_s}).code, 2);
}

QTEST_GUILESS_MAIN(TestRed)
#include "tst_red.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Invoice quota on the practice platform: leqi-protocol §4.2 to §4.4.
#include "tests/sandbox/practice.h"

using namespace practice;

class TestQuota : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void transfers();
    void idempotence();
    void throttle();
    void filing();
    void months();
    void onDemand();
    void neverOverdrawn();
};

namespace
{
QJsonObject transfer(const Company &company, const QString &direction, const QString &amount, const QString &serial)
{
    return {{u"nsrsbh"_s, company.taxNumber}, {u"ptbh"_s, company.connectionId}, {u"sqlx"_s, direction},
        {u"sqed"_s, amount}, {u"ywlsh"_s, serial}};
}
} // namespace

void TestQuota::transfers()
{
    Practice practice({.throttleQuotaQuery = false});
    const Company &company = practice.trade(); // 1,000,000,000.00 a month
    const auto move = [&](const QString &direction, const QString &amount, const QString &serial) {
        return practice.call(company, "XZTHSXED", transfer(company, direction, amount, serial));
    };
    const auto state = [&](const QString &member) {
        return practice.call(company, "CXSXED", whose(company)).text(member);
    };
    const Answered down = move(u"0"_s, u"600000000"_s, u"1"_s);
    QCOMPARE(down.text(u"syqjq"_s), u"20260601"_s);
    QCOMPARE(down.text(u"syqjz"_s), u"20260630"_s);
    QVERIFY(move(u"0"_s, u"400000000.01"_s, u"2"_s).words().contains(u"剩余可用额度400000000.00"));
    QCOMPARE(move(u"0"_s, u"400000000.00"_s, u"3"_s).code(), u"00"_s);
    QCOMPARE(state(u"bysxed"_s), u"1000000000.00"_s);
    QCOMPARE(state(u"kysyed"_s), u"0.00"_s);
    QCOMPARE(state(u"yxzed"_s), u"1000000000.00"_s);
    QCOMPARE(state(u"sq"_s), u"202606"_s);

    QCOMPARE(
        practice.settled(company, practice.invoice(company, practice.numbers(company))).value(u"status"_s).toString(),
        u"00"_s);
    QCOMPARE(state(u"yxzwsyed"_s), u"999999900.00"_s);
    QCOMPARE(move(u"1"_s, u"999999900.01"_s, u"4"_s).code(), u"01"_s);
    const Answered back = move(u"1"_s, u"999999900.00"_s, u"5"_s);
    QCOMPARE(back.code(), u"00"_s);
    QVERIFY(back.text(u"syqjq"_s).isEmpty());
    QCOMPARE(state(u"yxzwsyed"_s), u"0.00"_s);
    QCOMPARE(state(u"kysyed"_s), u"999999900.00"_s);

    for (const QString &bad : {u"0"_s, u"-1.00"_s, u"1.001"_s, u"1e5"_s, QString()})
        QCOMPARE(move(u"0"_s, bad, u"6"_s).code(), u"01"_s);
    QCOMPARE(move(u"2"_s, u"1.00"_s, u"6"_s).code(), u"01"_s);
    QJsonObject foreign = transfer(company, u"0"_s, u"1.00"_s, u"6"_s);
    foreign.insert(u"ptbh"_s, company.unitId); // must be the direct-connect unit
    QCOMPARE(practice.call(company, "XZTHSXED", foreign).code(), u"01"_s);
    practice.control("/control/company", R"({"tax_number":"91310000YL0000020U","suspended":"Y"})");
    QVERIFY(move(u"0"_s, u"1.00"_s, u"6"_s).words().contains(u"暂停"));
}

void TestQuota::idempotence()
{
    Practice practice({.throttleQuotaQuery = false});
    const Company &company = practice.trade();
    const Answered first = practice.call(company, "XZTHSXED", transfer(company, u"0"_s, u"100.00"_s, u"same"_s));
    const Answered again = practice.call(company, "XZTHSXED", transfer(company, u"0"_s, u"100.0"_s, u"same"_s));
    QCOMPARE(again.business, first.business);
    QCOMPARE(practice.call(company, "XZTHSXED", transfer(company, u"0"_s, u"100.01"_s, u"same"_s)).code(), u"01"_s);
    QCOMPARE(practice.call(company, "XZTHSXED", transfer(company, u"1"_s, u"100.00"_s, u"same"_s)).code(), u"01"_s);
    QCOMPARE(practice.call(company, "CXSXED", whose(company)).text(u"yxzed"_s), u"100.00"_s);
}

void TestQuota::throttle()
{
    Practice practice;
    const Company &company = practice.trade();
    const auto code = [&] { return practice.call(company, "CXSXED", whose(company)).code(); };
    QCOMPARE(code(), u"00"_s);
    QCOMPARE(code(), u"01"_s);
    practice.reopen(); // kept over a restart
    QVERIFY(practice.call(practice.trade(), "CXSXED", whose(practice.trade())).words().contains(u"1小时"));
    QCOMPARE(practice.call(practice.technology(), "CXSXED", whose(practice.technology())).code(),
        u"00"_s); // each for itself
    practice.setTime(u"2026-06-17 10:59:50"_s);
    QCOMPARE(code(), u"01"_s);
    practice.setTime(u"2026-06-17 11:01:00"_s);
    QCOMPARE(code(), u"00"_s);
    practice.reopen({.throttleQuotaQuery = false});
    QCOMPARE(practice.call(practice.trade(), "CXSXED", whose(practice.trade())).code(), u"00"_s);
}

void TestQuota::filing()
{
    // Before the month's return is filed, quota ends on the 15th; filing and TZSXEDYXQ make it last the month.
    Practice practice;
    const Company company = practice.technology();
    const QByteArray name = R"({"tax_number":")" + company.taxNumber.toLatin1() + R"(",)";
    practice.setTime(u"2026-06-10 09:00:00"_s);
    practice.control("/control/company", name + R"("filed":"N"})");
    QCOMPARE(practice.download(company, u"1000.00"_s).text(u"syqjz"_s), u"20260615"_s);
    practice.setTime(u"2026-06-16 09:00:00"_s);
    QVERIFY(practice.download(company, u"1000.00"_s).words().contains(u"请先申报"));
    QJsonObject invoice = practice.invoice(company, practice.numbers(company));
    invoice.insert(u"kprq"_s, u"2026-06-16 08:00:00"_s);
    QVERIFY(practice.settled(company, invoice).value(u"message"_s).toString().contains(u"请先申报"));

    const QJsonObject wish{{u"xsfnsrsbh"_s, company.taxNumber}, {u"sxedsq"_s, u"2026-06"_s}};
    QCOMPARE(practice.call(company, "TZSXEDYXQ", wish).code(), u"01"_s);
    practice.control("/control/company", name + R"("filed":"Y"})");
    const Answered extended = practice.call(company, "TZSXEDYXQ", wish);
    QCOMPARE(extended.text(u"syqjq"_s), u"20260601"_s);
    QCOMPARE(extended.text(u"syqjz"_s), u"20260630"_s);
    QCOMPARE(extended.text(u"sxedsq"_s), u"2026-06"_s);
    QCOMPARE(practice.settled(company, invoice).value(u"status"_s).toString(), u"00"_s);
    const QJsonObject other{{u"xsfnsrsbh"_s, company.taxNumber}, {u"sxedsq"_s, u"2026-05"_s}};
    QCOMPARE(practice.call(company, "TZSXEDYXQ", other).code(), u"01"_s);
}

void TestQuota::months()
{
    Practice practice;
    const Company &company = practice.technology();
    practice.setTime(u"2026-06-30 23:50:00"_s);
    practice.download(company, u"150.00"_s);
    const QString first = practice.numbers(company, 3);
    QJsonObject june = practice.invoice(company, first);
    june.insert(u"kprq"_s, u"2026-06-30 23:40:00"_s);
    QJsonObject july = practice.invoice(company, first.chopped(1) + u'2');
    july.insert(u"kprq"_s, u"2026-07-01 00:05:00"_s);
    practice.setTime(u"2026-07-01 00:10:00"_s);
    // June's invoice draws on June's quota, though it is uploaded in July; July has none yet.
    QCOMPARE(practice.settled(company, june).value(u"status"_s).toString(), u"00"_s);
    QVERIFY(practice.settled(company, july).value(u"message"_s).toString().contains(u"未下载"));
    practice.download(company, u"100.00"_s);
    QCOMPARE(practice.settled(company, july).value(u"status"_s).toString(), u"00"_s);
}

void TestQuota::onDemand()
{
    Practice practice;
    const Company &company = practice.telecom();
    QCOMPARE(practice.download(company, u"1000000000000.00"_s).code(), u"00"_s);
    const Answered state = practice.call(company, "CXSXED", whose(company));
    QCOMPARE(state.text(u"bysxed"_s), QString(16, u'9'));
    QCOMPARE(state.text(u"kysyed"_s), QString(16, u'9'));
    QCOMPARE(state.text(u"yxzed"_s), u"1000000000000.00"_s);
}

void TestQuota::neverOverdrawn()
{
    Practice practice;
    const Company &company = practice.technology();
    practice.download(company, u"250.00"_s);
    const QString first = practice.numbers(company, 3);
    QJsonArray batch;
    for (int i = 1; i <= 3; ++i)
        batch.append(practice.invoice(company, first.chopped(1) + QString::number(i)));
    const QJsonArray results = practice.result(company, practice.upload(company, batch).text(u"sllsh"_s));
    QCOMPARE(results[0][u"status"_s].toString(), u"00"_s);
    QCOMPARE(results[1][u"status"_s].toString(), u"00"_s);
    QCOMPARE(results[2][u"status"_s].toString(), u"02"_s);
    QVERIFY(results[2][u"message"_s].toString().contains(u"剩余50.00"));
    practice.download(company, u"50.00"_s);
    QCOMPARE(
        practice.settled(company, batch[2].toObject()).value(u"status"_s).toString(), u"00"_s); // the same number again
}

QTEST_GUILESS_MAIN(TestQuota)
#include "tst_quota.moc"

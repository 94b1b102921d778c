// SPDX-License-Identifier: GPL-3.0-or-later
// Until when a confirmation form may be answered: across starts of the program, wherever it runs and whatever its clock
// shows (libfaketime). The platform's clock alone decides when a form lapses.
#include "core/base/clock.h"
#include "core/domain/red.h"
#include "tests/e2e/shop.h"

using namespace kp;
using namespace kp::test;
using namespace Qt::StringLiterals;

namespace
{
constexpr qint64 hour = 3600;
constexpr qint64 lifetime = 72 * hour;

/// kaipiao-cli in a time zone, with a clock that is so much ahead.
QProcessEnvironment elsewhere(const QString &zone, qint64 secondsAhead = 0)
{
    QProcessEnvironment environment = cliEnvironment();
    environment.insert(u"TZ"_s, zone);
    if (secondsAhead == 0)
        return environment;
    environment.insert(u"LD_PRELOAD"_s, QStringLiteral(KP_FAKETIME));
    environment.insert(u"FAKETIME"_s, u"%1%2"_s.arg(secondsAhead < 0 ? u""_s : u"+"_s).arg(secondsAhead));
    environment.insert(u"FAKETIME_DONT_FAKE_MONOTONIC"_s, u"1"_s); // time goes by as ever
    return environment;
}
} // namespace

class TestRedTime : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void E3_theTimeIsTheSameEverywhere_data();
    void E3_theTimeIsTheSameEverywhere();
    void E3_whatIsLeftGoesByTheClock_data();
    void E3_whatIsLeftGoesByTheClock();
    void E3_itLapsesByThePlatformsClock();

private:
    [[nodiscard]] Ended red(const QStringList &arguments, const QProcessEnvironment &environment) const
    {
        return cli(QStringList{u"red"_s} + arguments + QStringList{u"--profile"_s, m_shop.profile()}, environment);
    }
    [[nodiscard]] QJsonObject shown(const QProcessEnvironment &environment) const
    {
        return red({u"show"_s, m_number, u"--json"_s}, environment).json().value(u"form"_s).toObject();
    }
    bool setPlatformClock(const QDateTime &now) const
    {
        return m_shop.platform.control("clock", R"({"now":")" + Clock::stamp(now).toLatin1() + R"("})")
            .contains(u"now"_s);
    }
    [[nodiscard]] QString platformState() const
    {
        return m_shop.platform.control("red").value(u"forms"_s)[0][u"state"_s].toString();
    }

    Shop m_shop;
    QString m_number;
    QDateTime m_entered; ///< as the platform has it
    QString m_due;
};

void TestRedTime::initTestCase()
{
    QCOMPARE(m_shop.open(), QString());
    const Ended issued = m_shop.issue(sampleWorkbook());
    QVERIFY2(issued.code == 0, qPrintable(issued.words()));
    const QString blue = issued.json().value(u"invoices"_s)[0][u"number"_s].toString();
    m_shop.platform.control("use", R"({"number":")" + blue.toLatin1() + R"(","vat_use":"1"})");
    const Ended applied =
        red({u"apply"_s, blue, u"--reason"_s, u"01"_s, u"--json"_s}, elsewhere(u"America/New_York"_s));
    QVERIFY2(applied.code == 0, qPrintable(applied.words()));
    m_number = applied.json().value(u"form"_s)[u"number"_s].toString();
    m_entered = Clock::parseChinaTime(m_shop.platform.control("red").value(u"forms"_s)[0][u"entered_at"_s].toString());
    QVERIFY(m_entered.isValid());
    m_due = Clock::stamp(m_entered.addSecs(lifetime));
}

void TestRedTime::E3_theTimeIsTheSameEverywhere_data()
{
    QTest::addColumn<QString>("zone");
    for (const char *zone : {"Asia/Shanghai", "America/New_York", "UTC", "Pacific/Kiritimati", "Asia/Kathmandu"})
        QTest::newRow(zone) << QString::fromLatin1(zone);
}

void TestRedTime::E3_theTimeIsTheSameEverywhere()
{
    QFETCH(const QString, zone);
    const QJsonObject form = shown(elsewhere(zone));
    QCOMPARE(form.value(u"state"_s).toString(), u"02"_s);
    QCOMPARE(form.value(u"enteredAt"_s).toString(), Clock::stamp(m_entered));
    QCOMPARE(form.value(u"answerDue"_s).toString(), m_due);
    const Ended words = red({u"show"_s, m_number}, elsewhere(zone));
    QVERIFY2(
        words.out.contains("to be answered until " + m_due.toLatin1() + " China time: 71 h "), words.out.constData());
}

void TestRedTime::E3_whatIsLeftGoesByTheClock_data()
{
    QTest::addColumn<qint64>("ahead");
    QTest::addColumn<qint64>("left"); // hours
    QTest::newRow("two days ahead") << 48 * hour << qint64(24);
    QTest::newRow("back again") << qint64(0) << qint64(72);
    QTest::newRow("an hour behind") << -hour << qint64(72); // nobody is promised more than there is
    QTest::newRow("ten days behind") << -240 * hour << qint64(72);
    QTest::newRow("four days ahead") << 96 * hour << qint64(0);
    QTest::newRow("right") << qint64(0) << qint64(72);
}

void TestRedTime::E3_whatIsLeftGoesByTheClock()
{
    QFETCH(const qint64, ahead);
    QFETCH(const qint64, left);
    const QJsonObject form = shown(elsewhere(u"America/New_York"_s, ahead));
    QCOMPARE(form.value(u"state"_s).toString(), u"02"_s); // only the platform lets it lapse
    QCOMPARE(form.value(u"answerDue"_s).toString(), m_due);
    const auto seconds = form.value(u"answerLeftSeconds"_s).toInteger(-1);
    constexpr qint64 testTakes = 600;
    QVERIFY2(seconds <= left * hour && seconds >= std::max<qint64>(left * hour - testTakes, 0),
        qPrintable(QString::number(seconds)));
    const Ended words = red({u"show"_s, m_number}, elsewhere(u"Asia/Shanghai"_s, ahead));
    QCOMPARE(words.out.contains("no time is left"), left == 0);
}

void TestRedTime::E3_itLapsesByThePlatformsClock()
{
    const QDateTime due = m_entered.addSecs(lifetime);
    const auto wrong = elsewhere(u"America/New_York"_s, -30 * 24 * hour); // the desk's clock has no say in it
    constexpr qint64 programTakes = 120;
    QVERIFY(setPlatformClock(due.addSecs(-programTakes)));
    QCOMPARE(shown(wrong).value(u"state"_s).toString(), u"02"_s);
    QVERIFY(setPlatformClock(due.addSecs(-programTakes)));
    QCOMPARE(platformState(), u"02"_s);
    QVERIFY(setPlatformClock(due.addSecs(1))); // what it tells leaves out the fraction of the second
    QCOMPARE(platformState(), u"07"_s);
    const QJsonObject lapsed = shown(wrong);
    QCOMPARE(lapsed.value(u"state"_s).toString(), u"07"_s);
    QVERIFY(!lapsed.contains(u"answerDue"_s));
    const Ended late = red({u"withdraw"_s, m_number, u"--json"_s}, elsewhere(u"Asia/Shanghai"_s));
    QVERIFY(late.code != 0);
    // What has lapsed does not come back when clocks are set back.
    QVERIFY(setPlatformClock(m_entered));
    QCOMPARE(shown(elsewhere(u"Asia/Shanghai"_s)).value(u"state"_s).toString(), u"07"_s);
}

QTEST_GUILESS_MAIN(TestRedTime)
#include "tst_red_time.moc"

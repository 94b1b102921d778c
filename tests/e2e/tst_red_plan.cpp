// SPDX-License-Identifier: GPL-3.0-or-later
// Red-flush plans from the command line: E11.
#include "tests/e2e/shop.h"

#include <QFile>
#include <QJsonDocument>

using namespace kp;
using namespace kp::test;
using namespace Qt::StringLiterals;

class TestRedPlanVerbs : public QObject
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
    void E11_shownThenCarriedOut();
    void E11_goesOnInAnotherRun();
    void E11_refusedByTheBuyer();
    void E11_whatCanNotBeDoneIsSaid();

private:
    [[nodiscard]] Ended red(const QStringList &arguments) const
    {
        return m_shop.json(QStringList{u"red"_s} + arguments);
    }
    static QJsonObject plan(const Ended &ended) { return ended.json().value(u"plan"_s).toObject(); }
    static QStringList states(const QJsonObject &plan)
    {
        QStringList out{plan[u"state"_s].toString()};
        for (const auto &step : plan[u"steps"_s].toArray())
            out.append(step[u"kind"_s].toString() + u' ' + step[u"state"_s].toString());
        return out;
    }
    /// Writes what the invoice says, changed, and gives the file.
    QString wanted(const QString &number, const std::function<void(QJsonObject &)> &change) const
    {
        const QString path = m_shop.path(u"wanted-%1.json"_s.arg(number));
        const Ended written = red({u"plan"_s, number, u"-o"_s, path});
        QFile file(path);
        if (written.code != 0 || !file.open(QIODevice::ReadWrite))
            qFatal("%s", qPrintable(written.words()));
        QJsonObject draft = QJsonDocument::fromJson(file.readAll()).object();
        change(draft);
        file.resize(0);
        file.write(QJsonDocument(draft).toJson());
        return path;
    }
    void act(const QByteArray &act, const QJsonObject &plan) const
    {
        const QString uuid = plan[u"steps"_s].toArray().first()[u"form"_s][u"uuid"_s].toString();
        m_shop.platform.control(
            "red", R"({"act":")" + act + R"(","side":"buyer","uuid":")" + uuid.toLatin1() + R"("})");
    }
    void tick(const QString &number) const
    {
        m_shop.platform.control("use", R"({"number":")" + number.toLatin1() + R"(","vat_use":"1"})");
    }
    /// Of the platform's ledger: those that are no part of the workbook, by colour.
    [[nodiscard]] int issuedLater(const QString &colour) const
    {
        int count = 0;
        for (const auto &entry : m_shop.platform.ledger())
            count += entry[u"colour"_s].toString() == colour && !m_numbers.contains(entry[u"number"_s].toString());
        return count;
    }

    Shop m_shop;
    QStringList m_numbers;
};

void TestRedPlanVerbs::E11_shownThenCarriedOut()
{
    const QString number = m_numbers.at(0);
    const QString same = wanted(number, [](QJsonObject &) {});
    const Ended nothing = red({u"plan"_s, number, u"--wanted"_s, same});
    QVERIFY2(nothing.code == 0, qPrintable(nothing.words()));
    QVERIFY(plan(nothing)[u"steps"_s].toArray().isEmpty());

    const QString file = wanted(number, [](QJsonObject &draft) { draft[u"remark"_s] = u"合同一号"_s; });
    const Ended shown = red({u"plan"_s, number, u"--wanted"_s, file});
    QVERIFY2(shown.code == 0, qPrintable(shown.words()));
    QCOMPARE(states(plan(shown)), (QStringList{{}, u"reverse planned"_s, u"issue planned"_s}));
    QCOMPARE(plan(shown)[u"steps"_s].toArray().first()[u"form"_s][u"reason"_s].toString(), u"01"_s);
    QCOMPARE(plan(shown)[u"credit"_s].toString(), u"0.00"_s);
    QCOMPARE(issuedLater(u"red"_s), 0); // it was only shown

    const Ended done = red({u"plan"_s, number, u"--wanted"_s, file, u"--go"_s});
    QVERIFY2(done.code == 0, qPrintable(done.words()));
    QCOMPARE(states(plan(done)), (QStringList{u"done"_s, u"reverse done"_s, u"issue done"_s}));
    const QJsonObject anew = plan(done)[u"steps"_s].toArray().last()[u"invoice"_s].toObject();
    QCOMPARE(anew[u"state"_s].toString(), u"issued"_s);
    QCOMPARE(anew[u"remark"_s].toString(), u"合同一号"_s);
    QCOMPARE(issuedLater(u"red"_s), 1);
    QCOMPARE(issuedLater(u"blue"_s), 1);
    QCOMPARE(m_shop.run({u"verify"_s}).code, 0);
}

void TestRedPlanVerbs::E11_goesOnInAnotherRun()
{
    const QString number = m_numbers.at(1);
    tick(number);
    const int before = issuedLater(u"red"_s);
    const Ended waits = red({u"plan"_s, number, u"--nothing"_s, u"--go"_s});
    QCOMPARE(waits.code, 4);
    QCOMPARE(states(plan(waits)), (QStringList{u"standing"_s, u"reverse waits"_s}));
    QVERIFY(!plan(waits)[u"steps"_s].toArray().first()[u"form"_s][u"answerDue"_s].toString().isEmpty());
    const QString id = QString::number(plan(waits)[u"id"_s].toInteger());
    QCOMPARE(red({u"go"_s, id}).code, 4); // he has not answered
    const Ended listed = red({u"plans"_s});
    QCOMPARE(listed.json().value(u"plans"_s).toArray().first()[u"id"_s].toInteger(), id.toLongLong());
    const Ended text = m_shop.run({u"red"_s, u"plans"_s});
    QVERIFY2(text.code == 0 && text.words().contains(number), qPrintable(text.words()));
    act("agree", plan(waits));
    const Ended done = red({u"go"_s, id});
    QVERIFY2(done.code == 0, qPrintable(done.words()));
    QCOMPARE(states(plan(done)), (QStringList{u"done"_s, u"reverse done"_s}));
    QCOMPARE(issuedLater(u"red"_s), before + 1);
}

void TestRedPlanVerbs::E11_refusedByTheBuyer()
{
    const QString number = m_numbers.at(2);
    tick(number);
    const Ended waits = red({u"plan"_s, number, u"--nothing"_s, u"--go"_s});
    act("refuse", plan(waits));
    const QString id = QString::number(plan(waits)[u"id"_s].toInteger());
    const Ended failed = red({u"go"_s, id});
    QCOMPARE(failed.code, 1);
    QCOMPARE(states(plan(failed)), (QStringList{u"failed"_s, u"reverse failed"_s}));
    QVERIFY(!plan(failed)[u"message"_s].toString().isEmpty());
    const Ended second = red({u"plan"_s, number, u"--nothing"_s, u"--go"_s});
    const Ended dropped = red({u"drop"_s, QString::number(plan(second)[u"id"_s].toInteger())});
    QVERIFY2(dropped.code == 0, qPrintable(dropped.words()));
    QCOMPARE(states(plan(dropped)), (QStringList{u"abandoned"_s, u"reverse abandoned"_s}));
    QCOMPARE(plan(dropped)[u"steps"_s].toArray().first()[u"form"_s][u"state"_s].toString(), u"08"_s);
}

void TestRedPlanVerbs::E11_whatCanNotBeDoneIsSaid()
{
    const QString number = m_numbers.at(3);
    QCOMPARE(red({u"plan"_s, number}).code, 2); // neither --wanted nor --nothing
    QCOMPARE(red({u"plan"_s}).code, 2);
    QCOMPARE(red({u"go"_s, u"x"_s}).code, 2);
    QCOMPARE(red({u"go"_s, u"99"_s}).code, 5);
    QCOMPARE(red({u"plan"_s, number, u"--nothing"_s, u"--reason"_s, u"09"_s}).code, 5);
    QCOMPARE(red({u"plan"_s, number, u"--wanted"_s, m_shop.path(u"none.json"_s)}).code, 5);
    const QString misspelt = wanted(number, [](QJsonObject &draft) { draft[u"remarks"_s] = u"x"_s; });
    const Ended bad = red({u"plan"_s, number, u"--wanted"_s, misspelt});
    QCOMPARE(bad.code, 5);
    QVERIFY(bad.words().contains(u"remarks"_s));
    const QString nobody = wanted(number, [](QJsonObject &draft) { draft.remove(u"buyer.name"_s); });
    const Ended wrong = red({u"plan"_s, number, u"--wanted"_s, nobody, u"--go"_s});
    QCOMPARE(wrong.code, 1);
    QCOMPARE(wrong.json().value(u"findings"_s).toArray().first()[u"field"_s].toString(), u"buyer.name"_s);
}

QTEST_GUILESS_MAIN(TestRedPlanVerbs)
#include "tst_red_plan.moc"

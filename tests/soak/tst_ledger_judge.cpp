// SPDX-License-Identifier: GPL-3.0-or-later
// The judge of the long runs must not be blind.
#include "tests/soak/numbered_orders.h"

#include <QJsonObject>
#include <QTest>

using namespace kp::test;
using namespace Qt::StringLiterals;

class LedgerJudgeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyOrderOnceIsClean()
    {
        QJsonArray ledger = ledgerOf(orders);
        ledger.append(entry(u"batch10-0000"_s, u"1.00"_s, u"0.13"_s)); // of another batch
        QVERIFY2(judged(ledger, orders).clean(), qPrintable(judged(ledger, orders).words.join(u'\n')));
    }
    void aMissingOrderIsLost()
    {
        QJsonArray ledger = ledgerOf(orders);
        ledger.removeAt(1);
        QCOMPARE(judged(ledger, orders).lost, 1);
    }
    void aBuyerWithTwoNumbersIsDoubled()
    {
        QJsonArray ledger = ledgerOf(orders);
        ledger.append(ledger.first());
        QCOMPARE(judged(ledger, orders).doubled, 1);
    }
    void otherContentUnderTheSameNumberIsDoubled()
    {
        QJsonArray ledger = ledgerOf(orders);
        QJsonObject changed = ledger.first().toObject();
        changed.insert(u"received_differing"_s, u"1"_s);
        ledger.replace(0, changed);
        QCOMPARE(judged(ledger, orders).doubled, 1);
    }
    void otherAmountsAreWrong()
    {
        QJsonArray ledger = ledgerOf(orders);
        ledger.replace(2, entry(orders.name(2), u"300.00"_s, u"39.01"_s));
        QCOMPARE(judged(ledger, orders).wrong, 1);
    }
    void aBuyerNobodyOrderedIsNoticed()
    {
        QJsonArray ledger = ledgerOf(orders);
        ledger.append(entry(orders.name(3), u"400.00"_s, u"52.00"_s));
        QVERIFY(!judged(ledger, orders).clean());
    }

private:
    static QJsonObject entry(const QString &buyer, const QString &net, const QString &tax)
    {
        return {{u"buyer_name"_s, buyer}, {u"net"_s, net}, {u"tax"_s, tax}, {u"received_differing"_s, u"0"_s}};
    }
    static QJsonArray ledgerOf(const NumberedOrders &of)
    {
        QJsonArray ledger;
        for (int i = 0; i < of.count; ++i)
            ledger.append(entry(of.name(i), NumberedOrders::net(i).toString(), NumberedOrders::tax(i).toString()));
        return ledger;
    }

    const NumberedOrders orders{u"batch1"_s, 3};
};

QTEST_GUILESS_MAIN(LedgerJudgeTest)
#include "tst_ledger_judge.moc"

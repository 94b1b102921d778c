// SPDX-License-Identifier: GPL-3.0-or-later
#include "books.h"

#include <algorithm>

using namespace kp;
using namespace kp::store;
using namespace Qt::StringLiterals;

namespace
{
AuditEntry entry(int i)
{
    return {0, {}, u"zhang"_s, u"invoice.submit"_s, u"invoice/%1"_s.arg(i), {{u"net"_s, u"1"_s, u"2\"\\\n引号"_s}}};
}
} // namespace

class TestAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chainsEntries();
    void goesWithItsTransaction();
    void tellsFieldChanges();
    void isOnlyAddedTo_data();
    void isOnlyAddedTo();
    void findsTampering_data();
    void findsTampering();
};

void TestAudit::chainsEntries()
{
    Books books;
    auto &audit = books.stores().audit;
    TRY_VALUE(empty, audit.verify());
    QVERIFY(empty.clean());
    QCOMPARE(empty.count, 0);
    VERIFY_DONE(audit.append(entry(1), startMs));
    TRY_VALUE(one, audit.head());
    VERIFY_DONE(audit.appendAll({entry(2), entry(3)}, startMs + 1));
    VERIFY_DONE(audit.appendAll({}, startMs + 1));
    TRY_VALUE(three, audit.head());
    QCOMPARE(three.count, 3);
    QCOMPARE(three.hash.size(), 32);
    QVERIFY(one.hash != three.hash);
    TRY_VALUE(verdict, audit.verify());
    QVERIFY(verdict.clean());
    QCOMPARE(verdict.count, 3);
    TRY_VALUE(page, audit.page(0, 2));
    QCOMPARE(page.size(), 2);
    QCOMPARE(page[0].id, 3);
    QCOMPARE(page[0].at, Clock::chinaTime(startMs + 1));
    QCOMPARE(page[0].actor, u"zhang"_s);
    QCOMPARE(page[0].act, u"invoice.submit"_s);
    QCOMPARE(page[0].changes, entry(3).changes);
    TRY_VALUE(rest, audit.page(2, 10));
    QCOMPARE(rest.size(), 1);
    TRY_VALUE(own, audit.ofObject(u"invoice/2"_s));
    QCOMPARE(own.size(), 1);
    QCOMPARE(own[0].id, 2);
}

void TestAudit::goesWithItsTransaction()
{
    Books books;
    {
        Transaction given(books.database());
        VERIFY_DONE(books.stores().audit.append(entry(1), startMs));
    }
    VERIFY_DONE(books.stores().audit.append(entry(2), startMs));
    TRY_VALUE(verdict, books.stores().audit.verify());
    QVERIFY(verdict.clean());
    QCOMPARE(verdict.count, 1);
}

void TestAudit::tellsFieldChanges()
{
    const FieldValues before{{u"same"_s, u"1"_s}, {u"changed"_s, u"2"_s}, {u"gone"_s, u"3"_s}, {u"emptied"_s, u"4"_s}};
    const FieldValues after{{u"same"_s, u"1"_s}, {u"changed"_s, u"4"_s}, {u"new"_s, QString()}, {u"emptied"_s, u""_s}};
    const QList<FieldChange> changes = fieldChanges(before, after);
    const QList<FieldChange> expected{
        {u"changed"_s, u"2"_s, u"4"_s}, {u"gone"_s, u"3"_s, {}}, {u"emptied"_s, u"4"_s, u""_s}, {u"new"_s, {}, u""_s}};
    QCOMPARE(changes, expected);
    QVERIFY(fieldChanges(after, after).isEmpty());

    Books books;
    VERIFY_DONE(books.stores().audit.append({0, {}, {}, {}, {}, changes}, startMs));
    TRY_VALUE(page, books.stores().audit.page(0, 1));
    for (const FieldChange &change : expected) {
        const auto it = std::find_if(page[0].changes.begin(), page[0].changes.end(),
            [&](const FieldChange &c) { return c.field == change.field; });
        QVERIFY(it != page[0].changes.end());
        QCOMPARE(*it, change);
        QCOMPARE(it->before.isNull(), change.before.isNull());
        QCOMPARE(it->after.isNull(), change.after.isNull());
    }
}

void TestAudit::isOnlyAddedTo_data()
{
    QTest::addColumn<QByteArray>("sql");
    const char *byReplacing = "PRAGMA recursive_triggers = ON; INSERT OR REPLACE INTO audit "
                              "SELECT id, at_ms, 'li', act, object, changes, hash FROM audit";
    for (const char *sql : {"UPDATE audit SET actor = 'li'", "DELETE FROM audit", "DELETE FROM audit_head",
             "UPDATE audit_head SET count = 1", "UPDATE audit_head SET hash = zeroblob(32)", byReplacing})
        QTest::newRow(sql) << QByteArray(sql);
}

void TestAudit::isOnlyAddedTo()
{
    QFETCH(QByteArray, sql);
    Books books;
    VERIFY_DONE(books.stores().audit.appendAll({entry(1), entry(2)}, startMs));
    books.close();
    QVERIFY(!tamper(books.path(), sql.constData()));
}

void TestAudit::findsTampering_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("firstBad");
    const QByteArray noGuards = "DROP TRIGGER audit_changed; DROP TRIGGER audit_removed; DROP TRIGGER "
                                "audit_head_forward; DROP TRIGGER audit_head_kept; ";
    const auto row = [&](const char *name, const char *sql, int firstBad) {
        QTest::newRow(name) << noGuards + sql << firstBad;
    };
    row("untouched", "", 0);
    row("actor", "UPDATE audit SET actor = 'li' WHERE id = 3", 3);
    row("act", "UPDATE audit SET act = 'x' WHERE id = 1", 1);
    row("object", "UPDATE audit SET object = 'invoice/7' WHERE id = 5", 5);
    row("changes", "UPDATE audit SET changes = replace(changes, '1', '3') WHERE id = 4", 4);
    row("time", "UPDATE audit SET at_ms = at_ms + 1 WHERE id = 2", 2);
    row("text moved between fields", "UPDATE audit SET actor = actor || 'i', act = substr(act, 2) WHERE id = 2", 2);
    row("hash", "UPDATE audit SET hash = zeroblob(32) WHERE id = 2", 2);
    row("first removed", "DELETE FROM audit WHERE id = 1", 1);
    row("one removed", "DELETE FROM audit WHERE id = 3", 3);
    row("one removed, the rest moved up", "DELETE FROM audit WHERE id = 3; UPDATE audit SET id = id - 1 WHERE id > 3",
        3);
    row("last removed", "DELETE FROM audit WHERE id = 5", 5);
    row("all removed", "DELETE FROM audit", 1);
    row("two exchanged",
        "UPDATE audit SET id = 99 WHERE id = 2; UPDATE audit SET id = 2 WHERE id = 3; UPDATE audit SET id = 3 WHERE id "
        "= 99",
        2);
    row("one added with a wrong hash",
        "INSERT INTO audit SELECT 6, at_ms, actor, act, object, changes, hash FROM audit WHERE id = 5", 6);
    row("one added before",
        "INSERT INTO audit SELECT 77, at_ms, actor, act, object, changes, hash FROM audit WHERE id "
        "= 5; UPDATE audit_head SET count = 6",
        6);
    row("head", "UPDATE audit_head SET hash = zeroblob(32)", 5);
    row("head set back", "UPDATE audit_head SET count = 4, hash = (SELECT hash FROM audit WHERE id = 4)", 5);
}

void TestAudit::findsTampering()
{
    QFETCH(QByteArray, sql);
    QFETCH(int, firstBad);
    Books books;
    VERIFY_DONE(books.stores().audit.appendAll({entry(1), entry(2), entry(3), entry(4), entry(5)}, startMs));
    books.close();
    QVERIFY(tamper(books.path(), sql.constData()));
    books.open();
    TRY_VALUE(verdict, books.stores().audit.verify());
    QCOMPARE(verdict.firstBad, firstBad);
    QCOMPARE(verdict.clean(), firstBad == 0);
    QCOMPARE(verdict.reason.isEmpty(), firstBad == 0);
}

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_store_audit.moc"

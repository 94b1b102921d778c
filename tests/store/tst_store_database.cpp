// SPDX-License-Identifier: GPL-3.0-or-later
#include "books.h"

#include <QSignalSpy>
#include <QThread>

using namespace kp;
using namespace kp::store;

namespace
{
QString q(const char *text)
{
    return QString::fromLatin1(text);
}

/// The shipped steps and one more, as a later version of the program has them.
QList<Migration> withNext(const char *sql)
{
    QList<Migration> migrations = shippedMigrations();
    migrations.append({migrations.last().number + 1, q(sql)});
    return migrations;
}
} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesANewFile();
    void keepsFewPagesForAWhile();
    void opensItAgain();
    void migratesAndKeepsACopy();
    void undoesAFailedMigration();
    void refusesANewerFile();
    void refusesAnotherProgramsFile();
    void lettingOneWriterIn();
    void schemasFitTheirTables();
    void undoesWhatIsNotCommitted();
    void undoesOnlyTheInnerPart();
    void refusesToWriteOutsideATransaction();
    void tellsWhichTablesChanged();
    void leavesNothingHalfDoneOnAFullDisk();
    void readsWhileItIsWritten();
    void readerCanNotWrite();
    void seesDamage();
    void tellsOfBadSql();
};

void TestDatabase::makesANewFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(q("new.sqlite"));
    TRY_VALUE(database, Database::openWriter(path));
    QCOMPARE(database->version(), shippedMigrations().last().number);
    QVERIFY(database->isWriter());
    QCOMPARE(peek(path, "PRAGMA user_version"), shippedMigrations().last().number);
    for (const char *setting : {"PRAGMA foreign_keys", "PRAGMA recursive_triggers"}) {
        TRY_VALUE(on, database->prepared(q(setting)).first([](const Row &row) { return row.small(0); }));
        QCOMPARE(on.value_or(0), 1);
    }
    TRY_VALUE(
        synchronous, database->prepared(q("PRAGMA synchronous")).first([](const Row &row) { return row.small(0); }));
    QCOMPARE(synchronous.value_or(0), 2); // FULL
    TRY_VALUE(mode, database->prepared(q("PRAGMA journal_mode")).first([](const Row &row) { return row.text(0); }));
    QCOMPARE(mode.value_or(QString()), q("wal"));
}

void TestDatabase::keepsFewPagesForAWhile()
{
    Books books;
    const auto kept = [&] {
        return books.database()
            .prepared(q("PRAGMA cache_size"))
            .first([](const Row &row) { return -row.whole(0); })
            .value()
            .value_or(0);
    };
    const qint64 before = kept();
    {
        const FewPages few(books.database());
        QVERIFY(0 < kept() && kept() < before / 2);
    }
    QCOMPARE(kept(), before);
}

void TestDatabase::opensItAgain()
{
    Books books;
    VERIFY_DONE(books.stores().settings.setValue(q("a"), q("b")));
    books.close();
    books.open();
    TRY_VALUE(value, books.stores().settings.value(q("a")));
    QCOMPARE(value, q("b"));
    QVERIFY(!QFile::exists(books.path() + q(".v1.bak"))); // nothing was migrated
}

void TestDatabase::migratesAndKeepsACopy()
{
    Books books;
    VERIFY_DONE(books.stores().settings.setValue(q("a"), q("b")));
    books.close();
    const int before = shippedMigrations().last().number;
    {
        TRY_VALUE(
            database, Database::openWriter(books.path(), withNext("CREATE TABLE later (a TEXT NOT NULL) STRICT;")));
        QCOMPARE(database->version(), before + 1);
    }
    QCOMPARE(peek(books.path(), "SELECT count(*) FROM later"), 0);
    const QString copy = q("%1.v%2.bak").arg(books.path()).arg(before);
    QCOMPARE(peek(copy, "PRAGMA user_version"), before);
    QCOMPARE(peek(copy, "SELECT count(*) FROM setting WHERE key = 'a' AND value = 'b'"), 1);
}

void TestDatabase::undoesAFailedMigration()
{
    Books books;
    books.close();
    VERIFY_FAULT(Database::openWriter(books.path(), withNext("CREATE TABLE half (a TEXT); CREATE TABLE setting (a);")),
        FaultKind::Internal);
    QCOMPARE(peek(books.path(), "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), 0);
    QCOMPARE(peek(books.path(), "PRAGMA user_version"), shippedMigrations().last().number);
    books.open(); // and this program still opens it
}

void TestDatabase::refusesANewerFile()
{
    Books books;
    books.close();
    QVERIFY(tamper(books.path(), "PRAGMA user_version = 999"));
    const auto opened = Database::openWriter(books.path());
    QVERIFY(!opened.ok());
    QCOMPARE(static_cast<int>(opened.fault().kind), static_cast<int>(FaultKind::Invalid));
    QVERIFY(opened.fault().message.contains(q("newer")));
    QCOMPARE(peek(books.path(), "PRAGMA user_version"), 999);
}

void TestDatabase::refusesAnotherProgramsFile()
{
    const QTemporaryDir folder;
    const QString other = folder.filePath(q("other.sqlite"));
    QVERIFY(tamper(other, "CREATE TABLE theirs (a); PRAGMA user_version = 1"));
    VERIFY_FAULT(Database::openWriter(other), FaultKind::Invalid);
    QCOMPARE(peek(other, "SELECT count(*) FROM sqlite_schema"), 1);

    const QString text = folder.filePath(q("text.sqlite"));
    QFile file(text);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    VERIFY_FAULT(Database::openWriter(text), FaultKind::Storage);
    QCOMPARE(QFileInfo(text).size(), 5000);

    VERIFY_FAULT(Database::openReader(folder.filePath(q("absent.sqlite"))), FaultKind::NotFound);
    VERIFY_FAULT(Database::openWriter(folder.filePath(q("no/such/folder.sqlite"))), FaultKind::Storage);
}

void TestDatabase::lettingOneWriterIn()
{
    Books books;
    const auto second = Database::openWriter(books.path());
    QVERIFY(!second.ok());
    QCOMPARE(static_cast<int>(second.fault().kind), static_cast<int>(FaultKind::Conflict));
    QVERIFY(second.fault().message.contains(QString::number(QCoreApplication::applicationPid())));
    books.close();
    TRY_VALUE(third, Database::openWriter(books.path()));
    QVERIFY(third->isWriter());
}

void TestDatabase::schemasFitTheirTables()
{
    Books books;
    const auto readable = [&](const QString &table, const QString &columns) {
        return books.database().prepared(q("SELECT %1 FROM %2").arg(columns, table)).each([](const Row &) {});
    };
    VERIFY_DONE(readable(q("invoice"), Table<Invoice>::columns()));
    VERIFY_DONE(readable(q("invoice_line"), Table<InvoiceLine>::columns()));
    VERIFY_DONE(readable(q("invoice_list"), Table<InvoiceSummary>::columns()));
}

void TestDatabase::undoesWhatIsNotCommitted()
{
    Books books;
    {
        Transaction transaction(books.database());
        VERIFY_DONE(books.stores().settings.setValue(q("a"), q("b")));
        TRY_VALUE(inside, books.stores().settings.value(q("a")));
        QCOMPARE(inside, q("b"));
    }
    TRY_VALUE(after, books.stores().settings.value(q("a"), q("none")));
    QCOMPARE(after, q("none"));
}

void TestDatabase::undoesOnlyTheInnerPart()
{
    Books books;
    Transaction outer(books.database());
    VERIFY_DONE(books.stores().settings.setValue(q("outer"), q("1")));
    {
        Transaction inner(books.database());
        VERIFY_DONE(books.stores().settings.setValue(q("inner"), q("1")));
    }
    const Invoice invoice = books.invoice();
    VERIFY_DONE(books.stores().invoices.insert(invoice, startMs));
    // Refused at its header, after its lines were written: nothing of it may stay.
    VERIFY_FAULT(books.stores().invoices.insert(invoice, startMs), FaultKind::Conflict);
    VERIFY_DONE(outer.commit());
    QCOMPARE(peek(books.path(), "SELECT group_concat(key) = 'outer' FROM setting"), 1);
    QCOMPARE(peek(books.path(), "SELECT count(*) FROM invoice"), 1);
    QCOMPARE(peek(books.path(), "SELECT count(*) FROM invoice_line"), 2);
}

void TestDatabase::refusesToWriteOutsideATransaction()
{
    Books books;
    VERIFY_FAULT(books.database().prepared(q("INSERT INTO setting VALUES (?, ?)")).with(q("a"), q("b")).run(),
        FaultKind::Internal);
    QCOMPARE(peek(books.path(), "SELECT count(*) FROM setting"), 0);
}

void TestDatabase::tellsWhichTablesChanged()
{
    Books books;
    QSignalSpy spy(&books.database().changes(), &Changes::changed);
    {
        Transaction given(books.database());
        VERIFY_DONE(books.stores().settings.setValue(q("a"), q("b")));
    }
    QCOMPARE(spy.count(), 0); // undone
    {
        Transaction transaction(books.database());
        VERIFY_DONE(books.stores().settings.setValue(q("a"), q("b")));
        VERIFY_DONE(books.stores().invoices.insert(books.invoice(), startMs));
        QCOMPARE(spy.count(), 0); // not before it is durable
        VERIFY_DONE(transaction.commit());
    }
    QCOMPARE(spy.count(), 1);
    const QStringList tables = spy.first().first().toStringList();
    for (const char *table : {"setting", "invoice", "invoice_line", "invoice_history", "invoice_text"})
        QVERIFY2(tables.contains(q(table)), table);
    QVERIFY(!tables.contains(q("outbox")));
}

void TestDatabase::leavesNothingHalfDoneOnAFullDisk()
{
    Books books;
    VERIFY_DONE(books.stores().invoices.insert(books.invoice(), startMs));
    TRY_VALUE(
        pages, books.database().prepared(q("PRAGMA page_count")).first([](const Row &row) { return row.whole(0); }));
    VERIFY_DONE(books.database().prepared(q("PRAGMA max_page_count = %1").arg(*pages + 3)).each([](const Row &) {}));

    Transaction transaction(books.database());
    VERIFY_DONE(books.stores().settings.setValue(q("before"), q("1")));
    QList<Invoice> many;
    for (int i = 0; i < 500; ++i)
        many.append(books.invoice());
    const auto stored = books.stores().invoices.insertAll(many, startMs);
    QVERIFY(!stored.ok());
    QCOMPARE(static_cast<int>(stored.fault().kind), static_cast<int>(FaultKind::Storage));
    QVERIFY(stored.fault().message.contains(q("full")));
    // All that follows is refused too: it would stand without what came before it.
    VERIFY_FAULT(books.stores().settings.setValue(q("after"), q("1")), FaultKind::Storage);
    VERIFY_FAULT(transaction.commit(), FaultKind::Storage);
    QCOMPARE(peek(books.path(), "SELECT count(*) FROM setting"), 0);
    QCOMPARE(peek(books.path(), "SELECT count(*) FROM invoice"), 1);
    QCOMPARE(peek(books.path(), "SELECT count(*) FROM invoice_line"), 2);

    // With room again, work goes on.
    VERIFY_DONE(books.database().prepared(q("PRAGMA max_page_count = 1000000")).each([](const Row &) {}));
    VERIFY_DONE(books.stores().invoices.insertAll(many, startMs));
    QCOMPARE(peek(books.path(), "SELECT count(*) FROM invoice"), 501);
}

void TestDatabase::readsWhileItIsWritten()
{
    Books books;
    std::atomic_bool stop = false;
    std::atomic_int pages = 0;
    std::atomic_bool torn = false;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        auto opened = Database::openReader(books.path());
        if (!opened.ok()) {
            torn = true;
            return;
        }
        Stores stores(**opened);
        while (!stop) {
            ListQuery query;
            query.scope = Scope::everything();
            const auto count = stores.list.count(query);
            if (!count.ok() || *count % 50 != 0) // batches of 50 are seen whole or not at all
                torn = true;
            ++pages;
        }
    }));
    thread->start();
    for (int batch = 0; batch < 40; ++batch) {
        QList<Invoice> invoices;
        for (int i = 0; i < 50; ++i)
            invoices.append(books.invoice());
        VERIFY_DONE(books.stores().invoices.insertAll(invoices, startMs));
    }
    QTRY_VERIFY(pages > 10);
    stop = true;
    QVERIFY(thread->wait(10000));
    QVERIFY(!torn);
}

void TestDatabase::readerCanNotWrite()
{
    Books books;
    TRY_VALUE(reader, Database::openReader(books.path()));
    QVERIFY(!reader->isWriter());
    VERIFY_FAULT(SettingStore(*reader).setValue(q("a"), q("b")), FaultKind::Storage);
    QCOMPARE(peek(books.path(), "SELECT count(*) FROM setting"), 0);
}

void TestDatabase::seesDamage()
{
    Books books;
    VERIFY_DONE(books.stores().invoices.insert(books.invoice(), startMs));
    TRY_VALUE(sound, books.database().damage());
    QCOMPARE(sound, QStringList());
    books.close();
    QFile file(books.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 page = peek(books.path(), "SELECT rootpage FROM sqlite_schema WHERE name = 'invoice_line'");
    QVERIFY(file.seek((page - 1) * 4096));
    file.write(QByteArray(4096, '\x7f'));
    file.close();
    books.open();
    const auto damage = books.database().damage();
    QVERIFY(!damage.ok() || !damage->isEmpty());
}

void TestDatabase::tellsOfBadSql()
{
    Books books;
    VERIFY_FAULT(
        books.database().prepared(q("SELECT nothing FROM nowhere WHERE a = ?")).with(1).each([](const Row &) {}),
        FaultKind::Internal);
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_store_database.moc"

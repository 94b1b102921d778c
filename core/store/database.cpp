// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/store/record_search.h"
#include "core/store/storage_fault.h"
#include "core/store/texts.h"

#include <QFileInfo>
#include <QThread>

#include <sqlite3.h>

namespace kp::store
{

namespace
{
constexpr int busyMs = 5000; // somebody looking at the file with another tool
// Pages kept in memory.
constexpr int readerKib = 4000;
constexpr int writerKib = 32000;
constexpr int fewKib = 8000;

Outcome keepPages(sqlite3 *handle, int kib)
{
    return execute(handle, QStringLiteral("PRAGMA cache_size = -%1").arg(kib));
}

/// Without its own count of allocations SQLite takes no lock for each. It listens only before it is first used.
void quicken()
{
    static const int status = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(status)
}
} // namespace

Database::Database(const QString &path)
    : m_path(path)
    , m_thread(QThread::currentThread())
{
}

Database::~Database()
{
    m_queries.clear();
    sqlite3_close(m_handle);
}

Result<std::unique_ptr<Database>> Database::openWriter(const QString &path, const QList<Migration> &migrations)
{
    std::unique_ptr<Database> database(new Database(path));
    KP_DO(database->takeLock());
    KP_DO(database->open(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
    KP_DO(database->prepareFile(migrations));
    return database;
}

Result<std::unique_ptr<Database>> Database::openReader(const QString &path)
{
    if (!QFileInfo::exists(path))
        return Fault{FaultKind::NotFound, StoreText::tr("There is no database at %1.").arg(path)};
    std::unique_ptr<Database> database(new Database(path));
    // Read-only, so that closing it never checkpoints: SQLite before 3.51.3 can lose pages when a checkpoint meets
    // another connection's write.
    KP_DO(database->open(SQLITE_OPEN_READONLY));
    KP_DO(execute(database->m_handle, QStringLiteral("PRAGMA query_only = ON")));
    KP_TRY(version, fileVersion(database->m_handle));
    database->m_version = version;
    return database;
}

Outcome Database::takeLock()
{
    m_lock = std::make_unique<QLockFile>(m_path + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0); // a lock is stale when its process is gone, however old it is
    if (m_lock->tryLock(0))
        return Done{};
    if (m_lock->error() != QLockFile::LockFailedError)
        return Fault{FaultKind::Storage, StoreText::tr("The folder of the database can not be written."), m_path};
    qint64 process = 0;
    QString host;
    QString program;
    m_lock->getLockInfo(&process, &host, &program);
    return Fault{FaultKind::Conflict,
        StoreText::tr("%1 (process %2 on %3) has these books open. Close it first.")
            .arg(program)
            .arg(process)
            .arg(host),
        m_path};
}

Outcome Database::open(int flags)
{
    quicken();
    const QByteArray utf8 = m_path.toUtf8();
    const int status = sqlite3_open_v2(utf8.constData(), &m_handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    if (status != SQLITE_OK)
        return storageFault(m_handle, status, m_path);
    sqlite3_extended_result_codes(m_handle, 1);
    sqlite3_busy_timeout(m_handle, busyMs);
    KP_DO(addRecordSearch(m_handle));
    KP_DO(keepPages(m_handle, readerKib));
    return execute(m_handle, QStringLiteral("PRAGMA temp_store = MEMORY"));
}

Outcome Database::prepareFile(const QList<Migration> &migrations)
{
    // Whose file it is comes first: nothing, not even the journal mode, may change in one that is refused.
    KP_DO(fileVersion(m_handle));
    // recursive_triggers: otherwise INSERT OR REPLACE deletes rows without asking the triggers that protect them.
    KP_DO(execute(m_handle,
        QStringLiteral(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
            "PRAGMA recursive_triggers = ON; PRAGMA journal_size_limit = 67108864;"
            "PRAGMA wal_autocheckpoint = 8192;"))); // pages: a batch is not held up by copying what it has written
    KP_DO(keepPages(m_handle, writerKib));          // what a batch changes is written once, at its end
    KP_TRY(version, migrate(m_handle, m_path, migrations));
    m_version = version;
    return recreateViews(m_handle);
}

FewPages::FewPages(Database &database)
    : m_database(database)
{
    database.assertThread();
    static_cast<void>(keepPages(database.m_handle, fewKib)); // else it keeps as many as before
}

FewPages::~FewPages()
{
    static_cast<void>(keepPages(m_database.m_handle, writerKib));
}

Query &Database::prepared(const QString &sql)
{
    std::unique_ptr<Query> &query = m_queries[sql];
    if (!query)
        query = std::make_unique<Query>(*this, sql);
    return *query;
}

Result<QStringList> Database::damage()
{
    QStringList found;
    KP_DO(prepared(QStringLiteral("PRAGMA quick_check(20)")).each([&](const Row &row) {
        if (row.text(0) != QLatin1StringView("ok"))
            found.append(row.text(0));
    }));
    KP_DO(prepared(QStringLiteral("PRAGMA foreign_key_check")).each([&](const Row &row) {
        found.append(StoreText::tr("row %1 of table %2 belongs to nothing in %3")
                         .arg(row.isNull(1) ? QStringLiteral("?") : row.text(1), row.text(0), row.text(2)));
    }));
    return found;
}

void Database::noteFailure(const Fault &fault)
{
    // After such a failure SQLite may have rolled back by itself; what came next would stand alone.
    if (m_depth > 0 && (fault.kind == FaultKind::Storage || sqlite3_get_autocommit(m_handle) != 0))
        m_broken = fault;
}

void Database::assertThread() const
{
    Q_ASSERT(QThread::currentThread() == m_thread);
}

Transaction::Transaction(Database &database)
    : m_database(database)
    , m_outermost(database.m_depth == 0)
    , m_begun(Done{})
{
    database.assertThread();
    if (database.m_broken) {
        m_begun = *database.m_broken;
        m_outermost = false; // whoever broke it clears it away
        return;
    }
    m_begun =
        execute(database.m_handle, m_outermost ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("SAVEPOINT part"));
    m_open = m_begun.ok();
    if (m_open)
        ++database.m_depth;
    else
        database.m_broken = m_begun.fault(); // so that the statements to come tell why
}

Transaction::~Transaction()
{
    if (m_open)
        rollBack();
    else if (m_outermost && !m_begun.ok())
        m_database.m_broken.reset();
}

void Transaction::rollBack()
{
    m_open = false;
    --m_database.m_depth;
    const bool gone = sqlite3_get_autocommit(m_database.m_handle) != 0; // SQLite has rolled back by itself
    if (m_outermost) {
        if (!gone)
            sqlite3_exec(m_database.m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
        m_database.m_touched.clear();
        m_database.m_broken.reset();
    } else if (!gone) {
        sqlite3_exec(m_database.m_handle, "ROLLBACK TO part; RELEASE part", nullptr, nullptr, nullptr);
    }
}

Outcome Transaction::commit()
{
    if (!m_open)
        return m_begun.ok() ? Outcome(mistake(QStringLiteral("committed twice"))) : m_begun;
    if (m_database.m_broken) {
        const Fault fault = *m_database.m_broken;
        rollBack();
        return fault;
    }
    const Outcome done =
        execute(m_database.m_handle, m_outermost ? QStringLiteral("COMMIT") : QStringLiteral("RELEASE part"));
    if (!done.ok()) {
        rollBack();
        return done;
    }
    m_open = false;
    --m_database.m_depth;
    if (m_outermost) {
        const QStringList tables = m_database.m_touched.values();
        m_database.m_touched.clear();
        if (!tables.isEmpty())
            Q_EMIT m_database.m_changes.changed(tables);
    }
    return Done{};
}

Snapshot::Snapshot(Database &reader)
    : m_database(reader)
    , m_open(sqlite3_get_autocommit(reader.m_handle) != 0)
{
    reader.assertThread();
    m_open = m_open && execute(reader.m_handle, QStringLiteral("BEGIN")).ok(); // else each statement is one by itself
}

Snapshot::~Snapshot()
{
    if (m_open)
        sqlite3_exec(m_database.m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

Interruption::Interruption(Database &database, const std::atomic_bool &stop)
    : m_database(database)
{
    constexpr int operations = 5000; // a fraction of a millisecond of work between two looks
    sqlite3_progress_handler(
        database.m_handle, operations,
        [](void *flag) { return static_cast<const std::atomic_bool *>(flag)->load() ? 1 : 0; },
        const_cast<std::atomic_bool *>(&stop)); // NOLINT: the C signature; it is only read
}

Interruption::~Interruption()
{
    sqlite3_progress_handler(m_database.m_handle, 0, nullptr, nullptr);
}

} // namespace kp::store

// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to the client's database file. Each Database belongs to the thread that opened it. One process writes
// (openWriter takes a lock file), any number of threads read beside it (openReader); only the writer checkpoints.
#pragma once

#include "core/base/result.h"
#include "core/store/migrations.h"
#include "core/store/query.h"

#include <QLockFile>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <atomic>
#include <memory>
#include <optional>
#include <unordered_map>

struct sqlite3;
class QThread;

namespace kp::store
{

/// Tells, after a commit, which tables it changed: open lists reload then. Speaks on the writer's thread.
class Changes : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void changed(const QStringList &tables);
};

class Database
{
public:
    /// Opens the file for writing, creates or migrates it (a copy "<path>.v<N>.bak" is kept before an existing file is
    /// migrated). Faults: Conflict (another process holds the file; the message names it), Invalid (not our file, or
    /// written by a newer program), Storage.
    static Result<std::unique_ptr<Database>> openWriter(
        const QString &path, const QList<Migration> &migrations = shippedMigrations());
    /// A read-only connection for another thread, to a file that a writer of this version has opened before.
    /// Faults: NotFound, Invalid, Storage.
    static Result<std::unique_ptr<Database>> openReader(const QString &path);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// The statement for this SQL, prepared once and kept. The reference stays good as long as the database does. A
    /// mistake in the SQL shows as a fault when the statement runs.
    Query &prepared(const QString &sql);

    [[nodiscard]] Changes &changes() { return m_changes; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool isWriter() const { return m_lock != nullptr; }
    /// Number of the last migration of the file.
    [[nodiscard]] int version() const { return m_version; }
    /// What is wrong with the file: broken pages, rows that refer to nothing (a line too many on an invoice). Reads all
    /// of it. Fault: Storage.
    [[nodiscard]] Result<QStringList> damage();

private:
    friend class FewPages;
    friend class Interruption;
    friend class Query;
    friend class Snapshot;
    friend class Transaction;
    explicit Database(const QString &path);
    Outcome takeLock();
    Outcome open(int flags);
    Outcome prepareFile(const QList<Migration> &migrations);
    /// Keeps the reason when the open transaction can only be rolled back.
    void noteFailure(const Fault &fault);
    void assertThread() const;

    QString m_path;
    std::unique_ptr<QLockFile> m_lock; ///< the writer's
    sqlite3 *m_handle = nullptr;
    QThread *m_thread;
    std::unordered_map<QString, std::unique_ptr<Query>> m_queries;
    Changes m_changes;
    QSet<QString> m_touched;       ///< tables written in the open transaction
    int m_depth = 0;               ///< open Transactions, one inside another
    std::optional<Fault> m_broken; ///< why the open transaction can only be rolled back
    int m_version = 0;
};

/// While it lives the writer keeps a quarter of the pages in memory that it else may: for work that goes through more
/// than it could ever keep, once.
class FewPages
{
public:
    explicit FewPages(Database &database);
    ~FewPages();
    FewPages(const FewPages &) = delete;
    FewPages &operator=(const FewPages &) = delete;

private:
    Database &m_database;
};

/// A write transaction: begun at once, durable after commit(), undone when it goes without. One opened inside another
/// is a part of it: given up, it undoes only its own writes; committed, it is as durable as the outer one will be.
/// Every store method that writes opens one, so a service opens one around several calls. After the disk has failed,
/// all that is open can only be rolled back: every statement and commit() then give that fault.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Fault: Storage (nothing was changed).
    Outcome commit();

private:
    void rollBack();

    Database &m_database;
    bool m_open = false;
    bool m_outermost;
    Outcome m_begun;
};

/// While it lives a reader sees the file as it stood when it first read, however many statements it takes; and it asks
/// for the file once instead of once a statement.
class Snapshot
{
public:
    explicit Snapshot(Database &reader);
    ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    Database &m_database;
    bool m_open; ///< false inside a Transaction or another Snapshot, which hold the file already
};

/// While it lives, statements of the database end with a Conflict fault soon after @p stop has become true.
class Interruption
{
public:
    Interruption(Database &database, const std::atomic_bool &stop);
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

private:
    Database &m_database;
};

} // namespace kp::store

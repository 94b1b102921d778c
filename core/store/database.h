// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to the client's database file. Each Database belongs to the thread that opened it. One process writes
// (openWriter takes a lock file), any number of threads read beside it (openReader); only the writer checkpoints.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/query.h"

#include <QLockFile>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <memory>
#include <unordered_map>

namespace kp::store
{

/// Tells, after a commit, which tables it changed: open lists reload then. Lives on the writer's thread.
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
    static Result<std::unique_ptr<Database>> openWriter(const QString &path, const Clock &clock);
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
    /// Migration number of the file.
    [[nodiscard]] int version() const { return m_version; }

private:
    friend class Transaction;
    friend class Query;
    Database(QString path, QString connection);
    Outcome connect(bool readOnly);
    Outcome migrate();
    Outcome recreateViews();
    Outcome takeLock();
    Outcome execute(const QString &sql);

    QString m_path;
    QString m_connection; ///< name of the QSqlDatabase
    std::unique_ptr<QLockFile> m_lock;
    std::unordered_map<QString, std::unique_ptr<Query>> m_queries;
    Changes m_changes;
    QSet<QString> m_touched;       ///< tables written in the open transaction
    int m_depth = 0;               ///< open Transactions, one inside another
    std::optional<Fault> m_broken; ///< why the open transaction can only be rolled back
    int m_version = 0;
};

/// A write transaction: BEGIN IMMEDIATE … commit(), rolled back when it goes without. One opened inside another joins
/// it: only the outermost commits, and none does once an inner one has been given up or a statement has failed for
/// want of disk. Every store method that writes opens one, so a service opens one around several.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Makes all of it durable, then lets Changes speak. Fault: Storage (nothing was changed).
    Outcome commit();

private:
    Database &m_database;
    bool m_open = false;
    std::optional<Fault> m_failed;
};

} // namespace kp::store

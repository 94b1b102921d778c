// SPDX-License-Identifier: GPL-3.0-or-later
// 审计日志: who did what, to which object, and what it changed. Each entry's SHA-256 covers the entry before it, so
// that nothing in the middle can be edited, removed or put elsewhere unseen; triggers refuse changes in the first
// place.
#pragma once

#include "core/store/insert.h"

#include <QDateTime>

#include <functional>
#include <utility>

namespace kp::store
{

/// A field that an act changed, in plain text form. A null text: the field was not there.
struct FieldChange {
    QString field;
    QString before;
    QString after;

    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

struct AuditEntry {
    qint64 id = 0;  ///< 1, 2, 3 … without gaps; given by append
    QDateTime at;   ///< given by append
    QString actor;  ///< account; "system" for what the program does by itself
    QString act;    ///< "invoice.submit"
    QString object; ///< "invoice/17"
    QList<FieldChange> changes;
};

/// Fields by their keys.
using FieldValues = QList<std::pair<QString, QString>>;
/// The fields that differ.
QList<FieldChange> fieldChanges(const FieldValues &before, const FieldValues &after);

struct AuditHead {
    qint64 count = 0;
    QByteArray hash; ///< 32 bytes; zeros when empty
};

struct AuditVerdict {
    qint64 count = 0;
    qint64 firstBad = 0; ///< id of the first entry that is wrong; 0: the chain holds
    QString reason;
    [[nodiscard]] bool clean() const { return firstBad == 0; }
};

class AuditLog
{
public:
    explicit AuditLog(Database &database);

    Outcome append(const AuditEntry &entry, qint64 nowMs);
    Outcome appendAll(const QList<AuditEntry> &entries, qint64 nowMs);
    /// The same for entries that are made one after another, so that not all of them are held at once.
    Outcome appendEach(qsizetype count, const std::function<AuditEntry(qsizetype)> &entryAt, qint64 nowMs);
    [[nodiscard]] Result<AuditHead> head();
    /// Walks the whole chain. Fault: Storage.
    [[nodiscard]] Result<AuditVerdict> verify();
    /// Newest first. @param before only entries with a smaller id; 0: from the newest
    [[nodiscard]] Result<QList<AuditEntry>> page(qint64 before, int limit);
    [[nodiscard]] Result<QList<AuditEntry>> ofObject(const QString &object);

private:
    Database &m_database;
    Insert m_insert;
};

} // namespace kp::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/record_import.h"

#include "core/rules/record_checks.h"
#include "core/service/guard.h"
#include "core/service/records.h"
#include "core/service/texts.h"

namespace kp::service
{

namespace
{
/// Puts what the row fills in over the record.
template<class T>
void overlay(T &record, const T &read, std::uint32_t filled)
{
    const Field<T> *first = schema<T>().fields.data();
    for (const Field<T> *field : ownFields<T>())
        if ((filled >> (field - first) & 1U) != 0)
            field->load(record, field->store(read));
}

template<class T>
store::AuditEntry entryOf(const Actor &actor, const char *act, const store::FieldValues &before, const T &record)
{
    const QString kind = QString::fromLatin1(recordKind<T>().key);
    return {0, {}, actor.account, kind + QLatin1StringView(act),
        QStringLiteral("%1/%2").arg(kind).arg(record.id.value()), store::fieldChanges(before, auditedFields(record))};
}
} // namespace

/// A row with what it means for the store.
template<class T>
struct RecordImport<T>::Judged {
    int row = 0;
    RowState state = RowState::Added;
    QString key;
    T record;                ///< as it would be kept
    std::optional<T> before; ///< what is there already
    qsizetype pending = -1;  ///< its place among what this step writes, when an earlier row has the same key
};

/// What a step writes: of each record the last state.
template<class T>
struct RecordImport<T>::Changes {
    QList<Judged> pending;
    QHash<QString, qsizetype> byKey;
};

template<class T>
RecordImport<T>::RecordImport(
    store::Stores &stores, const Clock &clock, const Issuing &issuing, Actor actor, CompanyId company, Mode mode)
    : m_stores(stores)
    , m_clock(clock)
    , m_catalogue(issuing.classification())
    , m_actor(std::move(actor))
    , m_company(company)
    , m_mode(mode)
{
}

/// What the reading has said of a cell is said once: the rules find the same cell empty.
template<class T>
void RecordImport<T>::note(const RecordColumns &columns, const ReadRecord<T> &row, const QList<Finding> &findings)
{
    m_report.findings += row.findings;
    for (const Finding &finding : findings) {
        const CellPlace place = columns.place(row.row, finding.field);
        const bool said = std::any_of(row.findings.begin(), row.findings.end(),
            [&](const CellFinding &earlier) { return earlier.place == place && earlier.severity == Severity::Error; });
        if (!said)
            m_report.findings.append({place, finding.text, finding.severity});
    }
}

/// Reads the keys there are when somebody else has written since: asking for each row's own takes as long as adding it.
template<class T>
Outcome RecordImport<T>::learnKnown()
{
    KP_TRY(turn, store::lastRecordTurn(m_stores.database));
    if (turn == m_turn)
        return Done{};
    m_known.clear();
    m_turn = turn;
    return m_stores.records<T>().eachKey(m_company, [this](const QString &key) { m_known.insert(qHash(key)); });
}

template<class T>
Outcome RecordImport<T>::step(const RecordColumns &columns, const QList<ReadRecord<T>> &rows)
{
    KP_DO(require(m_stores.users, m_actor, Permission::MaintainRecords, m_company));
    KP_TRY(usable, m_stores.companies.rates(m_company));
    const rules::UsableRates rates(usable, m_clock.today());
    const rules::ClassificationLookup lookup = m_catalogue->lookup();
    store::Transaction transaction(m_stores.database);
    KP_DO(learnKnown());
    const qsizetype rowsBefore = m_report.rows.size();
    const qsizetype findingsBefore = m_report.findings.size();
    Changes changes;
    for (const ReadRecord<T> &row : rows) {
        KP_TRY(judgedRow, judged(columns, row, changes));
        const QList<Finding> findings = rules::checkRecord(judgedRow.record, {lookup, rates});
        note(columns, row, findings);
        const bool unreadable = std::any_of(row.findings.begin(), row.findings.end(),
            [](const CellFinding &finding) { return finding.severity == Severity::Error; });
        if (unreadable || hasErrors(findings))
            judgedRow.state = RowState::Bad;
        m_report.rows.append({row.row, judgedRow.state});
        take(std::move(judgedRow), changes);
    }
    const Outcome done = m_mode == Mode::Write ? write(changes, transaction) : Outcome(Done{});
    if (!done.ok()) { // nothing of it is there
        m_report.rows.resize(rowsBefore);
        m_report.findings.resize(findingsBefore);
    }
    return done;
}

/// What a row comes to, whatever the rules say of it.
template<class T>
Result<typename RecordImport<T>::Judged> RecordImport<T>::judged(
    const RecordColumns &columns, const ReadRecord<T> &row, const Changes &changes)
{
    T read = rules::tidiedRecord(row.record);
    read.company = m_company;
    Judged out;
    out.row = row.row;
    out.key = store::naturalKeyText(read);
    const std::size_t hash = qHash(out.key);
    const int first = m_seen.value(hash);
    if (first != 0) {
        m_report.findings.append({columns.place(row.row, QStringLiteral("name")),
            RecordsText::tr("This stands already in row %1; what is filled in here is put over it.").arg(first),
            Severity::Warning});
        out.state = RowState::Changed;
    } else {
        m_seen.insert(hash, row.row);
    }
    out.pending = changes.byKey.value(out.key, -1);
    if (out.pending >= 0) {
        out.record = changes.pending.at(out.pending).record;
        overlay(out.record, read, row.filled);
        return out;
    }
    std::optional<T> known;
    if (first != 0 || m_known.contains(hash)) {
        KP_TRY(found, m_stores.records<T>().findByKey(m_company, read));
        known = std::move(found);
    }
    if (!known) {
        out.record = std::move(read);
        return out;
    }
    out.record = *known;
    overlay(out.record, read, row.filled);
    out.state = out.record == *known ? RowState::Same : RowState::Changed;
    out.before = std::move(known);
    return out;
}

template<class T>
void RecordImport<T>::take(Judged row, Changes &changes)
{
    if (row.state == RowState::Bad || row.state == RowState::Same)
        return;
    if (row.pending >= 0) {
        changes.pending[row.pending].record = std::move(row.record);
        return;
    }
    changes.byKey.insert(row.key, changes.pending.size());
    changes.pending.append(std::move(row));
}

template<class T>
Outcome RecordImport<T>::write(Changes &changes, store::Transaction &transaction)
{
    const RecordStamp stamp{1, m_actor.account, m_clock.now()};
    QList<Judged> changed;
    QList<T> fresh;
    for (Judged &row : changes.pending) {
        row.record.stamp = stamp;
        if (!row.before) {
            fresh.append(std::move(row.record));
            continue;
        }
        row.record.stamp.revision += row.before->stamp.revision;
        KP_DO(m_stores.records<T>().update(row.record));
        changed.append(std::move(row));
    }
    KP_DO(m_stores.records<T>().insertAll(fresh));
    const auto entryAt = [&](qsizetype i) {
        if (i >= changed.size())
            return entryOf(m_actor, ".create", {}, fresh[i - changed.size()]);
        return entryOf(m_actor, ".change", auditedFields(*changed[i].before), changed[i].record);
    };
    KP_DO(m_stores.audit.appendEach(changed.size() + fresh.size(), entryAt, m_clock.nowMs()));
    KP_TRY(turn, store::lastRecordTurn(m_stores.database));
    KP_DO(transaction.commit());
    m_turn = turn; // what was added is in m_seen
    return Done{};
}

template class RecordImport<Item>;
template class RecordImport<Customer>;
template class RecordImport<BusinessType>;

} // namespace kp::service

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/record_import.h"

#include "core/rules/record_checks.h"
#include "core/service/customer_meant.h"
#include "core/service/guard.h"
#include "core/service/records.h"
#include "core/service/texts.h"

#include <future>
#include <span>

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
store::AuditEntry entryOf(
    const Actor &actor, const char *act, const T &record, const QList<store::FieldChange> &changes)
{
    const QString kind = QString::fromLatin1(recordKind<T>().key);
    return {
        0, {}, actor.account, kind + QLatin1StringView(act), kind + u'/' + QString::number(record.id.value()), changes};
}
} // namespace

/// What a row says by itself, whatever the store holds.
template<class T>
struct RecordImport<T>::Looked {
    T record;
    QString key;
    QList<Finding> findings;
    QList<store::FieldChange> changes; ///< for the journal, if the record is new
};

/// A row with what it means for the store.
template<class T>
struct RecordImport<T>::Judged {
    int row = 0;
    RowState state = RowState::Added;
    QString key;
    T record; ///< as it would be kept
    QList<Finding> findings;
    QList<store::FieldChange> changes; ///< for the journal
    std::optional<T> before;           ///< what is there already
    qsizetype pending = -1; ///< its place among what this portion writes, when an earlier row has the same key
};

/// What a portion writes: of each record the last state.
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
    if (m_lastBefore < 0) {
        KP_TRY(last, store::lastRecordId(m_stores.database, QString::fromLatin1(recordKind<T>().key)));
        m_lastBefore = last;
    }
    KP_TRY(turn, store::lastRecordTurn(m_stores.database));
    if (turn == m_turn)
        return Done{};
    m_known.clear();
    m_turn = turn;
    return m_stores.records<T>().eachKey(m_company, [this](const QString &key) { m_known.insert(qHash(key)); });
}

/// Rows are looked at a portion ahead, beside the one that is being written: looking needs no store.
template<class T>
Outcome RecordImport<T>::step(const RecordColumns &columns, const QList<ReadRecord<T>> &rows)
{
    KP_DO(require(m_stores.users, m_actor, Permission::MaintainRecords, m_company));
    KP_TRY(usable, m_stores.companies.rates(m_company));
    const rules::UsableRates rates(usable, m_clock.today());
    const rules::ClassificationLookup lookup = m_catalogue->lookup();
    const rules::RecordFacts facts{lookup, rates};
    const store::FewPages fewPages(m_stores.database);
    store::Transaction transaction(m_stores.database);
    KP_DO(learnKnown());
    const qsizetype rowsBefore = m_report.rows.size();
    const qsizetype findingsBefore = m_report.findings.size();
    const std::span all(rows.constData(), static_cast<std::size_t>(rows.size()));
    const auto lookAhead = [&](std::size_t from) {
        const auto part = all.subspan(from, std::min(portion, all.size() - from));
        return std::async(std::launch::async, [this, part, &facts] { return looked(part, facts); });
    };
    Outcome done = Done{};
    std::future<QList<Looked>> next = lookAhead(0);
    for (std::size_t from = 0; from < all.size() && done.ok(); from += portion) {
        QList<Looked> now = next.get();
        if (from + portion < all.size())
            next = lookAhead(from + portion);
        const auto part = all.subspan(from, std::min(portion, all.size() - from));
        done = takePortion(columns, part, std::move(now), facts);
    }
    if (done.ok() && m_mode == Mode::Write)
        done = finish(transaction);
    if (!done.ok()) { // nothing of it is there
        m_report.rows.resize(rowsBefore);
        m_report.findings.resize(findingsBefore);
    }
    return done;
}

template<class T>
QList<typename RecordImport<T>::Looked> RecordImport<T>::looked(
    std::span<const ReadRecord<T>> rows, const rules::RecordFacts &facts) const
{
    QList<Looked> out;
    out.reserve(static_cast<qsizetype>(rows.size()));
    for (const ReadRecord<T> &row : rows) {
        Looked one{rules::tidiedRecord(row.record), {}, {}, {}};
        one.record.company = m_company;
        one.key = store::naturalKeyText(one.record);
        one.findings = rules::checkRecord(one.record, facts);
        one.changes = store::fieldChanges({}, auditedFields(one.record));
        out.append(std::move(one));
    }
    return out;
}

template<class T>
Outcome RecordImport<T>::takePortion(const RecordColumns &columns, std::span<const ReadRecord<T>> rows,
    QList<Looked> looked, const rules::RecordFacts &facts)
{
    Changes changes;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ReadRecord<T> &row = rows[i];
        KP_TRY(judgedRow, judged(columns, row, std::move(looked[static_cast<qsizetype>(i)]), facts, changes));
        note(columns, row, judgedRow.findings);
        const bool unreadable = std::any_of(row.findings.begin(), row.findings.end(),
            [](const CellFinding &finding) { return finding.severity == Severity::Error; });
        if (unreadable || hasErrors(judgedRow.findings))
            judgedRow.state = RowState::Bad;
        m_report.rows.append({row.row, judgedRow.state});
        take(std::move(judgedRow), changes);
    }
    return m_mode == Mode::Write ? write(changes) : Outcome(Done{});
}

/// What a row comes to beside what the store and the rows before it hold.
template<class T>
Result<typename RecordImport<T>::Judged> RecordImport<T>::judged(const RecordColumns &columns, const ReadRecord<T> &row,
    Looked looked, const rules::RecordFacts &facts, const Changes &changes)
{
    Judged out;
    out.row = row.row;
    out.key = std::move(looked.key);
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
        overlay(out.record, looked.record, row.filled);
        out.findings = rules::checkRecord(out.record, facts);
        return out;
    }
    std::optional<T> known;
    if (first != 0 || m_known.contains(hash)) {
        KP_TRY(found, m_stores.records<T>().findByKey(m_company, looked.record));
        known = std::move(found);
    }
    if (!known) {
        KP_TRY(doubts, judgedAmongKnown(looked.record));
        out.record = std::move(looked.record);
        out.findings = std::move(looked.findings) + doubts;
        out.changes = std::move(looked.changes);
        return out;
    }
    out.record = *known;
    overlay(out.record, looked.record, row.filled);
    out.findings = rules::checkRecord(out.record, facts);
    out.changes = store::fieldChanges(auditedFields(*known), auditedFields(out.record));
    out.state = out.record == *known ? RowState::Same : RowState::Changed;
    out.before = std::move(known);
    return out;
}

/// Of a record that would be new: whether it is a mistyped one of those there were before. Trying out and writing say
/// the same: rows of the file itself do not count.
template<class T>
Result<QList<Finding>> RecordImport<T>::judgedAmongKnown(const T &record)
{
    QList<Finding> doubts;
    if constexpr (std::is_same_v<T, Customer>) {
        KP_TRY(meant, numberMeant(m_stores, record, CustomerId(m_lastBefore)));
        if (meant)
            doubts.append({Severity::Warning, QStringLiteral("taxNumber"), -1,
                RecordsText::tr("%1 is a customer already, with the tax number %2. This number can not be right; the "
                                "row makes another customer of it.")
                    .arg(record.party.name, *meant)});
    }
    return doubts;
}

template<class T>
void RecordImport<T>::take(Judged row, Changes &changes)
{
    if (row.state == RowState::Bad || row.state == RowState::Same)
        return;
    if (row.pending >= 0) {
        Judged &earlier = changes.pending[row.pending];
        earlier.record = std::move(row.record);
        earlier.changes = store::fieldChanges(
            earlier.before ? auditedFields(*earlier.before) : store::FieldValues(), auditedFields(earlier.record));
        return;
    }
    changes.byKey.insert(row.key, changes.pending.size());
    changes.pending.append(std::move(row));
}

template<class T>
Outcome RecordImport<T>::write(Changes &changes)
{
    const RecordStamp stamp{1, m_actor.account, m_clock.now()};
    QList<Judged> changed;
    QList<T> fresh;
    QList<QList<store::FieldChange>> freshChanges;
    for (Judged &row : changes.pending) {
        row.record.stamp = stamp;
        if (!row.before) {
            fresh.append(std::move(row.record));
            freshChanges.append(std::move(row.changes));
            continue;
        }
        row.record.stamp.revision += row.before->stamp.revision;
        KP_DO(m_stores.records<T>().update(row.record));
        changed.append(std::move(row));
    }
    KP_DO(m_stores.records<T>().insertAll(fresh));
    const auto entryAt = [&](qsizetype i) {
        if (i >= changed.size())
            return entryOf(m_actor, ".create", fresh[i - changed.size()], freshChanges[i - changed.size()]);
        return entryOf(m_actor, ".change", changed[i].record, changed[i].changes);
    };
    return m_stores.audit.appendEach(changed.size() + fresh.size(), entryAt, m_clock.nowMs());
}

template<class T>
Outcome RecordImport<T>::finish(store::Transaction &transaction)
{
    KP_TRY(turn, store::lastRecordTurn(m_stores.database));
    KP_DO(transaction.commit());
    m_turn = turn; // what was added is in m_seen
    return Done{};
}

template class RecordImport<Item>;
template class RecordImport<Customer>;
template class RecordImport<BusinessType>;

} // namespace kp::service

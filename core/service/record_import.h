// SPDX-License-Identifier: GPL-3.0-or-later
// Importing records: the rows of a file come step by step; each step is one transaction, so that a crash leaves all or
// nothing of a step, and the same file can be imported again: records are recognised by their natural key, and what is
// blank in the file overwrites nothing.
#pragma once

#include "core/base/clock.h"
#include "core/domain/access.h"
#include "core/domain/record_sheet.h"
#include "core/rules/record_checks.h"
#include "core/service/issuing.h"
#include "core/store/stores.h"

#include <span>

namespace kp::service
{

template<class T>
class RecordImport
{
public:
    enum class Mode {
        Try,  ///< checks everything and changes nothing
        Write ///< good rows go in, bad ones stay out
    };

    RecordImport(
        store::Stores &stores, const Clock &clock, const Issuing &issuing, Actor actor, CompanyId company, Mode mode);

    /// Takes the next rows. Faults: Denied, Storage (nothing of the step was stored).
    Outcome step(const RecordColumns &columns, const QList<ReadRecord<T>> &rows);
    /// Of the rows so far.
    [[nodiscard]] const ImportReport &report() const { return m_report; }

    static constexpr qsizetype rowsOfStep = 5000; ///< what a file is best cut into

private:
    static constexpr std::size_t portion = 250; ///< rows of a step that are looked at together

    struct Looked;
    struct Judged;
    struct Changes;
    QList<Looked> looked(std::span<const ReadRecord<T>> rows, const rules::RecordFacts &facts) const;
    Outcome takePortion(const RecordColumns &columns, std::span<const ReadRecord<T>> rows, QList<Looked> looked,
        const rules::RecordFacts &facts);
    Result<Judged> judged(const RecordColumns &columns, const ReadRecord<T> &row, Looked looked,
        const rules::RecordFacts &facts, const Changes &changes);
    void take(Judged row, Changes &changes);
    Outcome write(Changes &changes);
    Outcome finish(store::Transaction &transaction);
    void note(const RecordColumns &columns, const ReadRecord<T> &row, const QList<Finding> &findings);
    Outcome learnKnown();
    Result<QList<Finding>> judgedAmongKnown(const T &record);

    store::Stores &m_stores;
    const Clock &m_clock;
    std::shared_ptr<const rules::ClassificationCatalogue> m_catalogue;
    const Actor m_actor;
    const CompanyId m_company;
    const Mode m_mode;
    /// Hash of a natural key → its first row. The keys themselves would take as much room as all else; that two of them
    /// have one hash of 64 bits happens once in ten thousand million files, and costs a needless warning.
    QHash<std::size_t, int> m_seen;
    QSet<std::size_t> m_known; ///< such hashes of what the company had at m_turn: only these are looked up
    qint64 m_turn = -1;
    qint64 m_lastBefore = -1; ///< the last record there was before this import; -1: not asked for yet
    ImportReport m_report;
};

extern template class RecordImport<Item>;
extern template class RecordImport<Customer>;
extern template class RecordImport<BusinessType>;

} // namespace kp::service

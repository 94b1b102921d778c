// SPDX-License-Identifier: GPL-3.0-or-later
// Reads records from a workbook or CSV file, whatever the order of its columns and whichever program named them.
#pragma once

#include "core/document/workbook/record_template.h"
#include "core/document/workbook/table_file.h"
#include "core/domain/record_sheet.h"

#include <functional>

namespace kp::workbook
{

/// A row as texts in the schema's plain form, by column of the template; empty where the cell is.
struct PlainRow {
    int row = 0;
    QStringList texts;
    QList<CellFinding> findings;
};

/// What a file says beside its rows.
struct RecordSheet {
    RecordColumns columns;
    QList<CellFinding> findings; ///< unknown columns, merged cells
};

/// Limits of a file of records: 100,000 customers are about 8 MiB packed and 60 MiB unpacked.
inline constexpr ReadLimits recordLimits{qint64{64} << 20, 4096, qint64{160} << 20, qint64{320} << 20};

/// Reads every row below the headings; @p take gets each and returns whether it wants the next. Faults: those of
/// TableFile::open; Invalid when no sheet has the headings, naming sheets, row and what is missing.
Result<RecordSheet> readPlainRows(const QString &path, const RecordTemplate &form,
    const std::function<bool(const RecordColumns &, PlainRow &&)> &take);

/// Reads records in steps of at most @p rowsOfStep; @p take stores a step and gives what has gone wrong, which ends the
/// reading. It is called on the caller's thread, while another one reads what comes next. Faults: those of
/// readPlainRows and of take; rows before a fault of the file have been taken.
template<class T>
Result<RecordSheet> readRecords(const QString &path, qsizetype rowsOfStep,
    const std::function<Outcome(const RecordColumns &, const QList<ReadRecord<T>> &)> &take);

extern template Result<RecordSheet> readRecords(
    const QString &, qsizetype, const std::function<Outcome(const RecordColumns &, const QList<ReadRecord<Item>> &)> &);
extern template Result<RecordSheet> readRecords(const QString &, qsizetype,
    const std::function<Outcome(const RecordColumns &, const QList<ReadRecord<Customer>> &)> &);
extern template Result<RecordSheet> readRecords(const QString &, qsizetype,
    const std::function<Outcome(const RecordColumns &, const QList<ReadRecord<BusinessType>> &)> &);

} // namespace kp::workbook

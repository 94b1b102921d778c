// SPDX-License-Identifier: GPL-3.0-or-later
// Records read from a file, and what became of them: rows with the cells they came from.
#pragma once

#include "core/domain/order_sheet.h"
#include "core/domain/records.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <cstdint>

namespace kp
{

/// Where the fields of a sheet's records stand.
struct RecordColumns {
    QString sheet;
    int headingRow = 0;
    QHash<QString, int> columns; ///< field key → column, from 1

    /// The cell of a field; the whole row when the sheet has no column for it.
    [[nodiscard]] CellPlace place(int row, const QString &field) const { return {sheet, row, columns.value(field)}; }
};

/// One row of a file.
template<class T>
struct ReadRecord {
    int row = 0;
    T record;
    std::uint32_t filled = 0;    ///< bit i: field i of the schema is filled in; a blank never overwrites
    QList<CellFinding> findings; ///< what reading found wrong; an error keeps the row out
};

enum class RowState {
    Added,
    Changed,
    Same, ///< the record is there already and says the same
    Bad,  ///< breaks a rule: left out
};
/// "added" …: as the command line prints it.
const char *code(RowState state);

struct RowOutcome {
    int row = 0;
    RowState state = RowState::Bad;
};

/// What an import did, or would do.
struct ImportReport {
    QList<RowOutcome> rows;
    QList<CellFinding> findings;

    [[nodiscard]] qint64 count(RowState state) const
    {
        return std::count_if(rows.begin(), rows.end(), [&](const RowOutcome &row) { return row.state == state; });
    }
};

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// One sheet of an order workbook as rows of the template's columns, wherever in the sheet those columns stand.
#pragma once

#include "core/document/workbook/order_template.h"
#include "core/document/workbook/reader.h"
#include "core/domain/order_sheet.h"

#include <vector>

namespace kp::workbook
{

struct SheetRow {
    int number = 0;
    std::vector<Cell> cells; ///< by template column (0 is the first); empty text where the row has nothing
    std::vector<int> merged; ///< template columns whose value stands in a merged cell further up
};

/// The data rows of a sheet, blank ones left out.
struct SheetRows {
    QString sheet;
    std::vector<int> positions; ///< by template column: its column in the sheet, from 1; 0 when it is missing
    std::vector<SheetRow> rows;
    QList<CellFinding> findings; ///< missing and unknown columns

    [[nodiscard]] CellPlace place(const SheetRow &row, std::size_t column) const
    {
        return {sheet, row.number, positions[column]};
    }
};

/// Reads a sheet. Columns are found by their headers; a missing required one is an error, a missing optional or an
/// unknown one a warning. A serial merged over several rows counts for each of them. Fault: Invalid (damaged, or too
/// many rows).
Result<SheetRows> readSheetRows(const Reader &reader, qsizetype sheet, const TemplateSheet &layout);

} // namespace kp::workbook

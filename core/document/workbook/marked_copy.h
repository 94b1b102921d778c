// SPDX-License-Identifier: GPL-3.0-or-later
// Gives the clerk's own file back with what is wrong in it marked, whatever kind of rows it holds.
#pragma once

#include "core/document/workbook/book_writer.h"
#include "core/document/workbook/table_file.h"
#include "core/domain/order_sheet.h"

#include <functional>

namespace kp::workbook
{

/// What a sheet of the file is to its template.
struct MarkedLayout {
    int headingRow = 0; ///< 0: the sheet is none of the template's
    /// Adds the drop-downs. @param header the row of headings as it stands in the file
    std::function<void(BookWriter &, const Row &header, int lastRow)> addDropDowns = {};
};

/// Writes the sheets of @p source to @p target: the same texts in the same cells, all as text; cells with an error red,
/// those with a warning yellow, both with a comment that gives the reasons. A finding without a column marks its whole
/// row. Faults: those of reading; Storage.
Outcome writeMarkedCopy(const TableFile &source, const QString &target, const QList<CellFinding> &findings,
    const std::function<MarkedLayout(const QString &sheet)> &layoutOf);

} // namespace kp::workbook

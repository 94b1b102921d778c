// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/order_filling.h"

#include "core/document/workbook/texts.h"

namespace kp::workbook
{

Result<std::optional<SheetRows>> sheetRows(const Reader &reader, const TemplateSheet &layout)
{
    for (qsizetype i = 0; i < reader.sheets().size(); ++i)
        if (nameKey(reader.sheets().at(i).name) == nameKey(layout.name)) {
            KP_TRY(rows, readSheetRows(reader, i, layout));
            return std::optional(std::move(rows));
        }
    return std::optional<SheetRows>();
}

QString mergedProblem(const TemplateColumn &column)
{
    return OrderWorkbookText::tr("%1: the cell is merged with one above it; unmerge the cells and fill in each.")
        .arg(spokenName(column));
}

} // namespace kp::workbook

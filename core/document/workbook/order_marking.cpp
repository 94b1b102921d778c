// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/order_marking.h"

#include "core/document/workbook/marked_copy.h"
#include "core/document/workbook/order_template.h"
#include "core/document/workbook/order_writer.h"

namespace kp::workbook
{

namespace
{
/// The columns whose header stands where the template has it.
TemplateSheet unmovedColumns(const TemplateSheet &layout, const Row &header)
{
    TemplateSheet out{layout.name, {}};
    for (const Cell &cell : header.cells)
        if (cell.column <= layout.columns.size() &&
            nameKey(cell.text) == nameKey(layout.columns.at(cell.column - 1).name))
            out.columns.append(layout.columns.at(cell.column - 1));
    return out;
}

MarkedLayout markedLayout(const QString &sheet)
{
    const TemplateSheet *layout = templateSheet(sheet);
    if (layout == nullptr)
        return {};
    return {templateHeaderRow, [layout](BookWriter &book, const Row &header, int lastRow) {
                addDropDowns(book, unmovedColumns(*layout, header), std::max(lastRow, templateFirstRow));
            }};
}
} // namespace

Outcome writeMarkedCopy(const QString &source, const QString &target, const QList<CellFinding> &findings)
{
    KP_TRY(file, TableFile::open(source));
    return writeMarkedCopy(file, target, findings, markedLayout);
}

Outcome writeMarkedCopy(Reader source, const QString &target, const QList<CellFinding> &findings)
{
    return writeMarkedCopy(TableFile(std::move(source)), target, findings, markedLayout);
}

} // namespace kp::workbook

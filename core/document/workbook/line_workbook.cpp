// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/line_workbook.h"

#include "core/document/workbook/order_filling.h"
#include "core/document/workbook/texts.h"

#include <algorithm>

namespace kp::workbook
{

namespace
{
/// The tax bureau's site refuses more; so does the platform for one invoice.
constexpr std::size_t mostLines = 5000;

bool hasErrors(const QList<CellFinding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
        [](const CellFinding &finding) { return finding.severity == Severity::Error; });
}

ImportedLine importedLine(const SheetRows &sheet, const SheetRow &row, const std::vector<ColumnPlan<DraftLine>> &plan,
    const QHash<QString, int> &columns)
{
    ImportedLine out;
    out.row = {sheet.sheet, row.number, columns};
    fillRecord(out.line, sheet, row, plan, out.findings, [&](const CellPlace &place, const TemplateColumn &column) {
        out.findings.append({place,
            OrderWorkbookText::tr("%1 can not be carried into a line yet. Clear the cell.").arg(spokenName(column))});
    });
    return out;
}
} // namespace

Result<LineSheet> readLines(const QString &path, const ReadLimits &limits)
{
    const LineTemplate &layout = lineTemplate();
    KP_TRY(reader, Reader::open(path, limits));
    KP_TRY(rows, sheetRows(reader, layout.lines));
    if (!rows)
        return Fault{FaultKind::Invalid,
            OrderWorkbookText::tr("This is not the official template for items: the sheet %1 is missing.")
                .arg(layout.lines.name)};
    if (rows->rows.size() > mostLines)
        return Fault{
            FaultKind::Invalid, OrderWorkbookText::tr("The sheet %1 has %2 lines; at most %3 are allowed. Split it.")
                                    .arg(layout.lines.name)
                                    .arg(rows->rows.size())
                                    .arg(mostLines)};
    LineSheet out;
    out.findings = rows->findings;
    if (hasErrors(out.findings))
        return out;
    const auto plan = planOf(layout.lines, itemFields());
    const QHash<QString, int> columns = columnsOf(*rows, plan);
    for (const SheetRow &row : rows->rows)
        out.lines.append(importedLine(*rows, row, plan, columns));
    KP_TRY(business, sheetRows(reader, layout.business));
    if (business)
        for (const SheetRow &row : business->rows)
            out.findings.append({business->place(row, 0),
                OrderWorkbookText::tr("The rows of the sheet %1 can not be carried into an invoice yet.")
                    .arg(business->sheet)});
    return out;
}

} // namespace kp::workbook

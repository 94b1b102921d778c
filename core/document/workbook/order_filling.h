// SPDX-License-Identifier: GPL-3.0-or-later
// From the rows of a template sheet to records: what the readers of both templates share.
#pragma once

#include "core/document/workbook/order_cells.h"
#include "core/document/workbook/order_fields.h"
#include "core/document/workbook/order_rows.h"

#include <QHash>

#include <optional>
#include <vector>

namespace kp::workbook
{

/// The field key of the column that joins the sheets.
inline const QString serialKey = QStringLiteral("serial");

/// What to do with the cells of a template column.
template<class Record>
struct ColumnPlan {
    const TemplateColumn *column = nullptr;
    const ColumnField<Record> *field = nullptr; ///< null: not carried into an invoice
};

template<class Record>
std::vector<ColumnPlan<Record>> planOf(const TemplateSheet &sheet, std::span<const ColumnField<Record>> fields)
{
    std::vector<ColumnPlan<Record>> plan;
    for (const TemplateColumn &column : sheet.columns) {
        ColumnPlan<Record> &entry = plan.emplace_back();
        entry.column = &column;
        for (const ColumnField<Record> &field : fields)
            if (column.name == QStringView(field.column))
                entry.field = &field;
    }
    return plan;
}

/// Field key → column of the sheet.
template<class Record>
QHash<QString, int> columnsOf(const SheetRows &sheet, const std::vector<ColumnPlan<Record>> &plan)
{
    QHash<QString, int> columns{{serialKey, sheet.positions.front()}};
    for (std::size_t i = 0; i < plan.size(); ++i)
        if (plan[i].field != nullptr && sheet.positions[i] > 0)
            columns.insert(QString::fromLatin1(plan[i].field->key), sheet.positions[i]);
    return columns;
}

/// The rows of the template sheet; empty when the workbook has no sheet of that name. Fault: as readSheetRows.
Result<std::optional<SheetRows>> sheetRows(const Reader &reader, const TemplateSheet &layout);

/// "%1: the cell is merged with one above it …"
QString mergedProblem(const TemplateColumn &column);

/// Puts the cells of a row into a record and what is wrong with them into @p findings.
/// @param uncarried (place, column) of a filled cell whose column has no field
template<class Record, class Uncarried>
void fillRecord(Record &record, const SheetRows &sheet, const SheetRow &row,
    const std::vector<ColumnPlan<Record>> &plan, QList<CellFinding> &findings, Uncarried &&uncarried)
{
    for (std::size_t i = 0; i < plan.size(); ++i) {
        const ColumnPlan<Record> &entry = plan[i];
        if (entry.field == nullptr) {
            if (!row.cells[i].text.isEmpty())
                uncarried(sheet.place(row, i), *entry.column);
            continue;
        }
        CheckedCell cell = checkCell(row.cells[i], *entry.column, entry.field->cleaning);
        if (cell.problem.isEmpty() && !cell.text.isEmpty())
            cell.problem = entry.field->put(record, cell.text);
        if (!cell.problem.isEmpty())
            findings.append({sheet.place(row, i), cell.problem});
    }
    for (const int column : row.merged)
        findings.append({sheet.place(row, std::size_t(column)), mergedProblem(*plan[std::size_t(column)].column)});
}

} // namespace kp::workbook

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/order_marking.h"

#include "core/document/workbook/book_writer.h"
#include "core/document/workbook/order_template.h"
#include "core/document/workbook/order_writer.h"
#include "core/document/workbook/reader.h"

#include <QStringList>

#include <algorithm>
#include <map>
#include <optional>

namespace kp::workbook
{

namespace
{
/// What is to be said at a cell.
struct Mark {
    bool isError = false;
    QStringList reasons;

    [[nodiscard]] CellLook look() const { return isError ? CellLook::Wrong : CellLook::Doubtful; }
};
/// By column; 0 is the whole row.
using RowMarks = std::map<int, Mark>;
using SheetMarks = std::map<int, RowMarks>;

SheetMarks marksOf(const QString &sheet, const QList<CellFinding> &findings)
{
    SheetMarks marks;
    for (const CellFinding &finding : findings) {
        if (nameKey(finding.place.sheet) != nameKey(sheet) || finding.place.row < 1)
            continue;
        Mark &mark = marks[finding.place.row][finding.place.column];
        mark.isError = mark.isError || finding.severity == Severity::Error;
        if (!mark.reasons.contains(finding.text))
            mark.reasons.append(finding.text);
    }
    return marks;
}

CellLook plainLook(bool isTemplate, int row)
{
    if (!isTemplate || row > templateHeaderRow)
        return CellLook::Plain;
    return row == templateHeaderRow ? CellLook::Heading : CellLook::Note;
}

void writeRow(BookWriter &book, const Row &row, RowMarks marks, bool isTemplate)
{
    if (isTemplate && row.number == 1 && marks.empty() && row.cells.size() == 1 && row.cells.front().column == 1)
        return book.banner(1, row.cells.front().text);
    std::optional<CellLook> all;
    if (const auto whole = marks.find(0); whole != marks.end()) { // a comment needs a cell: the row's first
        all = whole->second.look();
        Mark &first = marks[row.cells.empty() ? 1 : row.cells.front().column];
        first.isError = first.isError || whole->second.isError;
        first.reasons += whole->second.reasons;
        marks.erase(0);
    }
    for (const Cell &cell : row.cells)
        if (!marks.contains(cell.column))
            book.write(row.number, cell.column, cell.text, all.value_or(plainLook(isTemplate, row.number)));
    for (const auto &[column, mark] : marks) {
        const auto cell = std::find_if(
            row.cells.cbegin(), row.cells.cend(), [&](const Cell &candidate) { return candidate.column == column; });
        book.write(row.number, column, cell != row.cells.cend() ? cell->text : QString(), mark.look());
        book.comment(row.number, column, mark.reasons.join(u'\n'));
    }
}

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

Outcome copySheet(const Reader &reader, qsizetype index, SheetMarks marks, BookWriter &book)
{
    const TemplateSheet *layout = templateSheet(reader.sheets().at(index).name);
    TemplateSheet unmoved;
    int lastRow = templateFirstRow;
    const auto copy = [&](const Row &row) {
        const auto found = marks.extract(row.number);
        writeRow(book, row, found ? found.mapped() : RowMarks(), layout != nullptr);
        if (layout != nullptr && row.number == templateHeaderRow)
            unmoved = unmovedColumns(*layout, row);
        lastRow = std::max(lastRow, row.number);
        return true;
    };
    KP_DO(reader.readRows(index, copy));
    for (const auto &[row, left] : marks) // rows without any text
        writeRow(book, {row, {}}, left, layout != nullptr);
    if (layout != nullptr) {
        addDropDowns(book, unmoved, lastRow);
        book.freeze(templateHeaderRow);
    }
    return Done{};
}
} // namespace

Outcome writeMarkedCopy(const QString &source, const QString &target, const QList<CellFinding> &findings)
{
    KP_TRY(reader, Reader::open(source));
    BookWriter book;
    for (qsizetype i = 0; i < reader.sheets().size(); ++i) {
        const SheetEntry &sheet = reader.sheets().at(i);
        if (sheet.hidden && sheet.name == BookWriter::choicesSheet())
            continue; // made anew with the drop-downs
        book.addSheet(sheet.name, sheet.hidden);
        KP_DO(copySheet(reader, i, marksOf(sheet.name, findings), book));
    }
    return book.save(target);
}

} // namespace kp::workbook

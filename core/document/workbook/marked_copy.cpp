// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/marked_copy.h"

#include "core/document/workbook/order_template.h"

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

CellLook plainLook(int headingRow, int row)
{
    if (row > headingRow)
        return CellLook::Plain;
    return row == headingRow ? CellLook::Heading : CellLook::Note;
}

void writeRow(BookWriter &book, const Row &row, RowMarks marks, int headingRow)
{
    if (row.number == 1 && headingRow > 1 && marks.empty() && row.cells.size() == 1 && row.cells.front().column == 1)
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
            book.write(row.number, cell.column, cell.text, all.value_or(plainLook(headingRow, row.number)));
    for (const auto &[column, mark] : marks) {
        const auto cell = std::find_if(
            row.cells.cbegin(), row.cells.cend(), [&](const Cell &candidate) { return candidate.column == column; });
        book.write(row.number, column, cell != row.cells.cend() ? cell->text : QString(), mark.look());
        book.comment(row.number, column, mark.reasons.join(u'\n'));
    }
}

Outcome copySheet(
    const TableFile &file, qsizetype index, SheetMarks marks, const MarkedLayout &layout, BookWriter &book)
{
    Row header;
    int lastRow = layout.headingRow + 1;
    const auto copy = [&](const Row &row) {
        const auto found = marks.extract(row.number);
        writeRow(book, row, found ? found.mapped() : RowMarks(), layout.headingRow);
        if (row.number == layout.headingRow)
            header = row;
        lastRow = std::max(lastRow, row.number);
        return true;
    };
    KP_DO(file.readRows(index, copy));
    for (const auto &[row, left] : marks) // rows without any text
        writeRow(book, {row, {}}, left, layout.headingRow);
    if (layout.addDropDowns)
        layout.addDropDowns(book, header, lastRow);
    if (layout.headingRow > 0)
        book.freeze(layout.headingRow);
    return Done{};
}
} // namespace

Outcome writeMarkedCopy(const TableFile &source, const QString &target, const QList<CellFinding> &findings,
    const std::function<MarkedLayout(const QString &sheet)> &layoutOf)
{
    BookWriter book;
    for (qsizetype i = 0; i < source.sheets().size(); ++i) {
        const SheetEntry &sheet = source.sheets().at(i);
        if (sheet.hidden && sheet.name == BookWriter::choicesSheet())
            continue; // made anew with the drop-downs
        book.addSheet(sheet.name, sheet.hidden);
        KP_DO(copySheet(source, i, marksOf(sheet.name, findings), layoutOf(sheet.name), book));
    }
    return book.save(target);
}

} // namespace kp::workbook

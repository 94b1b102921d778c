// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/table_writer.h"

#include "core/document/workbook/book_writer.h"

namespace kp::workbook
{

Outcome writeTable(
    const QString &path, const QString &sheet, const QStringList &headings, const QList<QStringList> &rows)
{
    BookWriter book;
    book.addSheet(sheet);
    for (qsizetype column = 0; column < headings.size(); ++column)
        book.write(1, int(column) + 1, headings.at(column), CellLook::Heading);
    for (qsizetype row = 0; row < rows.size(); ++row)
        for (qsizetype column = 0; column < rows.at(row).size(); ++column)
            book.write(int(row) + 2, int(column) + 1, rows.at(row).at(column));
    book.freeze(1);
    return book.save(path);
}

} // namespace kp::workbook

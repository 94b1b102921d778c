// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/order_writer.h"

#include <algorithm>

namespace kp::workbook
{

namespace
{
/// The official file's drop-downs reach down to here.
constexpr int lastTemplateRow = 1001;

// The hidden sheet by which the tax bureau's site tells the versions of its template apart.
constexpr int versionRow = 4;
const QString versionSheet = QStringLiteral("excelVersion");
const QString orderVersion = QStringLiteral("pt:20260401");
const QString lineVersion = QStringLiteral("mx;20250501");

// The template is Chinese in every language of the interface: its headers are names of official fields.
const QString orderInstructions =
    QStringLiteral(u"填写说明：第2行为各列的填写要求，第3行为列名，请勿修改；自第4行起填写。“1"
                   u"-发票基本信息”每张发票一行，“2-发票明细信息”每个项目一行，"
                   u"两表以发票流水号对应。所有单元格均为文本格式。");

const QString lineInstructions =
    QStringLiteral(u"填写说明：第2行为各列的填写要求，第3行为列名，请勿修改；自第4行起填写，每"
                   u"行一个项目。项目名称不含商品简称。所有单元格均为文本格式。");

void writeSheet(
    BookWriter &book, const TemplateSheet &layout, const QString &instructions, const QList<QStringList> &rows = {})
{
    book.addSheet(layout.name);
    book.banner(1, instructions);
    for (const TemplateColumn &column : layout.columns) {
        book.write(2, column.number, column.requirement, CellLook::Note);
        book.write(templateHeaderRow, column.number, column.name, CellLook::Heading);
    }
    for (qsizetype row = 0; row < rows.size(); ++row)
        for (qsizetype column = 0; column < rows.at(row).size(); ++column)
            book.write(templateFirstRow + int(row), int(column) + 1, rows.at(row).at(column));
    addDropDowns(book, layout, std::max(lastTemplateRow, templateFirstRow + int(rows.size())));
    book.freeze(templateHeaderRow);
}

void writeVersion(BookWriter &book, const QString &version)
{
    book.addSheet(versionSheet, true);
    book.write(versionRow, 1, version);
}
} // namespace

void addDropDowns(BookWriter &book, const TemplateSheet &layout, int lastRow)
{
    for (const TemplateColumn &column : layout.columns)
        if (!column.options.isEmpty())
            book.dropDown(templateFirstRow, lastRow, column.number, column.options);
}

Outcome writeOrderWorkbook(const QString &path, const OrderRows &rows)
{
    const OrderTemplate &layout = orderTemplate();
    BookWriter book;
    writeSheet(book, layout.head, orderInstructions, rows.head);
    writeSheet(book, layout.lines, orderInstructions, rows.lines);
    writeSheet(book, layout.business, orderInstructions, rows.business);
    writeSheet(book, layout.elements, orderInstructions, rows.elements);
    writeVersion(book, orderVersion);
    return book.save(path);
}

Outcome writeLineTemplate(const QString &path)
{
    const LineTemplate &layout = lineTemplate();
    BookWriter book;
    writeSheet(book, layout.lines, lineInstructions);
    writeSheet(book, layout.business, lineInstructions);
    writeVersion(book, lineVersion);
    return book.save(path);
}

Outcome writeOrderTemplate(const QString &path)
{
    return writeOrderWorkbook(path, {});
}

} // namespace kp::workbook

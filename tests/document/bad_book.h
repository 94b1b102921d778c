// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks for any import, with one thing wrong in them.
#pragma once

#include "core/base/result.h"
#include "core/document/workbook/order_template.h"
#include "core/domain/record_sheet.h"
#include "tests/document/raw_workbook.h"

namespace kp::test
{

using namespace Qt::StringLiterals;

/// What an import made of a file.
struct Read {
    QString fault; ///< empty: it was read
    QList<CellFinding> findings;
    QStringList words;   ///< of the column of words, by record
    QStringList figures; ///< of the column of figures
    RecordColumns columns;

    /// The finding at a cell.
    [[nodiscard]] QString at(const CellPlace &place) const
    {
        for (const CellFinding &finding : findings)
            if (finding.place == place)
                return finding.text;
        return {};
    }
    [[nodiscard]] QString told() const
    {
        QString out = fault;
        for (const CellFinding &finding : findings)
            out += u"\n%1/%2/%3 %4"_s.arg(finding.place.sheet)
                       .arg(finding.place.row)
                       .arg(finding.place.column)
                       .arg(finding.text);
        return out;
    }
};

/// A kind of import, by one of its sheets.
struct Form {
    const char *name;
    QString sheet;
    int headingRow;
    QStringList columns; ///< from column 1
    QString words;       ///< a column that must be filled in with words
    QString figures;     ///< a column of numbers, or of digits
    QHash<QString, QString> good;
    Read (*read)(const QString &path);
    Outcome (*mark)(const QString &from, const QString &to, const Read &read);

    [[nodiscard]] CellPlace place(int row, const QString &column) const
    {
        return {sheet, row, static_cast<int>(columns.indexOf(column)) + 1};
    }
    [[nodiscard]] bool isOrders() const { return columns.front() == workbook::serialColumn; }
    [[nodiscard]] bool hasDecimals() const { return figures != u"银行账号"; }
};

/// What stands between <c …> and </c>, and the attributes.
struct RawCell {
    QByteArray inside;
    QByteArray attributes;
};

inline RawCell words(const QString &text)
{
    return {"<is><t xml:space=\"preserve\">" + text.toHtmlEscaped().toUtf8() + "</t></is>", " t=\"inlineStr\""};
}

inline QByteArray referenceOf(int row, int column)
{
    QByteArray letters;
    for (int left = column; left > 0; left = (left - 1) / 26)
        letters.prepend(static_cast<char>('A' + (left - 1) % 26));
    return letters + QByteArray::number(row);
}

inline QByteArray rowOf(int row, const QMap<int, RawCell> &cells)
{
    QByteArray out = "<row r=\"" + QByteArray::number(row) + "\">";
    for (auto cell = cells.begin(); cell != cells.end(); ++cell)
        out += "<c r=\"" + referenceOf(row, cell.key()) + '"' + cell->attributes + '>' + cell->inside + "</c>";
    return out + "</row>";
}

/// A file of one form; the test changes what it is about.
class BadBook
{
public:
    explicit BadBook(const Form &form)
        : m_form(form)
    {
        for (int column = 1; column <= form.columns.size(); ++column)
            m_rows[form.headingRow][column] = words(form.columns.at(column - 1));
        m_head = rowOf(1, {{1, words(u"任意"_s)}});
        if (form.isOrders()) {
            QMap<int, RawCell> headings;
            QMap<int, RawCell> first;
            const QHash<QString, QString> good{{workbook::serialColumn.toString(), u"S1"_s},
                {u"发票类型"_s, u"普通发票"_s}, {u"是否含税"_s, u"是"_s}, {u"购买方名称"_s, u"示例公司"_s}};
            for (const workbook::TemplateColumn &column : workbook::orderTemplate().head.columns) {
                headings[column.number] = words(column.name);
                if (good.contains(column.name))
                    first[column.number] = words(good.value(column.name));
            }
            m_head = rowOf(workbook::templateHeaderRow, headings) + rowOf(workbook::templateFirstRow, first);
        }
        good(first());
    }
    [[nodiscard]] int first() const { return m_form.headingRow + 1; }
    BadBook &good(int row)
    {
        for (auto cell = m_form.good.begin(); cell != m_form.good.end(); ++cell)
            put(row, cell.key(), words(cell.value()));
        return *this;
    }
    BadBook &put(int row, const QString &column, const RawCell &cell)
    {
        m_rows[row][m_form.place(row, column).column] = cell;
        return *this;
    }
    BadBook &after(const QByteArray &xml)
    {
        m_after = xml;
        return *this;
    }
    BadBook &named(const QString &sheet)
    {
        m_name = sheet;
        return *this;
    }
    BadBook &append(const QByteArray &xml)
    {
        m_last = xml;
        return *this;
    }

    [[nodiscard]] bool write(const QString &path) const
    {
        QByteArray rows;
        for (auto row = m_rows.begin(); row != m_rows.end(); ++row)
            rows += rowOf(row.key(), *row);
        RawWorkbook book;
        const auto sheet = [](const QString &name, const char *number) {
            return "<sheet name=\"" + name.toUtf8() + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>";
        };
        const QString name = m_name.isEmpty() ? m_form.sheet : m_name;
        const QString other = m_form.isOrders() ? workbook::orderTemplate().head.name : u"说明"_s;
        book.set("xl/workbook.xml", RawWorkbook::book(sheet(other, "1") + sheet(name, "2")));
        QByteArray targets =
            "<Relationship Id=\"rId9\" Target=\"styles.xml\" Type=\"" + RawWorkbook::types() + "styles\"/>";
        for (const char *number : {"1", "2"})
            targets += QByteArray("<Relationship Id=\"rId") + number + "\" Target=\"worksheets/sheet" + number +
                       ".xml\" Type=\"" + RawWorkbook::types() + "worksheet\"/>";
        book.set("xl/_rels/workbook.xml.rels", RawWorkbook::relationships(targets));
        book.formats({}, "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>");
        book.set("xl/worksheets/sheet1.xml", RawWorkbook::sheet(m_head));
        book.set("xl/worksheets/sheet2.xml", RawWorkbook::sheet(rows + m_last, m_after));
        return book.write(path);
    }

private:
    const Form &m_form;
    QString m_name;
    QByteArray m_head; ///< rows of the other sheet
    QMap<int, QMap<int, RawCell>> m_rows;
    QByteArray m_last;
    QByteArray m_after;
};

} // namespace kp::test

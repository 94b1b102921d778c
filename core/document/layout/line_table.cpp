// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/layout/line_table.h"

#include "core/document/layout/face_texts.h"
#include "core/document/layout/placing.h"

#include <algorithm>

namespace kp::document
{

namespace
{

/// The rows [first, end) of a cell; what a page break cuts off begins a text of its own.
QList<TextRow> rowsWithin(const QList<TextRow> &rows, qsizetype first, qsizetype end)
{
    QList<TextRow> out = rows.mid(first, end - first);
    if (out.size() == rows.size() || out.isEmpty())
        return out;
    QString whole;
    for (const TextRow &row : std::as_const(out))
        whole += row.text;
    out.first() = {out.constFirst().text, whole, false};
    return out;
}

} // namespace

LineTable::LineTable(const Form &form, const QList<InvoiceLine> &lines, TaxMode mode)
    : m_form(form)
{
    const Layout &layout = form.layout;
    const FontStack &font = form.font(layout.cellStyle.font);
    int firstRow = 0;
    for (const InvoiceLine &line : lines) {
        Line out{&line, {}, firstRow, 1};
        for (const Column &column : layout.columns) {
            const QString text = printable(cellText(line, mode, column.key)).replace(u'\n', u' ');
            const qreal room = column.width - 2 * layout.cellPadding;
            out.cells.append(
                column.wraps ? wrap(font, text, layout.cellStyle.points, room) : QList<TextRow>{TextRow{text}});
            out.rows = std::max(out.rows, static_cast<int>(out.cells.constLast().size()));
        }
        firstRow += out.rows;
        m_lines.append(out);
    }
}

QList<RowBlock> LineTable::blocks() const
{
    QList<RowBlock> out;
    for (const Line &line : m_lines) {
        if (line.line->nature == LineNature::Discount && !out.isEmpty())
            out.last().rows += line.rows;
        else
            out.append(RowBlock{line.rows});
    }
    return out;
}

void LineTable::place(Page &page, int first, int end, qreal top) const
{
    const Layout &layout = m_form.layout;
    const Style &style = layout.cellStyle;
    for (const Line &line : m_lines) {
        if (line.firstRow + line.rows <= first || line.firstRow >= end)
            continue;
        const int skipped = std::max(first - line.firstRow, 0);
        qreal x = layout.tableLeft + layout.cellPadding;
        for (qsizetype i = 0; i < layout.columns.size(); ++i) {
            const Column &column = layout.columns.at(i);
            const qreal room = column.width - 2 * layout.cellPadding;
            qreal y = top + (line.firstRow + skipped - first) * layout.rowHeight;
            for (const TextRow &row : rowsWithin(line.cells.at(i), skipped, end - line.firstRow)) {
                const qreal points = pointsForOneRow(m_form.font(style.font), row.text, style.points, room);
                if (!row.text.isEmpty())
                    placeRow(page, m_form, row, style, points, column.align, {x, y, room, layout.rowHeight});
                y += layout.rowHeight;
            }
            x += column.width;
        }
    }
}

QList<InvoiceLine> LineTable::linesBeginningIn(int first, int end) const
{
    QList<InvoiceLine> out;
    for (const Line &line : m_lines)
        if (line.firstRow >= first && line.firstRow < end)
            out.append(*line.line);
    return out;
}

} // namespace kp::document

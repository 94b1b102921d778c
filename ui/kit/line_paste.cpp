// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of cells in and out of a line grid.
#include "ui/kit/line_model.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace kp
{

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Kit)
};

/// What is left of a heading when everybody's own dressing is taken off: "单价（含税）*" is "单价".
QString bare(QString heading)
{
    static const QRegularExpression dressing(QStringLiteral(u"[（(][^）)]*[）)]|[\\s*＊:：]"));
    return heading.remove(dressing).toLower();
}

bool names(const QString &heading, const LineColumn &column)
{
    const QString wanted = bare(heading);
    const QString label = bare(column.label);
    return wanted == column.key.toLower() || wanted == label || label.split(u'/').contains(wanted); // 税率/征收率
}

bool hasDigit(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}
} // namespace

void LineModel::clearCells(const QModelIndexList &cells)
{
    if (cells.isEmpty())
        return;
    const auto [least, most] = std::minmax_element(
        cells.begin(), cells.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    const int first = least->row();
    QList<GridLine> lines = m_lines.mid(first, most->row() - first + 1);
    for (const QModelIndex &cell : cells)
        if (flags(cell) & Qt::ItemIsEditable)
            put(lines[cell.row() - first], cell.column(), {});
    replace(first, static_cast<int>(lines.size()), lines, Text::tr("Empty cells"));
}

/// The columns that a heading names, -1 for what it does not name; empty when it is no heading: a cell holds a figure,
/// or too little of it names a column.
QList<int> LineModel::columnsByHeading(const QStringList &heading) const
{
    QList<int> columns;
    int named = 0;
    int unknown = 0;
    for (const QString &cell : heading) {
        const auto it = std::find_if(
            m_columns.begin(), m_columns.end(), [&](const LineColumn &column) { return names(cell, column); });
        const bool known = it != m_columns.end() && !cell.isEmpty();
        named += known ? 1 : 0;
        unknown += known || cell.isEmpty() ? 0 : 1;
        columns.append(known ? static_cast<int>(it - m_columns.begin()) : -1);
    }
    const bool isHeading =
        (named > 0 && unknown == 0) || (named > 1 && std::none_of(heading.begin(), heading.end(), hasDigit));
    return isHeading ? columns : QList<int>();
}

void LineModel::paste(int row, const QList<int> &columns, QList<QStringList> cells)
{
    if (cells.isEmpty())
        return;
    QList<int> targets = columns;
    if (const QList<int> named = columnsByHeading(cells.first()); !named.isEmpty()) {
        targets = named;
        cells.removeFirst();
    }
    const int replaced = std::min(static_cast<int>(cells.size()), rowCount() - row);
    QList<GridLine> lines = m_lines.mid(row, replaced);
    lines.reserve(cells.size());
    while (lines.size() < cells.size())
        lines.append(GridLine{m_grammar->blank(), {}});
    for (qsizetype i = 0; i < cells.size(); ++i)
        for (qsizetype j = 0; j < std::min(cells.at(i).size(), targets.size()); ++j) {
            const int column = targets.at(j);
            if (column >= 0 && m_grammar->isEditable(lines.at(i).value, column))
                put(lines[i], column, cells.at(i).at(j));
        }
    replace(row, replaced, lines, Text::tr("Paste"));
}

} // namespace kp

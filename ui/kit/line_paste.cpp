// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of cells in and out of a line grid.
#include "ui/kit/line_model.h"
#include "ui/kit/texts.h"

#include <QRegularExpression>

#include <algorithm>

namespace kp
{

namespace
{
/// What is left of a heading when everybody's own dressing is taken off: "单价（含税）*" is "单价".
QString bare(QString heading)
{
    static const QRegularExpression dressing(QStringLiteral(u"[（(][^）)]*[）)]|[\\s*＊:：]"));
    return heading.remove(dressing).toLower();
}

bool isNameOf(const QString &heading, const LineColumn &column)
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
    replace(first, static_cast<int>(lines.size()), lines, KitText::tr("Empty cells"));
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
            m_columns.begin(), m_columns.end(), [&](const LineColumn &column) { return isNameOf(cell, column); });
        const bool known = it != m_columns.end() && !cell.isEmpty();
        named += known ? 1 : 0;
        unknown += known || cell.isEmpty() ? 0 : 1;
        columns.append(known ? static_cast<int>(it - m_columns.begin()) : -1);
    }
    const bool isHeading =
        (named > 0 && unknown == 0) || (named > 1 && std::none_of(heading.begin(), heading.end(), hasDigit));
    return isHeading ? columns : QList<int>();
}

PastePlan LineModel::plan(int row, const QList<int> &columns, QList<QStringList> cells) const
{
    PastePlan plan{.row = row, .columns = columns, .byHeading = false, .cells = std::move(cells)};
    if (plan.cells.isEmpty())
        return plan;
    if (const QList<int> named = columnsByHeading(plan.cells.first()); !named.isEmpty()) {
        plan.columns = named;
        plan.byHeading = true;
        plan.cells.removeFirst();
    }
    return plan;
}

QSet<std::pair<int, int>> LineModel::misfits(const PastePlan &plan) const
{
    QSet<std::pair<int, int>> out;
    for (int row = 0; row < plan.cells.size(); ++row) {
        GridLine line{m_grammar->blank(), {}};
        put(line, plan.columns, plan.cells.at(row));
        for (auto it = line.rejected.constBegin(); it != line.rejected.constEnd(); ++it)
            out.insert({row, static_cast<int>(plan.columns.indexOf(it.key()))});
    }
    return out;
}

void LineModel::paste(const PastePlan &plan)
{
    if (plan.isEmpty())
        return;
    const int replaced = std::min(static_cast<int>(plan.cells.size()), rowCount() - plan.row);
    QList<GridLine> lines = m_lines.mid(plan.row, replaced);
    lines.reserve(plan.cells.size());
    while (lines.size() < plan.cells.size())
        lines.append(GridLine{m_grammar->blank(), {}});
    for (qsizetype i = 0; i < plan.cells.size(); ++i)
        put(lines[i], plan.columns, plan.cells.at(i));
    replace(plan.row, replaced, lines, KitText::tr("Paste"));
}

void LineModel::putValues(const QMap<int, QVariant> &byRow, const QString &what)
{
    if (byRow.isEmpty())
        return;
    const int first = byRow.firstKey();
    QList<GridLine> lines = m_lines.mid(first, byRow.lastKey() - first + 1);
    for (auto it = byRow.constBegin(); it != byRow.constEnd(); ++it)
        lines[it.key() - first].value = it.value();
    replace(first, static_cast<int>(lines.size()), lines, what);
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/cell_delegate.h"

#include "ui/kit/badge.h"
#include "ui/kit/windowed_model.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace kp
{

namespace
{
/// Bars of unequal width read as text that is still to come.
void paintPlaceholder(QPainter &painter, const QRect &cell, const QModelIndex &index)
{
    const int share = 45 + (index.row() * 7 + index.column() * 13) % 40;
    const QRect bar(cell.left() + 8, cell.center().y() - 3, (cell.width() - 16) * share / 100, 7);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors().hover);
    painter.drawRoundedRect(bar, 3, 3);
    painter.restore();
}
} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    const bool current = (option.state & QStyle::State_HasFocus) != 0;
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    QStyleOptionViewItem plain = option;
    plain.state &= ~QStyle::State_HasFocus;

    const bool here = index.data(WindowedModel::HereRole).toBool();
    const QVariant tone = index.data(WindowedModel::ToneRole);
    if (!here || tone.isValid()) {
        initStyleOption(&plain, index);
        plain.text.clear();
        (view != nullptr ? view->style() : QApplication::style())
            ->drawControl(QStyle::CE_ItemViewItem, &plain, painter, view);
        if (here)
            paintBadge(
                *painter, option.rect.adjusted(8, 0, -8, 0), index.data().toString(), static_cast<Tone>(tone.toInt()));
        else if (index.data(WindowedModel::AwaitedRole).toBool())
            paintPlaceholder(*painter, option.rect, index);
    } else {
        QStyledItemDelegate::paint(painter, plain, index);
    }
    painter->setPen(colors().line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (current && !selected) { // where the keyboard is, when it moves without selecting
        painter->setPen(colors().accentInk);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

void paintGrid(QTableView &table)
{
    QPainter painter(table.viewport());
    painter.setPen(colors().line);
    const QHeaderView *columns = table.horizontalHeader();
    const QHeaderView *rows = table.verticalHeader();
    const int right = columns->length() - columns->offset() - 1;
    const int bottom = rows->length() - rows->offset() - 1;
    for (int column = 0; column < columns->count(); ++column)
        if (const int x = table.columnViewportPosition(column) + table.columnWidth(column) - 1;
            !table.isColumnHidden(column) && x < table.viewport()->width() - 1)
            painter.drawLine(x, 0, x, bottom);
    for (int row = std::max(0, table.rowAt(0)); row < rows->count(); ++row) {
        const int y = table.rowViewportPosition(row) + table.rowHeight(row) - 1;
        if (y >= table.viewport()->height() - 1)
            break;
        painter.drawLine(0, y, right, y);
    }
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QTableView;

namespace kp
{

/// Paints the cells of a list: badges, placeholders, a hairline under each row.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Paints the grid of a table whose own has no pen, but for the lines at the right and lower edge: a frame stands
/// there.
void paintGrid(QTableView &table);

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/invoice.h"
#include "core/domain/records.h"

#include <QFrame>

class QPushButton;

namespace kp
{

class Office;
class SearchList;

/// 选择开票项目: the company's items, favourites first, one or many. Stands in place of the grid; Enter takes, Esc goes
/// back.
class ItemPicker : public QFrame
{
    Q_OBJECT
public:
    explicit ItemPicker(Office &office, QWidget *parent = nullptr);
    void open();

Q_SIGNALS:
    void chosen(const QList<kp::Item> &items);
    void closed();
    void failed(const kp::Fault &fault);

private:
    void find();
    void list(const QList<Item> &items);
    void take();
    void showChosen();

    Office &m_office;
    SearchList *m_list;
    QPushButton *m_take;
    QList<Item> m_items; ///< as the rows of the list
    quint64 m_asked = 0;
};

/// The line an item becomes. Its price is turned round where the draft is entered the other way.
DraftLine lineOf(const Item &item, bool taxIncluded);

} // namespace kp

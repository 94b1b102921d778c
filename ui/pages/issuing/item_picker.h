// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/invoice.h"
#include "core/domain/records.h"

#include <QFrame>

class QLineEdit;
class QPushButton;
class QTableWidget;
class QTimer;

namespace kp
{

class Office;

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

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find();
    void list(const QList<Item> &items);
    void take();
    void showChosen();

    Office &m_office;
    QLineEdit *m_search;
    QTableWidget *m_list;
    QPushButton *m_take;
    QTimer *m_typing;
    QList<Item> m_items; ///< as the rows of the list
    quint64 m_asked = 0;
};

/// The line an item becomes. Its price is turned round where the draft is entered the other way.
DraftLine lineOf(const Item &item, bool taxIncluded);

} // namespace kp

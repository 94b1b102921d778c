// SPDX-License-Identifier: GPL-3.0-or-later
// What comes up over the window for a moment and goes with Esc: the quick search and the card of keys.
#pragma once

#include "ui/kit/keys.h"
#include "ui/pages/office.h"

#include <QFrame>
#include <QPointer>

class QGridLayout;
class QHBoxLayout;
class QLineEdit;
class QListWidget;
class QTimer;

namespace kp
{

/// Ctrl+K: pages by name, invoices by number, buyer or item.
class QuickSearch : public QFrame
{
    Q_OBJECT
public:
    QuickSearch(Office &office, QWidget *window);
    void open();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void addInvoices(const QList<InvoiceSummary> &invoices);
    void add(const QString &text, const QString &page, const QString &argument);
    void sayIfNothing();
    void take(int row);

    Office &m_office;
    QLineEdit *m_edit;
    QListWidget *m_list;
    QTimer *m_rest;
    quint64 m_asked = 0;
};

/// F1: the keys of the window as they are now.
class KeyCard : public QFrame
{
    Q_OBJECT
public:
    KeyCard(Office &office, QWidget *window);
    void open();

protected:
    /// The key that opened the card closes it, too.
    void keyPressEvent(QKeyEvent *event) override;
    /// The keyboard goes back to where it was.
    void hideEvent(QHideEvent *event) override;

private:
    void addPlace(QGridLayout &table, KeyPlace place, const QList<KeyAct> &acts);

    Office &m_office;
    QHBoxLayout *m_groups;
    QWidget *m_card = nullptr;
    /// What had the keyboard when the card was opened, and what it stands in: an editor of a cell may be gone by then.
    QList<QPointer<QWidget>> m_before;
};

} // namespace kp

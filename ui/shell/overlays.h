// SPDX-License-Identifier: GPL-3.0-or-later
// What comes up over the window for a moment and goes with Esc: the quick search and the card of keys.
#pragma once

#include "ui/kit/icons.h"
#include "ui/kit/keys.h"
#include "ui/pages/office.h"

#include <QFrame>
#include <QPointer>

#include <atomic>
#include <memory>

class QGridLayout;
class QHBoxLayout;
class QLineEdit;
class QListWidget;
class QTimer;

namespace kp
{

/// Ctrl+K: pages by name, customers and items by name, code or initials, invoices by number, buyer or item.
class QuickSearch : public QFrame
{
    Q_OBJECT
public:
    QuickSearch(Office &office, QWidget *window);
    void open();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// The keyboard goes back to where it was.
    void hideEvent(QHideEvent *event) override;

private:
    struct Found;
    static Result<Found> find(service::Reading &reading, const Actor &actor, CompanyId company, const QString &typed);
    void follow();
    void addFound(const Found &found);
    void add(Icon sign, const QStringList &parts, const std::function<void()> &go);
    void sayIfNothing();
    void take(int row);
    void enter();

    Office &m_office;
    QLineEdit *m_edit;
    QListWidget *m_list;
    QTimer *m_rest;
    QList<std::function<void()>> m_ways;            ///< by row: to what it stands for
    std::shared_ptr<std::atomic<quint64>> m_latest; ///< question; older ones are not looked for any more
    bool m_hasAnswer = true;                        ///< of the latest question
    bool m_enters = false;                          ///< Enter was pressed: the first that is found is taken
    QPointer<QWidget> m_before;                     ///< had the keyboard when the search was opened
};

/// F1: the keys of the window as they are now.
class KeyCard : public QFrame
{
    Q_OBJECT
public:
    KeyCard(Office &office, QWidget *window);
    void open();

protected:
    /// Nothing in the card takes the keyboard by itself: without this, a page's own Esc would come before the card's.
    bool event(QEvent *event) override;
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

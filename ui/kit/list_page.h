// SPDX-License-Identifier: GPL-3.0-or-later
// The page every ListSpec becomes: title and commands, filters, search, table, status row.
#pragma once

#include "ui/kit/desk.h"
#include "ui/kit/spec.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace kp
{

class Banner;
class CommandBar;
class EmptyState;
class FilterRow;
class IdSelection;
class ListTable;
class StatusRow;
class WindowedModel;

class ListPage : public QWidget
{
    Q_OBJECT
public:
    ListPage(const ListSpec &spec, const Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] const ListSpec &spec() const { return m_spec; }
    [[nodiscard]] ListQuery query() const;
    /// Sets filters, search and order, as a link from another page does.
    void setQuery(const ListQuery &query);
    [[nodiscard]] CommandContext context() const;
    /// Asks again in place when one of @p tables is the list's.
    void tablesChanged(const QStringList &tables);
    void refresh();
    /// Decides anew what the commands offer.
    void refreshCommands();
    [[nodiscard]] Banner *banner() const { return m_banner; }
    [[nodiscard]] ListTable *table() const { return m_table; }
    [[nodiscard]] CommandBar *commands() const { return m_commands; }
    [[nodiscard]] WindowedModel *model() const { return m_model; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void addKeys();
    void ask();
    void showCount();
    void showSelection();
    void showFault(const Fault &fault);
    void copyRows();
    void chooseColumns();
    [[nodiscard]] bool isNarrowed() const;

    const ListSpec m_spec;
    const Desk &m_desk;
    WindowedModel *m_model;
    IdSelection *m_selection;
    CommandBar *m_commands;
    Banner *m_banner;
    QLineEdit *m_search = nullptr;
    FilterRow *m_filters;
    QToolButton *m_filterButton;
    QToolButton *m_columnButton;
    QStackedWidget *m_stack;
    ListTable *m_table;
    EmptyState *m_empty;
    StatusRow *m_status;
    QTimer *m_typing;    ///< search while typing, not with each key
    QTimer *m_selecting; ///< sums when the selection rests
    quint64 m_sumsAsked = 0;
};

} // namespace kp

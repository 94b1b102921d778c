// SPDX-License-Identifier: GPL-3.0-or-later
// The page every ListSpec becomes: title and commands, filters, search, table, status row.
#pragma once

#include "ui/kit/desk.h"
#include "ui/kit/row_source.h"

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
class SavedQueriesButton;
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
    /// Asks again in place when one of @p tables is the list's; while nobody sees it, as soon as somebody does.
    void tablesChanged(const QStringList &tables);
    void refresh();
    /// Decides anew what the commands offer.
    void refreshCommands();
    [[nodiscard]] Banner *banner() const { return m_banner; }
    [[nodiscard]] ListTable *table() const { return m_table; }
    [[nodiscard]] CommandBar *commands() const { return m_commands; }
    [[nodiscard]] WindowedModel *model() const { return m_model; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void connectParts();
    void addKeys();
    void ask();
    void showCount();
    void showEmpty(bool empty);
    void showChosen();
    void showSelection();
    void showFault(const Fault &fault);
    void showUnread(const Fault &fault);
    void leaveUnread();
    void showMenu(const QPoint &point);
    void chooseColumns(const QPoint &where);
    void copyRows();
    void takeFirstStep();
    [[nodiscard]] ListQuery keptQuery() const;
    [[nodiscard]] bool isNarrowed() const;
    [[nodiscard]] QString foldKey() const;

    const ListSpec m_spec;
    const Desk &m_desk;
    WindowedModel *m_model;
    IdSelection *m_selection;
    CommandBar *m_commands;
    QLineEdit *m_search;
    QToolButton *m_filterButton;
    SavedQueriesButton *m_savedButton;
    QToolButton *m_refreshButton;
    QToolButton *m_columnButton;
    FilterRow *m_filters;
    Banner *m_banner;
    QStackedWidget *m_stack;
    ListTable *m_table;
    EmptyState *m_empty;
    StatusRow *m_status;
    QTimer *m_typing;    ///< a search begins when the typing rests
    QTimer *m_selecting; ///< sums are asked for when the selection rests
    QString m_sortKey;
    bool m_descending = false;
    bool m_unread = false; ///< a failure stands where the rows would
    bool m_behind = false; ///< something has changed while the list was not seen
    QFuture<Result<ListSums>> m_sums;
};

} // namespace kp

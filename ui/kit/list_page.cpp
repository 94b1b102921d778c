// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/list_page.h"

#include "ui/kit/banner.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/filter_row.h"
#include "ui/kit/futures.h"
#include "ui/kit/id_selection.h"
#include "ui/kit/keys.h"
#include "ui/kit/list_copy.h"
#include "ui/kit/list_parts.h"
#include "ui/kit/list_table.h"
#include "ui/kit/saved_queries.h"
#include "ui/kit/texts.h"
#include "ui/kit/windowed_model.h"

#include <QApplication>
#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int typingPauseMs = 150;
constexpr int selectingPauseMs = 80;

QToolButton *toolButton(Icon sign, const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(sign));
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QTimer *pause(int ms, QObject *parent)
{
    auto *timer = new QTimer(parent);
    timer->setSingleShot(true);
    timer->setInterval(ms);
    return timer;
}
} // namespace

// The children are made in their visual order: that is the tab order.
ListPage::ListPage(const ListSpec &spec, const Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_spec(spec)
    , m_desk(desk)
    , m_model(new WindowedModel(spec.columns, spec.source, this))
    , m_selection(new IdSelection(m_model, this))
    , m_commands(new CommandBar(spec.commands, desk, this, this))
    , m_search(new QLineEdit(this))
    , m_filterButton(toolButton(Icon::Filter, u"list.filters"_s, KitText::tr("Filters"), this))
    , m_savedButton(new SavedQueriesButton(
          spec.key, desk.memory, [this] { return keptQuery(); }, this))
    , m_refreshButton(toolButton(Icon::Refresh, u"list.refresh"_s, KitText::tr("Refresh (F5)"), this))
    , m_columnButton(toolButton(Icon::Columns, u"list.columns"_s, KitText::tr("Columns"), this))
    , m_filters(new FilterRow(spec.filters, desk.clock, this))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new ListTable(m_model, m_selection, spec.key, desk.memory, m_stack))
    , m_empty(new EmptyState(m_stack))
    , m_status(new StatusRow(spec.columns, this))
    , m_typing(pause(typingPauseMs, this))
    , m_selecting(pause(selectingPauseMs, this))
{
    setObjectName(spec.key);
    setFocusProxy(m_table);
    build();
    connectParts();
    addKeys();
    setQuery(spec.initial);
}

void ListPage::build()
{
    auto *title = new QLabel(m_spec.title, this);
    title->setObjectName(u"list.title"_s);
    title->setFont(textFont(7, true));

    m_search->setObjectName(u"list.search"_s);
    m_search->setAccessibleName(KitText::tr("Search"));
    m_search->setPlaceholderText(m_spec.searchHint);
    m_search->setToolTip(KitText::tr("Search (%1)").arg(shownKeys(keysOf(u"list.search"_s, m_desk.memory))));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Icon::Search, Tone::Neutral), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(grid(25));
    m_search->setMaximumWidth(grid(50));
    m_search->setVisible(!m_spec.searchHint.isEmpty());
    m_filterButton->setCheckable(true);
    m_filterButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_filterButton->setVisible(!m_spec.filters.isEmpty());
    m_savedButton->setVisible(!m_spec.filters.isEmpty());
    m_table->setObjectName(u"list.table"_s);
    m_table->setAccessibleName(m_spec.title);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);

    const bool folded = m_desk.memory.read(foldKey()) == "folded";
    m_filterButton->setChecked(!folded);
    m_filters->setVisible(!folded && !m_spec.filters.isEmpty());

    auto *top = new QHBoxLayout;
    top->setSpacing(grid(2));
    top->addWidget(title);
    top->addWidget(m_commands, 1);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(grid(1));
    tools->addWidget(m_search, 1);
    tools->addWidget(m_filterButton);
    tools->addWidget(m_savedButton);
    tools->addStretch(0);
    tools->addWidget(m_refreshButton);
    tools->addWidget(m_columnButton);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(grid(2), grid(2), grid(2), grid(1));
    page->setSpacing(grid(1));
    page->addLayout(top);
    page->addLayout(tools);
    page->addWidget(m_filters);
    page->addWidget(m_banner);
    page->addWidget(m_stack, 1);
    page->addWidget(m_status);
}

void ListPage::connectParts()
{
    m_commands->setContext([this] { return context(); });
    connect(m_search, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_typing->stop();
        if (query() != m_model->query()) // what is there already must not begin anew under the clerk's hands
            ask();
        setFocus();
    });
    connect(m_typing, &QTimer::timeout, this, &ListPage::ask);
    connect(m_filters, &FilterRow::changed, m_typing, qOverload<>(&QTimer::start));
    connect(m_filterButton, &QToolButton::toggled, this, [this](bool open) {
        m_filters->setVisible(open);
        m_desk.memory.write(foldKey(), open ? "open" : "folded");
    });
    connect(m_savedButton, &SavedQueriesButton::chosen, this, &ListPage::setQuery);
    connect(m_refreshButton, &QToolButton::clicked, this, &ListPage::refresh);
    connect(m_columnButton, &QToolButton::clicked, this,
        [this] { chooseColumns(m_columnButton->mapToGlobal(QPoint(0, m_columnButton->height()))); });
    connect(m_model, &WindowedModel::counted, this, &ListPage::showCount);
    connect(m_model, &WindowedModel::rowsCame, m_selecting, qOverload<>(&QTimer::start));
    connect(m_model, &WindowedModel::rowsCame, this, &ListPage::leaveUnread);
    connect(m_model, &WindowedModel::failed, this, &ListPage::showUnread);
    connect(m_selection, &IdSelection::chosenChanged, this, &ListPage::showChosen);
    connect(m_selection, &IdSelection::chosenChanged, m_selecting, qOverload<>(&QTimer::start));
    connect(m_selection, &IdSelection::tooMany, this, [this] {
        m_banner->show({.tone = Tone::Info,
            .text =
                KitText::tr("At most %1 rows can be selected at once. Ctrl+A selects everything the list has found.")
                    .arg(IdSelection::mostIds)});
    });
    connect(m_selecting, &QTimer::timeout, this, &ListPage::showSelection);
    connect(m_table, &ListTable::opened, this, [this] {
        if (!m_spec.open.isEmpty())
            m_commands->trigger(m_spec.open);
    });
    connect(m_table, &ListTable::copyAsked, this, &ListPage::copyRows);
    connect(m_table, &ListTable::sortAsked, this, [this](int column, bool descending) {
        m_sortKey = column < 0 ? QString() : m_spec.columns.at(column).key;
        m_descending = column >= 0 && descending;
        ask();
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, &ListPage::showMenu);
    connect(m_table->horizontalHeader(), &QWidget::customContextMenuRequested, this,
        [this](const QPoint &point) { chooseColumns(m_table->horizontalHeader()->mapToGlobal(point)); });
    connect(m_empty, &EmptyState::stepAsked, this, &ListPage::takeFirstStep);
    connect(m_commands, &CommandBar::refused, this,
        [this](const QString &reason) { m_banner->show({.tone = Tone::Info, .text = reason}); });
}

void ListPage::addKeys()
{
    const auto key = [this](const QString &name, auto act) {
        connect(new ActShortcut(name, m_desk.memory, this), &QShortcut::activated, this, act);
    };
    key(u"list.search"_s, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    key(u"list.refresh"_s, [this] { refresh(); });
}

QString ListPage::foldKey() const
{
    return u"list/"_s + m_spec.key + u"/filters"_s;
}

ListQuery ListPage::query() const
{
    return {.search = m_search->text().trimmed(),
        .values = m_filters->values(),
        .sortKey = m_sortKey,
        .descending = m_descending};
}

ListQuery ListPage::keptQuery() const
{
    ListQuery kept = query();
    kept.values = m_filters->kept();
    return kept;
}

void ListPage::setQuery(const ListQuery &query)
{
    {
        const QSignalBlocker quiet(m_search);
        m_search->setText(query.search);
    }
    m_filters->setValues(query.values);
    m_sortKey = query.sortKey;
    m_descending = query.descending;
    const auto sorted = std::find_if(m_spec.columns.begin(), m_spec.columns.end(),
        [&](const ColumnSpec &column) { return column.key == query.sortKey; });
    m_table->showSorting(
        sorted == m_spec.columns.end() ? -1 : static_cast<int>(sorted - m_spec.columns.begin()), query.descending);
    ask();
}

CommandContext ListPage::context() const
{
    ListPage *page = const_cast<ListPage *>(this);
    return {.selection = m_selection->chosen(),
        .query = m_model->query(),
        .found = m_model->found().value_or(0),
        .settled = !m_selection->isResolving(),
        .page = page};
}

void ListPage::ask()
{
    m_typing->stop();
    const int active = m_filters->active();
    m_filterButton->setText(active == 0 ? KitText::tr("Filters") : KitText::tr("Filters (%1)").arg(active));
    m_banner->dismiss();
    leaveUnread();
    m_model->setQuery(query());
    m_status->showFound({});
}

void ListPage::refresh()
{
    m_banner->dismiss();
    leaveUnread();
    m_model->refresh();
}

/// What is asked for anew, or is here after all, takes the place of the failure.
void ListPage::leaveUnread()
{
    if (std::exchange(m_unread, false))
        showEmpty(false);
}

void ListPage::tablesChanged(const QStringList &tables)
{
    const bool mine = std::any_of(
        tables.begin(), tables.end(), [this](const QString &table) { return m_spec.tables.contains(table); });
    if (mine && isVisible())
        m_model->refresh();
    m_behind = m_behind || (mine && !isVisible());
}

void ListPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_behind, false))
        m_model->refresh();
}

void ListPage::refreshCommands()
{
    m_commands->refresh();
}

bool ListPage::isNarrowed() const
{
    return !m_model->query().search.isEmpty() || !m_model->query().values.isEmpty();
}

void ListPage::showCount()
{
    m_unread = false;
    m_status->showFound(m_model->found());
    const bool empty = m_model->found() == 0 && m_model->rowCount() == 0;
    if (empty && isNarrowed()) {
        m_empty->show(Icon::Search, KitText::tr("Nothing matches the search and the filters."),
            KitText::tr("Show everything"), false);
    } else if (empty) {
        const Command *step = m_commands->find(m_spec.firstStep);
        m_empty->show(Icon::List, m_spec.emptyText, step == nullptr ? QString() : step->text, true);
    }
    showEmpty(empty);
    refreshCommands();
}

/// The keyboard is where there is something to do: in the rows, or where they are missing, at the first step.
void ListPage::showEmpty(bool empty)
{
    const bool had = m_stack->isAncestorOf(QApplication::focusWidget());
    QWidget *place = !empty ? static_cast<QWidget *>(m_table) : m_empty->step();
    if (place == nullptr)
        place = m_spec.searchHint.isEmpty() ? static_cast<QWidget *>(m_refreshButton) : m_search;
    setFocusProxy(place);
    m_stack->setCurrentIndex(empty ? 1 : 0);
    if (had)
        place->setFocus();
}

void ListPage::takeFirstStep()
{
    if (m_unread)
        refresh();
    else if (isNarrowed())
        setQuery({.search = {}, .values = {}, .sortKey = m_sortKey, .descending = m_descending});
    else
        m_commands->trigger(m_spec.firstStep);
}

/// At once: what is drawn as selected is counted, and the commands speak of it. Only the sums wait for a rest.
void ListPage::showChosen()
{
    refreshCommands();
    const ListSelection chosen = m_selection->chosen();
    m_status->showChosen(chosen.everything ? m_model->found().value_or(0) : chosen.ids.size());
}

void ListPage::showSelection()
{
    showChosen();
    const ListSelection chosen = m_selection->chosen();
    m_sums.cancel();
    const bool hasTotals =
        std::any_of(m_spec.columns.begin(), m_spec.columns.end(), [](const ColumnSpec &c) { return c.total; });
    if (chosen.isEmpty() || !hasTotals || m_selection->isResolving())
        return;
    m_sums = m_spec.source->sums(m_model->query(), chosen);
    then(this, m_sums, [this, chosen](const Result<ListSums> &answer) {
        if (m_selection->chosen() != chosen) // an older question
            return;
        if (answer)
            m_status->showSums(*answer);
        else
            showFault(answer.fault());
    });
}

void ListPage::showFault(const Fault &fault)
{
    m_banner->showFault(fault, KitText::tr("Try again"), [this] { refresh(); });
}

/// Where nothing could be read the failure stands alone: no bars promise rows that nobody is reading.
void ListPage::showUnread(const Fault &fault)
{
    showFault(fault);
    m_table->viewport()->update();
    m_unread = m_model->isUnread();
    if (m_unread || !m_model->found())
        m_status->showUnknown();
    if (!m_unread)
        return;
    m_empty->show(Icon::Error, KitText::tr("Nothing is shown, because the list could not be read."),
        KitText::tr("Try again"), false);
    showEmpty(true);
}

void ListPage::copyRows()
{
    copyAsText(*m_model, *m_table, [this](const Outcome &outcome) {
        if (!outcome)
            m_banner->showFault(outcome.fault());
    });
}

void ListPage::showMenu(const QPoint &point)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (const Command &command : m_spec.commands) {
        QAction *action = menu->addAction(icon(command.icon), command.text);
        const QString reason = m_commands->whyNot(command.id);
        action->setEnabled(reason.isEmpty());
        action->setToolTip(reason);
        connect(action, &QAction::triggered, this, [this, id = command.id] { m_commands->trigger(id); });
    }
    menu->addSeparator();
    const QModelIndex cell = m_table->indexAt(point);
    if (cell.isValid())
        connect(menu->addAction(KitText::tr("Copy this cell")), &QAction::triggered, this,
            [text = cell.data(WindowedModel::PlainRole).toString()] { copyText(text); });
    connect(
        menu->addAction(icon(Icon::Copy), KitText::tr("Copy rows")), &QAction::triggered, this, &ListPage::copyRows);
    menu->popup(m_table->viewport()->mapToGlobal(point));
}

void ListPage::chooseColumns(const QPoint &where)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"list.columns.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QHeaderView *header = m_table->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        QAction *action = menu->addAction(m_spec.columns.at(column).label);
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        // The last column stays: an empty table could not be given its columns back.
        action->setEnabled(m_table->isColumnHidden(column) || header->count() - header->hiddenSectionCount() > 1);
        connect(action, &QAction::toggled, this, [this, column](bool shown) { m_table->showColumn(column, shown); });
    }
    menu->addSeparator();
    connect(menu->addAction(KitText::tr("Usual columns")), &QAction::triggered, m_table, &ListTable::forgetColumns);
    menu->popup(where);
}

} // namespace kp

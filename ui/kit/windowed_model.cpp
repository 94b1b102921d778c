// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/windowed_model.h"

#include "ui/kit/cell_text.h"
#include "ui/kit/futures.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <limits>

namespace kp
{

namespace
{
constexpr int pageOf(int row)
{
    return row / WindowedModel::pageRows;
}
} // namespace

WindowedModel::WindowedModel(QList<ColumnSpec> columns, std::shared_ptr<RowSource> source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
    , m_source(std::move(source))
{
}

WindowedModel::~WindowedModel()
{
    dropAll();
}

void WindowedModel::setQuery(const ListQuery &query)
{
    m_query = query;
    m_startingOver = true;
    ask();
    m_firstPage = m_source->rows(m_query, 0, pageRows);
    then(this, m_firstPage, [this, asked = m_generation](const Result<QList<ListRow>> &answer) {
        if (asked == m_generation)
            takeFirstPage(answer);
    });
}

void WindowedModel::refresh()
{
    if (m_startingOver) { // nothing of the new question is here yet: ask it again
        setQuery(m_query);
        return;
    }
    ask();
    show(m_firstShown, m_lastShown);
}

/// Cancels what is under way and counts.
void WindowedModel::ask()
{
    dropAll();
    m_failed = false;
    ++m_generation;
    if (m_startingOver)
        m_found.reset();
    m_count = m_source->count(m_query);
    then(this, m_count, [this, asked = m_generation](const Result<qint64> &answer) {
        if (asked == m_generation)
            takeCount(answer);
    });
}

void WindowedModel::dropAll()
{
    for (auto &fetch : m_fetches)
        fetch.cancel();
    m_fetches.clear();
    m_count.cancel();
    m_firstPage.cancel();
}

void WindowedModel::takeCount(const Result<qint64> &answer)
{
    if (!answer) {
        fail(answer.fault());
        return;
    }
    m_found = *answer;
    if (!m_startingOver)
        settle(static_cast<int>(std::min<qint64>(*answer, std::numeric_limits<int>::max())));
    Q_EMIT counted();
}

void WindowedModel::takeFirstPage(const Result<QList<ListRow>> &answer)
{
    if (!answer) {
        fail(answer.fault());
        return;
    }
    m_startingOver = false;
    beginResetModel();
    m_pages.clear();
    // Rows may be here before they are counted; then the list grows when the count comes.
    m_rows = static_cast<int>(m_found.value_or(answer->size()));
    keep(0, *answer);
    endResetModel();
    Q_EMIT rowsCame(0, static_cast<int>(answer->size()) - 1);
    Q_EMIT counted();
}

void WindowedModel::settle(int rows)
{
    const QScopedValueRollback<bool> settling(m_settling, true);
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        m_pages.removeIf([&](const auto &page) { return page.key() * pageRows >= rows; });
        endRemoveRows();
    }
}

void WindowedModel::show(int first, int last)
{
    const bool elsewhere = std::exchange(m_firstShown, first) != first;
    m_lastShown = last;
    if (m_startingOver || last < first || m_rows == 0)
        return;
    if (m_failed && !elsewhere) // the room for the message is no reason to try again
        return;
    ++m_tick;
    const int screenful = last - first + 1;
    const int from = pageOf(std::max(0, first - screenful));
    const int to = pageOf(std::min(m_rows - 1, last + screenful));
    m_fetches.removeIf([&](auto fetch) {
        const bool passedBy = fetch.key() < from || fetch.key() > to;
        if (passedBy)
            fetch.value().cancel();
        return passedBy;
    });
    // What is on the screen is asked for before what lies beside it.
    QList<int> wanted;
    for (int page = pageOf(first); page <= std::min(pageOf(last), to); ++page)
        wanted.append(page);
    for (int page = from; page <= to; ++page)
        if (!wanted.contains(page))
            wanted.append(page);
    for (const int page : wanted) {
        const auto held = m_pages.find(page);
        if (held != m_pages.end())
            held->used = m_tick;
        if ((held == m_pages.end() || held->generation != m_generation) && !m_fetches.contains(page))
            fetch(page);
    }
}

void WindowedModel::fetch(int page)
{
    m_failed = false;
    const auto future = m_source->rows(m_query, qint64(page) * pageRows, pageRows);
    m_fetches.insert(page, future);
    then(this, future, [this, page, asked = m_generation](const Result<QList<ListRow>> &answer) {
        if (asked == m_generation)
            takePage(page, answer);
    });
}

void WindowedModel::takePage(int page, const Result<QList<ListRow>> &answer)
{
    m_fetches.remove(page);
    if (!answer) {
        fail(answer.fault());
        return;
    }
    if (page * pageRows >= m_rows) // the list has become shorter meanwhile
        return;
    keep(page, *answer);
    const int first = page * pageRows;
    const int last = std::min(first + pageRows, m_rows) - 1;
    Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    Q_EMIT rowsCame(first, last);
}

void WindowedModel::keep(int page, const QList<ListRow> &rows)
{
    m_pages.insert(page, Page{rows, m_generation, m_tick});
    while (m_pages.size() > pagesKept) {
        auto oldest = m_pages.begin();
        for (auto it = m_pages.begin(); it != m_pages.end(); ++it)
            if (it->used < oldest->used)
                oldest = it;
        m_pages.erase(oldest);
    }
}

void WindowedModel::fail(const Fault &fault)
{
    dropAll(); // one message, not one for each page
    m_failed = true;
    Q_EMIT failed(fault);
}

bool WindowedModel::isUnread() const
{
    bool anything = false;
    for (int place = m_firstShown; !m_startingOver && place <= m_lastShown; ++place)
        anything = anything || row(place) != nullptr;
    return m_failed && !anything;
}

const ListRow *WindowedModel::row(int row) const
{
    const auto page = m_pages.constFind(pageOf(row));
    if (page == m_pages.constEnd() || row % pageRows >= page->rows.size())
        return nullptr;
    return &page->rows.at(row % pageRows);
}

int WindowedModel::rowOf(qint64 id) const
{
    for (auto page = m_pages.constBegin(); page != m_pages.constEnd(); ++page)
        for (qsizetype i = 0; i < page->rows.size(); ++i)
            if (page->rows.at(i).id == id)
                return page.key() * pageRows + static_cast<int>(i);
    return -1;
}

int WindowedModel::heldRows() const
{
    qsizetype held = 0;
    for (const Page &page : m_pages)
        held += page.rows.size();
    return static_cast<int>(held);
}

int WindowedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int WindowedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant WindowedModel::data(const QModelIndex &index, int role) const
{
    const ColumnSpec &column = m_columns.at(index.column());
    const ListRow *here = row(index.row());
    if (role == HereRole)
        return here != nullptr;
    if (role == AwaitedRole)
        return here == nullptr && !m_failed;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(column.kind));
    if (role == Qt::FontRole && (column.face == Face::Code || column.face == Face::Grouped))
        return codeFont();
    if (here == nullptr)
        return {};
    const QVariant stored = here->cells.value(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return cellText(column, stored);
    case Qt::ForegroundRole:
        return column.kind == FieldKind::Money && stored.toLongLong() < 0 ? QVariant(colors().error.ink) : QVariant();
    case IdRole:
        return here->id;
    case PlainRole:
        return plainCellText(column, stored);
    case ToneRole:
        for (const Word &word : column.words)
            if (word.tone && word.code == stored.toString())
                return static_cast<int>(*word.tone);
        return {};
    default:
        return {};
    }
}

QVariant WindowedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    const ColumnSpec &column = m_columns.at(section);
    if (role == Qt::DisplayRole)
        return column.label;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(column.kind));
    return {};
}

} // namespace kp

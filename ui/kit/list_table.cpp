// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/list_table.h"

#include "ui/kit/cell_delegate.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/id_selection.h"
#include "ui/kit/windowed_model.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int tableRowPx = 34;
constexpr int mostTextPx = grid(60); ///< a text that is longer still is read by its tool tip
constexpr char widthsMark = 'w';     ///< before a remembered state: the widths in it were chosen by a person

struct Room {
    int column;
    int wanted;
    int width;
};

/// Gives of what is @p spare to those that want more: all they want while that suffices, and like shares of the rest.
void share(QList<Room> &rooms, int &spare)
{
    std::sort(rooms.begin(), rooms.end(),
        [](const Room &a, const Room &b) { return a.wanted - a.width < b.wanted - b.width; });
    for (qsizetype i = 0; i < rooms.size() && spare > 0; ++i) {
        const int equal = spare / static_cast<int>(rooms.size() - i);
        const int given = std::clamp(rooms[i].wanted - rooms[i].width, 0, equal);
        rooms[i].width += given;
        spare -= given;
    }
}
} // namespace

ListTable::ListTable(
    WindowedModel *model, IdSelection *selection, const QString &key, DeskMemory &memory, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_ids(selection)
    , m_memoryKey(u"list/"_s + key + u"/columns"_s)
    , m_memory(memory)
{
    setModel(model);
    // The view's own selection model would otherwise stay with the model for ever.
    delete selectionModel();
    setSelectionModel(selection);
    setItemDelegate(new CellDelegate(this));
    dress();
    restoreColumns();

    QHeaderView *header = horizontalHeader();
    connect(header, &QHeaderView::sortIndicatorChanged, this, &ListTable::sortBy);
    header->viewport()->installEventFilter(this);
    connect(header, &QHeaderView::sectionResized, this, [this] {
        if (!m_dragging) // the last column follows the window, the others their texts, which is nobody's choice
            return;
        m_ownWidths = true;
        rememberColumns();
    });
    connect(header, &QHeaderView::sectionMoved, this, &ListTable::rememberColumns);
    connect(model, &WindowedModel::rowsInserted, this, &ListTable::tellShown);
    connect(model, &WindowedModel::rowsRemoved, this, [this] {
        if (m_model->rowCount() == 0)
            m_measured.clear();
        tellShown();
    });
    connect(model, &WindowedModel::modelReset, this, [this] {
        m_currentId = 0;
        forgetWidths();
        scrollToTop();
        // The keyboard begins at the top, without selecting anything.
        selectionModel()->setCurrentIndex(m_model->index(0, firstColumn()), QItemSelectionModel::NoUpdate);
        tellShown();
    });
    connect(model, &WindowedModel::rowsCame, this, &ListTable::followCurrent);
    connect(model, &WindowedModel::rowsCame, this, &ListTable::measure);
}

void ListTable::dress()
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(tableRowPx);
    verticalHeader()->setDefaultSectionSize(tableRowPx);
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setMinimumSectionSize(grid(6));
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setSortIndicatorShown(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    setCornerButtonEnabled(false);
}

void ListTable::selectAll()
{
    m_ids->selectEverything();
}

void ListTable::showColumn(int column, bool shown)
{
    setColumnHidden(column, !shown);
    rememberColumns();
    measure();
}

void ListTable::forgetColumns()
{
    arrangeAsSpecified();
    m_ownWidths = false;
    m_memory.write(m_memoryKey, {});
    giveRoom();
}

void ListTable::arrangeAsSpecified()
{
    QHeaderView *header = horizontalHeader();
    header->ensurePolished(); // its font says how much room a heading takes
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const ColumnSpec &spec = m_model->columns().at(column);
        header->moveSection(header->visualIndex(column), column);
        header->setSectionHidden(column, false);
        header->resizeSection(column, usualWidth(column));
        header->setSectionHidden(column, !spec.shown);
    }
}

/// Remembered columns are only good for the list they were remembered of.
QByteArray ListTable::fingerprint() const
{
    QStringList keys;
    for (const ColumnSpec &column : m_model->columns())
        keys.append(column.key);
    return keys.join(u',').toUtf8() + '\n';
}

void ListTable::restoreColumns()
{
    arrangeAsSpecified();
    const QByteArray remembered = m_memory.read(m_memoryKey);
    const QByteArray mine = fingerprint();
    if (!remembered.startsWith(mine))
        return;
    m_ownWidths = remembered.mid(mine.size()).startsWith(widthsMark);
    // The order of rows belongs to the question that is asked, not to the columns.
    horizontalHeader()->restoreState(remembered.mid(mine.size() + (m_ownWidths ? 1 : 0)));
    showSorting(-1, false);
}

void ListTable::rememberColumns()
{
    const QByteArray mark(m_ownWidths ? 1 : 0, widthsMark);
    m_memory.write(m_memoryKey, fingerprint() + mark + horizontalHeader()->saveState());
}

void ListTable::showSorting(int column, bool descending)
{
    m_sortColumn = column;
    {
        const QSignalBlocker quiet(horizontalHeader());
        horizontalHeader()->setSortIndicator(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    giveRoom();
}

void ListTable::sortBy(int column, Qt::SortOrder order)
{
    if (column >= 0 && !m_model->columns().at(column).sortable) {
        showSorting(m_sortColumn, order == Qt::DescendingOrder);
        return;
    }
    m_sortColumn = column;
    giveRoom();
    Q_EMIT sortAsked(column, order == Qt::DescendingOrder);
}

void ListTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyAsked();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() <= Qt::KeypadModifier) {
        if (currentIndex().isValid()) {
            if (!selectionModel()->hasSelection())
                selectRow(currentIndex().row());
            Q_EMIT opened();
        }
        return;
    }
    QTableView::keyPressEvent(event);
    // Qt selects the row that is gone to; where there is no other one, the one that is there.
    const bool goes = event->key() >= Qt::Key_Home && event->key() <= Qt::Key_PageDown &&
                      event->key() != Qt::Key_Left && event->key() != Qt::Key_Right;
    if (goes && event->modifiers() <= Qt::KeypadModifier && currentIndex().isValid() &&
        !selectionModel()->hasSelection())
        selectRow(currentIndex().row());
}

bool ListTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == horizontalHeader()->viewport()) {
        if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick)
            m_dragging = true;
        else if (event->type() == QEvent::MouseButtonRelease)
            m_dragging = false;
    }
    return QTableView::eventFilter(watched, event);
}

void ListTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTableView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton && indexAt(event->position().toPoint()).isValid())
        Q_EMIT opened();
}

void ListTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dy != 0)
        tellShown();
}

void ListTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    tellShown();
    measure();
}

/// Other rows are measured anew. In another order they are the same ones, and the columns stay.
void ListTable::forgetWidths()
{
    const ListQuery before = std::exchange(m_measuredOf, m_model->query());
    const bool isSorted = before.sortKey != m_measuredOf.sortKey || before.descending != m_measuredOf.descending;
    if (!isSorted || before.search != m_measuredOf.search || before.values != m_measuredOf.values)
        m_measured.clear();
}

/// The rows on the screen, never all of a list. What has been wide stays so: columns do not dance under the scroll bar.
void ListTable::measure()
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int first = std::max(0, rowAt(0));
    const int last = std::min(m_model->rowCount() - 1, first + viewport()->height() / tableRowPx);
    for (int row = first; row <= last; ++row) {
        if (m_model->row(row) == nullptr)
            continue;
        for (int column = 0; column < m_model->columnCount(); ++column)
            if (!isColumnHidden(column)) {
                const int wide = itemDelegate()->sizeHint(option, m_model->index(row, column)).width();
                m_measured[column] = std::max(m_measured.value(column), wide);
            }
    }
    giveRoom();
}

/// With the arrow where the list is sorted by the column: the others need no room for it.
int ListTable::headingWidth(int column) const
{
    QHeaderView *header = horizontalHeader();
    header->setSortIndicatorShown(column == m_sortColumn);
    const int width = header->sectionSizeHint(column);
    header->setSortIndicatorShown(true);
    return width;
}

/// In any language.
int ListTable::usualWidth(int column) const
{
    return std::max(m_model->columns().at(column).width, horizontalHeader()->sectionSizeHint(column));
}

/// A figure without its end would be another figure; a badge takes what its column was made for.
int ListTable::neededWidth(int column) const
{
    const ColumnSpec &spec = m_model->columns().at(column);
    if (!spec.words.isEmpty())
        return usualWidth(column);
    const int measured = m_measured.value(column);
    return std::max(headingWidth(column), isNumeric(spec.kind) ? measured : std::min(measured, mostTextPx));
}

/// Each column has its usual width while there is room for what stands in all. Else those that have room to spare give
/// it to those whose texts are cut. Widths that a person has chosen stay, but for figures.
void ListTable::giveRoom()
{
    if (m_dragging)
        return;
    QList<Room> rooms;
    int spare = viewport()->width();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (isColumnHidden(column))
            continue;
        const int needed = neededWidth(column);
        const bool figure = isNumeric(m_model->columns().at(column).kind);
        const int least = m_ownWidths ? columnWidth(column) : std::min(usualWidth(column), needed);
        rooms.append({column, needed, figure ? std::max(least, needed) : least});
        spare -= rooms.constLast().width;
    }
    if (!m_ownWidths) {
        share(rooms, spare);
        for (Room &room : rooms)
            room.wanted = std::max(room.wanted, usualWidth(room.column));
        share(rooms, spare);
    }
    for (const Room &room : std::as_const(rooms))
        if (room.width != columnWidth(room.column))
            setColumnWidth(room.column, room.width);
}

int ListTable::firstColumn() const
{
    int visual = 0;
    while (visual < horizontalHeader()->count() - 1 && isColumnHidden(horizontalHeader()->logicalIndex(visual)))
        ++visual;
    return horizontalHeader()->logicalIndex(visual);
}

void ListTable::tellShown()
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const int first = std::max(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1);
    m_model->show(first, last < 0 ? std::min(rows - 1, first + viewport()->height() / tableRowPx) : last);
}

void ListTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    m_currentId = current.isValid() ? current.data(WindowedModel::IdRole).toLongLong() : 0;
}

void ListTable::followCurrent()
{
    const QModelIndex now = currentIndex();
    if (!now.isValid())
        return;
    if (m_currentId == 0) { // it went to a row that was not here yet
        m_currentId = now.data(WindowedModel::IdRole).toLongLong();
        return;
    }
    const int row = m_model->rowOf(m_currentId);
    if (row >= 0 && row != now.row())
        selectionModel()->setCurrentIndex(m_model->index(row, now.column()), QItemSelectionModel::NoUpdate);
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/line_table.h"

#include "ui/kit/cell_delegate.h"
#include "ui/kit/line_delegate.h"
#include "ui/kit/tab_text.h"

#include <QClipboard>
#include <QFocusEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QSet>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace kp
{

namespace
{
constexpr int mostDerivedPx = grid(16);
}

LineTable::LineTable(std::shared_ptr<LineGrammar> grammar, QWidget *parent)
    : QTableView(parent)
    , m_model(new LineModel(std::move(grammar), new QUndoStack(this), this))
    , m_delegate(new LineDelegate(this))
{
    setModel(m_model);
    setItemDelegate(m_delegate);
    setSelectionMode(ContiguousSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setTabKeyNavigation(false); // focusNextPrevChild decides
    setWordWrap(false);
    setGridStyle(Qt::NoPen); // paintGrid() draws it
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(lineRowPx);
    verticalHeader()->setDefaultSectionSize(lineRowPx);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setFixedWidth(grid(6));
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    for (int column = 0; column < m_model->columnCount(); ++column)
        setColumnWidth(column, m_model->columns().at(column).width);
    horizontalHeader()->setResizeContentsPrecision(0); // the rows one sees
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &LineTable::stretchColumn);
    connect(m_model, &LineModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
            if (!roles.isEmpty())
                return; // marks only: nothing has another size
            fitRows(first.row(), last.row());
            widenSoon();
        });
    connect(m_model, &LineModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        fitRows(first, last);
        widenSoon();
    });
    connect(m_model, &LineModel::modelReset, this, [this] {
        fitRows(0, m_model->rowCount() - 1);
        widenSoon();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LineTable::widenSoon);
}

void LineTable::useKeys(const DeskMemory &memory)
{
    m_memory = &memory;
    m_keys.read(memory);
}

void LineTable::fitRows(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const bool two = m_model->index(row, 0).data(LineModel::UnderRole).isValid();
        const int wanted = two ? lineRowPx + underRowPx : lineRowPx;
        if (rowHeight(row) != wanted)
            setRowHeight(row, wanted);
    }
}

/// Once for all that changes in a turn of the event loop, and before it is painted.
void LineTable::widenSoon()
{
    if (std::exchange(m_isWidening, true))
        return;
    QMetaObject::invokeMethod(this, &LineTable::widenFigures, Qt::QueuedConnection);
}

/// A figure that is cut off reads as another figure. What follows from another cell, as a short name does, can not be
/// opened to be read: it gets what it needs within reason. Only the lines in view are looked at.
void LineTable::widenFigures()
{
    m_isWidening = false;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const LineColumn &spec = m_model->columns().at(column);
        const bool isFigure = spec.kind == FieldKind::Money || spec.kind == FieldKind::Decimal;
        if (isColumnHidden(column) || (!isFigure && spec.editable))
            continue;
        const int needed = sizeHintForColumn(column);
        if (const int wanted = isFigure ? needed : std::min(needed, mostDerivedPx); wanted > columnWidth(column))
            setColumnWidth(column, wanted);
    }
}

QList<int> LineTable::visualColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual)
        if (const int column = horizontalHeader()->logicalIndex(visual); !isColumnHidden(column))
            columns.append(column);
    return columns;
}

QModelIndex LineTable::beside(const QModelIndex &from, Step step) const
{
    const QList<int> columns = visualColumns();
    const int towards = step == Step::Next ? 1 : -1;
    qsizetype place = columns.indexOf(from.column());
    int row = from.row();
    while (true) {
        place += towards;
        if (place < 0 || place >= columns.size()) {
            row += towards;
            place = step == Step::Next ? 0 : columns.size() - 1;
        }
        if (row < 0 || row >= m_model->rowCount())
            return {};
        const QModelIndex cell = m_model->index(row, columns.at(place));
        if (cell.flags() & Qt::ItemIsEditable)
            return cell;
    }
}

/// The first editable cell of the grid, or its last.
QModelIndex LineTable::edge(Step step) const
{
    const QList<int> columns = visualColumns();
    const QModelIndex corner = step == Step::Next ? m_model->index(0, columns.first())
                                                  : m_model->index(m_model->rowCount() - 1, columns.last());
    return corner.flags() & Qt::ItemIsEditable ? corner : beside(corner, step);
}

void LineTable::leaveTo(const QModelIndex &index)
{
    // setCurrentIndex() would look at Shift and Ctrl, which are part of the key that brought us here, and extend.
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    setFocus();
}

void LineTable::enter(Step step)
{
    const QModelIndex next = beside(currentIndex(), step);
    if (next.isValid()) {
        leaveTo(next);
        return;
    }
    if (step == Step::Back)
        return;
    const int last = m_model->rowCount() - 1;
    if (m_model->isBlank(last)) {
        setFocus();
        QTableView::focusNextPrevChild(true);
    } else {
        addLineAt(last + 1);
    }
}

bool LineTable::tab(Step step)
{
    const QModelIndex next = beside(currentIndex(), step);
    if (next.isValid())
        leaveTo(next);
    return next.isValid();
}

bool LineTable::focusNextPrevChild(bool next)
{
    if (currentIndex().isValid() && hasFocus() && tab(next ? Step::Next : Step::Back))
        return true;
    return QTableView::focusNextPrevChild(next);
}

void LineTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    const bool backwards = event->reason() == Qt::BacktabFocusReason;
    if (backwards || event->reason() == Qt::TabFocusReason || !currentIndex().isValid())
        setCurrentIndex(edge(backwards ? Step::Back : Step::Next));
}

void LineTable::commitEditor()
{
    m_delegate->finish();
}

void LineTable::goTo(int line, const QString &key)
{
    const int row = m_model->rowOf(line);
    if (row < 0)
        return;
    commitEditor();
    const int column = m_model->columnOf(key);
    leaveTo(m_model->index(row, column < 0 ? visualColumns().first() : column));
    scrollTo(currentIndex());
}

void LineTable::addLineAt(int row)
{
    m_model->insertLines(row, {m_model->grammar().blank()});
    const QModelIndex first = m_model->index(row, visualColumns().first());
    leaveTo(first.flags() & Qt::ItemIsEditable ? first : beside(first, Step::Next));
}

void LineTable::addLine()
{
    commitEditor();
    addLineAt(currentIndex().row() + 1);
}

QList<int> LineTable::chosenRows() const
{
    QSet<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.insert(row);
    if (rows.isEmpty() && currentIndex().isValid())
        rows.insert(currentIndex().row());
    QList<int> sorted(rows.begin(), rows.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

void LineTable::removeLine()
{
    commitEditor();
    if (!currentIndex().isValid())
        return;
    const int column = currentIndex().column();
    const QList<int> rows = chosenRows(); // one block: the selection is contiguous
    m_model->removeLines(rows.first(), static_cast<int>(rows.size()));
    leaveTo(m_model->index(std::min(rows.first(), m_model->rowCount() - 1), column));
}

void LineTable::copyLine()
{
    commitEditor();
    const QModelIndex at = currentIndex();
    if (!at.isValid())
        return;
    m_model->insertLines(at.row() + 1, {m_model->line(at.row()).value});
    leaveTo(at.siblingAtRow(at.row() + 1));
}

void LineTable::copyCellAbove()
{
    commitEditor();
    const QModelIndex at = currentIndex();
    if (at.row() > 0 && (at.flags() & Qt::ItemIsEditable))
        m_model->putText(at.row(), at.column(), at.siblingAtRow(at.row() - 1).data(LineModel::PlainRole).toString());
}

void LineTable::propose()
{
    edit(currentIndex());
    m_delegate->propose();
}

void LineTable::copyCells()
{
    commitEditor();
    const QItemSelection selected = selectionModel()->selection();
    if (selected.isEmpty())
        return;
    // The selection is one block of cells; columns go out in the order in which they are seen.
    int top = m_model->rowCount();
    int bottom = -1;
    for (const QItemSelectionRange &range : selected) {
        top = std::min(top, range.top());
        bottom = std::max(bottom, range.bottom());
    }
    QList<QStringList> rows;
    for (int row = top; row <= bottom; ++row) {
        QStringList cells;
        for (const int column : visualColumns())
            if (const QModelIndex cell = m_model->index(row, column); selected.contains(cell))
                cells.append(m_model->columns().at(column).words.isEmpty() ? cell.data(LineModel::PlainRole).toString()
                                                                           : cell.data().toString());
        rows.append(cells);
    }
    QGuiApplication::clipboard()->setText(tabText(rows));
}

void LineTable::pasteText(const QString &text)
{
    commitEditor();
    const QModelIndex at = currentIndex().isValid() ? currentIndex() : edge(Step::Next);
    const QList<int> columns = visualColumns();
    const PastePlan plan = m_model->plan(at.row(), columns.mid(columns.indexOf(at.column())), fromTabText(text));
    if (m_pastePreviewed && (plan.cells.size() > 1 || plan.byHeading))
        Q_EMIT pasteAsked(plan);
    else
        paste(plan);
}

void LineTable::paste(const PastePlan &plan)
{
    commitEditor();
    m_model->paste(plan);
}

void LineTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    stretchColumn();
}

void LineTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    paintGrid(*this);
}

/// One column takes what the others leave of the width, but never less than it was given.
void LineTable::stretchColumn()
{
    const auto &columns = m_model->columns();
    const auto it =
        std::find_if(columns.begin(), columns.end(), [](const LineColumn &column) { return column.stretch; });
    if (it == columns.end())
        return;
    const int stretched = static_cast<int>(it - columns.begin());
    const int others = horizontalHeader()->length() - columnWidth(stretched);
    const int wanted = std::max(it->width, viewport()->width() - others);
    if (wanted != columnWidth(stretched))
        setColumnWidth(stretched, wanted);
}

} // namespace kp

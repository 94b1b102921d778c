// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/line_table.h"

#include "ui/kit/line_delegate.h"
#include "ui/kit/tab_text.h"

#include <QClipboard>
#include <QFocusEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QUndoStack>

#include <algorithm>

namespace kp
{

namespace
{
constexpr int gridRowPx = 32;
// A QKeyCombination is no label of a switch; its number is.
constexpr int shift = static_cast<int>(Qt::ShiftModifier);
constexpr int ctrl = static_cast<int>(Qt::ControlModifier);
constexpr int alt = static_cast<int>(Qt::AltModifier);
constexpr Qt::KeyboardModifiers meantModifiers = Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier;

QKeyCombination combination(const QKeyEvent &event)
{
    return QKeyCombination(event.modifiers() & meantModifiers, static_cast<Qt::Key>(event.key()));
}
} // namespace

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
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(gridRowPx);
    verticalHeader()->setDefaultSectionSize(gridRowPx);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setFixedWidth(grid(6));
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    for (int column = 0; column < m_model->columnCount(); ++column)
        setColumnWidth(column, m_model->columns().at(column).width);
    horizontalHeader()->setResizeContentsPrecision(0); // the rows one sees
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &LineTable::stretchColumn);
    connect(m_model, &LineModel::dataChanged, this, &LineTable::widenFigures);
    connect(m_model, &LineModel::rowsInserted, this, &LineTable::widenFigures);
    connect(m_model, &LineModel::modelReset, this, &LineTable::widenFigures);
}

/// A figure that is cut off reads as another figure.
void LineTable::widenFigures()
{
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const FieldKind kind = m_model->columns().at(column).kind;
        const bool isFigure = kind == FieldKind::Money || kind == FieldKind::Decimal;
        if (isFigure && !isColumnHidden(column) && sizeHintForColumn(column) > columnWidth(column))
            setColumnWidth(column, sizeHintForColumn(column));
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

void LineTable::removeLine()
{
    commitEditor();
    if (!currentIndex().isValid())
        return;
    const int column = currentIndex().column();
    int first = currentIndex().row();
    int last = first;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        first = std::min(first, range.top());
        last = std::max(last, range.bottom());
    }
    m_model->removeLines(first, last - first + 1);
    leaveTo(m_model->index(std::min(first, m_model->rowCount() - 1), column));
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
    m_model->paste(at.row(), columns.mid(columns.indexOf(at.column())), fromTabText(text));
}

bool LineTable::isGridKey(const QKeyEvent &event)
{
    switch (combination(event).toCombined()) {
    case Qt::Key_F7:
    case ctrl | Qt::Key_D:
    case ctrl | shift | Qt::Key_D:
    case ctrl | Qt::Key_N:
    case ctrl | Qt::Key_Insert:
    case ctrl | Qt::Key_Delete:
        return true;
    default:
        return false;
    }
}

/// Keys of the grid, whether a cell is being edited or not.
bool LineTable::handleKey(const QKeyEvent &event)
{
    switch (combination(event).toCombined()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        commitEditor();
        enter(Step::Next);
        return true;
    case shift | Qt::Key_Return:
    case shift | Qt::Key_Enter:
        commitEditor();
        enter(Step::Back);
        return true;
    case Qt::Key_F7:
        commitEditor();
        if (currentIndex().isValid())
            Q_EMIT lookUp(currentIndex().row(), m_model->columns().at(currentIndex().column()).key);
        return true;
    case ctrl | Qt::Key_D:
        copyCellAbove();
        return true;
    case ctrl | shift | Qt::Key_D:
        copyLine();
        return true;
    case ctrl | Qt::Key_N:
    case ctrl | Qt::Key_Insert:
        addLine();
        return true;
    case ctrl | Qt::Key_Delete:
        removeLine();
        return true;
    default:
        return false;
    }
}

bool LineTable::handleEditorKey(const QKeyEvent &event)
{
    switch (combination(event).toCombined()) {
    case Qt::Key_Tab:
    case shift | Qt::Key_Tab:
    case shift | Qt::Key_Backtab:
        commitEditor();
        setFocus();
        focusNextPrevChild(event.key() == Qt::Key_Tab && !(event.modifiers() & Qt::ShiftModifier));
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        commitEditor();
        const int row = currentIndex().row() + (event.key() == Qt::Key_Up ? -1 : 1);
        if (row >= 0 && row < m_model->rowCount())
            leaveTo(currentIndex().siblingAtRow(row));
        return true;
    }
    case alt | Qt::Key_Down:
        m_delegate->propose();
        return true;
    default:
        return handleKey(event);
    }
}

bool LineTable::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isGridKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void LineTable::keyPressEvent(QKeyEvent *event)
{
    if (handleKey(*event))
        return;
    const QModelIndex at = currentIndex();
    if (event->matches(QKeySequence::Copy)) {
        copyCells();
    } else if (event->matches(QKeySequence::Cut)) {
        copyCells();
        m_model->clearCells(selectedIndexes());
    } else if (event->matches(QKeySequence::Paste)) {
        pasteText(QGuiApplication::clipboard()->text());
    } else if (event->matches(QKeySequence::Undo)) {
        m_model->undoStack()->undo();
    } else if (event->matches(QKeySequence::Redo) ||
               combination(*event) == QKeyCombination(Qt::ControlModifier, Qt::Key_Y)) {
        m_model->undoStack()->redo();
    } else if (event->key() == Qt::Key_Delete) {
        m_model->clearCells(selectedIndexes());
    } else if (combination(*event) == QKeyCombination(Qt::AltModifier, Qt::Key_Down)) {
        propose();
    } else if (event->text() == u'=' && at.isValid() && m_model->columns().at(at.column()).kind == FieldKind::Money) {
        Q_EMIT fillRemaining(at.row(), m_model->columns().at(at.column()).key);
    } else if (event->key() == Qt::Key_Space && at.isValid() &&
               m_model->columns().at(at.column()).kind == FieldKind::Flag) {
        const bool set = at.data(LineModel::PlainRole).toString() == u'1';
        m_model->putText(at.row(), at.column(), QString(set ? u'0' : u'1'));
    } else {
        QTableView::keyPressEvent(event);
    }
}

void LineTable::inputMethodEvent(QInputMethodEvent *event)
{
    const bool atOnce = state() != EditingState && !event->commitString().isEmpty();
    QTableView::inputMethodEvent(event);
    // A text that an input method commits without composing it opens the editor, but Qt 6.4 does not hand it on.
    if (atOnce)
        m_delegate->receive(*event);
}

void LineTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    stretchColumn();
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

// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a line grid and of the editor in it.
#include "ui/kit/line_delegate.h"
#include "ui/kit/line_table.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QUndoStack>

#include <algorithm>

namespace kp
{

std::optional<LineAct> LineTable::actOf(const QKeyEvent &event) const
{
    const std::optional<LineAct> act = m_keys.find(event);
    const QModelIndex at = currentIndex();
    const bool isMoney = at.isValid() && m_model->columns().at(at.column()).kind == FieldKind::Money;
    if (act == LineAct::FillRemaining && !isMoney)
        return std::nullopt; // there it is a sign like any other
    return act;
}

bool LineTable::isGridKey(const QKeyEvent &event) const
{
    const std::optional<LineAct> act = actOf(event);
    return act && (state() != EditingState || LineKeys::isOfGridWhileEditing(*act));
}

void LineTable::run(LineAct act)
{
    switch (act) {
    case LineAct::Next:
        commitEditor();
        enter(Step::Next);
        return;
    case LineAct::Back:
        commitEditor();
        enter(Step::Back);
        return;
    case LineAct::Edit:
        edit(currentIndex());
        return;
    case LineAct::LookUp:
        lookUpHere();
        return;
    case LineAct::CopyAbove:
        copyCellAbove();
        return;
    case LineAct::CopyLine:
        copyLine();
        return;
    case LineAct::AddLine:
        addLine();
        return;
    case LineAct::RemoveLine:
        removeLine();
        return;
    case LineAct::FillRemaining:
        fillHere();
        return;
    case LineAct::Clear:
        m_model->clearCells(selectedIndexes());
        return;
    case LineAct::Copy:
        copyCells();
        return;
    case LineAct::Cut:
        copyCells();
        m_model->clearCells(selectedIndexes());
        return;
    case LineAct::Paste:
        pasteText(QGuiApplication::clipboard()->text());
        return;
    case LineAct::Undo:
        m_model->undoStack()->undo();
        return;
    case LineAct::Redo:
        m_model->undoStack()->redo();
        return;
    }
}

void LineTable::lookUpHere()
{
    commitEditor();
    if (currentIndex().isValid())
        Q_EMIT lookUp(currentIndex().row(), m_model->columns().at(currentIndex().column()).key);
}

void LineTable::fillHere()
{
    commitEditor();
    Q_EMIT fillRemaining(currentIndex().row(), m_model->columns().at(currentIndex().column()).key);
}

bool LineTable::handleEditorKey(const QKeyEvent &event)
{
    const std::optional<LineAct> act = actOf(event);
    // A block of cells does not go into one: it is pasted from that cell on.
    const bool isBlock = act == LineAct::Paste && QGuiApplication::clipboard()->text().contains(u'\t');
    if (act && (isBlock || LineKeys::isOfGridWhileEditing(*act))) {
        run(*act);
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        commitEditor();
        setFocus();
        focusNextPrevChild(event.key() == Qt::Key_Tab && !(event.modifiers() & Qt::ShiftModifier));
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        if (event.modifiers() & Qt::AltModifier) {
            m_delegate->propose();
            return true;
        }
        commitEditor();
        const int row = currentIndex().row() + (event.key() == Qt::Key_Up ? -1 : 1);
        if (row >= 0 && row < m_model->rowCount())
            leaveTo(currentIndex().siblingAtRow(row));
        return true;
    }
    default:
        return false;
    }
}

bool LineTable::event(QEvent *event)
{
    if (event->type() == keysChangedEvent() && m_memory != nullptr)
        m_keys.read(*m_memory);
    if (event->type() == QEvent::ShortcutOverride && isGridKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void LineTable::keyPressEvent(QKeyEvent *event)
{
    if (const std::optional<LineAct> act = actOf(*event)) {
        run(*act);
        return;
    }
    const QModelIndex at = currentIndex();
    if (event->key() == Qt::Key_Down && (event->modifiers() & Qt::AltModifier)) {
        propose();
    } else if (event->key() == Qt::Key_Space && at.isValid() &&
               m_model->columns().at(at.column()).kind == FieldKind::Flag) {
        const bool set = at.data(LineModel::PlainRole).toString() == u'1';
        m_model->putText(at.row(), at.column(), QString(set ? u'0' : u'1'));
    } else if (event->modifiers() & Qt::ShiftModifier) {
        extendSelection(event);
    } else {
        QTableView::keyPressEvent(event);
    }
}

/// Qt begins where its own keys or the mouse went last, not at the cell that Enter or a finding led to.
void LineTable::extendSelection(QKeyEvent *event)
{
    const QModelIndex from = currentIndex();
    const QModelIndexList chosen = selectedIndexes();
    if (chosen.size() <= 1)
        m_anchor = from;
    const bool ours =
        !horizontalHeader()->sectionsMoved() &&
        (chosen.size() <= 1 || (m_anchor.isValid() && selectionModel()->selection() == between(m_anchor, from)));
    QTableView::keyPressEvent(event);
    if (ours && m_anchor.isValid() && currentIndex() != from)
        selectionModel()->select(between(m_anchor, currentIndex()), QItemSelectionModel::ClearAndSelect);
}

QItemSelection LineTable::between(const QModelIndex &a, const QModelIndex &b) const
{
    const auto [top, bottom] = std::minmax({a.row(), b.row()});
    const auto [left, right] = std::minmax({a.column(), b.column()});
    return {m_model->index(top, left), m_model->index(bottom, right)};
}

void LineTable::inputMethodEvent(QInputMethodEvent *event)
{
    const bool atOnce = state() != EditingState && !event->commitString().isEmpty();
    QTableView::inputMethodEvent(event);
    // A text that an input method commits without composing it opens the editor, but Qt 6.4 does not hand it on.
    if (atOnce)
        m_delegate->receive(*event);
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// The grid in which lines are typed, by keyboard alone.
#pragma once

#include "ui/kit/line_model.h"

#include <QTableView>

namespace kp
{

class LineDelegate;

/// Keys: Enter commits and goes to the next cell (past the last one to a new line; from the last cell of a blank last
/// line out of the grid), Shift+Enter back; Tab the same within the grid without adding lines; F2 edits, F7 looks up,
/// Ctrl+D copies the cell above, Ctrl+Shift+D the line, Ctrl+Insert and Ctrl+N add, Ctrl+Delete removes the line,
/// Delete empties the cells, Ctrl+C, Ctrl+X and Ctrl+V speak tab-separated text, Ctrl+Z and Ctrl+Y undo and redo.
class LineTable : public QTableView
{
    Q_OBJECT
public:
    explicit LineTable(std::shared_ptr<LineGrammar> grammar, QWidget *parent = nullptr);

    [[nodiscard]] LineModel *lines() const { return m_model; }
    /// Goes to a cell, as a finding asks. @param key of a column; an unknown key means the first cell of the line
    void goTo(int line, const QString &key);
    void addLine();
    void removeLine();
    void copyLine();
    void copyCellAbove();
    /// Edits the current cell and shows its proposals, even for nothing typed yet.
    void propose();
    void copyCells();
    void pasteText(const QString &text);
    /// Puts in what is being typed, as every command of the page must do before it reads the lines.
    void commitEditor();

Q_SIGNALS:
    /// F7 in a cell. @param row as in LineModel
    void lookUp(int row, const QString &key);
    /// "=" in a cell of money: the page may fill the remaining amount.
    void fillRemaining(int row, const QString &key);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    friend class LineDelegate;
    enum class Step { Next, Back };
    /// The next or previous editable cell in visual order; invalid past the ends.
    [[nodiscard]] QModelIndex beside(const QModelIndex &from, Step step) const;
    [[nodiscard]] QModelIndex edge(Step step) const;
    [[nodiscard]] QList<int> visualColumns() const;
    [[nodiscard]] static bool isGridKey(const QKeyEvent &event);
    bool handleKey(const QKeyEvent &event);
    bool handleEditorKey(const QKeyEvent &event);
    void enter(Step step);
    bool tab(Step step);
    void leaveTo(const QModelIndex &index);
    void addLineAt(int row);
    void stretchColumn();
    void widenFigures();

    LineModel *m_model;
    LineDelegate *m_delegate;
};

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// The grid in which lines are typed, by keyboard alone.
#pragma once

#include "ui/kit/line_keys.h"
#include "ui/kit/line_model.h"

#include <QTableView>

namespace kp
{

class LineDelegate;

/// The keys are those of KeyPlace::Grid: Enter commits and goes to the next cell (past the last one to a new line; from
/// the last cell of a blank last line out of the grid), Tab does the same within the grid without adding lines. Copied
/// and pasted cells are tab-separated text, as spreadsheets have it.
class LineTable : public QTableView
{
    Q_OBJECT
public:
    explicit LineTable(std::shared_ptr<LineGrammar> grammar, QWidget *parent = nullptr);

    [[nodiscard]] LineModel *lines() const { return m_model; }
    /// Takes the keys the user has chosen, and follows when they change. @param memory outlives the grid
    void useKeys(const DeskMemory &memory);
    /// Blocks of more than one row are not pasted at once: pasteAsked() says what was on the clipboard.
    void setPastePreviewed(bool previewed) { m_pastePreviewed = previewed; }
    /// The rows with a chosen cell, first to last; the current one where nothing is chosen.
    [[nodiscard]] QList<int> chosenRows() const;
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
    void paste(const PastePlan &plan);
    /// Puts in what is being typed, as every command of the page must do before it reads the lines.
    void commitEditor();

Q_SIGNALS:
    /// F7 in a cell. @param row as in LineModel
    void lookUp(int row, const QString &key);
    /// "=" in a cell of money: the page may fill the remaining amount.
    void fillRemaining(int row, const QString &key);
    void pasteAsked(const kp::PastePlan &plan);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    friend class LineDelegate;
    enum class Step { Next, Back };
    /// The next or previous editable cell in visual order; invalid past the ends.
    [[nodiscard]] QModelIndex beside(const QModelIndex &from, Step step) const;
    [[nodiscard]] QModelIndex edge(Step step) const;
    [[nodiscard]] QList<int> visualColumns() const;
    void extendSelection(QKeyEvent *event);
    [[nodiscard]] QItemSelection between(const QModelIndex &a, const QModelIndex &b) const;
    /// Whether a key is the grid's own, so that no command of the page may have it.
    [[nodiscard]] bool isGridKey(const QKeyEvent &event) const;
    [[nodiscard]] std::optional<LineAct> actOf(const QKeyEvent &event) const;
    void run(LineAct act);
    bool handleEditorKey(const QKeyEvent &event);
    void lookUpHere();
    void fillHere();
    void enter(Step step);
    bool tab(Step step);
    void leaveTo(const QModelIndex &index);
    void addLineAt(int row);
    void stretchColumn();
    void widenSoon();
    void widenFigures();
    /// Lines with a second row are higher.
    void fitRows(int first, int last);

    LineModel *m_model;
    LineDelegate *m_delegate;
    QPersistentModelIndex m_anchor; ///< where a selection by keys began
    LineKeys m_keys;
    const DeskMemory *m_memory = nullptr;
    bool m_pastePreviewed = false;
    bool m_isWidening = false; ///< is about to happen
};

} // namespace kp

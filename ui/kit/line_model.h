// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/finding.h"
#include "ui/kit/line_grammar.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QUndoStack>

#include <memory>

namespace kp
{

/// One line as the grid holds it.
struct GridLine {
    QVariant value;
    QMap<int, QString> rejected; ///< by column: texts that have not the form of their column
};

/// A block of texts that is about to be pasted.
struct PastePlan {
    int row = 0;            ///< of the grid, where its first row goes
    QList<int> columns;     ///< of the grid, one for each column of the block; -1: is left out
    bool byHeading = false; ///< its first row named the columns, and is not among the cells any more
    QList<QStringList> cells;

    [[nodiscard]] bool isEmpty() const { return cells.isEmpty(); }
};

/// The lines of a grid, at least one. Every change is one step of the undo stack and replaces whole lines. To the page
/// a "line" is one that is not blank, counted from 0: that is what a draft holds and what findings speak of; a "row"
/// counts the blank ones too.
class LineModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        PlainRole = Qt::UserRole + 1, ///< text for editing and copying
        SeverityRole,                 ///< int (Severity) when the cell is marked
        UnderRole,                    ///< text of the second row of a line; not valid where there is none
    };

    LineModel(std::shared_ptr<LineGrammar> grammar, QUndoStack *undo, QObject *parent = nullptr);

    [[nodiscard]] const QList<LineColumn> &columns() const { return m_columns; }
    [[nodiscard]] LineGrammar &grammar() const { return *m_grammar; }
    [[nodiscard]] QUndoStack *undoStack() const { return m_undo; }
    [[nodiscard]] int columnOf(const QString &key) const; ///< -1: none

    /// The lines that are not blank.
    [[nodiscard]] QVariantList values() const;
    template<class T>
    [[nodiscard]] QList<T> lines() const
    {
        QList<T> out;
        out.reserve(m_lines.size());
        for (int row = 0; row < m_lines.size(); ++row)
            if (!isBlank(row))
                out.append(m_lines.at(row).value.template value<T>());
        return out;
    }
    /// The same as if what stands in an open editor were committed already; what has not the form of its column is not
    /// there.
    template<class T>
    [[nodiscard]] QList<T> linesAsTyped() const
    {
        return as<T>(valuesAsTyped());
    }
    [[nodiscard]] bool isBlank(int row) const;
    [[nodiscard]] int rowOf(int line) const; ///< -1: there is no such line
    [[nodiscard]] int lineOf(int row) const; ///< -1: the row is blank

    /// An editor is open and holds a text that is not committed yet.
    void setTyped(const QModelIndex &cell, const QString &text);
    /// It is closed: what it held is in the line, or was taken back.
    void endTyped();

    /// Puts other lines in place of all; not a step of undo (a draft was opened).
    void load(const QVariantList &values);
    /// The same as one step of undo, named @p what.
    void replaceAll(const QVariantList &values, const QString &what);
    /// Texts that have not the form of their column, as findings.
    [[nodiscard]] QList<Finding> rejections() const;
    /// Marks cells; Finding::field is the key of a column. Findings of the head are not looked at.
    void setFindings(const QList<Finding> &findings);

    /// Each is one step of undo. Rows and columns are logical.
    void insertLines(int at, const QVariantList &values);
    void removeLines(int first, int n);
    void putText(int row, int column, const QString &text);
    void take(int row, int column, const Proposal &proposal);
    void clearCells(const QModelIndexList &cells);
    /// Where a block of texts goes: into the given columns from a row on, or where the first row of the block names
    /// columns, by that heading.
    [[nodiscard]] PastePlan plan(int row, const QList<int> &columns, QList<QStringList> cells) const;
    /// The cells of the block (row and column of the block) that have not the form of their column.
    [[nodiscard]] QSet<std::pair<int, int>> misfits(const PastePlan &plan) const;
    /// Adds lines as needed; read-only cells are left out.
    void paste(const PastePlan &plan);
    /// Other values for some rows, as one step named @p what.
    void putValues(const QMap<int, QVariant> &byRow, const QString &what);
    [[nodiscard]] const GridLine &line(int row) const { return m_lines.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// Lines have changed, by hand, undo or load.
    void changed();
    /// What linesAsTyped() gives has changed.
    void typed();

private:
    class Replacement;
    template<class T>
    static QList<T> as(const QVariantList &values)
    {
        QList<T> out;
        out.reserve(values.size());
        for (const QVariant &value : values)
            out.append(value.template value<T>());
        return out;
    }
    [[nodiscard]] QVariantList valuesAsTyped() const;
    void replace(int first, int n, const QList<GridLine> &with, const QString &what);
    void exchange(int first, int n, const QList<GridLine> &with);
    void put(GridLine &line, int column, const QString &text) const;
    void put(GridLine &line, const QList<int> &columns, const QStringList &texts) const;
    [[nodiscard]] QString plain(const GridLine &line, int column) const;
    [[nodiscard]] QString shown(const GridLine &line, int column) const;
    [[nodiscard]] QList<int> columnsByHeading(const QStringList &heading) const;

    const std::shared_ptr<LineGrammar> m_grammar;
    const QList<LineColumn> m_columns;
    QUndoStack *m_undo;
    QList<GridLine> m_lines;
    QHash<std::pair<int, int>, Finding> m_findings; ///< by row and column
    QPersistentModelIndex m_typedCell;              ///< where an editor is open and was typed into
    QString m_typedText;
};

} // namespace kp

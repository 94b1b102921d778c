// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a confirmation form as a table; where they are entered, beside what is left of the blue lines.
#pragma once

#include "core/rules/red_reversal.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace kp
{

class RedLineModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { BlueLine, Item, Spec, Unit, Price, LeftQuantity, LeftNet, Quantity, Net, Rate, Tax, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// Lines to look at.
    void show(const QList<RedFormLine> &lines);
    /// Lines to enter: all that is left of each at first.
    void enter(const rules::Reversibility &may, RedReason reason);
    /// What is reversed of each line, without those of which nothing is.
    [[nodiscard]] QList<RedFormLine> lines() const;
    [[nodiscard]] Totals totals() const;
    [[nodiscard]] bool isEntered() const { return !m_left.isEmpty(); }
    [[nodiscard]] bool hasWrong() const { return !m_wrong.isEmpty(); }
    /// Where the first thing stands that can not be taken as it was entered, and why; not valid: all can.
    [[nodiscard]] QModelIndex firstWrong() const;
    [[nodiscard]] QString whyWrong() const;
    [[nodiscard]] bool isEditable(int row, int column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void entered();

private:
    struct Wrong {
        QString typed;
        QString why;
    };
    [[nodiscard]] QString textOf(int row, int column) const;
    /// Why it can not be taken; empty: it is.
    QString take(int row, int column, const QString &typed);

    QList<std::optional<RedFormLine>> m_lines; ///< empty: nothing of the line is reversed
    QList<InvoiceLine> m_left;                 ///< as the lines, where they are entered
    RedReason m_reason = RedReason::Mistake;
    bool m_wholeOnly = false;
    QHash<QPair<int, int>, Wrong> m_wrong; ///< by row and column
};

/// Enter and Tab go from one cell that can be entered to the next; past the last one filledIn() is told.
class RedLineTable : public QTableView
{
    Q_OBJECT
public:
    explicit RedLineTable(RedLineModel *model, QWidget *parent = nullptr);
    /// Shows the columns of what is looked at, or of what is entered.
    void arrange();
    /// Leads to what was entered wrongly.
    void goToWrong();
    /// The first cell that can be entered gets the keyboard; false when there is none.
    bool beginEntry();

Q_SIGNALS:
    void filledIn();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    bool focusNextPrevChild(bool next) override;

private:
    bool goOn(int by);
    RedLineModel *m_model;
};

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/workbook/order_workbook.h"
#include "core/domain/records.h"

#include <QAbstractTableModel>
#include <QHash>

namespace kp
{

/// Rows of one sheet of a workbook with what is wrong in their cells. The row numbers are those of the sheet.
class RepairModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        SeverityRole = Qt::UserRole + 1, ///< int (Severity) where the cell is marked
    };

    explicit RepairModel(workbook::RepairSheet sheet, QObject *parent = nullptr);

    [[nodiscard]] const workbook::RepairSheet &sheet() const { return m_sheet; }
    void setFindings(const QList<CellFinding> &findings);
    void putText(const QModelIndex &cell, const QString &text);
    [[nodiscard]] CellPlace placeOf(const QModelIndex &cell) const;
    /// The first cell of its row for a place that names no column; not valid when the row is not here.
    [[nodiscard]] QModelIndex find(const CellPlace &place) const;
    [[nodiscard]] bool isWrong(const QModelIndex &cell) const;
    /// Where the buyer's name or tax number stands.
    [[nodiscard]] bool namesBuyer(int column) const;
    /// What is to be put into a row so that the customer is its buyer: columns and texts. Name and number are his in
    /// any case; of the rest, what the workbook says stays.
    [[nodiscard]] QList<std::pair<int, QString>> buyerTexts(int row, const Customer &customer) const;
    /// Columns in which nothing stands and nothing is wrong.
    [[nodiscard]] bool isIdle(int column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Mark {
        Severity severity = Severity::Warning;
        QStringList reasons;
    };
    workbook::RepairSheet m_sheet;
    [[nodiscard]] QString fieldOf(int column) const;
    QHash<std::pair<int, int>, Mark> m_marks; ///< by row and column of the model
};

} // namespace kp

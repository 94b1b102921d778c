// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/workbook/order_workbook.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace kp
{

class FindingModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    /// @param sheets name the columns
    void setFindings(const QList<CellFinding> &findings, const QList<workbook::RepairSheet> &sheets);
    [[nodiscard]] const QList<CellFinding> &findings() const { return m_findings; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString columnName(const CellPlace &place) const;
    QHash<QString, workbook::RepairSheet> m_sheets; ///< without their rows
    QList<CellFinding> m_findings;                  ///< errors first, then as they stand in the workbook
};

/// Everything that was found in a workbook, by sheet, row and column; each leads to its cell.
class FindingTable : public QTableView
{
    Q_OBJECT
public:
    explicit FindingTable(QWidget *parent = nullptr);
    [[nodiscard]] FindingModel *findings() const { return m_model; }

Q_SIGNALS:
    void chosen(const kp::CellPlace &place);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QModelIndex &index);
    FindingModel *m_model;
};

} // namespace kp

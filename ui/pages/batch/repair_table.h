// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a workbook, repaired in place. The keys are those of every grid (KeyPlace::Grid), but that Enter goes to the
// next cell that is wrong.
#pragma once

#include "core/domain/records.h"
#include "ui/kit/line_keys.h"
#include "ui/kit/proposals.h"
#include "ui/pages/batch/repair_model.h"

#include <QTableView>

namespace kp
{

class RepairTable : public QTableView
{
    Q_OBJECT
public:
    /// @param buyers proposes customers where a buyer's name or tax number stands
    RepairTable(RepairModel *model, const DeskMemory &memory, Proposer buyers, QWidget *parent = nullptr);

    [[nodiscard]] RepairModel *cells() const { return m_model; }
    /// Also the columns in which nothing stands.
    void showAllColumns(bool all);
    void goTo(const QModelIndex &cell);

Q_SIGNALS:
    /// A person has put a text into a cell.
    void typed(const QModelIndex &cell, const QString &text);
    /// A customer was chosen for the buyer of the row.
    void buyerTaken(const QModelIndex &cell, const kp::Customer &customer);
    void nextAsked();
    void previousAsked();
    void undoAsked();
    void redoAsked();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    friend class RepairDelegate;
    bool run(LineAct act);
    void paste();

    RepairModel *m_model;
    LineKeys m_keys;
    const DeskMemory &m_memory;
    const Proposer m_buyers;
};

} // namespace kp

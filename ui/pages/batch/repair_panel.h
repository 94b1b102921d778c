// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/desk.h"
#include "ui/pages/batch/batch_work.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QTabWidget;
class QUndoStack;

namespace kp
{

class FindingTable;
class RepairModel;
class RepairTable;

/// What is wrong in a workbook: all findings in a list, and the cells they are about sheet by sheet, to be repaired.
/// Hidden while nothing is wrong.
class RepairPanel : public QFrame
{
    Q_OBJECT
public:
    RepairPanel(BatchWork &work, Office &office, QWidget *parent = nullptr);

    /// To the cell of a finding; where it is not here, nothing happens.
    void goTo(const CellPlace &place);
    [[nodiscard]] FindingTable *findings() const { return m_findings; }
    [[nodiscard]] const QList<RepairTable *> &tables() const { return m_tables; }
    [[nodiscard]] QUndoStack *undoStack() const { return m_undo; }

Q_SIGNALS:
    /// The last error has gone while the keyboard was in the cells.
    void allRepaired();

private:
    class Repair;
    enum class Step { Next, Previous };
    void setCorner();
    void showSheets();
    void showFindings();
    void showReason();
    void put(const CellPlace &place, const QString &text);
    void putBuyer(const RepairModel &cells, int row, const Customer &customer);
    void go(Step step);
    [[nodiscard]] RepairTable *tableOf(const QString &sheet) const;
    [[nodiscard]] RepairTable *current() const;

    BatchWork &m_work;
    Office &m_office;
    QUndoStack *m_undo;
    QTabWidget *m_tabs;
    QCheckBox *m_all;
    QLabel *m_reason;
    FindingTable *m_findings;
    QList<RepairTable *> m_tables; ///< in the order of the sheets
    bool m_hadErrors = false;
    QString m_file; ///< whose repairs can be undone
};

} // namespace kp

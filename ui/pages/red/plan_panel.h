// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of a red-flush plan: who must confirm each, by when, what credit it moves, how far it has come.
#pragma once

#include "core/rules/red_plan.h"
#include "ui/pages/office.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableWidget;

namespace kp
{

class Banner;

class PlanPanel : public QWidget
{
    Q_OBJECT
public:
    explicit PlanPanel(Office &office, QWidget *parent = nullptr);
    /// One that is not begun.
    void show(const rules::RedProposal &proposal);
    /// One that was begun.
    void open(RedPlanId id);
    [[nodiscard]] const RedPlan &plan() const { return m_plan; }
    [[nodiscard]] Banner *banner() const { return m_banner; }

Q_SIGNALS:
    void back();

private:
    void build();
    void showPlan();
    void showRow(int row, const RedPlanStep &step);
    void carryOut();
    void goOn();
    void giveUp();
    void openStep();
    void take(const Result<RedPlan> &plan);
    void setBusy(bool busy);

    Office &m_office;
    RedPlan m_plan;
    bool m_busy = false;
    QLabel *m_title;
    QLabel *m_explanation;
    Banner *m_banner;
    QTableWidget *m_steps;
    QPushButton *m_back;
    QPushButton *m_open;
    QPushButton *m_giveUp;
    QPushButton *m_go;
};

} // namespace kp

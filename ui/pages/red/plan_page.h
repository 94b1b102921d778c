// SPDX-License-Identifier: GPL-3.0-or-later
// 红冲方案: an invoice that was wrong is made what it should have been. The plans there are; a new one: invoice, what
// it should have been, the steps that lead there.
#pragma once

#include "core/domain/red_plan.h"
#include "ui/kit/leaving.h"
#include "ui/pages/office.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;
class QVBoxLayout;

namespace kp
{

class Banner;
class BlueStep;
class IssuingSheet;
class PlanPanel;

class PlanPage : public QWidget, public Leavable
{
    Q_OBJECT
public:
    /// @param blueNumber the invoice that was wrong; empty: it is asked for
    PlanPage(Office &office, const QString &blueNumber, QWidget *parent = nullptr);

    [[nodiscard]] QString unsaved() const override;
    void giveUp() override { m_touched = false; }
    [[nodiscard]] PlanPanel *panel() const { return m_panel; }
    [[nodiscard]] IssuingSheet *sheet() const { return m_sheet; }
    [[nodiscard]] BlueStep *blue() const { return m_blue; }
    [[nodiscard]] Banner *banner() const { return m_banner; }

private:
    enum Step { PlansStep, InvoiceStep, WantedStep, PlanStep };
    QWidget *makePlans();
    QWidget *makeWanted();
    void show(Step step);
    void list();
    void showPlans(const QList<RedPlan> &plans);
    void openChosen();
    void take(const QString &blueNumber);
    void write(const InvoiceDraft &draft);
    void judge();
    void plan(const std::optional<InvoiceDraft> &wanted);
    void showErrors(const QList<Finding> &findings);
    void setBusy(bool busy);

    Office &m_office;
    QString m_blueNumber;
    bool m_touched = false;
    Banner *m_banner;
    QStackedWidget *m_stack;
    QTableWidget *m_plans = nullptr;
    QList<RedPlanId> m_ids; ///< as the rows
    QPushButton *m_new = nullptr;
    BlueStep *m_blue;
    QLabel *m_about = nullptr;
    QVBoxLayout *m_room = nullptr; ///< of the sheet
    IssuingSheet *m_sheet = nullptr;
    QPushButton *m_back = nullptr; ///< from the sheet
    QPushButton *m_nothing = nullptr;
    QPushButton *m_plan = nullptr;
    PlanPanel *m_panel;
    QTimer *m_rest; ///< the rules are asked when the typing rests
};

} // namespace kp

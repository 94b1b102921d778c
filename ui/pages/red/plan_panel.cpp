// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/red/plan_panel.h"

#include "core/domain/schemas.h"
#include "core/rules/red_lifecycle.h"
#include "core/service/red_planning.h"
#include "ui/kit/banner.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/keys.h"
#include "ui/pages/red/texts.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr auto lookedOnFor = std::chrono::seconds(20); // a clerk who looks on would not wait longer
enum StepColumn { What, Confirmer, Until, StepNet, StepTax, Credit, StepState, StepColumns };

QPushButton *planButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAutoDefault(true);
    return button;
}

QString whatOf(const RedPlanStep &step)
{
    if (step.kind == RedPlanStepKind::IssueBlue)
        return RedText::tr("Issue a new invoice to %1").arg(step.draft.buyer.name);
    const bool whole = step.form.totals.net == -step.form.blueTotals.net;
    return whole ? RedText::tr("Reverse the whole invoice (%1)").arg(label(step.form.reason))
                 : RedText::tr("Reverse a part of the invoice (%1)").arg(label(step.form.reason));
}

QString confirmerOf(const RedPlanStep &step)
{
    return step.confirmer ? label(*step.confirmer) : RedText::tr("Nobody");
}

QString untilOf(const RedPlanStep &step)
{
    if (!step.confirmer || step.state > RedPlanStepState::Waits)
        return {};
    const QDateTime due = rules::answerDue(step.form);
    return due.isValid() ? Clock::stamp(due) : RedText::tr("72 hours after it is applied for");
}

QString creditOf(const RedPlanStep &step)
{
    return step.credit.isZero() ? RedText::tr("none") : step.credit.toGrouped();
}
} // namespace

PlanPanel::PlanPanel(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_title(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_banner(new Banner(this))
    , m_steps(new QTableWidget(0, StepColumns, this))
    , m_back(planButton(u"plan.back"_s, RedText::tr("Back"), this))
    , m_open(planButton(u"plan.open"_s, RedText::tr("Open form or invoice"), this))
    , m_giveUp(planButton(u"plan.giveUp"_s, RedText::tr("Give up the plan"), this))
    , m_go(planButton(u"plan.go"_s, RedText::tr("Carry out"), this))
{
    setObjectName(u"plan"_s);
    build();
    connect(m_back, &QPushButton::clicked, this, &PlanPanel::back);
    connect(m_open, &QPushButton::clicked, this, &PlanPanel::openStep);
    connect(m_giveUp, &QPushButton::clicked, this, &PlanPanel::giveUp);
    connect(m_go, &QPushButton::clicked, this, &PlanPanel::carryOut);
    connect(m_steps, &QTableWidget::cellActivated, this, &PlanPanel::openStep);
    connect(m_steps, &QTableWidget::itemSelectionChanged, this, [this] { setBusy(m_busy); });
    connect(&office, &Office::tablesChanged, this, [this](const QStringList &tables) {
        if (m_plan.id.isValid() && !m_busy && (tables.contains("red_plan"_L1) || tables.contains("red_plan_step"_L1)))
            open(m_plan.id);
    });
}

void PlanPanel::build()
{
    m_title->setFont(textFont(3, true));
    m_title->setObjectName(u"plan.title"_s);
    m_explanation->setObjectName(u"plan.explanation"_s);
    m_explanation->setWordWrap(true);
    m_steps->setObjectName(u"plan.steps"_s);
    m_steps->setAccessibleName(RedText::tr("Steps of the plan"));
    m_steps->setHorizontalHeaderLabels({RedText::tr("Step"), RedText::tr("Confirmed by"), RedText::tr("Until"),
        fieldLabel("Amount"), fieldLabel("Tax"), RedText::tr("Credit"), RedText::tr("State of the step")});
    m_steps->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_steps->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_steps->setSelectionMode(QAbstractItemView::SingleSelection);
    m_steps->setTabKeyNavigation(false);
    m_steps->setAlternatingRowColors(true);
    m_steps->setShowGrid(false);
    m_steps->setWordWrap(true);
    m_steps->verticalHeader()->hide();
    m_steps->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_steps->horizontalHeader()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_go->setProperty("role", u"primary"_s);
    m_go->setToolTip(RedText::tr("Ctrl+Enter"));
    setFocusProxy(m_go);
    auto *key = new ActShortcut(u"invoice.issue"_s, m_office.desk().memory, this);
    connect(key, &QShortcut::activated, m_go, &QPushButton::click);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_back);
    foot->addWidget(m_open);
    foot->addStretch(1);
    foot->addWidget(m_giveUp);
    foot->addWidget(m_go);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid(1));
    column->addWidget(m_title);
    column->addWidget(m_banner);
    column->addWidget(m_explanation);
    column->addWidget(m_steps, 1);
    column->addLayout(foot);
}

void PlanPanel::show(const rules::RedProposal &proposal)
{
    m_plan = proposal.plan;
    m_banner->dismiss();
    QStringList words;
    for (const Finding &finding : proposal.findings)
        words.append(finding.text);
    if (!words.isEmpty())
        m_banner->show({.tone = Tone::Warning, .text = inOneLine(words)});
    showPlan();
}

void PlanPanel::open(RedPlanId id)
{
    const auto found = m_office.askPlanning(
        [actor = m_office.actor(), id](service::RedPlanning &planning) { return planning.find(actor, id); });
    then(this, found, [this](const Result<RedPlan> &plan) {
        if (plan.ok()) {
            m_plan = *plan;
            showPlan();
        } else {
            m_banner->showFault(plan.fault());
        }
    });
}

void PlanPanel::showPlan()
{
    m_title->setText(RedText::tr("Plan for invoice %1").arg(groupedCode(m_plan.blueNumber)));
    const bool begun = m_plan.id.isValid();
    QString text = m_plan.message;
    if (!begun && m_plan.steps.isEmpty())
        text = RedText::tr("There is nothing to do.");
    else if (!begun)
        text = RedText::tr("%n step(s) lead there. Nothing is done before you carry the plan out.", nullptr,
            static_cast<int>(m_plan.steps.size()));
    else if (m_plan.state == RedPlanState::Standing)
        text =
            RedText::tr("The plan is being carried out. What waits for the other side goes on once it has answered.");
    else if (text.isEmpty())
        text = label(m_plan.state);
    m_explanation->setText(text);
    m_steps->setRowCount(static_cast<int>(m_plan.steps.size()));
    for (int row = 0; row < m_plan.steps.size(); ++row)
        showRow(row, m_plan.steps.at(row));
    for (int column = Confirmer; column < StepColumns; ++column)
        m_steps->resizeColumnToContents(column);
    setBusy(m_busy);
}

void PlanPanel::showRow(int row, const RedPlanStep &step)
{
    const QString state = step.message.isEmpty() ? label(step.state) : label(step.state) + u'\n' + step.message;
    const QStringList texts{QString::number(row + 1) + u". "_s + whatOf(step), confirmerOf(step), untilOf(step),
        step.change.net.toGrouped(), step.change.tax.toGrouped(), creditOf(step), state};
    for (int column = 0; column < StepColumns; ++column) {
        auto *item = new QTableWidgetItem(texts.at(column));
        const bool number = column == StepNet || column == StepTax || column == Credit;
        item->setTextAlignment(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
        if ((column == StepNet || column == StepTax) && step.change.net < Money())
            item->setForeground(colors().error.ink);
        m_steps->setItem(row, column, item);
    }
}

void PlanPanel::carryOut()
{
    if (!m_go->isEnabled())
        return;
    setBusy(true); // a second click begins nothing twice
    if (m_plan.id.isValid()) {
        goOn();
        return;
    }
    const auto begun = m_office.askPlanning([actor = m_office.actor(), plan = m_plan](service::RedPlanning &planning) {
        return planning.begin(actor, plan);
    });
    then(this, begun, [this](const Result<RedPlan> &plan) {
        if (!plan.ok()) {
            take(plan);
            return;
        }
        m_plan = *plan;
        goOn();
    });
}

void PlanPanel::goOn()
{
    m_banner->show({.tone = Tone::Info, .text = RedText::tr("The plan is being carried out…")});
    const auto gone = m_office.askPlanning([actor = m_office.actor(), id = m_plan.id](service::RedPlanning &planning) {
        return service::asFuture(planning.goOn(actor, id, lookedOnFor));
    });
    then(this, gone, [this](const Result<RedPlan> &plan) { take(plan); });
}

void PlanPanel::giveUp()
{
    const Question question{.title = RedText::tr("Give up the plan for invoice %1?").arg(m_plan.blueNumber),
        .text = RedText::tr("An application that nobody has answered is withdrawn. What is issued already stays."),
        .accept = RedText::tr("Give up the plan"),
        .destructive = true};
    m_office.desk().doors.ask(this, question, [this](bool accepted) {
        if (!accepted)
            return;
        setBusy(true);
        const auto ended =
            m_office.askPlanning([actor = m_office.actor(), id = m_plan.id](service::RedPlanning &planning) {
                return service::asFuture(planning.abandon(actor, id));
            });
        then(this, ended, [this](const Result<RedPlan> &plan) { take(plan); });
    });
}

void PlanPanel::take(const Result<RedPlan> &plan)
{
    m_busy = false;
    if (plan.ok()) {
        m_banner->dismiss();
        m_plan = *plan;
    } else {
        m_banner->showFault(plan.fault());
    }
    showPlan();
    (m_go->isEnabled() ? m_go : m_back)->setFocus(Qt::OtherFocusReason);
}

void PlanPanel::openStep()
{
    const int row = m_steps->currentRow();
    if (row < 0 || row >= m_plan.steps.size())
        return;
    const RedPlanStep &step = m_plan.steps.at(row);
    if (step.invoice.isValid())
        m_office.open(u"invoice"_s, QString::number(step.invoice.value()));
    else if (step.formId.isValid())
        m_office.open(u"redForm"_s, QString::number(step.formId.value()));
}

void PlanPanel::setBusy(bool busy)
{
    m_busy = busy;
    const bool standing = m_plan.state == RedPlanState::Standing && !m_plan.steps.isEmpty();
    const bool begun = m_plan.id.isValid();
    m_go->setText(begun ? RedText::tr("Go on") : RedText::tr("Carry out"));
    m_go->setEnabled(standing && !busy && m_office.actor().may(Permission::IssueInvoices));
    m_giveUp->setVisible(begun && standing);
    m_giveUp->setEnabled(!busy);
    const int row = m_steps->currentRow();
    const bool there = row >= 0 && row < m_plan.steps.size() &&
                       (m_plan.steps.at(row).invoice.isValid() || m_plan.steps.at(row).formId.isValid());
    m_open->setEnabled(there);
    m_open->setToolTip(there ? QString() : RedText::tr("Select a step that has a form or an invoice already."));
}

} // namespace kp

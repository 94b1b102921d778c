// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/red/plan_page.h"

#include "core/service/red_planning.h"
#include "ui/kit/banner.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/keys.h"
#include "ui/pages/issuing/issuing_sheet.h"
#include "ui/pages/red/blue_step.h"
#include "ui/pages/red/plan_panel.h"
#include "ui/pages/red/texts.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTimer>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int judgeRestMs = 120; // when the typing rests
enum PlanColumn { PlanInvoice, PlanSteps, PlanStateColumn, PlanBegun, PlanBy, PlanColumns };

QPushButton *pageButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAutoDefault(true);
    return button;
}
} // namespace

PlanPage::PlanPage(Office &office, const QString &blueNumber, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_blue(new BlueStep(office, m_stack))
    , m_panel(new PlanPanel(office, m_stack))
    , m_rest(new QTimer(this))
{
    m_rest->setSingleShot(true);
    m_rest->setInterval(judgeRestMs);
    connect(m_rest, &QTimer::timeout, this, &PlanPage::judge);
    setObjectName(u"redPlan"_s);
    setWindowTitle(RedText::tr("Plan a correction"));
    auto *title = new QLabel(windowTitle(), this);
    title->setFont(textFont(7, true));
    for (QWidget *step : std::initializer_list<QWidget *>{makePlans(), m_blue, makeWanted(), m_panel})
        m_stack->addWidget(step);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(grid(2), grid(1), grid(2), grid(1));
    page->setSpacing(grid(1));
    page->addWidget(title);
    page->addWidget(m_banner);
    page->addWidget(m_stack, 1);
    connect(m_blue, &BlueStep::back, this, [this] { show(PlansStep); });
    connect(m_blue, &BlueStep::chosen, this, &PlanPage::take);
    connect(m_panel, &PlanPanel::back, this, [this] {
        list();
        show(m_panel->plan().id.isValid() || m_sheet == nullptr ? PlansStep : WantedStep);
    });
    connect(&office, &Office::companyChanged, this, [this] {
        show(PlansStep);
        list();
    });
    list();
    show(PlansStep);
    if (!blueNumber.isEmpty())
        take(blueNumber);
}

QString PlanPage::unsaved() const
{
    const bool begun = m_stack->currentIndex() == PlanStep && m_panel->plan().id.isValid(); // it is kept
    return m_touched && !begun ? RedText::tr("plan") : QString();
}

QWidget *PlanPage::makePlans()
{
    auto *step = new QWidget(m_stack);
    auto *about = new QLabel(
        RedText::tr("An invoice was wrong? Say what it should have been; the program finds the fewest steps that lead "
                    "there, and carries them out."),
        step);
    about->setWordWrap(true);
    m_new = pageButton(u"plans.new"_s, RedText::tr("New plan"), step);
    m_new->setProperty("role", u"primary"_s);
    m_plans = new QTableWidget(0, PlanColumns, step);
    m_plans->setObjectName(u"plans.table"_s);
    m_plans->setAccessibleName(RedText::tr("Plans"));
    m_plans->setHorizontalHeaderLabels({RedText::tr("Invoice that was wrong"), RedText::tr("Steps"),
        RedText::tr("State of the plan"), RedText::tr("Begun"), RedText::tr("By")});
    m_plans->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_plans->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_plans->setSelectionMode(QAbstractItemView::SingleSelection);
    m_plans->setTabKeyNavigation(false);
    m_plans->setAlternatingRowColors(true);
    m_plans->setShowGrid(false);
    m_plans->verticalHeader()->hide();
    m_plans->horizontalHeader()->setSectionResizeMode(PlanInvoice, QHeaderView::Stretch);
    step->setFocusProxy(m_new);
    auto *top = new QHBoxLayout;
    top->addWidget(about, 1);
    top->addWidget(m_new);
    auto *column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(top);
    column->addWidget(m_plans, 1);
    connect(m_new, &QPushButton::clicked, this, [this] {
        m_banner->dismiss();
        m_blue->begin();
        show(InvoiceStep);
    });
    connect(m_plans, &QTableWidget::cellActivated, this, &PlanPage::openChosen);
    return step;
}

QWidget *PlanPage::makeWanted()
{
    auto *step = new QWidget(m_stack);
    m_about = new QLabel(step);
    m_about->setObjectName(u"wanted.about"_s);
    m_about->setWordWrap(true);
    auto *holder = new QWidget;
    m_room = new QVBoxLayout(holder);
    m_room->setContentsMargins(0, 0, 0, 0);
    auto *area = new QScrollArea(step);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setWidget(holder);
    m_back = pageButton(u"wanted.back"_s, RedText::tr("Back"), step);
    m_nothing = pageButton(u"wanted.nothing"_s, RedText::tr("It should not have been issued"), step);
    m_plan = pageButton(u"wanted.plan"_s, RedText::tr("Find the steps"), step);
    m_plan->setProperty("role", u"primary"_s);
    m_plan->setToolTip(RedText::tr("Ctrl+Enter"));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_back);
    foot->addStretch(1);
    foot->addWidget(m_nothing);
    foot->addWidget(m_plan);
    auto *column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_about);
    column->addWidget(area, 1);
    column->addLayout(foot);
    auto *key = new ActShortcut(u"invoice.issue"_s, m_office.desk().memory, step);
    connect(key, &QShortcut::activated, m_plan, &QPushButton::click);
    connect(m_back, &QPushButton::clicked, this, [this] { show(InvoiceStep); });
    connect(m_nothing, &QPushButton::clicked, this, [this] { plan({}); });
    connect(m_plan, &QPushButton::clicked, this, [this] {
        m_sheet->commit();
        plan(m_sheet->draft());
    });
    return step;
}

void PlanPage::show(Step step)
{
    if (step == PlansStep || step == InvoiceStep)
        m_touched = false;
    m_stack->setCurrentIndex(step);
    setFocusProxy(m_stack->currentWidget());
    if (isVisible())
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void PlanPage::list()
{
    const auto read =
        m_office.askPlanning([actor = m_office.actor(), company = m_office.companyId()](
                                 service::RedPlanning &planning) { return planning.list(actor, company); });
    then(this, read, [this](const Result<QList<RedPlan>> &plans) {
        if (plans.ok())
            showPlans(*plans);
        else
            m_banner->showFault(plans.fault());
    });
}

void PlanPage::showPlans(const QList<RedPlan> &plans)
{
    m_ids.clear();
    m_plans->setRowCount(static_cast<int>(plans.size()));
    for (int row = 0; row < plans.size(); ++row) {
        const RedPlan &one = plans.at(row);
        m_ids.append(one.id);
        const QStringList texts{groupedCode(one.blueNumber),
            RedText::tr("%1 of %2").arg(one.current()).arg(one.steps.size()), label(one.state),
            Clock::stamp(one.begunAt), one.begunBy};
        for (int column = 0; column < PlanColumns; ++column)
            m_plans->setItem(row, column, new QTableWidgetItem(texts.at(column)));
    }
    for (int column = PlanSteps; column < PlanColumns; ++column)
        m_plans->resizeColumnToContents(column);
}

void PlanPage::openChosen()
{
    const int row = m_plans->currentRow();
    if (row < 0)
        return;
    m_panel->open(m_ids.at(row));
    show(PlanStep);
}

void PlanPage::take(const QString &blueNumber)
{
    m_blueNumber = blueNumber;
    setBusy(true);
    m_banner->show({.tone = Tone::Info, .text = RedText::tr("Asking the tax platform what can be reversed…")});
    const auto told = m_office.askPlanning(
        [actor = m_office.actor(), company = m_office.companyId(), blueNumber](service::RedPlanning &planning) {
            return service::asFuture(planning.asItStands(actor, company, blueNumber));
        });
    then(this, told, [this](const Result<InvoiceDraft> &draft) {
        setBusy(false);
        if (draft.ok())
            write(*draft);
        else
            m_banner->showFault(draft.fault());
    });
}

/// What it should have been is written on a sheet like that of any invoice.
void PlanPage::write(const InvoiceDraft &draft)
{
    m_banner->dismiss();
    if (m_office.facts() == nullptr) {
        m_banner->show({.tone = Tone::Warning,
            .text = RedText::tr("What the company may issue is not known yet. Try again in a moment.")});
        return;
    }
    delete m_sheet;
    m_sheet = new IssuingSheet(m_office, *m_office.facts(), m_stack->widget(WantedStep));
    m_room->addWidget(m_sheet);
    QWidget *last = m_sheet; // it was made after the buttons, and comes before them
    for (QWidget *next = m_sheet->nextInFocusChain(); next != m_sheet; next = next->nextInFocusChain())
        if (m_sheet->isAncestorOf(next) && next->focusPolicy() != Qt::NoFocus) // Qt orders no others
            last = next;
    setTabOrder(last, m_back);
    setTabOrder(m_back, m_nothing);
    setTabOrder(m_nothing, m_plan);
    m_sheet->show(draft);
    m_about->setText(RedText::tr("Change invoice %1 into what it should have been.").arg(groupedCode(m_blueNumber)));
    connect(m_sheet, &IssuingSheet::edited, this, [this] {
        m_touched = true;
        m_rest->start();
    });
    connect(m_sheet, &IssuingSheet::failed, m_banner, [this](const Fault &fault) { m_banner->showFault(fault); });
    m_stack->widget(WantedStep)->setFocusProxy(m_sheet);
    show(WantedStep);
    m_sheet->goToStart();
    judge();
}

/// Shows what the rules say of what is written.
void PlanPage::judge()
{
    if (m_sheet != nullptr)
        m_sheet->mark(m_sheet->judged(true));
}

void PlanPage::plan(const std::optional<InvoiceDraft> &wanted)
{
    setBusy(true);
    m_banner->dismiss();
    const auto found = m_office.askPlanning([actor = m_office.actor(), company = m_office.companyId(),
                                                number = m_blueNumber, wanted](service::RedPlanning &planning) {
        return service::asFuture(planning.plan(actor, company, number, wanted));
    });
    then(this, found, [this](const Result<rules::RedProposal> &proposal) {
        setBusy(false);
        if (!proposal.ok()) {
            m_banner->showFault(proposal.fault());
            return;
        }
        if (hasErrors(proposal->findings)) {
            showErrors(proposal->findings);
            return;
        }
        m_panel->show(*proposal);
        show(PlanStep);
    });
}

/// What can not be issued is mended where it is written.
void PlanPage::showErrors(const QList<Finding> &findings)
{
    IssuingSheet::Judged judged = m_sheet->judged(true);
    judged.findings = findings;
    m_sheet->mark(judged);
    const auto first = std::find_if(
        findings.cbegin(), findings.cend(), [](const Finding &one) { return one.severity == Severity::Error; });
    m_banner->show({.tone = Tone::Error, .text = first->text});
    m_sheet->goTo(first->field, first->line);
}

void PlanPage::setBusy(bool busy)
{
    for (const Step step : {InvoiceStep, WantedStep})
        m_stack->widget(step)->setEnabled(!busy);
    if (!busy && isVisible())
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/red/quick_page.h"

#include "core/rules/red_lifecycle.h"
#include "ui/kit/banner.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/keys.h"
#include "ui/kit/period_picker.h"
#include "ui/pages/detail/invoice_picture.h"
#include "ui/pages/detail/page_picture.h"
#include "ui/pages/issuing/result_panel.h"
#include "ui/pages/red/blue_list.h"
#include "ui/pages/red/done_panel.h"
#include "ui/pages/red/red_words.h"
#include "ui/pages/red/texts.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>

#include <array>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
/// Issued invoices: blue and red ones of the month, then of the quarter.
using Counts = std::array<qint64, 4>;

Result<Counts> countsOf(service::Reading &reading, const Actor &actor, CompanyId company, QDate today)
{
    Counts counts{};
    std::size_t at = 0;
    for (const PeriodPreset preset : {PeriodPreset::ThisMonth, PeriodPreset::ThisQuarter})
        for (const bool red : {false, true}) {
            const Period period = periodOf(preset, today);
            store::ListQuery query;
            query.scope = store::Scope::only(company);
            query.states = {InvoiceState::Issued};
            query.from = period.from;
            query.to = period.to;
            query.red = red;
            KP_TRY(count, reading.count(actor, query));
            counts[at++] = count;
        }
    return counts;
}

/// What reversing has come to: the red invoice, or the form that waits.
struct Reversed {
    RedForm form;
    std::optional<InvoiceId> red;
};

QCoro::Task<Result<Reversed>> reversed(service::Reversing &reversing, Actor actor, CompanyId company, RedForm whole)
{
    KP_CO_TRY(form, co_await reversing.apply(actor, company, whole));
    Reversed out{form, {}};
    if (!rules::mayIssue(form, form.side))
        co_return out;
    KP_CO_TRY(red, co_await reversing.issue(actor, form.id));
    out.red = red;
    co_return out;
}
} // namespace

QuickPage::QuickPage(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_stack(new QStackedLayout(this))
    , m_result(new ResultPanel(office, this))
    , m_done(new DonePanel(office, this))
{
    setObjectName(u"redQuick"_s);
    setWindowTitle(RedText::tr("Reverse invoices"));
    for (QWidget *step : std::initializer_list<QWidget *>{makeList(), makeConfirm(), m_result, m_done})
        m_stack->addWidget(step);
    connect(m_result, &ResultPanel::continueAsked, this, [this] { show(ListStep); });
    connect(m_done, &DonePanel::anotherAsked, this, [this] { show(ListStep); });
    connect(&office, &Office::companyChanged, this, [this] {
        show(ListStep);
        count();
    });
    connect(&office, &Office::tablesChanged, this, [this](const QStringList &tables) {
        if (tables.contains("invoice"_L1))
            count();
    });
    show(ListStep);
    count();
}

QWidget *QuickPage::makeList()
{
    auto *step = new QWidget(this);
    m_counts = new QLabel(step);
    m_counts->setObjectName(u"redQuick.counts"_s);
    m_counts->setContentsMargins(grid(2), grid(1), grid(2), 0);
    m_counts->setWordWrap(true);
    const QList<Command> commands{{.id = u"red.reverse"_s,
                                      .text = RedText::tr("Reverse"),
                                      .icon = Icon::Undo,
                                      .needs = Permission::IssueInvoices,
                                      .primary = true,
                                      .whyDisabled = oneInvoiceNeeded,
                                      .run =
                                          [this](const CommandContext &context) {
                                              examine(context.selection.ids.constFirst(), chosenNumber(context));
                                          }},
        {.id = u"red.look"_s,
            .text = RedText::tr("View"),
            .icon = Icon::Eye,
            .needs = Permission::ViewInvoices,
            .whyDisabled = oneInvoiceNeeded,
            .run =
                [this](const CommandContext &context) {
                    m_office.open(u"invoice"_s, QString::number(context.selection.ids.constFirst()));
                }},
        {.id = u"red.reds"_s,
            .text = RedText::tr("Show red invoices"),
            .icon = Icon::List,
            .needs = Permission::ViewInvoices,
            .run = [this](const CommandContext &) { m_office.open(u"redInvoices"_s); }}};
    m_list = makeBlueList(
        m_office, u"redQuickList"_s, RedText::tr("Reverse invoices"), commands, u"red.reverse"_s, false, step);
    step->setFocusProxy(m_list);
    auto *column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_counts);
    column->addWidget(m_list, 1);
    return step;
}

QWidget *QuickPage::makeConfirm()
{
    auto *step = new QWidget(this);
    m_title = new QLabel(step);
    m_title->setObjectName(u"redQuick.title"_s);
    m_title->setFont(textFont(7, true));
    m_banner = new Banner(step);
    m_effect = new QLabel(step);
    m_effect->setObjectName(u"redQuick.effect"_s);
    m_effect->setWordWrap(true);
    auto *caption = new QLabel(RedText::tr("Reason for reversal"), step);
    m_reason = new QComboBox(step);
    m_reason->setObjectName(u"redQuick.reason"_s);
    m_reason->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    caption->setBuddy(m_reason);
    m_picture = new PagePicture(step);
    m_back = new QPushButton(RedText::tr("Back"), step);
    m_back->setObjectName(u"redQuick.back"_s);
    m_back->setAutoDefault(true);
    m_reverse = new QPushButton(RedText::tr("Reverse now"), step);
    m_reverse->setObjectName(u"redQuick.reverse"_s);
    m_reverse->setProperty("role", u"primary"_s);
    m_reverse->setAutoDefault(true);
    step->setFocusProxy(m_picture); // until it is known what can be reversed
    auto *choice = new QHBoxLayout;
    choice->addWidget(caption);
    choice->addWidget(m_reason);
    choice->addStretch(1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_back);
    foot->addStretch(1);
    foot->addWidget(m_reverse);
    auto *column = new QVBoxLayout(step);
    column->setContentsMargins(grid(2), grid(1), grid(2), grid(1));
    column->setSpacing(grid(1));
    column->addWidget(m_title);
    column->addWidget(m_banner);
    column->addWidget(m_effect);
    column->addLayout(choice);
    column->addWidget(m_picture, 1);
    column->addLayout(foot);
    connect(m_back, &QPushButton::clicked, this, [this] { show(ListStep); });
    connect(m_reverse, &QPushButton::clicked, this, &QuickPage::reverse);
    auto *key = new ActShortcut(u"invoice.issue"_s, m_office.desk().memory, step);
    connect(key, &QShortcut::activated, m_reverse, &QPushButton::click);
    m_reverse->setToolTip(RedText::tr("Ctrl+Enter"));
    return step;
}

void QuickPage::show(Step step)
{
    m_stack->setCurrentIndex(step);
    setFocusProxy(m_stack->currentWidget());
    if (isVisible())
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void QuickPage::count()
{
    const auto counted = m_office.longReader().run(
        [actor = m_office.actor(), company = m_office.companyId(), today = m_office.desk().clock.today()](
            service::Reading &reading) { return countsOf(reading, actor, company, today); });
    then(this, counted, [this](const Result<Counts> &counts) {
        if (!counts.ok())
            return; // the list says why it can not be read
        const auto number = [&](std::size_t at) { return groupedCount((*counts)[at]); };
        m_counts->setText(RedText::tr("This month: %1 blue, %2 red. This quarter: %3 blue, %4 red.")
                              .arg(number(0), number(1), number(2), number(3)));
    });
}

QString QuickPage::counts() const
{
    return m_counts->text();
}

void QuickPage::examine(qint64 id, const QString &number)
{
    m_chosen = id;
    m_prospect.reset();
    m_title->setText(RedText::tr("Reverse invoice %1?").arg(groupedCode(number)));
    m_effect->clear();
    m_reason->clear();
    m_banner->show({.tone = Tone::Info, .text = RedText::tr("Asking the tax platform what can be reversed…")});
    setBusy(true);
    show(ConfirmStep);
    showPicture(m_office, m_picture, InvoiceId(id), [this, id] { return id == m_chosen; });
    const auto told = m_office.askReversing(
        [actor = m_office.actor(), company = m_office.companyId(), number](
            service::Reversing &reversing) { return reversing.prospect(actor, company, number); });
    then(this, told, [this, id](const Result<service::Prospect> &prospect) {
        if (id == m_chosen)
            offer(prospect);
    });
}

void QuickPage::offer(const Result<service::Prospect> &prospect)
{
    if (!prospect.ok()) {
        m_banner->showFault(prospect.fault());
        m_back->setFocus(Qt::OtherFocusReason);
        return;
    }
    const rules::Reversibility &may = prospect->may;
    if (!may.obstacle.isEmpty()) {
        m_banner->show({.tone = Tone::Warning, .text = may.obstacle});
        m_back->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_prospect = *prospect;
    m_banner->dismiss();
    for (const RedReason reason : may.reasons)
        m_reason->addItem(label(reason), QString::fromLatin1(code(reason)));
    Totals left;
    for (const InvoiceLine &line : may.left) {
        left.net += line.net;
        left.tax += line.tax;
    }
    const QString amount = RedText::tr("Reversed are amount %1, tax %2, gross %3.")
                               .arg(left.net.toGrouped(), left.tax.toGrouped(), left.gross().toGrouped());
    const QString who =
        may.used ? RedText::tr("The buyer %1 has used the invoice and must confirm within 72 hours; after that the red "
                               "invoice is issued from the form.")
                       .arg(prospect->blue.printedBuyerName())
                 : RedText::tr("Nobody need confirm: the red invoice is issued at once. This can not be undone.");
    m_effect->setText(inOneLine({amount, who}));
    m_reverse->setText(may.used ? RedText::tr("Apply for reversal") : RedText::tr("Reverse now"));
    setBusy(false);
    m_reverse->setFocus(Qt::OtherFocusReason);
}

void QuickPage::reverse()
{
    const auto reason = fromCode<RedReason>(m_reason->currentData().toString());
    if (!m_prospect || !reason || !m_reverse->isEnabled())
        return;
    m_back->setFocus(Qt::OtherFocusReason); // else what is off would hand the keyboard on to anything
    setBusy(true);                          // a second click reverses nothing
    m_banner->show({.tone = Tone::Info, .text = RedText::tr("Handing it in at the tax platform…")});
    const RedForm whole = service::Reversing::wholeForm(*m_prospect, Side::Seller, *reason);
    const auto done = m_office.askReversing(
        [actor = m_office.actor(), company = m_office.companyId(), whole](
            service::Reversing &reversing) { return reversed(reversing, actor, company, whole); });
    then(this, done, [this](const Result<Reversed> &come) {
        setBusy(false);
        m_banner->dismiss();
        if (!come.ok()) {
            m_banner->showFault(come.fault());
            m_reverse->setFocus(Qt::OtherFocusReason);
        } else if (come->red) {
            show(ResultStep);
            m_result->show(*come->red);
        } else {
            show(DoneStep);
            m_done->show(come->form);
        }
    });
}

void QuickPage::setBusy(bool busy)
{
    m_reverse->setEnabled(!busy);
    m_reason->setEnabled(!busy);
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/red/apply_page.h"

#include "ui/kit/banner.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/icons.h"
#include "ui/kit/keys.h"
#include "ui/pages/red/blue_step.h"
#include "ui/pages/red/buyer_step.h"
#include "ui/pages/red/done_panel.h"
#include "ui/pages/red/red_lines.h"
#include "ui/pages/red/red_words.h"
#include "ui/pages/red/texts.h"

#include <QBoxLayout>
#include <QCommandLinkButton>
#include <QLabel>
#include <QStackedWidget>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int choicesWidth = 620;

QCommandLinkButton *choiceButton(
    const QString &name, Icon sign, const QString &title, const QString &explanation, QWidget *parent)
{
    auto *button = new QCommandLinkButton(title, explanation, parent);
    button->setObjectName(name);
    button->setIcon(icon(sign));
    button->setIconSize(QSize(24, 24));
    button->setMinimumHeight(grid(9));
    button->setAutoDefault(true); // Enter presses it
    return button;
}

/// Choices in the middle of the page, under a title.
QVBoxLayout *choiceColumn(QWidget *step, QLabel *title)
{
    title->setFont(textFont(3, true));
    title->setWordWrap(true);
    auto *holder = new QWidget(step);
    holder->setMaximumWidth(choicesWidth);
    auto *column = new QVBoxLayout(holder);
    column->setSpacing(grid(1));
    column->addWidget(title);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(holder, 4);
    row->addStretch(1);
    auto *page = new QVBoxLayout(step);
    page->addSpacing(grid(4));
    page->addLayout(row);
    page->addStretch(1);
    return column;
}

QString explanationOf(RedReason reason)
{
    switch (reason) {
    case RedReason::Mistake:
        return RedText::tr("The whole invoice is reversed.");
    case RedReason::GoodsReturned:
        return RedText::tr("What came back is entered by quantity.");
    case RedReason::ServiceStopped:
        return RedText::tr("What was not rendered is entered by quantity or by amount.");
    case RedReason::Allowance:
        break;
    }
    return RedText::tr("The reduction is entered by amount; quantities stay.");
}

QPushButton *footButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAutoDefault(true);
    return button;
}
} // namespace

ApplyPage::ApplyPage(Office &office, const QString &blueNumber, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_way(new QLabel(this))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_blue(new BlueStep(office, m_stack))
    , m_buyer(new BuyerStep(m_stack))
    , m_lines(new RedLineModel(this))
    , m_done(new DonePanel(office, m_stack))
{
    setObjectName(u"redApply"_s);
    setWindowTitle(RedText::tr("Apply for reversal"));
    auto *title = new QLabel(windowTitle(), this);
    title->setFont(textFont(7, true));
    m_way->setObjectName(u"redApply.way"_s);
    m_way->setTextFormat(Qt::RichText);
    for (QWidget *step :
        std::initializer_list<QWidget *>{makeSides(), m_blue, m_buyer, makeReasons(), makeLines(), m_done})
        m_stack->addWidget(step);
    m_stack->setFocusPolicy(Qt::ClickFocus); // while a step is off
    auto *top = new QHBoxLayout;
    top->setSpacing(grid(3));
    top->addWidget(title);
    top->addWidget(m_way, 1);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(grid(2), grid(1), grid(2), grid(1));
    page->setSpacing(grid(1));
    page->addLayout(top);
    page->addWidget(m_banner);
    page->addWidget(m_stack, 1);
    connect(m_blue, &BlueStep::back, this, &ApplyPage::begin);
    connect(m_blue, &BlueStep::chosen, this, &ApplyPage::examine);
    connect(m_buyer, &BuyerStep::back, this, &ApplyPage::begin);
    connect(m_buyer, &BuyerStep::chosen, this, &ApplyPage::examineAsBuyer);
    connect(m_done, &DonePanel::anotherAsked, this, &ApplyPage::begin);
    connect(m_lines, &RedLineModel::entered, this, &ApplyPage::showTotals);
    connect(&office, &Office::companyChanged, this, &ApplyPage::begin);
    if (blueNumber.isEmpty()) {
        begin();
    } else {
        m_blue->begin();
        show(InvoiceStep);
        examine(blueNumber);
    }
}

QWidget *ApplyPage::step() const
{
    return m_stack->currentWidget();
}

QString ApplyPage::unsaved() const
{
    return m_touched ? RedText::tr("application for reversal") : QString();
}

QWidget *ApplyPage::makeSides()
{
    auto *step = new QWidget(m_stack);
    auto *column = choiceColumn(step, new QLabel(RedText::tr("Who applies?"), step));
    auto *seller = choiceButton(u"redApply.seller"_s, Icon::Company, RedText::tr("We are the seller"),
        RedText::tr("Your company issued the invoice."), step);
    auto *buyer = choiceButton(u"redApply.buyer"_s, Icon::People, RedText::tr("We are the buyer"),
        RedText::tr("Your company received the invoice and has ticked or posted it."), step);
    column->addWidget(seller);
    column->addWidget(buyer);
    step->setFocusProxy(seller);
    connect(seller, &QPushButton::clicked, this, [this] { chooseSide(Side::Seller); });
    connect(buyer, &QPushButton::clicked, this, [this] { chooseSide(Side::Buyer); });
    return step;
}

QWidget *ApplyPage::makeReasons()
{
    auto *step = new QWidget(m_stack);
    m_reasonTitle = new QLabel(step);
    m_reasonTitle->setObjectName(u"redApply.reasonTitle"_s);
    m_reasons = choiceColumn(step, m_reasonTitle);
    return step;
}

QWidget *ApplyPage::makeLines()
{
    auto *step = new QWidget(m_stack);
    m_about = new QLabel(step);
    m_about->setObjectName(u"redApply.about"_s);
    m_about->setWordWrap(true);
    m_table = new RedLineTable(m_lines, step);
    m_table->setObjectName(u"redApply.lines"_s);
    m_table->setAccessibleName(RedText::tr("What is reversed"));
    m_totals = new QLabel(step);
    m_totals->setObjectName(u"redApply.totals"_s);
    m_totals->setFont(textFont(1, true));
    auto *back = footButton(u"redApply.back"_s, RedText::tr("Back"), step);
    m_submit = footButton(u"redApply.submit"_s, RedText::tr("Submit"), step);
    m_submit->setProperty("role", u"primary"_s);
    step->setFocusProxy(m_submit);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(grid(2));
    foot->addWidget(back);
    foot->addStretch(1);
    foot->addWidget(m_totals);
    foot->addWidget(m_submit);
    auto *column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid(1));
    column->addWidget(m_about);
    column->addWidget(m_table, 1);
    column->addLayout(foot);
    connect(back, &QPushButton::clicked, this, [this] { show(ReasonStep); });
    connect(m_submit, &QPushButton::clicked, this, &ApplyPage::submit);
    connect(m_table, &RedLineTable::filledIn, this, [this] {
        if (m_lines->hasWrong())
            m_table->goToWrong();
        else
            m_submit->setFocus();
    });
    auto *key = new ActShortcut(u"invoice.issue"_s, m_office.desk().memory, step);
    connect(key, &QShortcut::activated, m_submit, &QPushButton::click);
    return step;
}

void ApplyPage::show(Step step)
{
    const QStringList names{RedText::tr("Side"), RedText::tr("Invoice"), RedText::tr("Reason"), RedText::tr("Lines"),
        RedText::tr("Submitted")};
    QStringList words;
    const int at = step > InvoiceStep ? step - 1 : step; // either side has its own step for the invoice
    for (int i = 0; i < names.size(); ++i) {
        const QString word = QString::number(i + 1) + u' ' + names.at(i).toHtmlEscaped();
        words.append(i == at ? u"<b>"_s + word + u"</b>"_s : word);
    }
    m_way->setText(words.join(u"\u00a0 › \u00a0"_s));
    if (step != LinesStep)
        m_touched = false;
    m_stack->setCurrentIndex(step);
    setFocusProxy(m_stack->currentWidget());
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void ApplyPage::begin()
{
    m_banner->dismiss();
    m_prospect.reset();
    setBusy(false);
    show(SideStep);
}

void ApplyPage::chooseSide(Side side)
{
    m_side = side;
    m_banner->dismiss();
    if (side == Side::Seller)
        m_blue->begin();
    else
        m_buyer->begin(m_office.desk().clock.today());
    show(invoiceStep());
}

/// What of the invoice can be reversed: the platform is asked.
void ApplyPage::examine(const QString &blueNumber)
{
    saysItAsks();
    const auto told = m_office.askReversing(
        [actor = m_office.actor(), company = m_office.companyId(), blueNumber](
            service::Reversing &reversing) { return reversing.prospect(actor, company, blueNumber); });
    then(this, told, [this](const Result<service::Prospect> &prospect) { take(prospect); });
}

void ApplyPage::examineAsBuyer(const BlueReference &reference)
{
    saysItAsks();
    const auto told = m_office.askReversing(
        [actor = m_office.actor(), company = m_office.companyId(), reference](
            service::Reversing &reversing) { return reversing.prospectAsBuyer(actor, company, reference); });
    then(this, told, [this](const Result<service::Prospect> &prospect) { take(prospect); });
}

void ApplyPage::saysItAsks()
{
    setBusy(true);
    m_banner->show({.tone = Tone::Info, .text = RedText::tr("Asking the tax platform what can be reversed…")});
}

void ApplyPage::take(const Result<service::Prospect> &prospect)
{
    setBusy(false);
    if (!prospect.ok()) {
        m_banner->showFault(prospect.fault());
        return;
    }
    m_prospect = *prospect;
    if (!m_prospect->may.obstacle.isEmpty()) {
        m_banner->show({.tone = Tone::Warning, .text = m_prospect->may.obstacle});
        return;
    }
    if (m_side == Side::Buyer && !m_prospect->may.used) {
        m_banner->show({.tone = Tone::Warning,
            .text = RedText::tr("Your company has neither ticked nor posted this invoice: its seller reverses it "
                                "alone.")});
        return;
    }
    m_banner->dismiss();
    offerReasons();
    show(ReasonStep);
}

void ApplyPage::offerReasons()
{
    const Invoice &blue = m_prospect->blue;
    m_reasonTitle->setText(RedText::tr("Why is invoice %1 reversed?").arg(groupedCode(blue.number)));
    while (m_reasons->count() > 1) {
        QLayoutItem *item = m_reasons->takeAt(1);
        delete item->widget();
        delete item;
    }
    QWidget *step = m_stack->widget(ReasonStep);
    for (const RedReason reason : std::as_const(m_prospect->may.reasons)) {
        auto *button = choiceButton(u"redApply.reason"_s + QString::fromLatin1(code(reason)), Icon::Undo, label(reason),
            explanationOf(reason), step);
        m_reasons->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, reason] { chooseReason(reason); });
        if (reason == m_prospect->may.reasons.constFirst())
            step->setFocusProxy(button);
    }
    auto *back = footButton(u"redApply.toInvoice"_s, RedText::tr("Back"), step);
    m_reasons->addWidget(back, 0, Qt::AlignLeft);
    connect(back, &QPushButton::clicked, this, [this] { show(invoiceStep()); });
}

void ApplyPage::chooseReason(RedReason reason)
{
    m_reason = reason;
    const service::Prospect &prospect = *m_prospect;
    m_lines->enter(prospect.may, reason);
    const bool part = rules::ruleOf(reason).part && !prospect.may.wholeOnly;
    const QString what = part ? RedText::tr("Enter what is reversed; empty or 0 leaves a line out.")
                              : RedText::tr("Everything that is left is reversed.");
    const QString who = !prospect.may.used ? RedText::tr("Nobody need confirm: the buyer has not used the invoice.")
                        : m_side == Side::Seller
                            ? RedText::tr("The buyer %1 has used the invoice and must confirm within 72 hours.")
                                  .arg(prospect.blue.printedBuyerName())
                            : RedText::tr("The seller %1 must confirm within 72 hours.").arg(prospect.blue.seller.name);
    m_about->setText(inOneLine({RedText::tr("Reason: %1.").arg(label(reason)), what, who}));
    show(LinesStep);
    m_touched = true;
    if (part)
        m_table->beginEntry();
}

void ApplyPage::showTotals()
{
    const Totals totals = m_lines->totals();
    QString reason = m_lines->whyWrong();
    if (reason.isEmpty() && m_lines->lines().isEmpty())
        reason = RedText::tr("Nothing is reversed yet.");
    m_totals->setText(reason.isEmpty()
                          ? RedText::tr("Amount %1 · tax %2 · gross %3")
                                .arg(totals.net.toGrouped(), totals.tax.toGrouped(), totals.gross().toGrouped())
                          : reason);
    QPalette palette = m_totals->palette();
    palette.setColor(QPalette::WindowText,
        m_lines->hasWrong() ? colors().tone(Tone::Error).ink : this->palette().color(QPalette::WindowText));
    m_totals->setPalette(palette);
    m_submit->setEnabled(reason.isEmpty());
    m_submit->setToolTip(reason.isEmpty() ? RedText::tr("Ctrl+Enter") : reason);
}

void ApplyPage::submit()
{
    if (!m_submit->isEnabled() || !m_prospect)
        return;
    m_stack->setFocus(Qt::OtherFocusReason); // else what is off would hand the keyboard on to anything
    setBusy(true);                           // a second click applies for nothing
    m_banner->show({.tone = Tone::Info, .text = RedText::tr("Handing it in at the tax platform…")});
    const RedForm form = rules::composeRedForm(m_prospect->blue, m_side, m_reason, m_lines->lines());
    const auto applied =
        m_office.askReversing([actor = m_office.actor(), company = m_office.companyId(), form](
                                  service::Reversing &reversing) { return reversing.apply(actor, company, form); });
    then(this, applied, [this](const Result<RedForm> &given) {
        setBusy(false);
        if (!given.ok()) {
            m_banner->showFault(given.fault());
            return;
        }
        m_banner->dismiss();
        m_done->show(*given);
        show(DoneStep);
    });
}

void ApplyPage::setBusy(bool busy)
{
    m_stack->widget(InvoiceStep)->setEnabled(!busy);
    m_stack->widget(BuyerInvoiceStep)->setEnabled(!busy);
    m_stack->widget(LinesStep)->setEnabled(!busy);
    if (!busy && isVisible())
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/red/form_page.h"

#include "core/domain/schemas.h"
#include "core/rules/red_lifecycle.h"
#include "ui/kit/badge.h"
#include "ui/kit/banner.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/fact_list.h"
#include "ui/pages/practice_side.h"
#include "ui/pages/red/practice_panel.h"
#include "ui/pages/red/red_commands.h"
#include "ui/pages/red/red_lines.h"
#include "ui/pages/red/red_words.h"
#include "ui/pages/red/texts.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QTimer>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int tickMs = 10'000; // the countdown shows minutes
constexpr int factsWidth = 360;

struct FormAndHistory {
    RedForm form;
    QList<store::RedFormStep> history;
    QString opinion;
};
} // namespace

FormPage::FormPage(Office &office, RedFormId id, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_id(id)
    , m_title(new QLabel(this))
    , m_badge(new Badge(this))
    , m_explanation(new QLabel(this))
    , m_time(new QLabel(this))
    , m_sums(new QLabel(this))
    , m_lines(new RedLineModel(this))
    , m_passing(new QTimer(this))
{
    setObjectName(u"redForm"_s);
    setWindowTitle(RedText::tr("Confirmation form"));
    build();
    connect(&office, &Office::tablesChanged, this, [this](const QStringList &tables) {
        if (tables.contains("red_form"_L1))
            load();
    });
    connect(m_passing, &QTimer::timeout, this, &FormPage::showTime);
    m_passing->start(tickMs);
    load();
}

void FormPage::build()
{
    m_title->setObjectName(u"redForm.title"_s);
    m_title->setFont(textFont(7, true));
    m_title->setText(windowTitle());
    const FindForm target = [this](const CommandContext &) -> Result<FormTarget> {
        if (!m_form)
            return Fault{FaultKind::NotFound, RedText::tr("The form is still being loaded.")};
        return FormTarget{*m_form, m_banner};
    };
    Command issue = issueRedCommand(m_office, target);
    issue.primary = true;
    const QList<Command> commands{answerCommand(m_office, target, RedAnswer::Agree),
        answerCommand(m_office, target, RedAnswer::Refuse), answerCommand(m_office, target, RedAnswer::Withdraw),
        showBlueCommand(m_office, target), showRedCommand(m_office, target), saveFormCommand(m_office, target),
        {.id = u"red.copyNumber"_s,
            .text = RedText::tr("Copy number"),
            .icon = Icon::Copy,
            .needs = Permission::ViewInvoices,
            .run =
                [this](const CommandContext &) {
                    if (m_form)
                        QGuiApplication::clipboard()->setText(m_form->number);
                }},
        {.id = u"red.refresh"_s,
            .text = RedText::tr("Ask the tax platform"),
            .icon = Icon::Refresh,
            .needs = Permission::ViewInvoices,
            .run = [this](const CommandContext &) { ask(); }},
        issue};
    m_commands = new CommandBar(commands, m_office.desk(), this, this);
    m_banner = new Banner(this);
    m_explanation->setObjectName(u"redForm.explanation"_s);
    m_explanation->setWordWrap(true);
    m_time->setObjectName(u"redForm.time"_s);
    m_time->setFont(textFont(3, true));
    m_time->setAccessibleName(RedText::tr("Time left"));
    m_sums->setObjectName(u"redForm.sums"_s);
    m_table = new RedLineTable(m_lines, this);
    m_table->setObjectName(u"redForm.lines"_s);
    m_table->setAccessibleName(RedText::tr("Lines of the form"));
    QWidget *practice = m_office.practice() == nullptr ? nullptr : makePractice(*m_office.practice());
    m_facts = new FactList(this);
    m_facts->setObjectName(u"redForm.facts"_s);
    m_facts->setAccessibleName(RedText::tr("Particulars of the form"));
    m_facts->setFixedWidth(factsWidth);
    setFocusProxy(m_table);

    auto *top = new QHBoxLayout;
    top->setSpacing(grid(2));
    top->addWidget(m_title);
    top->addWidget(m_badge);
    top->addWidget(m_commands, 1);
    auto *words = new QHBoxLayout;
    words->setSpacing(grid(2));
    words->addWidget(m_explanation, 1);
    words->addWidget(m_time);
    auto *left = new QVBoxLayout;
    left->setSpacing(grid(1));
    left->addLayout(words);
    left->addWidget(m_table, 1);
    left->addWidget(m_sums, 0, Qt::AlignRight);
    if (practice != nullptr)
        left->addWidget(practice);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(grid(2));
    middle->addLayout(left, 1);
    middle->addWidget(m_facts);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(grid(2), grid(1), grid(2), grid(1));
    page->setSpacing(grid(1));
    page->addLayout(top);
    page->addWidget(m_banner);
    page->addLayout(middle, 1);
    m_badge->hide();
    connect(m_commands, &CommandBar::refused, this,
        [this](const QString &reason) { m_banner->show({.tone = Tone::Info, .text = reason}); });
}

PracticePanel *FormPage::makePractice(PracticeSide &side)
{
    m_practice = new PracticePanel(m_office, m_banner, this);
    const auto add = [this, &side](const QString &name, const QString &text, const QString &done, RedAnswer given,
                         rules::RedEvent event) {
        m_practice->addAct(
            name, text, done, [this, &side, given] { return side.answer(m_form.value_or(RedForm()), given); },
            [this, event] { return m_form && rules::mayAct(*m_form, event, other(m_form->side)); });
    };
    add(u"agree"_s, RedText::tr("Confirm"), RedText::tr("The other side has confirmed."), RedAnswer::Agree,
        rules::RedEvent::Agree);
    add(u"refuse"_s, RedText::tr("Refuse"), RedText::tr("The other side has refused."), RedAnswer::Refuse,
        rules::RedEvent::Refuse);
    add(u"withdraw"_s, RedText::tr("Withdraw"), RedText::tr("The other side has withdrawn."), RedAnswer::Withdraw,
        rules::RedEvent::Withdraw);
    return m_practice;
}

void FormPage::load()
{
    const auto found = m_office.reader().run(
        [actor = m_office.actor(), id = m_id](service::Reading &reading) -> Result<FormAndHistory> {
            KP_TRY(form, reading.redForms().find(actor, id));
            KP_TRY(history, reading.redForms().history(actor, id));
            KP_TRY(opinion, reading.redForms().opinion(actor, id));
            return FormAndHistory{form, history, opinion};
        });
    then(this, found, [this](const Result<FormAndHistory> &read) {
        if (!read.ok()) {
            m_banner->showFault(read.fault(), RedText::tr("Try again"), [this] { load(); });
            return;
        }
        show(read->form, read->history, read->opinion);
        if (read->form.lines.isEmpty() && !std::exchange(m_asked, true))
            ask(); // lists do not tell the lines
    });
}

/// What comes is stored, and shown when the store tells of it.
void FormPage::ask()
{
    const auto told = m_office.askReversing(
        [actor = m_office.actor(), id = m_id](service::Reversing &reversing) { return reversing.refresh(actor, id); });
    then(this, told, [this](const Result<RedForm> &form) {
        if (form.ok())
            m_banner->dismiss();
        else
            m_banner->showFault(form.fault(), RedText::tr("Try again"), [this] { ask(); });
    });
}

void FormPage::show(const RedForm &form, const QList<store::RedFormStep> &history, const QString &opinion)
{
    m_form = form;
    setWindowTitle(RedText::tr("Form …%1").arg(form.number.right(8)));
    m_title->setText(RedText::tr("Confirmation form %1").arg(form.number));
    m_badge->show(label(form.state), toneOf(form.state));
    m_badge->setVisible(true);
    m_explanation->setText(explanationOf(form));
    m_lines->show(form.lines);
    m_sums->setText(
        RedText::tr("Amount %1 · tax %2 · gross %3")
            .arg(form.totals.net.toGrouped(), form.totals.tax.toGrouped(), form.totals.gross().toGrouped()));
    showFacts(form, history, opinion);
    showTime();
    m_commands->refresh();
    if (m_practice != nullptr)
        m_practice->refresh();
}

void FormPage::showFacts(const RedForm &form, const QList<store::RedFormStep> &history, const QString &opinion)
{
    m_facts->begin();
    m_facts->addSection(RedText::tr("Form"));
    m_facts->addFact(fieldLabel("Reason for reversal"), label(form.reason));
    m_facts->addFact(fieldLabel("Entered by"), label(form.enteredBy));
    m_facts->addFact(fieldLabel("Own side"), label(form.side));
    m_facts->addFact(fieldLabel("Entry time"), Clock::stamp(form.enteredAt));
    if (form.confirmedAt.isValid())
        m_facts->addFact(fieldLabel("Confirmation time"), Clock::stamp(form.confirmedAt));
    if (const QDateTime due = rules::answerDue(form); due.isValid())
        m_facts->addFact(RedText::tr("To be answered until"), Clock::stamp(due));
    if (!opinion.isEmpty())
        m_facts->addFact(RedText::tr("Opinion"), opinion);
    m_facts->addFact(RedText::tr("Red invoice"),
        form.isIssued() ? groupedCode(form.redNumber) : RedText::tr("Not issued"), form.isIssued());
    m_facts->addSection(RedText::tr("Reversed invoice"));
    m_facts->addFact(fieldLabel("Invoice number"), groupedCode(form.blueNumber), true);
    m_facts->addFact(fieldLabel("Invoice kind"), label(form.kind));
    m_facts->addFact(fieldLabel("Issue time"), Clock::stamp(form.blueIssuedAt));
    m_facts->addFact(fieldLabel("Amount"), u"¥"_s + form.blueTotals.net.toGrouped());
    m_facts->addFact(fieldLabel("Tax"), u"¥"_s + form.blueTotals.tax.toGrouped());
    m_facts->addSection(label(Side::Seller));
    m_facts->addFact(RedText::tr("Name"), form.seller.name);
    m_facts->addFact(RedText::tr("Tax number"), form.seller.taxNumber, true);
    m_facts->addSection(label(Side::Buyer));
    m_facts->addFact(RedText::tr("Name"), form.buyer.name);
    m_facts->addFact(RedText::tr("Tax number"), form.buyer.taxNumber, true);
    m_facts->addSection(RedText::tr("History"));
    for (auto it = history.crbegin(); it != history.crend(); ++it)
        m_facts->addEvent(label(it->to), toneOf(it->to), Clock::stamp(it->at),
            it->redNumber.isEmpty() ? QString() : RedText::tr("Red invoice %1").arg(it->redNumber));
    m_facts->end();
}

void FormPage::showTime()
{
    const QDateTime due = m_form ? rules::answerDue(*m_form) : QDateTime();
    m_time->setVisible(due.isValid());
    if (!due.isValid())
        return;
    const QDateTime now = m_office.desk().clock.now();
    m_time->setText(RedText::tr("Time left: %1").arg(timeLeft(due, now)));
    QPalette palette = m_time->palette();
    palette.setColor(QPalette::WindowText, colors().tone(isShort(due, now) ? Tone::Error : Tone::Warning).ink);
    m_time->setPalette(palette);
}

QString FormPage::timeLeftText() const
{
    return m_time->isHidden() ? QString() : m_time->text();
}

} // namespace kp

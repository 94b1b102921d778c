// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/red/done_panel.h"

#include "core/domain/schemas.h"
#include "core/rules/red_lifecycle.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/fact_list.h"
#include "ui/kit/icons.h"
#include "ui/pages/red/red_words.h"
#include "ui/pages/red/texts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int doneSignPx = 40;
constexpr int doneCardWidth = 680;
constexpr int doneFactsHeight = 260;
} // namespace

DonePanel::DonePanel(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
{
    setObjectName(u"red.done"_s);
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    card->setMaximumWidth(doneCardWidth);
    m_sign = new QLabel(card);
    m_title = new QLabel(card);
    m_title->setObjectName(u"red.done.title"_s);
    m_title->setFont(textFont(7, true));
    m_title->setWordWrap(true);
    m_explanation = new QLabel(card);
    m_explanation->setObjectName(u"red.done.explanation"_s);
    m_explanation->setWordWrap(true);
    m_facts = new FactList(card);
    m_facts->setObjectName(u"red.done.facts"_s);
    m_facts->setAccessibleName(RedText::tr("Particulars of the form"));
    m_facts->setFixedHeight(doneFactsHeight);
    m_facts->setFocusPolicy(Qt::NoFocus);
    m_open = addButton(u"red.done.open"_s, RedText::tr("Show the form"));
    m_another = addButton(u"red.done.another"_s, RedText::tr("Apply for another"));
    auto *home = addButton(u"red.done.home"_s, RedText::tr("Done"));
    m_issue = addButton(u"red.done.issue"_s, RedText::tr("Issue red invoice"));
    m_issue->setProperty("role", u"primary"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(grid(2));
    head->addWidget(m_sign, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(m_another);
    buttons->addWidget(home);
    buttons->addStretch(1);
    buttons->addWidget(m_issue);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(grid(4), grid(4), grid(4), grid(3));
    column->setSpacing(grid(2));
    column->addLayout(head);
    column->addWidget(m_explanation);
    column->addWidget(m_facts);
    column->addLayout(buttons);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(card, 4);
    row->addStretch(1);
    auto *page = new QVBoxLayout(this);
    page->addStretch(1);
    page->addLayout(row);
    page->addStretch(2);
    connect(
        m_open, &QPushButton::clicked, this, [this] { m_office.open(u"redForm"_s, QString::number(m_id.value())); });
    connect(m_issue, &QPushButton::clicked, this,
        [this] { m_office.open(u"redInvoice"_s, QString::number(m_id.value())); });
    connect(m_another, &QPushButton::clicked, this, &DonePanel::anotherAsked);
    connect(home, &QPushButton::clicked, this, [this] {
        Q_EMIT anotherAsked(); // nothing is left behind
        m_office.open(u"red"_s);
    });
}

QPushButton *DonePanel::addButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(true);
    return button;
}

void DonePanel::show(const RedForm &form)
{
    m_id = form.id;
    const bool may = rules::mayIssue(form, form.side);
    const Tone tone = may ? Tone::Success : Tone::Warning;
    m_sign->setPixmap(
        icon(may ? Icon::Ok : Icon::Clock, tone).pixmap(QSize(doneSignPx, doneSignPx), devicePixelRatioF()));
    m_title->setText(RedText::tr("The confirmation form is submitted"));
    m_explanation->setText(explanationOf(form));
    m_facts->begin();
    m_facts->addFact(fieldLabel("Confirmation form"), form.number, true);
    m_facts->addFact(RedText::tr("State"), label(form.state));
    m_facts->addFact(fieldLabel("Reversed invoice"), groupedCode(form.blueNumber), true);
    m_facts->addFact(RedText::tr("Other side"), counterparty(form).name);
    m_facts->addFact(fieldLabel("Reason for reversal"), label(form.reason));
    m_facts->addFact(fieldLabel("Amount"), u"¥"_s + form.totals.net.toGrouped());
    m_facts->addFact(fieldLabel("Tax"), u"¥"_s + form.totals.tax.toGrouped());
    if (const QDateTime due = rules::answerDue(form); due.isValid())
        m_facts->addFact(RedText::tr("To be answered until"), Clock::stamp(due));
    m_facts->end();
    m_issue->setVisible(may);
    QPushButton *next = may ? m_issue : m_open;
    setFocusProxy(next);
    next->setFocus(Qt::OtherFocusReason);
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/result_panel.h"

#include "core/rules/qr.h"
#include "ui/kit/badge.h"
#include "ui/kit/banner.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/icons.h"
#include "ui/pages/invoice_words.h"
#include "ui/pages/issuing/qr_picture.h"
#include "ui/pages/issuing/texts.h"
#include "ui/pages/office.h"
#include "ui/pages/pdf_saving.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int cardWidth = 640;
constexpr int signPx = 48;

QString titleOf(InvoiceState state)
{
    switch (state) {
    case InvoiceState::Issued:
        return IssuingPageText::tr("The invoice has been issued");
    case InvoiceState::Refused:
        return IssuingPageText::tr("The tax platform has refused the invoice");
    case InvoiceState::Discarded:
        return IssuingPageText::tr("The invoice was discarded");
    case InvoiceState::Unknown:
        return IssuingPageText::tr("The answer of the tax platform is outstanding");
    case InvoiceState::Queued:
    case InvoiceState::Sending:
    case InvoiceState::Processing:
        break;
    }
    return IssuingPageText::tr("The invoice is being issued…");
}

QLabel *wrapped(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}
} // namespace

ResultPanel::ResultPanel(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_banner(new Banner(this))
{
    setObjectName(u"issuing.result"_s);
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    card->setMaximumWidth(cardWidth);
    m_sign = new QLabel(card);
    m_title = wrapped(u"result.title"_s, card);
    m_title->setFont(textFont(7, true));
    m_badge = new Badge(card);
    m_explanation = wrapped(u"result.explanation"_s, card);
    m_words = wrapped(u"result.words"_s, card);
    m_words->setFont(textFont(0, true));

    auto *facts = new QGridLayout;
    facts->setHorizontalSpacing(grid(2));
    facts->setVerticalSpacing(grid(1));
    facts->setColumnStretch(1, 1);
    m_number = addFact(facts, IssuingPageText::tr("Invoice number"), u"result.number"_s, codeFont());
    m_buyer = addFact(facts, IssuingPageText::tr("Buyer"), u"result.buyer"_s, textFont(0));
    m_gross = addFact(facts, IssuingPageText::tr("Gross"), u"result.gross"_s, textFont(3, true));
    m_credit = addFact(facts, IssuingPageText::tr("Credit used"), u"result.credit"_s, textFont(0));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid(1));
    m_open = addButton(u"result.open"_s, IssuingPageText::tr("Open invoice"));
    m_save = addButton(u"result.save"_s, IssuingPageText::tr("Save PDF"));
    m_correct = addButton(u"result.correct"_s, IssuingPageText::tr("Correct and issue again"));
    m_discard = addButton(u"result.discard"_s, IssuingPageText::tr("Discard"));
    m_continue = addButton(u"result.continue"_s, IssuingPageText::tr("Issue another"));
    m_continue->setProperty("role", u"primary"_s);
    for (QPushButton *button : {m_open, m_save, m_correct, m_discard})
        buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(m_continue);

    auto *head = new QHBoxLayout;
    head->setSpacing(grid(2));
    auto *words = new QVBoxLayout;
    words->setSpacing(6);
    words->addWidget(m_title);
    words->addWidget(m_badge, 0, Qt::AlignLeft);
    head->addWidget(m_sign, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(grid(4), grid(4), grid(4), grid(3));
    column->setSpacing(grid(2));
    column->addLayout(head);
    column->addWidget(m_words);
    column->addWidget(m_explanation);
    m_qr = new QrPicture(card);
    m_qr->setAccessibleName(IssuingPageText::tr("QR code of the invoice"));
    m_qr->hide();
    auto *middle = new QHBoxLayout;
    middle->addLayout(facts, 1);
    middle->addWidget(m_qr, 0, Qt::AlignTop);
    column->addLayout(middle);
    column->addSpacing(grid(1));
    column->addLayout(buttons);
    auto *page = new QGridLayout(this);
    page->setContentsMargins(grid(2), grid(2), grid(2), grid(2));
    page->addWidget(m_banner, 0, 0, 1, 3);
    page->setRowStretch(1, 1);
    page->addWidget(card, 2, 1);
    page->setColumnStretch(0, 1);
    page->setColumnStretch(1, 4);
    page->setColumnStretch(2, 1);
    page->setRowStretch(3, 2);

    connect(
        m_open, &QPushButton::clicked, this, [this] { m_office.open(u"invoice"_s, QString::number(m_id.value())); });
    connect(m_save, &QPushButton::clicked, this, [this] { savePdfs(m_office, this, *m_banner, {m_id}, m_numberText); });
    connect(m_correct, &QPushButton::clicked, this, [this] { Q_EMIT correctAsked(m_id); });
    connect(m_discard, &QPushButton::clicked, this, &ResultPanel::discard);
    connect(m_continue, &QPushButton::clicked, this, &ResultPanel::continueAsked);
    connect(&office, &Office::tablesChanged, this, [this](const QStringList &tables) {
        if (m_id.isValid() && tables.contains("invoice"_L1))
            load();
    });
}

QPushButton *ResultPanel::addButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(true); // Enter presses the button that has the focus
    return button;
}

QLabel *ResultPanel::addFact(QGridLayout *facts, const QString &caption, const QString &name, const QFont &font)
{
    const int row = facts->rowCount();
    auto *words = new QLabel(caption, this);
    words->setForegroundRole(QPalette::PlaceholderText);
    QLabel *value = wrapped(name, this);
    value->setAccessibleName(caption);
    value->setFont(font);
    facts->addWidget(words, row, 0, Qt::AlignVCenter);
    facts->addWidget(value, row, 1);
    return value;
}

void ResultPanel::show(InvoiceId id)
{
    m_id = id;
    m_state.reset();
    m_banner->dismiss();
    for (QLabel *label : {m_number, m_buyer, m_gross, m_credit, m_words, m_explanation})
        label->clear();
    m_words->hide();
    m_title->setText(titleOf(InvoiceState::Queued));
    m_sign->clear();
    m_badge->hide();
    for (QPushButton *button : {m_save, m_correct, m_discard})
        button->hide();
    m_qr->hide();
    load();
    m_continue->setFocus(Qt::OtherFocusReason);
}

void ResultPanel::forget()
{
    m_id = InvoiceId();
    m_state.reset();
}

void ResultPanel::load()
{
    const auto detail = m_office.reader().run(
        [actor = m_office.actor(), id = m_id](service::Reading &reading) { return reading.invoice(actor, id); });
    then(this, detail, [this, id = m_id](const Result<service::InvoiceDetail> &found) {
        if (id != m_id)
            return;
        if (found.ok())
            showDetail(*found);
        else
            m_banner->showFault(found.fault());
    });
}

void ResultPanel::showDetail(const service::InvoiceDetail &detail)
{
    const Invoice &invoice = detail.invoice;
    m_numberText = invoice.number;
    m_number->setText(groupedCode(invoice.number));
    m_buyer->setText(invoice.printedBuyerName());
    m_gross->setText(u"¥"_s + invoice.totals.gross().toGrouped());
    const bool givenBack = invoice.state == InvoiceState::Refused || invoice.state == InvoiceState::Discarded;
    if (invoice.isRed()) // what it gives back was told before it was issued
        m_credit->setText(IssuingPageText::tr("none"));
    else
        m_credit->setText(givenBack
                              ? IssuingPageText::tr("none (¥%1 was given back)").arg(invoice.totals.net.toGrouped())
                              : u"¥"_s + invoice.totals.net.toGrouped());
    if (m_state != invoice.state || m_words->text() != invoice.message)
        showState(invoice);
    // While it waits, what the last attempt met says more than the state alone.
    const bool waits = detail.outbox && detail.outbox->attempts > 0 && m_words->isHidden();
    if (waits && !detail.history.isEmpty() && !detail.history.constLast().message.isEmpty()) {
        m_words->setText(detail.history.constLast().message);
        m_words->show();
    }
}

void ResultPanel::showState(const Invoice &invoice)
{
    m_state = invoice.state;
    const Tone tone = toneOf(invoice.state);
    const Icon sign = tone == Tone::Info ? Icon::Clock : iconOf(tone);
    m_sign->setPixmap(icon(sign, tone).pixmap(QSize(signPx, signPx), devicePixelRatioF()));
    m_title->setText(titleOf(invoice.state));
    m_badge->show(label(invoice.state), tone);
    m_badge->setVisible(true);
    m_explanation->setText(explanationOf(invoice.state));
    m_words->setText(invoice.message);
    m_words->setVisible(!invoice.message.isEmpty()); // also of an issued one, when somebody has to compare it
    const bool refused = invoice.state == InvoiceState::Refused;
    m_correct->setVisible(refused && !invoice.isRed()); // that is made anew from its form
    m_discard->setVisible(refused && m_office.actor().may(Permission::DiscardInvoices));
    m_save->setVisible(invoice.state == InvoiceState::Issued);
    if (invoice.state == InvoiceState::Issued)
        m_qr->show(rules::qrText(invoice));
    else
        m_qr->hide();
}

void ResultPanel::discard()
{
    const Question question{.title = IssuingPageText::tr("Discard invoice %1?").arg(m_numberText),
        .text = IssuingPageText::tr(
            "It is given up, and its number becomes free for another invoice. This can not be undone."),
        .accept = IssuingPageText::tr("Discard"),
        .destructive = true};
    m_office.desk().doors.ask(this, question, [this, id = m_id](bool accepted) {
        if (!accepted)
            return;
        const auto done = m_office.ask([actor = m_office.actor(), id](service::Services &services) {
            return services.issuing.discard(actor, id);
        });
        then(this, done, [this](const Outcome &outcome) {
            if (!outcome)
                m_banner->showFault(outcome.fault());
        });
    });
}

} // namespace kp

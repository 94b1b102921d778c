// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/detail/facts_panel.h"

#include "core/domain/schemas.h"
#include "core/rules/capitals.h"
#include "core/service/invoices.h"
#include "ui/kit/badge.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/theme.h"
#include "ui/pages/detail/texts.h"
#include "ui/pages/invoice_words.h"

#include <QLabel>
#include <QVBoxLayout>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int panelWidth = 340;
constexpr int captionWidth = grid(13);

QLabel *plain(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}
} // namespace

FactsPanel::FactsPanel(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(u"invoice.facts"_s);
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(panelWidth);
}

void FactsPanel::show(const service::InvoiceDetail &detail)
{
    const Invoice &invoice = detail.invoice;
    m_holder = new QWidget;
    m_column = new QVBoxLayout(m_holder);
    m_column->setContentsMargins(grid(1), 0, grid(1), grid(2));
    m_column->setSpacing(6);

    addSection(DetailPageText::tr("Invoice"));
    addFact(fieldLabel("Invoice number"), groupedCode(invoice.number), true);
    addFact(fieldLabel("Invoice kind"), label(invoice.kind));
    addFact(fieldLabel("Issue time"), Clock::stamp(invoice.issuedAt));
    addFact(fieldLabel("Amount"), u"¥"_s + invoice.totals.net.toGrouped());
    addFact(fieldLabel("Tax"), u"¥"_s + invoice.totals.tax.toGrouped());
    addFact(DetailPageText::tr("Gross"), u"¥"_s + invoice.totals.gross().toGrouped());
    addFact(DetailPageText::tr("In capitals"), rules::capitals(invoice.totals.gross()));
    if (detail.outbox)
        addOutbox(*detail.outbox);
    addHistory(detail.history);
    addParty(DetailPageText::tr("Buyer"), invoice.buyer, invoice.printedBuyerName());
    addFact(fieldLabel("Buyer's e-mail"), invoice.buyerEmail);
    addParty(DetailPageText::tr("Seller"), invoice.seller, invoice.seller.name);
    addSection(DetailPageText::tr("Further particulars"));
    addFact(fieldLabel("Issuer"), invoice.issuer);
    addFact(fieldLabel("Payee"), invoice.payee);
    addFact(fieldLabel("Reviewer"), invoice.reviewer);
    addFact(fieldLabel("Remark"), invoice.remark);
    addFact(fieldLabel("Serial number"), invoice.serial, true);
    m_column->addStretch(1);
    setWidget(m_holder);
}

void FactsPanel::addSection(const QString &title)
{
    auto *heading = new QLabel(title, m_holder);
    heading->setFont(textFont(1, true));
    if (m_column->count() > 0)
        m_column->addSpacing(grid(1));
    m_column->addWidget(heading);
}

void FactsPanel::addFact(const QString &caption, const QString &value, bool code)
{
    if (value.isEmpty())
        return;
    auto *words = new QLabel(caption, m_holder);
    words->setForegroundRole(QPalette::PlaceholderText);
    words->setFixedWidth(captionWidth);
    words->setWordWrap(true);
    QLabel *text = plain(value, m_holder);
    text->setAccessibleName(caption);
    if (code)
        text->setFont(codeFont());
    auto *row = new QHBoxLayout;
    row->setSpacing(grid(1));
    row->addWidget(words, 0, Qt::AlignTop);
    row->addWidget(text, 1, Qt::AlignTop);
    m_column->addLayout(row);
}

void FactsPanel::addParty(const QString &title, const Party &party, const QString &printedName)
{
    addSection(title);
    addFact(DetailPageText::tr("Name"), printedName);
    addFact(DetailPageText::tr("Tax number"), party.taxNumber, true);
    addFact(DetailPageText::tr("Address, phone"), QStringList{party.address, party.phone}.join(u' ').trimmed());
    addFact(DetailPageText::tr("Bank, account"), QStringList{party.bank, party.account}.join(u' ').trimmed());
}

void FactsPanel::addOutbox(const store::OutboxEntry &entry)
{
    addSection(DetailPageText::tr("On its way"));
    addFact(DetailPageText::tr("Attempts"), QString::number(entry.attempts));
    addFact(DetailPageText::tr("Next attempt"), Clock::stamp(Clock::chinaTime(entry.dueMs)));
    addFact(DetailPageText::tr("Receipt"), entry.receipt, true);
}

void FactsPanel::addHistory(const QList<store::HistoryEntry> &history)
{
    addSection(DetailPageText::tr("History"));
    for (auto it = history.crbegin(); it != history.crend(); ++it) {
        auto *time = new QLabel(Clock::stamp(it->at), m_holder);
        time->setForegroundRole(QPalette::PlaceholderText);
        time->setFont(textFont(-1));
        auto *state = new Badge(m_holder);
        state->show(label(it->to), toneOf(it->to));
        auto *row = new QHBoxLayout;
        row->addWidget(state);
        row->addStretch(1);
        row->addWidget(time);
        m_column->addLayout(row);
        if (!it->message.isEmpty())
            m_column->addWidget(plain(it->message, m_holder));
    }
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/detail/facts_panel.h"

#include "core/domain/schemas.h"
#include "core/rules/capitals.h"
#include "core/service/invoices.h"
#include "ui/kit/cell_text.h"
#include "ui/pages/detail/texts.h"
#include "ui/pages/invoice_words.h"

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int panelWidth = 340;
} // namespace

FactsPanel::FactsPanel(QWidget *parent)
    : FactList(parent)
{
    setObjectName(u"invoice.facts"_s);
    setAccessibleName(DetailPageText::tr("Particulars of the invoice"));
    setFixedWidth(panelWidth);
}

void FactsPanel::show(const service::InvoiceDetail &detail)
{
    const Invoice &invoice = detail.invoice;
    begin();
    addSection(DetailPageText::tr("Invoice"));
    addFact(fieldLabel("Invoice number"), groupedCode(invoice.number), true);
    addFact(fieldLabel("Invoice kind"), label(invoice.kind));
    addFact(fieldLabel("Issue time"), Clock::stamp(invoice.issuedAt));
    addFact(fieldLabel("Amount"), u"¥"_s + invoice.totals.net.toGrouped());
    addFact(fieldLabel("Tax"), u"¥"_s + invoice.totals.tax.toGrouped());
    addFact(DetailPageText::tr("Gross"), u"¥"_s + invoice.totals.gross().toGrouped());
    addFact(DetailPageText::tr("In capitals"), rules::capitals(invoice.totals.gross()));
    if (invoice.isRed()) {
        addSection(DetailPageText::tr("Reversal"));
        addFact(DetailPageText::tr("Reversed invoice"), groupedCode(invoice.reversal.blueNumber), true);
        addFact(DetailPageText::tr("Confirmation form"), invoice.reversal.form, true);
    }
    if (!detail.reversals.isEmpty())
        addReversals(detail);
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
    end();
}

/// What red invoices have taken of a blue one.
void FactsPanel::addReversals(const service::InvoiceDetail &detail)
{
    const Totals reversed = detail.reversed();
    const Money left = detail.invoice.totals.gross() + reversed.gross();
    addSection(DetailPageText::tr("Reversal"));
    addFact(DetailPageText::tr("State"),
        left.isZero() ? DetailPageText::tr("Wholly reversed") : DetailPageText::tr("Partly reversed"));
    addFact(DetailPageText::tr("Reversed"), u"¥"_s + reversed.gross().toGrouped());
    addFact(DetailPageText::tr("Left"), u"¥"_s + left.toGrouped());
    for (const RedForm &form : detail.reversals)
        addFact(DetailPageText::tr("Red invoice number"), groupedCode(form.redNumber), true);
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
    for (auto it = history.crbegin(); it != history.crend(); ++it)
        addEvent(label(it->to), toneOf(it->to), Clock::stamp(it->at), it->message);
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// What of a blue invoice can be reversed, and how (leqi-protocol §9.1, invoice-rules §3.3). The amounts of blue lines,
// and what is entered, are above zero; those of forms and red invoices are below.
#pragma once

#include "core/domain/finding.h"
#include "core/domain/red.h"

#include <QList>

#include <optional>

namespace kp::rules
{

/// What a reason leaves to enter. Nothing of price, names, code and rate can ever be changed.
struct RedReasonRule {
    RedReason reason;
    bool part;            ///< less than everything may be reversed
    bool quantity;        ///< the quantity may be entered
    bool amount;          ///< the amount may be entered
    bool bare;            ///< the red line has neither quantity nor price
    const char *excluded; ///< first digits of codes that can not have this reason: 1 and 2 are goods, 3 services
};
const RedReasonRule &ruleOf(RedReason reason);
/// Whether a line of goods, or of services, can be reversed for that reason.
bool mayHaveReason(const InvoiceLine &line, RedReason reason);

/// The lines of a blue invoice as they can be reversed, by their own numbers: a discount is taken off its line, whose
/// price then follows from the amount.
QList<InvoiceLine> reversibleLines(const Invoice &blue);

/// What is left of them. @param taken lines of the red invoices and open forms there are already; lines of which
/// nothing is left are left out
QList<InvoiceLine> remainingLines(const Invoice &blue, const QList<RedFormLine> &taken);

/// What an invoice and its buyer's use of it allow.
struct Reversibility {
    QList<InvoiceLine> left;  ///< remainingLines
    bool untouched = true;    ///< nothing is taken yet
    bool used = false;        ///< the buyer has ticked or posted it: he must confirm, and may apply himself
    bool wholeOnly = false;   ///< 全额: unused, or of the margin scheme
    QString obstacle;         ///< why nothing can be reversed now; for the clerk
    QList<RedReason> reasons; ///< those that come into question
};
Reversibility reversibility(const Invoice &blue, const QList<RedFormLine> &taken, const InvoiceUse &use);
/// 已用途确认或入账.
bool isUsed(const InvoiceUse &use);

/// All that is left of a line, as a line of a form.
RedFormLine reversedWhole(const InvoiceLine &left, RedReason reason);
/// By quantity: the amount is quantity × price, or all that is left when the quantity is. Empty when the reason does
/// not allow it, the line has no quantity, or it is not above zero and at most what is left.
std::optional<RedFormLine> reversedByQuantity(const InvoiceLine &left, RedReason reason, const Decimal &quantity);
/// By amount without tax: the quantity follows from the price where there is one and the reason keeps it.
std::optional<RedFormLine> reversedByAmount(const InvoiceLine &left, RedReason reason, Money net);

/// A form over these lines, numbered; number, uuid, state and times are the platform's.
RedForm composeRedForm(const Invoice &blue, Side enteredBy, RedReason reason, QList<RedFormLine> lines);

/// All findings; field keys "reason", "enteredBy", or those of schema<InvoiceLine>() with the index of the form's line.
QList<Finding> checkRedForm(const RedForm &form, const Invoice &blue, const Reversibility &may);

/// The red invoice that a form allows, with what the face keeps of the blue one; number, time and issuer are still to
/// be given.
Invoice redInvoice(const RedForm &form, const Invoice &blue);

} // namespace kp::rules

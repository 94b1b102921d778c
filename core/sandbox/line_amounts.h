// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of invoice lines and its tolerances: leqi-protocol §7.1.
#pragma once

#include "core/sandbox/uploaded_invoice.h"

namespace kp::sandbox
{

const Decimal oneFen = Decimal::fromParts(1, 2);
const Decimal lineTaxTolerance = Decimal::fromParts(6, 2);
const Decimal invoiceTaxTolerance = Decimal::fromParts(127, 2);

/// A sum of amounts always fits: 36 digits hold 5,000 numbers of 18.
Decimal plus(const Decimal &a, const Decimal &b);
/// Whether a and b differ by no more than the tolerance.
bool within(const Decimal &a, const Decimal &b, const Decimal &tolerance);
/// a × b, exact as far as a Decimal reaches (36 digits, 24 decimals); longer products, which only a price and a
/// quantity of 25 characters each can have, are rounded to fen first.
Decimal times(const Decimal &a, const Decimal &b);
/// An amount of a line or an invoice whose form has been checked, in fen.
Money inFen(const Decimal &amount);

/// What the tax of a line should be, exactly: of the amount, of what 差额开票 leaves of it, or what a levy of 5 %
/// reduced to 1.5 % leaves of an amount that is reckoned with 5 % (gross / 1.05 × 0.015, so net / 1.035 × 0.015).
/// @p margin is the invoice's.
Decimal expectedTax(const UploadedLine &line, const QString &margin);

} // namespace kp::sandbox

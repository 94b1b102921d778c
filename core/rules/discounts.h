// SPDX-License-Identifier: GPL-3.0-or-later
// 折扣 over several lines at once, and the amount that is left to reach a total.
#pragma once

#include "core/domain/invoice.h"

#include <QList>

#include <optional>

namespace kp::rules
{

/// The same 折扣率 on each of the lines. Lines without an amount above zero stay as they are.
/// @param percent 0 … 100; 0 takes the discounts away. Empty outside.
std::optional<InvoiceDraft> discountedByPercent(
    const InvoiceDraft &draft, const QList<qsizetype> &lines, const Decimal &percent);

/// One discount shared out over the lines by their amounts, so that the shares add up to it to the fen and none is
/// larger than its line. The amount is with or without tax as the draft says. Empty when it is negative or more than
/// the lines come to together; 0 takes the discounts away.
std::optional<InvoiceDraft> discountedByAmount(
    const InvoiceDraft &draft, const QList<qsizetype> &lines, Money discount);

/// The line with the amount that brings 价税合计 of the invoice to @p gross; its price follows. Empty when the other
/// lines come to as much already, or when there is no such line.
std::optional<DraftLine> filledUpTo(const InvoiceDraft &draft, qsizetype line, Money gross);

} // namespace kp::rules

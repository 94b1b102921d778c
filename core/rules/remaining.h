// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/invoice.h"

namespace kp::rules
{

/// The amount that a line must have, as it is entered (with or without tax), for the invoice to come to a gross total.
/// Empty when no positive amount does: the other lines are worth as much already, or no net amount of whole fen has
/// that gross (entered without tax, about every eighth total at 13 %).
/// @param line index in draft.lines; its own quantity, price and amount do not count, its discount does
std::optional<Money> remainingAmount(const InvoiceDraft &draft, qsizetype line, Money total);

} // namespace kp::rules

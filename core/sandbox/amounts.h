// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"
#include "core/sandbox/json.h"

#include <optional>

namespace kp::sandbox
{

/// A number of the protocol, given as JSON number or as text: an optional minus, digits, an optional point and digits
/// with at most @p decimals of them, @p digits in all. No sign +, no exponent, no grouping, no blanks.
std::optional<Decimal> numberOf(Json::Value value, int digits, int decimals);

/// An amount: number(18,2).
std::optional<Money> amountOf(Json::Value value);

} // namespace kp::sandbox

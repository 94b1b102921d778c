// SPDX-License-Identifier: GPL-3.0-or-later
// One discount over several lines: by rate each line has its own share, by amount the lines share it out.
#pragma once

#include "core/base/decimal.h"
#include "core/base/money.h"

#include <QList>

#include <optional>

namespace kp::rules
{

/// A discount of so many percent on each amount; empty outside 0 … 100.
std::optional<QList<Money>> discountsOfPercent(const QList<Money> &amounts, const Decimal &percent);
/// One discount shared out over the amounts in their proportion, to the fen: the shares sum up to it exactly and none
/// is more than its amount. Empty when it is negative or more than the amounts together.
std::optional<QList<Money>> shareDiscount(const QList<Money> &amounts, Money discount);

Money sumOf(const QList<Money> &amounts);

} // namespace kp::rules

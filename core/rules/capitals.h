// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

#include <QString>

namespace kp::rules
{

/// 大写金额: the amount as it is written out on an invoice, "壹佰壹拾叁圆整"; a negative one begins with （负数）.
/// Jiao without fen end in 整, as most real invoices have it (the bank rule leaves that open).
QString capitals(Money amount);

} // namespace kp::rules

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/invoice.h"

namespace kp::rules
{

/// 复制开票: the draft of another invoice like it, without its serial; of a red one, of what it takes back. A deduction
/// voucher is used once: the copy of a margin invoice has none. It is entered with tax, since what the buyer pays is
/// what stays when others are put in.
InvoiceDraft copyOf(const Invoice &invoice, bool taxIncluded);

} // namespace kp::rules

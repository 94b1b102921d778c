// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/copies.h"

#include "core/rules/totals.h"

namespace kp::rules
{

InvoiceDraft copyOf(const Invoice &invoice, bool taxIncluded)
{
    const bool margin = isMargin(invoice.taxMode);
    InvoiceDraft out = switchTaxIncluded(draftOf(invoice), taxIncluded || margin);
    out.serial.clear();
    if (!margin)
        return out;
    out.vouchers.clear();
    for (DraftLine &line : out.lines)
        line.keptTax.reset(); // was of those vouchers
    return out;
}

} // namespace kp::rules

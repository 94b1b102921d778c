// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/copies.h"

#include "core/rules/totals.h"

namespace kp::rules
{

namespace
{
/// What a red invoice takes back, as a blue one would say it.
Invoice turnedBlue(const Invoice &red)
{
    Invoice out = red;
    out.reversal = {};
    out.totals = {-red.totals.net, -red.totals.tax};
    for (InvoiceLine &line : out.lines) {
        line.blueLine = 0;
        line.net = -line.net;
        line.tax = -line.tax;
        if (line.quantity)
            line.quantity = -*line.quantity;
        if (line.deduction)
            line.deduction = -*line.deduction;
    }
    return out;
}
} // namespace

InvoiceDraft copyOf(const Invoice &invoice, bool taxIncluded)
{
    const bool margin = isMargin(invoice.taxMode);
    const InvoiceDraft source = draftOf(invoice.isRed() ? turnedBlue(invoice) : invoice);
    InvoiceDraft out = switchTaxIncluded(source, taxIncluded || margin);
    out.serial.clear();
    if (!margin)
        return out;
    out.vouchers.clear();
    for (DraftLine &line : out.lines)
        line.keptTax.reset(); // was of those vouchers
    return out;
}

} // namespace kp::rules

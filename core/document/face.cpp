// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/face.h"

#include "core/rules/capitals.h"
#include "core/rules/qr.h"

namespace kp::document
{

InvoiceFace faceOf(const Invoice &invoice)
{
    return {invoice, rules::capitals(invoice.totals.gross()), rules::qrText(invoice)};
}

} // namespace kp::document

// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the face of an invoice, and its pages.
#pragma once

#include "core/base/result.h"
#include "core/document/layout/page.h"
#include "core/domain/invoice.h"

namespace kp::document
{

/// An invoice with the two texts that the rules derive from it.
struct InvoiceFace {
    Invoice invoice;
    QString capitals; ///< 价税合计（大写）, rules::capitals of the gross total
    QString qrText;   ///< content of the QR code, rules::qrText
};

/// The pages of an invoice: one as long as it has at most 42 rows, then further ones that repeat the head and bear
/// 小计; totals and remark stand on the last. Any thread may call it; a QGuiApplication must exist (its platform may be
/// "offscreen"). Faults: Invalid (the QR text), NotFound (no Chinese font is installed), Internal (the layout file).
Result<QList<Page>> layOut(const InvoiceFace &face);

} // namespace kp::document

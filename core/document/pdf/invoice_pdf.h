// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/layout/invoice_face.h"

#include <QByteArray>

namespace kp::document
{

/// The invoice as a PDF: the same invoice gives the same bytes at any time and in any process, as long as the machine's
/// fonts and its zlib stay. Texts can be searched and copied as they were entered. Any thread may call it. Faults as
/// layOut().
Result<QByteArray> invoicePdf(const InvoiceFace &face);

/// The same into a file, all of it or nothing. Faults: also Storage.
Outcome writeInvoicePdf(const QString &path, const InvoiceFace &face);

} // namespace kp::document

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

/// Whether an invoice in this state may be handed out. Fault: Conflict; only an issued one, so that nobody takes
/// another for an invoice.
Outcome mayBeHandedOut(InvoiceState state);

/// Hands an invoice out: its PDF into a file, all of it or nothing. Faults: as mayBeHandedOut() and layOut(), Storage.
Outcome saveInvoicePdf(const QString &path, const Invoice &invoice);

/// The name of an invoice's file, as the tax platform's own files are called.
QString invoiceFileName(const QString &number);

} // namespace kp::document

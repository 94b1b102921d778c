// SPDX-License-Identifier: GPL-3.0-or-later
// What the platform demands of an application for a red form: leqi-protocol §9.1, invoice-rules §3.
#pragma once

#include "core/sandbox/invoice_use.h"
#include "core/sandbox/reversible.h"

namespace kp::sandbox
{

struct RedApplication {
    RedForm form; ///< as far as the applicant fills it
    QList<UploadedLine> lines;
    QString specialElement; ///< lzfpTdyslxDm
};

/// Checks every field of a QDHZQRDSQ for presence, length and form.
Check checkApplicationFields(Json::Value request);
/// Reads a request that has passed checkApplicationFields.
RedApplication readApplication(Json::Value request);

/// Checks an application against the blue invoice and what has become of it.
Check checkApplication(const RedApplication &application, const Reversible &reversible, const InvoiceUse &use);

/// Finds the blue invoice, checks everything and stores the form in its first state; @c form is then complete.
/// @p area is the seller's.
Check enterApplication(Store &store, qint64 nowMs, RedApplication &application, const QString &area);

} // namespace kp::sandbox

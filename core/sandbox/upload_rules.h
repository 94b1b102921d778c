// SPDX-License-Identifier: GPL-3.0-or-later
// What the platform demands of a blue invoice (leqi-protocol §5, §7), as pure functions. Ranges and quota, which need
// the store, are checked where the upload is processed.
#pragma once

#include "core/sandbox/classification.h"
#include "core/sandbox/company.h"
#include "core/sandbox/finding.h"
#include "core/sandbox/rates.h"
#include "core/sandbox/uploaded_invoice.h"

namespace kp::sandbox
{

/// Whether the company may issue at all: risk (§4.5) and state (§4.6).
Check checkRight(const Company &company);

/// Parties, kind, and what this platform does not take.
Check checkHead(const UploadedInvoice &invoice, const Company &company);

/// The time of issue: in the year of the number, not in the future, less than 48 hours ago.
Check checkTime(const UploadedInvoice &invoice, const QDateTime &now);

/// Line by line and over the invoice: signs, exact sums, tolerances (§7.1).
Check checkAmounts(const UploadedInvoice &invoice);

/// Discount lines and their partners (§7.3).
Check checkDiscounts(const UploadedInvoice &invoice);

/// Margin scheme: one line, deduction and vouchers (§6.4, §7.4); codes and rates it is open to.
Check checkMargin(const UploadedInvoice &invoice);

/// Names, codes, rates and preferences (§7.4, §7.5).
Check checkCodes(const UploadedInvoice &invoice, const Company &company, const Classification &classification,
    const QList<Rate> &rates);

} // namespace kp::sandbox

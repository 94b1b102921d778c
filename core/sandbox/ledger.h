// SPDX-License-Identifier: GPL-3.0-or-later
// The invoices the platform has accepted. What stands here has been issued; it never changes.
#pragma once

#include "core/sandbox/company.h"
#include "core/sandbox/uploaded_invoice.h"

#include <QJsonArray>

namespace kp::sandbox
{

/// Whether the company got this number in one of its ranges, over this connection.
bool ownsNumber(Store &store, const Company &company, const QString &number);

/// Counts one more arrival of an invoice this company has had accepted, noting whether its content differs.
/// False when the number is not accepted, or belongs to another company.
bool countRepetition(Store &store, const Company &company, const QString &number, const QByteArray &content);

/// Adds an accepted invoice. @p content is its JSON as it came.
void enterInvoice(Store &store, const Company &company, const UploadedInvoice &invoice, const QByteArray &content,
    qint64 acceptedAtMs);

/// All accepted invoices, or those of one seller, by number; every value a string.
QJsonArray ledger(Store &store, const QString &sellerTaxNumber);

/// An accepted invoice's JSON as it came; nothing when the number is not accepted.
std::optional<QByteArray> acceptedContent(Store &store, const QString &number);
/// The same, read.
std::optional<UploadedInvoice> acceptedInvoice(Store &store, const QString &number);

} // namespace kp::sandbox

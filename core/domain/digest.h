// SPDX-License-Identifier: GPL-3.0-or-later
// A fingerprint of what an invoice says, kept in the journal when it is submitted: whoever changes an item, a quantity
// or the remark later is contradicted by it.
#pragma once

#include "core/domain/invoice.h"

namespace kp
{

/// Of all that is settled before the invoice has a number: 64 hexadecimal digits (SHA-256). What an invoice leaves at
/// its default does not count, so that a field added by a later version changes no earlier digest.
QString contentDigest(const Invoice &invoice);

/// The content, the number and the issue time together.
QString fullDigest(const QString &contentDigest, const QString &number, const QDateTime &issuedAt);
inline QString fullDigest(const Invoice &invoice)
{
    return fullDigest(contentDigest(invoice), invoice.number, invoice.issuedAt);
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/access.h"
#include "core/store/stores.h"

namespace kp::service
{

/// What a check of the books found.
struct VerificationReport {
    QStringList damage; ///< of the database file itself
    store::AuditVerdict audit;
    struct OfCompany {
        Company company;
        store::NumberAccounting numbers;
    };
    QList<OfCompany> companies;

    [[nodiscard]] bool clean() const;
    /// One sentence for each thing that is wrong.
    [[nodiscard]] QStringList complaints() const;
};

/// Reads the file for damage, walks the audit chain, and accounts for every invoice number: each number of each range
/// is unused, used once or freed, and no two invoices share one. Fault: Storage.
Result<VerificationReport> verifyBooks(store::Stores &stores);

} // namespace kp::service

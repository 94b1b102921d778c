// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/access.h"
#include "core/store/cross_check.h"
#include "core/store/stores.h"

#include <utility>

namespace kp::service
{

/// What a check of the books found.
struct VerificationReport {
    QStringList damage; ///< of the database file itself
    QStringList schema; ///< what guards the books and is not as the program made it
    store::AuditVerdict audit;
    struct OfCompany {
        Company company;
        store::NumberAccounting numbers;
    };
    QList<OfCompany> companies;
    QList<std::pair<store::Witness, store::Contradictions>> contradictions;
    QList<store::CreditDiscord> credit;

    [[nodiscard]] bool clean() const;
    /// One sentence for each thing that is wrong; where many invoices fare alike, the first are named and the others
    /// counted.
    [[nodiscard]] QStringList complaints() const;
};

/// Reads the file for damage and for triggers that are gone, walks the audit chain, accounts for every invoice number
/// (each number of each range is unused, used once or freed, and no two invoices share one), and has each invoice
/// compared with its lines, its history, its entries in the journal, the outbox and the credit it used.
///
/// The digest of its content in the journal vouches for item names, units, remarks and the like; what stands in one
/// place only can not be told: times of steps between submission and end. Whoever can write the file could also write
/// the whole journal anew.
/// Fault: Storage.
Result<VerificationReport> verifyBooks(store::Stores &stores);

} // namespace kp::service

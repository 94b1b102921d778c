// SPDX-License-Identifier: GPL-3.0-or-later
// Codes for items: what is proposed to a company, and what is learned from the codes it chooses.
#pragma once

#include "core/base/clock.h"
#include "core/domain/access.h"
#include "core/rules/match.h"
#include "core/store/stores.h"

#include <memory>

namespace kp::service
{

class Issuing;

class Classifying
{
public:
    Classifying(store::Stores &stores, const Clock &clock, Issuing &issuing)
        : m_stores(stores)
        , m_clock(clock)
        , m_issuing(issuing)
    {
    }

    /// The classification as it proposes to this company. Immutable: other threads may keep it; what is learned later
    /// is in the next one. Faults: Denied, Storage.
    [[nodiscard]] Result<std::shared_ptr<const rules::ClassificationCatalogue>> catalogue(
        const Actor &actor, CompanyId company);
    /// Keeps what the clerk chose. It is no record of the books, only what is proposed next time: the invoice it goes
    /// into is audited, this is not. Faults: Denied; Invalid, when the code can not stand on an invoice or nothing is
    /// named; Storage.
    Outcome learn(const Actor &actor, CompanyId company, const QString &item, const QString &code);
    /// The same for all lines of invoices that are issued.
    Outcome learnFrom(const Actor &actor, CompanyId company, const QList<InvoiceDraft> &drafts);

    static constexpr int mostRemembered = 5000; ///< items of a company that are proposed from, the newest

private:
    store::Stores &m_stores;
    const Clock &m_clock;
    Issuing &m_issuing;
};

} // namespace kp::service

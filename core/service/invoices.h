// SPDX-License-Identifier: GPL-3.0-or-later
// Reading stored invoices, with permission and within the reader's data scope.
#pragma once

#include "core/domain/access.h"
#include "core/store/stores.h"

namespace kp::service
{

/// An invoice with what happened to it.
struct InvoiceDetail {
    Invoice invoice;
    QList<store::HistoryEntry> history;
    std::optional<store::OutboxEntry> outbox; ///< while it is on its way
    QList<RedForm> reversals = {};            ///< forms whose red invoices reverse it, as far as is known here

    /// Net and tax of the red invoices: not above zero.
    [[nodiscard]] Totals reversed() const;
};

class Invoices
{
public:
    explicit Invoices(store::Stores &stores)
        : m_stores(stores)
    {
    }

    /// Faults: Denied, NotFound (also for what lies outside the scope).
    Result<InvoiceDetail> find(const Actor &actor, InvoiceId id);
    Result<InvoiceDetail> findByNumber(const Actor &actor, const QString &number);
    /// The list with the actor's scope put in. Fault: Denied.
    Result<store::ListQuery> scoped(const Actor &actor, store::ListQuery query);

private:
    Result<InvoiceDetail> detailOf(const Actor &actor, const Invoice &invoice);

    store::Stores &m_stores;
};

} // namespace kp::service

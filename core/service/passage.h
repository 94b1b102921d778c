// SPDX-License-Identifier: GPL-3.0-or-later
// Moves stored invoices on by the table in rules/lifecycle, with every effect the table names. Nothing else in the
// program changes the state of an invoice.
#pragma once

#include "core/rules/lifecycle.h"
#include "core/store/stores.h"

namespace kp::service
{

/// An invoice on its way: its state and its row of the outbox (a default row when it has left the outbox).
struct Passenger {
    store::OutboxEntry entry;
    InvoiceState state = InvoiceState::Queued;
};

/// Inside the caller's transaction. Invoices the event does not concern, because they have moved on, stay as they are.
/// @param actor account for the audit journal
/// @return those the outbox is done with
Result<QList<InvoiceId>> moveOn(store::Stores &stores, const QList<Passenger> &passengers, rules::InvoiceEvent event,
    const QString &message, const QString &actor, qint64 nowMs);

} // namespace kp::service

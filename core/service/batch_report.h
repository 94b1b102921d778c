// SPDX-License-Identifier: GPL-3.0-or-later
// What became of each order of a batch; the command line prints it, the batch page shows it.
#pragma once

#include "core/domain/invoice.h"
#include "core/domain/order_sheet.h"

namespace kp::service
{

enum class OrderState {
    Issued,  ///< accepted by the platform
    Refused, ///< refused by the platform
    Invalid, ///< breaks a rule; nothing was sent
    Pending, ///< not settled: waiting for the platform, for credit or for numbers; running it again goes on
};
/// "issued" …: as the command line prints it.
const char *code(OrderState state);

struct OrderResult {
    QString serial;
    OrderState state = OrderState::Pending;
    InvoiceId invoice; ///< not valid while the order has none
    QString number;
    QDateTime issuedAt;
    Totals totals;
    QList<CellFinding> messages;
    bool givenUp = false; ///< refused, and its invoice discarded: it is not sent again
};

struct BatchReport {
    QList<OrderResult> orders;
    QList<CellFinding> findings; ///< about no single order

    [[nodiscard]] int count(OrderState state) const;
    /// Every finding of the workbook, for the marked copy.
    [[nodiscard]] QList<CellFinding> allFindings() const;
};

} // namespace kp::service

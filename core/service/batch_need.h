// SPDX-License-Identifier: GPL-3.0-or-later
// What the good orders of a workbook need of numbers and credit, before anything is sent: what there is, what is drawn,
// what is left, and which orders what there is does not reach.
#pragma once

#include "core/service/batch_report.h"
#include "core/service/stock.h"

#include <optional>

namespace kp::service
{

struct BatchNeed {
    int invoices = 0; ///< orders still to be sent
    int fresh = 0;    ///< of them, those that need a number
    Money net;
    Money gross;
    StockLevel stock;
    std::optional<Money> pool; ///< credit that can still be downloaded, where it is known
    QList<qsizetype> beyond;   ///< orders, by index, that the credit does not reach; filled where the pool is known

    [[nodiscard]] qint64 numbersToDraw() const { return std::max<qint64>(0, fresh - stock.numbers); }
    [[nodiscard]] Money creditToDraw() const { return std::max(Money(), net - stock.credit); }
    [[nodiscard]] qint64 numbersAfter() const { return std::max<qint64>(0, stock.numbers - fresh); }
    [[nodiscard]] Money creditAfter() const { return std::max(Money(), stock.credit - net); }
    /// True also while the pool is not known.
    [[nodiscard]] bool suffices() const { return beyond.isEmpty(); }
};

/// @p report of a dry run. Orders get credit in their order, each that what is left suffices for: as they are issued.
BatchNeed needOf(const BatchReport &report, const StockLevel &stock, std::optional<Money> pool);

} // namespace kp::service

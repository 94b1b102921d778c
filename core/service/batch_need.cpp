// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/batch_need.h"

namespace kp::service
{

BatchNeed needOf(const BatchReport &report, const StockLevel &stock, std::optional<Money> pool)
{
    BatchNeed need;
    need.stock = stock;
    need.pool = pool;
    Money left = stock.credit + pool.value_or(Money());
    for (qsizetype i = 0; i < report.orders.size(); ++i) {
        const OrderResult &order = report.orders.at(i);
        const bool isFresh = order.state == OrderState::Pending && !order.invoice.isValid();
        if (!isFresh && (order.state != OrderState::Refused || order.givenUp))
            continue;
        ++need.invoices;
        need.fresh += isFresh ? 1 : 0;
        need.net += order.totals.net;
        need.gross += order.totals.gross();
        if (order.totals.net <= left)
            left -= order.totals.net;
        else if (pool)
            need.beyond.append(i);
    }
    return need;
}

} // namespace kp::service

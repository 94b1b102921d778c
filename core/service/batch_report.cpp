// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/batch_report.h"

#include <algorithm>

namespace kp::service
{

const char *code(OrderState state)
{
    static constexpr const char *codes[] = {"issued", "refused", "invalid", "pending"};
    return codes[static_cast<std::size_t>(state)];
}

int BatchReport::count(OrderState state) const
{
    return static_cast<int>(
        std::count_if(orders.begin(), orders.end(), [state](const OrderResult &o) { return o.state == state; }));
}

QList<CellFinding> BatchReport::allFindings() const
{
    QList<CellFinding> all = findings;
    for (const OrderResult &order : orders)
        all += order.messages;
    return all;
}

} // namespace kp::service

// SPDX-License-Identifier: GPL-3.0-or-later
// 常用开票项: items that a company issues often, in an order of its own.
#pragma once

#include "core/store/record_store.h"

namespace kp::store
{

/// In their order.
Result<QList<Item>> favouriteItems(RecordStore<Item> &items, CompanyId company);

} // namespace kp::store

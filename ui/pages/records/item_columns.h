// SPDX-License-Identifier: GPL-3.0-or-later
// How items are listed, on their own page and as favourites.
#pragma once

#include "ui/pages/record_parts.h"

namespace kp
{

QList<ColumnSpec> itemColumns();
FormSpec itemForm(const Office &office);
QList<ItemId> itemIds(const QList<qint64> &ids);
/// Works out the column "shortName": that of the classification today.
WorkedOut<Item> shortNames(Office &office);

} // namespace kp

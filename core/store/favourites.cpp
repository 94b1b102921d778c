// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/favourites.h"

#include <limits>

namespace kp::store
{

Result<QList<Item>> favouriteItems(RecordStore<Item> &items, CompanyId company)
{
    const RecordQuery marked{Scope::only(company), {},
        {{QStringLiteral("favourite"), QStringLiteral("0"), RecordFilter::How::Above}}, QStringLiteral("favourite"),
        false};
    KP_TRY(page, items.page(marked, {}, std::numeric_limits<int>::max()));
    return page.rows;
}

} // namespace kp::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/layout/pagination.h"

#include <algorithm>

namespace kp::document
{

QList<int> rowsOfPages(const QList<RowBlock> &blocks, const PageRoom &room)
{
    QList<int> ends; // of the blocks, in rows from the beginning
    int all = 0;
    for (const RowBlock &block : blocks)
        ends.append(all += block.rows);
    if (all <= room.only)
        return {all};

    QList<int> pages;
    int placed = 0;
    while (all - placed > room.last) {
        const int most = placed + std::min(room.continuing, all - placed - 1);
        // The last block end within the page; a block longer than the page is cut.
        const auto beyond = std::upper_bound(ends.cbegin(), ends.cend(), most);
        const int end = beyond != ends.cbegin() && *(beyond - 1) > placed ? *(beyond - 1) : most;
        pages.append(end - placed);
        placed = end;
    }
    pages.append(all - placed);
    return pages;
}

} // namespace kp::document

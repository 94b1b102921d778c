// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of the line table stand on which page.
#pragma once

#include <QList>

namespace kp::document
{

/// Rows that should stay together: one line of the invoice, or a line and its discount.
struct RowBlock {
    int rows = 0;
};

/// How many rows fit.
struct PageRoom {
    int only = 0;       ///< on the only page
    int continuing = 0; ///< on a page that is followed by another
    int last = 0;       ///< on the last of several, which bears the totals
};

/// The number of rows on each page, at least one page. Blocks are kept together unless one is longer than a page; the
/// last page has a row at least, so that totals never stand alone.
QList<int> rowsOfPages(const QList<RowBlock> &blocks, const PageRoom &room);

} // namespace kp::document

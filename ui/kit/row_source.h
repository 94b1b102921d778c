// SPDX-License-Identifier: GPL-3.0-or-later
// Where a list gets its rows. The page supplies it; how it finds row 731,000 without OFFSET is its own affair.
#pragma once

#include "core/base/result.h"
#include "ui/kit/spec.h"

#include <QFuture>

namespace kp
{

/// One row: cells in the order of the list's columns, each in its stored form (Field::store): money in fen, a rate in
/// millionths, a time as "yyyy-MM-dd HH:mm:ss", a choice as its code.
struct ListRow {
    qint64 id = 0;
    QVariantList cells;
};

struct ListSums {
    qint64 rows = 0;            ///< rows of the selection that are still there
    QMap<QString, Money> money; ///< by column key, for the columns marked as totals
};

/// All calls come from the UI thread and return at once. A future that is cancelled is not looked at again, so the work
/// behind it may stop or never begin.
class RowSource
{
public:
    virtual ~RowSource() = default;
    virtual QFuture<Result<qint64>> count(const ListQuery &query) = 0;
    /// Rows @p first … @p first + @p n - 1 of the query's order; fewer at the end.
    virtual QFuture<Result<QList<ListRow>>> rows(const ListQuery &query, qint64 first, int n) = 0;
    /// Their ids alone, for a selection that reaches beyond the rows on the screen (at most 50,000 are asked for).
    virtual QFuture<Result<QList<qint64>>> ids(const ListQuery &query, qint64 first, int n) = 0;
    virtual QFuture<Result<ListSums>> sums(const ListQuery &query, const ListSelection &selection) = 0;
};

} // namespace kp

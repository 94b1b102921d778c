// SPDX-License-Identifier: GPL-3.0-or-later
// The orders of a workbook as the rows of a list. An id is the order's place in the workbook, from 1.
#pragma once

#include "ui/kit/row_source.h"
#include "ui/pages/batch/batch_work.h"

namespace kp
{

/// What the clerk sees of an order; the codes are those of orderWords().
QString orderCode(const BatchWork &work, qsizetype order, bool beyond);
QList<Word> orderWords();
QList<ColumnSpec> orderColumns();

class BatchRows : public RowSource
{
public:
    /// Takes the orders anew from @p work.
    void take(const BatchWork &work);

    QFuture<Result<qint64>> count(const ListQuery &query) override;
    QFuture<Result<QList<ListRow>>> rows(const ListQuery &query, qint64 first, int n) override;
    QFuture<Result<QList<qint64>>> ids(const ListQuery &query, qint64 first, int n) override;
    QFuture<Result<ListSums>> sums(const ListQuery &query, const ListSelection &selection) override;
    /// Rows in the order of the query.
    [[nodiscard]] QList<ListRow> found(const ListQuery &query);

private:
    const QList<ColumnSpec> m_columns = orderColumns();
    QList<ListRow> m_rows;
    std::optional<ListQuery> m_query;
    QList<ListRow> m_found; ///< of that query
};

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the invoice list. The first page comes by itself, the next ones by the key of the last row seen, and any
// other by the ladder of keys, which is built in the background: nobody waits for it who does not jump.
#pragma once

#include "ui/kit/row_source.h"
#include "ui/pages/office.h"

#include <QPointer>

#include <atomic>

namespace kp
{

/// In the filter "state": everything that is still on its way (S0: 未完成 and 处理中).
inline constexpr QLatin1StringView unfinishedCode("unfinished");

class InvoiceRows final : public QObject, public RowSource
{
    Q_OBJECT
public:
    /// @param columns keys of Schema<InvoiceSummary>, and "gross"
    InvoiceRows(Office &office, QStringList columns);
    ~InvoiceRows() override;

    QFuture<Result<qint64>> count(const ListQuery &query) override;
    QFuture<Result<QList<ListRow>>> rows(const ListQuery &query, qint64 first, int n) override;
    QFuture<Result<QList<qint64>>> ids(const ListQuery &query, qint64 first, int n) override;
    QFuture<Result<ListSums>> sums(const ListQuery &query, const ListSelection &selection) override;

    /// Rows have come or changed their order: keys seen before do not count any more.
    void forgetKeys();

private:
    using Ladder = std::shared_ptr<const store::KeyLadder>;
    /// How a page is reached.
    struct Way {
        std::optional<store::ListKey> after; ///< by the row before it
        Ladder ladder;                       ///< by its number
        bool isFirst = false;
        [[nodiscard]] bool isKnown() const { return isFirst || after || ladder; }
    };
    using Use = std::function<void(const Result<store::InvoicePage> &)>;

    [[nodiscard]] store::ListQuery stored(const ListQuery &query) const;
    void follow(const store::ListQuery &query);
    [[nodiscard]] Way wayTo(qint64 first) const;
    void fetch(const store::ListQuery &query, qint64 first, int n, const std::function<bool()> &wanted, const Use &use);
    void fetchBy(const Way &way, const store::ListQuery &query, qint64 first, int n, const Use &use);
    void climb();
    void stopClimbing();

    Office &m_office;
    const QStringList m_columns;
    store::ListQuery m_query;
    bool m_asked = false;
    QHash<qint64, store::ListKey> m_before; ///< by row number: the key of the row before it
    Ladder m_ladder;
    std::shared_ptr<std::atomic_bool> m_stop;              ///< of the ladder being built
    QList<std::function<void(const Outcome &)>> m_waiting; ///< for the ladder
    quint64 m_generation = 0;
};

} // namespace kp

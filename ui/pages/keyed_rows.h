// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a list whose store reaches them by key. The first page comes by itself, the next ones by the key of the
// last row seen, and any other by the ladder of keys, which is built in the background: nobody waits for it who does
// not jump.
#pragma once

#include "ui/kit/row_source.h"
#include "ui/pages/office.h"

#include <atomic>

namespace kp
{

/// An answer that is given later.
template<class T>
struct Answer {
    QPromise<Result<T>> promise;
    static std::shared_ptr<Answer> begin()
    {
        auto answer = std::make_shared<Answer>();
        answer->promise.start();
        return answer;
    }
    void give(Result<T> value)
    {
        promise.addResult(std::move(value));
        promise.finish();
    }
};

/// @tparam Lister what kind of list it is: types Query, Key, Ladder and Page (rows, keys), and static functions count,
/// page, pageAt, ladder, sums (on the reader's thread), idOf and table
template<class Lister>
class KeyedRows : public QObject, public RowSource
{
public:
    using Query = typename Lister::Query;
    using Key = typename Lister::Key;
    using Page = typename Lister::Page;
    using Record = typename decltype(Page::rows)::value_type;

    /// @param row a record as the list shows it; @param stored what the list is asked for, as the store is asked
    KeyedRows(
        Office &office, std::function<ListRow(const Record &)> row, std::function<Query(const ListQuery &)> stored)
        : m_office(office)
        , m_row(std::move(row))
        , m_stored(std::move(stored))
    {
        connect(&office, &Office::tablesChanged, this, [this](const QStringList &tables) {
            if (tables.contains(Lister::table()))
                forgetKeys();
        });
    }
    ~KeyedRows() override { stopClimbing(); }

    QFuture<Result<qint64>> count(const ListQuery &query) override
    {
        return m_office.reader().run([actor = m_office.actor(), asked = m_stored(query)](
                                         service::Reading &reading) { return Lister::count(reading, actor, asked); });
    }
    QFuture<Result<QList<ListRow>>> rows(const ListQuery &query, qint64 first, int n) override
    {
        auto answer = Answer<QList<ListRow>>::begin();
        fetch(
            m_stored(query), first, n, [answer] { return !answer->promise.isCanceled(); },
            [answer, toRow = m_row](const Result<Page> &page) {
                if (!page.ok()) {
                    answer->give(page.fault());
                    return;
                }
                QList<ListRow> rows;
                for (const Record &record : page->rows)
                    rows.append(toRow(record));
                answer->give(rows);
            });
        return answer->promise.future();
    }
    QFuture<Result<QList<qint64>>> ids(const ListQuery &query, qint64 first, int n) override
    {
        auto answer = Answer<QList<qint64>>::begin();
        fetch(
            m_stored(query), first, n, [answer] { return !answer->promise.isCanceled(); },
            [answer](const Result<Page> &page) {
                if (!page.ok()) {
                    answer->give(page.fault());
                    return;
                }
                QList<qint64> ids;
                for (const Key &key : page->keys)
                    ids.append(Lister::idOf(key));
                answer->give(ids);
            });
        return answer->promise.future();
    }
    QFuture<Result<ListSums>> sums(const ListQuery &query, const ListSelection &selection) override
    {
        return m_office.reader().run(
            [actor = m_office.actor(), asked = m_stored(query), selection](
                service::Reading &reading) { return Lister::sums(reading, actor, asked, selection); });
    }

    /// Rows have come or changed their order: keys seen before do not count any more.
    void forgetKeys()
    {
        ++m_generation;
        m_before.clear();
        m_ladder.reset();
        stopClimbing();
        if (!m_waiting.isEmpty())
            climb();
    }

private:
    using Ladder = std::shared_ptr<const typename Lister::Ladder>;
    /// How a page is reached.
    struct Way {
        std::optional<Key> after; ///< by the row before it
        Ladder ladder;            ///< by its number
        bool isFirst = false;
        [[nodiscard]] bool isKnown() const { return isFirst || after || ladder; }
    };
    using Use = std::function<void(const Result<Page> &)>;

    void follow(const Query &query)
    {
        if (m_query && query == *m_query)
            return;
        m_query = query;
        forgetKeys();
        climb();
    }

    [[nodiscard]] Way wayTo(qint64 first) const
    {
        if (first == 0)
            return {.after = {}, .ladder = {}, .isFirst = true};
        if (const auto it = m_before.constFind(first); it != m_before.constEnd())
            return {.after = *it, .ladder = {}};
        return {.after = {}, .ladder = m_ladder};
    }

    void fetch(const Query &query, qint64 first, int n, const std::function<bool()> &wanted, const Use &use)
    {
        follow(query);
        if (const Way way = wayTo(first); way.isKnown()) {
            fetchBy(way, query, first, n, use);
            return;
        }
        // The page stays away until the ladder is there; by then nobody may want it any more.
        m_waiting.append([this, query, first, n, wanted, use](const Outcome &climbed) {
            if (!wanted())
                return;
            if (!climbed.ok())
                use(climbed.fault());
            else
                fetchBy(wayTo(first), query, first, n, use);
        });
        climb();
    }

    void fetchBy(const Way &way, const Query &query, qint64 first, int n, const Use &use)
    {
        const auto page = m_office.reader().run(
            [actor = m_office.actor(), query, way, first, n](service::Reading &reading) -> Result<Page> {
                if (way.ladder)
                    return Lister::pageAt(reading, actor, query, *way.ladder, first, n);
                return Lister::page(reading, actor, query, way.after, n);
            });
        then(this, page, [this, generation = m_generation, first, use](const Result<Page> &found) {
            if (found.ok() && generation == m_generation && !found->keys.isEmpty())
                m_before.insert(first + found->keys.size(), found->keys.constLast());
            use(found);
        });
    }

    void climb()
    {
        if (m_stop || m_ladder)
            return;
        m_stop = std::make_shared<std::atomic_bool>(false);
        const auto ladder = m_office.longReader().run(
            [actor = m_office.actor(), query = *m_query, stop = m_stop](service::Reading &reading) -> Result<Ladder> {
                KP_TRY(built, Lister::ladder(reading, actor, query, *stop));
                return std::make_shared<const typename Lister::Ladder>(std::move(built));
            });
        then(this, ladder, [this, generation = m_generation](const Result<Ladder> &built) {
            if (generation != m_generation) // stopped; another one is under way
                return;
            m_stop.reset();
            if (built.ok())
                m_ladder = *built;
            const Outcome climbed = built.ok() ? Outcome(Done{}) : Outcome(built.fault());
            for (const auto &go : std::exchange(m_waiting, {}))
                go(climbed);
        });
    }

    void stopClimbing()
    {
        if (m_stop)
            m_stop->store(true);
        m_stop.reset();
    }

    Office &m_office;
    const std::function<ListRow(const Record &)> m_row;
    const std::function<Query(const ListQuery &)> m_stored;
    std::optional<Query> m_query;
    QHash<qint64, Key> m_before; ///< by row number: the key of the row before it
    Ladder m_ladder;
    std::shared_ptr<std::atomic_bool> m_stop;              ///< of the ladder being built
    QList<std::function<void(const Outcome &)>> m_waiting; ///< for the ladder
    quint64 m_generation = 0;
};

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of records of one kind on the reader's thread. Of the query's scope only what the actor may see counts, by his
// rights as they stand at that moment.
#pragma once

#include "core/service/guard.h"
#include "core/store/stores.h"

namespace kp::service
{

template<class T>
class RecordReading
{
public:
    explicit RecordReading(store::Stores &stores)
        : m_stores(stores)
    {
    }

    // As store::RecordStore. Fault: also Denied.
    [[nodiscard]] Result<qint64> count(const Actor &actor, const store::RecordQuery &query)
    {
        KP_TRY(asked, seen(actor, query));
        return records().count(asked);
    }
    [[nodiscard]] Result<store::RecordPage<T>> page(
        const Actor &actor, const store::RecordQuery &query, const std::optional<store::RecordKey> &after, int limit)
    {
        KP_TRY(asked, seen(actor, query));
        return records().page(asked, after, limit);
    }
    [[nodiscard]] Result<store::RecordPage<T>> pageAt(const Actor &actor, const store::RecordQuery &query,
        const store::RecordLadder &ladder, qint64 position, int limit)
    {
        KP_TRY(asked, seen(actor, query));
        return records().pageAt(asked, ladder, position, limit);
    }
    [[nodiscard]] Result<store::RecordLadder> ladder(
        const Actor &actor, const store::RecordQuery &query, const std::atomic_bool &stop)
    {
        KP_TRY(asked, seen(actor, query));
        return records().ladder(asked, stop);
    }
    /// All ids in the order of the query: what "everything found" stands for.
    [[nodiscard]] Result<QList<qint64>> ids(const Actor &actor, const store::RecordQuery &query)
    {
        KP_TRY(asked, seen(actor, query));
        return records().ids(asked);
    }
    /// Those that are there and that the actor sees, in the order of the ids.
    [[nodiscard]] Result<QList<T>> findAll(const Actor &actor, const QList<qint64> &ids)
    {
        store::RecordQuery everything;
        everything.scope = store::Scope::everything();
        KP_TRY(asked, seen(actor, everything));
        KP_TRY(found, records().findAll(ids));
        found.removeIf([&](const T &record) { return !asked.scope.sees(record.company); });
        return found;
    }

private:
    store::RecordStore<T> &records() { return m_stores.records<T>(); }
    Result<store::RecordQuery> seen(const Actor &actor, store::RecordQuery query)
    {
        KP_DO(require(m_stores.users, actor, Permission::ViewRecords));
        if (actor.allCompanies)
            return query;
        if (query.scope.all)
            query.scope = store::Scope::of(actor);
        else
            query.scope.companies.removeIf([&](CompanyId company) { return !actor.sees(company); });
        return query;
    }

    store::Stores &m_stores;
};

} // namespace kp::service

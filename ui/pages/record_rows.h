// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a list of records of one kind.
#pragma once

#include "core/domain/records.h"
#include "ui/pages/keyed_rows.h"

namespace kp
{

template<class T>
struct RecordLister {
    using Query = store::RecordQuery;
    using Key = store::RecordKey;
    using Ladder = store::RecordLadder;
    using Page = store::RecordPage<T>;

    static QString table() { return QString::fromLatin1(recordKind<T>().key); }
    static qint64 idOf(const Key &key) { return key.id; }
    static Result<qint64> count(service::Reading &reading, const Actor &actor, const Query &query)
    {
        return reading.records<T>().count(actor, query);
    }
    static Result<Page> page(
        service::Reading &reading, const Actor &actor, const Query &query, const std::optional<Key> &after, int limit)
    {
        return reading.records<T>().page(actor, query, after, limit);
    }
    static Result<Page> pageAt(service::Reading &reading, const Actor &actor, const Query &query, const Ladder &ladder,
        qint64 position, int limit)
    {
        return reading.records<T>().pageAt(actor, query, ladder, position, limit);
    }
    static Result<Ladder> ladder(
        service::Reading &reading, const Actor &actor, const Query &query, const std::atomic_bool &stop)
    {
        return reading.records<T>().ladder(actor, query, stop);
    }
    static Result<ListSums> sums(
        service::Reading &reading, const Actor &actor, const Query &query, const ListSelection &selection)
    {
        if (!selection.everything)
            return ListSums{selection.ids.size(), {}};
        KP_TRY(rows, reading.records<T>().count(actor, query));
        return ListSums{rows, {}};
    }
};

/// Which companies a list speaks of.
enum class RecordsOf {
    ChosenCompany,
    EveryCompany, ///< those the user sees; the filter "company" chooses one
};

/// A list's question as the store takes it: each filter by the kind of its field.
template<class T>
store::RecordQuery recordQuery(const Office &office, const ListQuery &query, RecordsOf whose)
{
    using Filter = store::RecordFilter;
    store::RecordQuery out;
    const service::CompanyChoice *chosen = office.company();
    if (whose == RecordsOf::EveryCompany)
        out.scope = store::Scope::everything();
    else if (chosen != nullptr)
        out.scope = store::Scope::only(chosen->company.id);
    out.text = query.search;
    out.sort = query.sortKey;
    out.descending = query.descending || query.sortKey.isEmpty(); // the last added first
    for (auto it = query.values.constBegin(); it != query.values.constEnd(); ++it) {
        const Field<T> *field = schema<T>().find(it.key());
        if (it.key() == QLatin1StringView("company")) {
            out.scope = store::Scope::only(CompanyId(it.value().toLongLong()));
            continue;
        }
        Q_ASSERT(field != nullptr);
        if (field->kind == FieldKind::Whole) // a flag in the window: "is it there at all"
            out.filters.append({it.key(), QStringLiteral("0"), Filter::How::Above});
        else
            out.filters.append(
                {it.key(), it.value(), field->kind == FieldKind::Text ? Filter::How::Contains : Filter::How::Is});
    }
    return out;
}

} // namespace kp

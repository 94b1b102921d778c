// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/completion.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace kp::store
{

namespace
{
/// So many are looked at one by one before the index is built anew: a fraction of a millisecond.
constexpr std::size_t mostRecent = 500;
} // namespace

template<>
CompletionSource completionSource<Customer>()
{
    return {"customer", "name || char(10) || taxNumber || char(10) || code", "last_used_ms"};
}

template<>
CompletionSource completionSource<Item>()
{
    return {"item", "name || char(10) || code || char(10) || spec", "iif(favourite = 0, -1000000000, -favourite)"};
}

Outcome Completion::build(Names &names, CompanyId company)
{
    names = Names();
    const Snapshot snapshot(m_database);
    KP_TRY(turn, lastRecordTurn(m_database));
    names.turn = turn;
    // Rows are read as they lie in the file. By rank SQLite would read them all over the file, or keep the texts of all
    // in memory to sort them.
    const QLatin1StringView table(m_source.table);
    KP_TRY(ids, m_database.prepared(QStringLiteral("SELECT id FROM %1 WHERE company = ?").arg(table))
                    .with(company)
                    .all([](const Row &row) { return row.whole(0); }));
    std::sort(ids.begin(), ids.end());
    names.places.reserve(static_cast<std::size_t>(ids.size()));
    Query &texts =
        m_database.prepared(QStringLiteral("SELECT %1, %2 FROM %3 WHERE id = ?")
                                .arg(QLatin1StringView(m_source.rank), QLatin1StringView(m_source.texts), table));
    for (const qint64 id : std::as_const(ids))
        KP_DO(texts.with(id).each([&](const Row &row) {
            names.places.push_back({row.whole(0), id});
            names.index.add(row.text(1));
        }));
    std::vector<std::uint32_t> order(names.places.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
        [&](std::uint32_t a, std::uint32_t b) { return names.places[a] > names.places[b]; });
    names.index.finish(order);
    std::sort(names.places.begin(), names.places.end(), std::greater<>());
    return Done{};
}

Outcome Completion::refresh(Names &names, CompanyId company)
{
    // The turn is read first: what is written while the rows are read comes again with the next one.
    KP_TRY(turn, lastRecordTurn(m_database));
    if (turn == names.turn)
        return Done{};
    const QString sql = QStringLiteral("SELECT id, %1, %2 FROM %3 WHERE turn > ? AND company = ? LIMIT ?")
                            .arg(QLatin1StringView(m_source.rank), QLatin1StringView(m_source.texts),
                                QLatin1StringView(m_source.table));
    std::size_t count = 0;
    KP_DO(m_database.prepared(sql).with(names.turn, company, qint64(mostRecent)).each([&](const Row &row) {
        const Place place{row.whole(1), row.whole(0)};
        std::erase_if(names.recent, [&](const auto &known) { return known.first.id == place.id; });
        names.recent.emplace(place, row.text(2));
        names.outdated.insert(place.id);
        ++count;
    }));
    if (count == mostRecent || names.recent.size() > mostRecent)
        return build(names, company);
    names.turn = turn;
    return Done{};
}

Result<QList<qint64>> Completion::find(CompanyId company, const QString &typed, int limit)
{
    std::unique_ptr<Names> &names = m_names[company];
    if (!names) {
        names = std::make_unique<Names>();
        KP_DO(build(*names, company));
    } else {
        KP_DO(refresh(*names, company));
    }
    const RecordTerm term(typed);
    CompletionIndex::Walk walk(names->index, term);
    qsizetype entry = walk.next();
    auto recent = names->recent.cbegin();
    QList<qint64> ids;
    while (ids.size() < limit) {
        while (entry >= 0 && names->outdated.contains(names->places[static_cast<std::size_t>(entry)].id))
            entry = walk.next();
        while (recent != names->recent.cend() && !term.isInTexts(recent->second))
            ++recent;
        const bool hasRecent = recent != names->recent.cend();
        if (entry < 0 && !hasRecent)
            break;
        if (entry < 0 || (hasRecent && recent->first > names->places[static_cast<std::size_t>(entry)])) {
            ids.append(recent->first.id);
            ++recent;
        } else {
            ids.append(names->places[static_cast<std::size_t>(entry)].id);
            entry = walk.next();
        }
    }
    return ids;
}

void Completion::forget(CompanyId company, const QList<qint64> &ids)
{
    const auto found = m_names.find(company);
    if (found == m_names.end())
        return;
    for (const qint64 id : ids) {
        found->second->outdated.insert(id);
        std::erase_if(found->second->recent, [&](const auto &known) { return known.first.id == id; });
    }
}

} // namespace kp::store

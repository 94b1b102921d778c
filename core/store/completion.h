// SPDX-License-Identifier: GPL-3.0-or-later
// Records proposed while one is typed. The names of a company are read into memory when they are first asked for;
// what was written since is read beside them, so that an answer is never old.
#pragma once

#include "core/store/completion_index.h"
#include "core/store/record_store.h"

#include <QHash>
#include <QSet>

#include <map>
#include <memory>

namespace kp::store
{

/// What is read of a kind of record: its SQL columns.
struct CompletionSource {
    const char *table;
    const char *texts; ///< SQL: the name, then what else is searched, with line ends between
    const char *rank;  ///< SQL: a whole number; the largest is proposed first, of equals the latest
};

class Completion
{
public:
    Completion(Database &reader, const CompletionSource &source)
        : m_database(reader)
        , m_source(source)
    {
    }

    /// Ids of the company's records that were found, best first. A record deleted meanwhile may be among them.
    [[nodiscard]] Result<QList<qint64>> find(CompanyId company, const QString &typed, int limit);
    /// These are not there any more.
    void forget(CompanyId company, const QList<qint64> &ids);

private:
    struct Place {
        qint64 rank = 0;
        qint64 id = 0;
        friend auto operator<=>(const Place &, const Place &) = default;
    };
    struct Names {
        CompletionIndex index;
        std::vector<Place> places;                            ///< as the entries of the index
        std::map<Place, QString, std::greater<Place>> recent; ///< written after the index was built
        QSet<qint64> outdated;                                ///< entries of the index that do not count any more
        qint64 turn = 0;                                      ///< up to which this is known
    };
    Outcome refresh(Names &names, CompanyId company);
    Outcome build(Names &names, CompanyId company);

    Database &m_database;
    CompletionSource m_source;
    std::map<CompanyId, std::unique_ptr<Names>> m_names;
};

/// Of customers the last used ones come first, of items the favourites.
template<class T>
CompletionSource completionSource();
template<>
CompletionSource completionSource<Customer>();
template<>
CompletionSource completionSource<Item>();

/// The records themselves.
template<class T>
Result<QList<T>> completed(
    Completion &completion, RecordStore<T> &records, CompanyId company, const QString &typed, int limit)
{
    for (;;) {
        KP_TRY(ids, completion.find(company, typed, limit));
        KP_TRY(found, records.findAll(ids));
        if (found.size() == ids.size())
            return found;
        for (const T &record : std::as_const(found))
            ids.removeOne(qint64(record.id.value()));
        completion.forget(company, ids);
    }
}

} // namespace kp::store

// SPDX-License-Identifier: GPL-3.0-or-later
// Records of base data of one kind: one table each, described by their schema and RecordKind. Reading works on any
// connection; data scope is part of every query.
#pragma once

#include "core/domain/records.h"
#include "core/store/record_list.h"
#include "core/store/table.h"

#include <algorithm>
#include <array>

namespace kp::store
{

/// The columns a list may ask for.
template<class T>
std::vector<RecordColumn> recordColumns()
{
    std::vector<RecordColumn> out;
    for (const Field<T> &field : schema<T>().fields)
        out.push_back({QString::fromLatin1(field.key), field.column(), field.kind, [&field](const QString &text) {
                           T record;
                           return field.parse(record, text) ? field.store(record) : QVariant();
                       }});
    return out;
}

/// The fields that make two records of a company the same one.
template<class T>
std::vector<const Field<T> *> naturalKey()
{
    std::vector<const Field<T> *> out;
    for (const char *key : recordKind<T>().naturalKey)
        if (const Field<T> *field = schema<T>().find(key))
            out.push_back(field);
    return out;
}

/// A record's natural key as one text.
template<class T>
QString naturalKeyText(const T &record)
{
    static const std::vector<const Field<T> *> fields = naturalKey<T>();
    QString key;
    for (const Field<T> *field : fields)
        key += field->text(record) + u'\n';
    return key;
}

/// The next turn, for rows about to be written. Inside the caller's transaction.
Result<qint64> nextRecordTurn(Database &database);
/// The turn that the latest rows have.
Result<qint64> lastRecordTurn(Database &database);
/// The largest id that was ever given in a table of records; 0: none yet.
Result<qint64> lastRecordId(Database &database, const QString &table);

template<class T>
class RecordStore
{
public:
    using Id = decltype(T::id);

    explicit RecordStore(Database &database)
        : m_database(database)
        , m_list(database, recordKind<T>(), recordColumns<T>())
        , m_table(database, tableName(), {QStringLiteral("turn")})
    {
    }

    [[nodiscard]] Result<qint64> count(const RecordQuery &query) { return m_list.count(query); }
    /// All ids in the order of the query.
    [[nodiscard]] Result<QList<qint64>> ids(const RecordQuery &query) { return m_list.ids(query); }
    /// One pass over the keys. Gives Fault Conflict when @p stop becomes true.
    [[nodiscard]] Result<RecordLadder> ladder(const RecordQuery &query, const std::atomic_bool &stop)
    {
        return m_list.ladder(query, stop);
    }
    /// The first rows, or those after a key.
    [[nodiscard]] Result<RecordPage<T>> page(const RecordQuery &query, const std::optional<RecordKey> &after, int limit)
    {
        KP_TRY(keys, m_list.keys(query, after, false, 0, limit));
        return pageOf(std::move(keys));
    }
    /// Rows from a row number on. Rows added since the ladder was built shift what it finds by as many.
    [[nodiscard]] Result<RecordPage<T>> pageAt(
        const RecordQuery &query, const RecordLadder &ladder, qint64 position, int limit)
    {
        const auto rung = position / RecordLadder::step;
        if (position < 0 || rung >= ladder.rungs.size())
            return RecordPage<T>{};
        KP_TRY(
            keys, m_list.keys(query, ladder.rungs[rung], true, static_cast<int>(position % RecordLadder::step), limit));
        return pageOf(std::move(keys));
    }

    /// Fault: NotFound.
    [[nodiscard]] Result<T> find(Id id)
    {
        KP_TRY(found, findAll({qint64(id.value())}));
        if (found.isEmpty())
            return gone();
        return found.first();
    }
    /// Those that are there, in the order of the ids.
    [[nodiscard]] Result<QList<T>> findAll(const QList<qint64> &ids)
    {
        Query &query =
            m_database.prepared(QStringLiteral("SELECT %1 FROM %2 WHERE id = ?").arg(Table<T>::columns(), tableName()));
        QList<T> out;
        out.reserve(ids.size());
        for (const qint64 id : ids)
            KP_DO(loadInto(query.with(id), out));
        return out;
    }
    /// The record of that company with the natural key of @p like, if there is one.
    [[nodiscard]] Result<std::optional<T>> findByKey(CompanyId company, const T &like)
    {
        QString sql = QStringLiteral("SELECT %1 FROM %2 WHERE company = ?").arg(Table<T>::columns(), tableName());
        const std::vector<const Field<T> *> fields = naturalKey<T>();
        for (const Field<T> *field : fields)
            sql += QStringLiteral(" AND %1 = ?").arg(field->column());
        Query &query = m_database.prepared(sql);
        query.bind(0, company);
        int index = 0;
        for (const Field<T> *field : fields)
            query.bind(++index, field->store(like));
        QList<T> found;
        KP_DO(loadInto(query, found));
        return found.isEmpty() ? std::optional<T>() : std::optional<T>(found.first());
    }

    /// Of each of the company's records the naturalKeyText().
    template<class Take>
    Outcome eachKey(CompanyId company, Take &&take)
    {
        QStringList columns;
        for (const Field<T> *field : naturalKey<T>())
            columns.append(field->column());
        QString key;
        return m_database
            .prepared(QStringLiteral("SELECT %1 FROM %2 WHERE company = ?").arg(columns.join(u','), tableName()))
            .with(company)
            .each([&](const Row &row) {
                key.truncate(0);
                for (int i = 0; i < columns.size(); ++i)
                    key += row.text(i) + u'\n';
                take(key);
            });
    }

    /// Adds a record. Fault: Conflict when the company has one with that natural key.
    Result<Id> insert(const T &record)
    {
        QList<T> one{record};
        KP_DO(insertAll(one));
        return one.first().id;
    }
    /// Adds the records and gives them their ids.
    Outcome insertAll(QList<T> &records)
    {
        Transaction transaction(m_database);
        KP_TRY(turn, nextRecordTurn(m_database));
        KP_TRY(last, lastRecordId(m_database, tableName()));
        for (T &record : records)
            record.id = Id(++last);
        KP_DO(m_table.insertAll(records, [turn](const T &) { return std::array{turn}; }));
        return transaction.commit();
    }
    /// Writes the record over the stored one. Faults: NotFound, Conflict (another has that natural key).
    Outcome update(const T &record)
    {
        Transaction transaction(m_database);
        KP_TRY(turn, nextRecordTurn(m_database));
        KP_DO(m_table.update(
            record, record.id.value(), [turn](const T &) { return std::array{turn}; }, gone()));
        return transaction.commit();
    }
    /// Faults: NotFound, Conflict (something uses it).
    Outcome remove(Id id)
    {
        Transaction transaction(m_database);
        KP_DO(
            m_database.prepared(QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(tableName())).with(id).runOr(gone()));
        return transaction.commit();
    }

private:
    static QString tableName() { return QString::fromLatin1(recordKind<T>().key); }
    static Fault gone()
    {
        return {FaultKind::NotFound, QCoreApplication::translate("Store", "This record is not there any more.")};
    }
    Outcome loadInto(Query &query, QList<T> &out)
    {
        KP_TRY(loaded, query.all([](const Row &row) { return Table<T>::load(row); }));
        for (Result<T> &record : loaded) {
            KP_TRY(good, std::move(record));
            out.append(std::move(good));
        }
        return Done{};
    }
    Result<RecordPage<T>> pageOf(QList<RecordKey> keys)
    {
        QList<qint64> ids;
        for (const RecordKey &key : keys)
            ids.append(key.id);
        KP_TRY(rows, findAll(ids));
        return RecordPage<T>{std::move(rows), std::move(keys)};
    }

    Database &m_database;
    RecordList m_list;
    Table<T> m_table;
};

} // namespace kp::store

// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a record that has a schema: each field is a column, in the order of the schema.
#pragma once

#include "core/domain/schema.h"
#include "core/store/insert.h"

#include <QCoreApplication>

namespace kp::store
{

template<class T>
class Table
{
public:
    /// @param owned columns before those of the schema, which the store fills itself: what the record belongs to
    Table(Database &database, const QString &name, const QStringList &owned = {})
        : m_database(database)
        , m_name(name)
        , m_owned(owned)
        , m_insert(database, QStringLiteral("%1 (%2)").arg(name, allColumns(owned)),
              static_cast<int>(schema<T>().fields.size()) + static_cast<int>(owned.size()))
    {
    }

    /// "id, number, buyer_name": what load() reads.
    [[nodiscard]] static QString columns()
    {
        static const QString list = allColumns({});
        return list;
    }

    /// The record in a row, its columns from @p first on. Fault: Storage when a value can not be read.
    [[nodiscard]] static Result<T> load(const Row &row, int first = 0)
    {
        T record;
        int column = first;
        for (const Field<T> &field : schema<T>().fields)
            if (!field.load(record, row.value(column++)))
                return Fault{FaultKind::Storage,
                    QCoreApplication::translate("Store", "A stored record can not be read."),
                    QString::fromLatin1(field.key)};
        return record;
    }

    /// Puts a record together as a row. Needs no database: another thread may do it.
    /// @param owned the values of the owned columns: a container of qint64
    template<class Owned>
    static void append(Rows &rows, const T &record, const Owned &owned)
    {
        for (const qint64 value : owned)
            rows.add(value);
        for (const Field<T> &field : schema<T>().fields)
            rows.add(field.store(record));
    }

    /// Adds the rows; an id that is not valid yet is given by the database.
    Outcome insert(const Rows &rows) { return m_insert.rows(rows); }

    /// Adds the records. @param owned gives the owned columns of a record
    template<class Owned>
    Outcome insertAll(const QList<T> &records, Owned &&owned)
    {
        return m_insert.rows(records.size(), [&](RowBinder bind, qsizetype row) {
            for (const qint64 value : owned(records[row]))
                bind(value);
            for (const Field<T> &field : schema<T>().fields)
                bind(field.store(records[row]));
        });
    }

    /// Writes the owned columns and every field of the record over the row with that id; the schema has a field "id".
    /// Fault: @p none.
    template<class Owned>
    Outcome update(const T &record, qint64 id, Owned &&owned, const Fault &none)
    {
        Query &query = m_database.prepared(
            QStringLiteral("UPDATE %1 SET %2 = ? WHERE id = ?")
                .arg(m_name, allColumns(m_owned).replace(QStringLiteral(", "), QStringLiteral(" = ?, "))));
        int index = 0;
        for (const qint64 value : owned(record))
            query.bind(index++, value);
        for (const Field<T> &field : schema<T>().fields)
            query.bind(index++, field.store(record));
        query.bind(index, id);
        return query.runOr(none);
    }

private:
    static QString allColumns(const QStringList &owned)
    {
        QStringList names = owned;
        for (const Field<T> &field : schema<T>().fields)
            names.append(field.column());
        return names.join(QStringLiteral(", "));
    }

    Database &m_database;
    QString m_name;
    QStringList m_owned;
    Insert m_insert;
};

} // namespace kp::store

// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a record that has a schema: each field is a column, in the order of the schema.
#pragma once

#include "core/domain/schema.h"
#include "core/store/database.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <span>

namespace kp::store
{

template<class T>
class Table
{
public:
    /// @param owner column before those of the schema that says what the record belongs to; empty: none
    Table(Database &database, const QString &name, const QString &owner = {})
        : m_database(database)
        , m_name(name)
        , m_owner(owner)
    {
    }

    /// "id, number, buyer_name": what load() reads.
    [[nodiscard]] static QString columns()
    {
        static const QString list = [] {
            QStringList names;
            for (const Field<T> &field : schema<T>().fields)
                names.append(field.column());
            return names.join(QStringLiteral(", "));
        }();
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

    /// Adds the record; an id that is not valid yet is given by the database. @param owner value of the owner column
    Outcome insert(const T &record, qint64 owner = 0) { return insertAll({&record, 1}, owner); }
    /// Adds the records, several with one statement: most of the time goes into beginning and ending statements.
    Outcome insertAll(std::span<const T> records, qint64 owner = 0)
    {
        while (!records.empty()) {
            const std::size_t rows = std::min(records.size(), m_insert.size());
            Query *&query = m_insert[rows - 1];
            if (query == nullptr)
                query = &m_database.prepared(insertSql(static_cast<qsizetype>(rows)));
            int index = 0;
            for (const T &record : records.first(rows)) {
                if (!m_owner.isEmpty())
                    query->bind(index++, owner);
                bindFields(*query, index, record);
            }
            KP_DO(query->run());
            records = records.subspan(rows);
        }
        return Done{};
    }

    /// Writes every field of the record over the row with that id; the schema has a field "id". Fault: @p none.
    Outcome update(const T &record, qint64 id, const Fault &none)
    {
        if (m_update == nullptr)
            m_update = &m_database.prepared(updateSql());
        int index = 0;
        bindFields(*m_update, index, record);
        m_update->bind(index, id);
        return m_update->runOr(none);
    }

private:
    static void bindFields(Query &query, int &index, const T &record)
    {
        for (const Field<T> &field : schema<T>().fields)
            query.bind(index++, field.store(record));
    }
    [[nodiscard]] QString insertSql(qsizetype rows) const
    {
        const qsizetype owned = m_owner.isEmpty() ? 0 : 1;
        const QString owner = m_owner.isEmpty() ? QString() : m_owner + QStringLiteral(", ");
        const QStringList marks(static_cast<qsizetype>(schema<T>().fields.size()) + owned, QStringLiteral("?"));
        const QStringList all(rows, u'(' + marks.join(u',') + u')');
        return QStringLiteral("INSERT OR FAIL INTO %1 (%2%3) VALUES %4").arg(m_name, owner, columns(), all.join(u','));
    }
    [[nodiscard]] QString updateSql() const
    {
        return QStringLiteral("UPDATE %1 SET %2 = ? WHERE id = ?")
            .arg(m_name, columns().replace(QStringLiteral(", "), QStringLiteral(" = ?, ")));
    }

    Database &m_database;
    QString m_name;
    QString m_owner;
    std::array<Query *, 8> m_insert{}; ///< for one row, for two …
    Query *m_update = nullptr;
};

} // namespace kp::store

// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a record that has a schema: each field is a column, in the order of the schema.
#pragma once

#include "core/domain/schema.h"
#include "core/store/database.h"

#include <QCoreApplication>

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
    Outcome insert(const T &record, qint64 owner = 0)
    {
        if (m_insert == nullptr)
            m_insert = &m_database.prepared(insertSql());
        int index = 0;
        if (!m_owner.isEmpty())
            m_insert->bind(index++, owner);
        bindFields(*m_insert, index, record);
        KP_DO(m_insert->run());
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
    [[nodiscard]] QString insertSql() const
    {
        const auto fields = static_cast<qsizetype>(schema<T>().fields.size());
        const QString owner = m_owner.isEmpty() ? QString() : m_owner + QStringLiteral(", ");
        QStringList marks(fields + (m_owner.isEmpty() ? 0 : 1), QStringLiteral("?"));
        return QStringLiteral("INSERT INTO %1 (%2%3) VALUES (%4)")
            .arg(m_name, owner, columns(), marks.join(QStringLiteral(", ")));
    }
    [[nodiscard]] QString updateSql() const
    {
        return QStringLiteral("UPDATE %1 SET %2 = ? WHERE id = ?")
            .arg(m_name, columns().replace(QStringLiteral(", "), QStringLiteral(" = ?, ")));
    }

    Database &m_database;
    QString m_name;
    QString m_owner;
    Query *m_insert = nullptr;
    Query *m_update = nullptr;
};

} // namespace kp::store

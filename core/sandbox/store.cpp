// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/store.h"

#include "core/sandbox/store_schema.h"

#include <QFile>
#include <QSqlError>
#include <QSqlRecord>
#include <QUuid>

#include <utility>

namespace kp::sandbox
{

Store::Store()
    : m_connection(QStringLiteral("sandbox-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Store::~Store()
{
    m_prepared.clear();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

Outcome Store::open(const QString &path, Access access)
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(access == Access::ReadOnly
                                     ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
                                     : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!m_database.open())
        return Fault{FaultKind::Storage,
            QStringLiteral("无法打开练习平台的数据文件 %1：%2").arg(path, m_database.lastError().text())};
    if (access == Access::ReadOnly)
        return Done{};
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner); // the practice keys lie in it
    // FULL: an answer may leave only when what it says would survive a power cut.
    write("PRAGMA journal_mode = WAL");
    write("PRAGMA synchronous = FULL");
    write("PRAGMA foreign_keys = ON");
    begin();
    const std::optional<Row> found = row("PRAGMA user_version");
    const int version = found ? found->front().toInt() : storeVersion; // what could not be read fails at commit()
    if (version > storeVersion)
        m_failure = QStringLiteral("该文件由更新的版本建立");
    for (int next = version; next < storeVersion; ++next)
        for (const char *statement : storeVersions.at(static_cast<std::size_t>(next)))
            write(statement);
    return commit();
}

QSqlQuery *Store::run(const char *sql, const QVariantList &values)
{
    auto known = m_prepared.find(sql);
    if (known == m_prepared.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(QString::fromUtf8(sql))) {
            if (m_failure.isEmpty())
                m_failure = query.lastError().text();
            return nullptr;
        }
        known = m_prepared.emplace(sql, std::move(query)).first;
    }
    QSqlQuery &query = known->second;
    for (qsizetype i = 0; i < values.size(); ++i) {
        // Qt binds a null QString as NULL; in these tables nothing is NULL, an absent text is "".
        const bool absentText = values.at(i).typeId() == QMetaType::QString && values.at(i).toString().isNull();
        query.bindValue(static_cast<int>(i), absentText ? QVariant(QStringLiteral("")) : values.at(i));
    }
    if (!query.exec()) {
        if (m_failure.isEmpty())
            m_failure = query.lastError().text();
        return nullptr;
    }
    return &query;
}

QList<Store::Row> Store::rows(const char *sql, const QVariantList &values)
{
    QList<Row> out;
    QSqlQuery *query = run(sql, values);
    if (query == nullptr)
        return out;
    const int columns = query->record().count();
    while (query->next()) {
        Row row;
        row.reserve(columns);
        for (int column = 0; column < columns; ++column)
            row.append(query->value(column));
        out.append(row);
    }
    query->finish();
    return out;
}

std::optional<Store::Row> Store::row(const char *sql, const QVariantList &values)
{
    QList<Row> all = rows(sql, values);
    if (all.isEmpty())
        return std::nullopt;
    return all.takeFirst();
}

qint64 Store::write(const char *sql, const QVariantList &values)
{
    QSqlQuery *query = run(sql, values);
    if (query == nullptr)
        return 0;
    const qint64 changed = query->numRowsAffected();
    query->finish();
    return changed;
}

void Store::begin()
{
    m_failure.clear();
    if (!m_database.transaction())
        m_failure = m_database.lastError().text();
}

Outcome Store::commit()
{
    if (m_failure.isEmpty() && !m_database.commit())
        m_failure = m_database.lastError().text();
    if (m_failure.isEmpty())
        return Done{};
    m_database.rollback();
    return Fault{FaultKind::Storage, QStringLiteral("练习平台无法保存：%1").arg(m_failure), m_failure};
}

} // namespace kp::sandbox

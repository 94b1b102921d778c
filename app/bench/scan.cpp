// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/scan.h"

#include <sqlite3.h>

namespace kp::bench
{

Scan::Scan(const QString &path, const char *sql)
{
    if (sqlite3_open_v2(path.toUtf8().constData(), &m_handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr) !=
            SQLITE_OK ||
        sqlite3_exec(m_handle, "PRAGMA cache_size = -8000", nullptr, nullptr, nullptr) != SQLITE_OK ||
        sqlite3_prepare_v2(m_handle, sql, -1, &m_statement, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql, sqlite3_errmsg(m_handle));
}

Scan::~Scan()
{
    sqlite3_finalize(m_statement);
    sqlite3_close(m_handle);
}

QList<qint64> Scan::rows(const QList<QByteArray> &texts, const QList<qint64> &numbers)
{
    int place = 0;
    for (const QByteArray &text : texts)
        sqlite3_bind_text(m_statement, ++place, text.constData(), static_cast<int>(text.size()), SQLITE_STATIC);
    for (const qint64 number : numbers)
        sqlite3_bind_int64(m_statement, ++place, number);
    QList<qint64> found;
    while (sqlite3_step(m_statement) == SQLITE_ROW) {
        found.append(sqlite3_column_int64(m_statement, 0));
        for (int column = 1; column < sqlite3_column_count(m_statement); ++column)
            sqlite3_column_text(m_statement, column);
    }
    sqlite3_reset(m_statement);
    return found;
}

void fillScanned(const QString &path, const QList<std::pair<qint64, QByteArray>> &rows)
{
    sqlite3 *handle = nullptr;
    sqlite3_stmt *insert = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &handle) != SQLITE_OK ||
        sqlite3_exec(handle,
            "CREATE TABLE scanned (id INTEGER PRIMARY KEY, text TEXT NOT NULL, used INTEGER NOT NULL) STRICT; BEGIN",
            nullptr, nullptr, nullptr) != SQLITE_OK ||
        sqlite3_prepare_v2(
            handle, "INSERT INTO scanned VALUES (?, ?, abs(random() % 1000000))", -1, &insert, nullptr) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(handle));
    for (const auto &[id, text] : rows) {
        sqlite3_bind_int64(insert, 1, id);
        sqlite3_bind_text(insert, 2, text.constData(), static_cast<int>(text.size()), SQLITE_STATIC);
        if (sqlite3_step(insert) != SQLITE_DONE)
            qFatal("%s", sqlite3_errmsg(handle));
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    sqlite3_exec(handle, "COMMIT", nullptr, nullptr, nullptr);
    sqlite3_close(handle);
}

QByteArray likePattern(const QString &text)
{
    QString pattern;
    for (const QChar c : text) {
        if (c == u'%' || c == u'_' || c == u'\\')
            pattern += u'\\';
        pattern += c;
    }
    return (u'%' + pattern + u'%').toUtf8();
}

} // namespace kp::bench

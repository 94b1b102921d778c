// SPDX-License-Identifier: GPL-3.0-or-later
// Bare SQLite, for the floors: no row becomes a value of ours.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

struct sqlite3;
struct sqlite3_stmt;

namespace kp::bench
{

/// A statement on a read-only connection of its own.
class Scan
{
public:
    /// A mistake in the SQL ends the program: it is the bench's own.
    Scan(const QString &path, const char *sql);
    ~Scan();
    Scan(const Scan &) = delete;
    Scan &operator=(const Scan &) = delete;

    /// Runs it with the values bound in order and reads every column of every row; gives the first column.
    QList<qint64> rows(const QList<QByteArray> &texts = {}, const QList<qint64> &numbers = {});

private:
    sqlite3 *m_handle = nullptr;
    sqlite3_stmt *m_statement = nullptr;
};

/// Makes a database with a table scanned(id, text, used), used at random. A failure ends the program.
void fillScanned(const QString &path, const QList<std::pair<qint64, QByteArray>> &rows);

/// The pattern that LIKE … ESCAPE '\' finds a text with.
QByteArray likePattern(const QString &text);

} // namespace kp::bench

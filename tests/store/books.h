// SPDX-License-Identifier: GPL-3.0-or-later
// Books to test with: a database in a folder of its own, companies, and invoices of every colour.
#pragma once

#include "core/store/stores.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

/// The value of a result; the test fails with the fault when there is none.
#define TRY_VALUE(name, expression)                                                                                    \
    auto name##Result = (expression);                                                                                  \
    if (!name##Result.ok())                                                                                            \
        QFAIL(qPrintable(name##Result.fault().message + QLatin1StringView(" / ") + name##Result.fault().detail));      \
    auto name = std::move(name##Result).value()

#define VERIFY_DONE(expression)                                                                                        \
    do {                                                                                                               \
        const auto doneResult = (expression);                                                                          \
        if (!doneResult.ok())                                                                                          \
            QFAIL(qPrintable(doneResult.fault().message + QLatin1StringView(" / ") + doneResult.fault().detail));      \
    } while (false)

#define VERIFY_FAULT(expression, expected)                                                                             \
    do {                                                                                                               \
        const auto faultResult = (expression);                                                                         \
        QVERIFY2(!faultResult.ok(), "should have failed");                                                             \
        QCOMPARE(static_cast<int>(faultResult.fault().kind), static_cast<int>(expected));                              \
    } while (false)

namespace kp::store
{

constexpr qint64 startMs = 1'790'000'000'000; // 2026-09-21 in China

class Books
{
public:
    Books();

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("books.sqlite")); }
    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] Stores &stores() { return *m_stores; }
    /// Closes the books, as at the end of the program.
    void close();
    void open();

    CompanyId first;  ///< with 1,000 numbers of 2026
    CompanyId second; ///< with 1,000 others

    /// An invoice of the first company that differs from all before; its number is the next one.
    Invoice invoice();
    /// Stores so many random invoices of both companies, in every state. Their numbers belong to no range.
    QList<Invoice> fill(int count);
    /// Random text of Han characters, some beyond the basic plane, Latin letters of both widths, digits and signs.
    QString randomText(int most);
    [[nodiscard]] QRandomGenerator &random() { return m_random; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Stores> m_stores;
    QRandomGenerator m_random{20260921};
    int m_serial = 0;
};

/// Runs SQL on a file behind the store's back. True when SQLite took it.
bool tamper(const QString &path, const char *sql);
/// The first value a query gives, read behind the store's back.
qint64 peek(const QString &path, const char *sql);

} // namespace kp::store

// SPDX-License-Identifier: GPL-3.0-or-later
// A prepared statement. Values are always bound, never written into the SQL. It speaks to SQLite itself: through Qt's
// driver a batch of invoices takes more than three times as long (a QVariant and a UTF-16 copy for each value).
#pragma once

#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <optional>
#include <type_traits>
#include <vector>

struct sqlite3_stmt;

namespace kp::store
{

class Database;

/// The current row of a result; columns count from 0.
class Row
{
public:
    explicit Row(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] qint64 whole(int column) const;
    [[nodiscard]] int small(int column) const { return static_cast<int>(whole(column)); }
    [[nodiscard]] bool flag(int column) const { return whole(column) != 0; }
    [[nodiscard]] Money money(int column) const { return Money::fromFen(whole(column)); }
    template<class I>
    [[nodiscard]] I id(int column) const
    {
        return I(whole(column));
    }
    /// qint64, QString, QByteArray or nothing, as it is stored.
    [[nodiscard]] QVariant value(int column) const;

private:
    sqlite3_stmt *m_statement;
};

/// Text that is UTF-8 already; to be bound. It must live until the statement has run.
struct Utf8 {
    QByteArrayView text;
};

class Query
{
public:
    Query(Database &database, const QString &sql);
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    /// Binds the values of the statement's "?" in order.
    template<class... Values>
    Query &with(const Values &...values)
    {
        int index = 0;
        (bind(index++, values), ...);
        return *this;
    }
    void bind(int index, std::nullptr_t);
    void bind(int index, QStringView text);
    void bind(int index, const QString &text) { bind(index, QStringView(text)); }
    /// A code of ours: plain ASCII that lives as long as the program.
    void bind(int index, const char *code);
    void bind(int index, const QByteArray &bytes);
    void bind(int index, Utf8 text);
    void bind(int index, const QVariant &value);
    void bind(int index, Money value) { bindWhole(index, value.fen()); }
    template<class Whole>
        requires std::is_integral_v<Whole>
    void bind(int index, Whole value)
    {
        bindWhole(index, static_cast<qint64>(value));
    }
    template<class Tag>
    void bind(int index, Id<Tag> value)
    {
        bindWhole(index, value.value());
    }

    /// Runs a statement that writes, inside a Transaction; gives the number of rows it changed. Faults: Conflict (a
    /// constraint or a trigger forbids it), Storage, Internal.
    Result<int> run();
    /// Runs a statement that must change a row. Fault: @p none when it changed none.
    Outcome runOr(const Fault &none);
    /// The rowid given to the row just inserted.
    [[nodiscard]] qint64 insertedId() const;

    /// Runs a statement that reads and hands each row to @p visit, which may return false to stop. The same statement
    /// must not be run again from inside.
    template<class Visit>
    Outcome each(Visit &&visit)
    {
        KP_DO(start());
        const Row row(m_statement);
        while (step()) {
            if constexpr (std::is_void_v<std::invoke_result_t<Visit, const Row &>>)
                visit(row);
            else if (!visit(row))
                break;
        }
        return finish();
    }
    /// The value made from the first row, or nothing when there is none.
    template<class Make>
    auto first(Make &&make) -> Result<std::optional<std::invoke_result_t<Make, const Row &>>>
    {
        std::optional<std::invoke_result_t<Make, const Row &>> found;
        KP_DO(each([&](const Row &row) {
            found = make(row);
            return false;
        }));
        return found;
    }
    /// The values made from all rows.
    template<class Make>
    auto all(Make &&make) -> Result<QList<std::invoke_result_t<Make, const Row &>>>
    {
        QList<std::invoke_result_t<Make, const Row &>> found;
        KP_DO(each([&](const Row &row) { found.append(make(row)); }));
        return found;
    }

private:
    void bindWhole(int index, qint64 value);
    /// What is bound there is no text of m_texts any more.
    void forget(int index);
    Outcome start();
    bool step();
    Outcome finish();

    Database &m_database;
    QString m_sql;
    sqlite3_stmt *m_statement = nullptr;
    /// A text bound to a parameter, in UTF-8.
    struct Bound {
        QByteArray utf8;     ///< kept, so that its memory is used again
        qsizetype size = -1; ///< −1: something else is bound
    };
    QStringList m_writes; ///< the tables it changes
    std::vector<Bound> m_texts;
    QByteArray m_spare; ///< the next text, until it is known to be another one
    int m_status = 0;   ///< SQLite's last answer
};

} // namespace kp::store

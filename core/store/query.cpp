// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/query.h"

#include "core/store/database.h"
#include "core/store/storage_fault.h"
#include "core/store/utf8.h"

#include <sqlite3.h>

#include <algorithm>

namespace kp::store
{

namespace
{
// SQLite tells the authorizer of each table a statement writes while it is prepared, those in triggers included.
int noteWrites(void *context, int action, const char *table, const char *, const char *, const char *)
{
    if (action == SQLITE_INSERT || action == SQLITE_UPDATE || action == SQLITE_DELETE) {
        auto *tables = static_cast<QStringList *>(context);
        const QString name = QString::fromUtf8(table);
        if (!tables->contains(name))
            tables->append(name);
    }
    return SQLITE_OK;
}
} // namespace

bool Row::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

QString Row::text(int column) const
{
    // sqlite3_column_bytes must come after sqlite3_column_text: the conversion may change the length.
    const auto *text = sqlite3_column_text(m_statement, column);
    return QString::fromUtf8(reinterpret_cast<const char *>(text), sqlite3_column_bytes(m_statement, column));
}

QByteArray Row::bytes(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

qint64 Row::whole(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QVariant Row::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return whole(column);
    case SQLITE_TEXT:
        return text(column);
    case SQLITE_BLOB:
        return bytes(column);
    default:
        return {};
    }
}

Query::Query(Database &database, const QString &sql)
    : m_database(database)
    , m_sql(sql)
{
    sqlite3 *handle = database.m_handle;
    sqlite3_set_authorizer(handle, noteWrites, &m_writes);
    const QByteArray utf8 = sql.toUtf8();
    m_status = sqlite3_prepare_v3(
        handle, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    sqlite3_set_authorizer(handle, nullptr, nullptr);
    if (m_statement != nullptr)
        m_texts.resize(static_cast<std::size_t>(sqlite3_bind_parameter_count(m_statement)));
}

Query::~Query()
{
    sqlite3_finalize(m_statement);
}

void Query::bind(int index, std::nullptr_t)
{
    forget(index);
    sqlite3_bind_null(m_statement, index + 1);
}

void Query::bind(int index, QStringView text)
{
    if (static_cast<std::size_t>(index) >= m_texts.size())
        return; // the statement could not be prepared: running it says so
    if (const qsizetype most = text.size() * 3; m_spare.size() < most)
        m_spare.resize(most);
    const qsizetype size = writeUtf8(m_spare.data(), text) - m_spare.constData();
    Bound &bound = m_texts[static_cast<std::size_t>(index)];
    if (bound.size == size && std::equal(m_spare.cbegin(), m_spare.cbegin() + size, bound.utf8.cbegin()))
        return; // SQLite keeps what was bound: the seller of a batch is told once
    m_spare.swap(bound.utf8);
    bound.size = size;
    sqlite3_bind_text(m_statement, index + 1, bound.utf8.constData(), static_cast<int>(size), SQLITE_STATIC);
}

void Query::bind(int index, const char *code)
{
    forget(index);
    sqlite3_bind_text(m_statement, index + 1, code, -1, SQLITE_STATIC);
}

void Query::bind(int index, const QByteArray &bytes)
{
    forget(index);
    sqlite3_bind_blob64(m_statement, index + 1, bytes.constData(), static_cast<sqlite3_uint64>(bytes.size()),
        SQLITE_TRANSIENT); // NOLINT(performance-no-int-to-ptr): SQLite's own constant
}

void Query::bind(int index, Utf8 utf8)
{
    forget(index);
    const char *text = utf8.text.isNull() ? "" : utf8.text.data(); // without an address SQLite would take it for NULL
    sqlite3_bind_text(m_statement, index + 1, text, static_cast<int>(utf8.text.size()), SQLITE_STATIC);
}

void Query::bind(int index, const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return bind(index, nullptr);
    case QMetaType::Int:
        return bindWhole(index, *static_cast<const int *>(value.constData()));
    case QMetaType::LongLong:
        return bindWhole(index, *static_cast<const qlonglong *>(value.constData()));
    case QMetaType::QByteArray:
        return bind(index, value.toByteArray());
    default:
        return bind(index, QStringView(*static_cast<const QString *>(value.constData())));
    }
}

void Query::bindWhole(int index, qint64 value)
{
    forget(index);
    sqlite3_bind_int64(m_statement, index + 1, value);
}

void Query::forget(int index)
{
    if (static_cast<std::size_t>(index) < m_texts.size())
        m_texts[static_cast<std::size_t>(index)].size = -1;
}

Result<int> Query::run()
{
    KP_DO(start());
    if (!m_writes.isEmpty() && m_database.m_depth == 0)
        return mistake(QStringLiteral("a write outside a transaction: ") + m_sql);
    while (step()) {
    }
    KP_DO(finish());
    for (const QString &table : std::as_const(m_writes))
        m_database.m_touched.insert(table);
    return sqlite3_changes(m_database.m_handle);
}

Outcome Query::runOr(const Fault &none)
{
    KP_TRY(rows, run());
    if (rows == 0)
        return none;
    return Done{};
}

qint64 Query::insertedId() const
{
    return sqlite3_last_insert_rowid(m_database.m_handle);
}

Outcome Query::start()
{
    m_database.assertThread();
    if (m_database.m_broken)
        return *m_database.m_broken;
    if (m_statement == nullptr) // preparing it failed, perhaps for a passing reason
        return storageFault(m_database.m_handle, m_status, m_sql);
    return Done{};
}

bool Query::step()
{
    m_status = sqlite3_step(m_statement);
    return m_status == SQLITE_ROW;
}

Outcome Query::finish()
{
    if (m_status == SQLITE_DONE || m_status == SQLITE_ROW) {
        sqlite3_reset(m_statement);
        return Done{};
    }
    const Fault fault = storageFault(m_database.m_handle, m_status, m_sql);
    sqlite3_reset(m_statement);
    m_database.noteFailure(fault);
    return fault;
}

} // namespace kp::store

// SPDX-License-Identifier: GPL-3.0-or-later
// Rows for a table as SQLite will take them, put together without a database: so another thread can do it while SQLite
// stores what comes before them.
#pragma once

#include "core/store/query.h"
#include "core/store/utf8.h"

#include <vector>

namespace kp::store
{

class Rows
{
public:
    /// Adds the next value.
    void add(qint64 value) { m_cells.push_back({Kind::Whole, 0, value}); }
    void add(QStringView text)
    {
        const std::size_t begin = m_bytes.size();
        m_bytes.resize(begin + static_cast<std::size_t>(text.size()) * 3);
        const char *end = writeUtf8(m_bytes.data() + begin, text);
        m_bytes.resize(static_cast<std::size_t>(end - m_bytes.data()));
        m_cells.push_back({Kind::Text, static_cast<int>(m_bytes.size() - begin), static_cast<qint64>(begin)});
    }
    /// A whole number, a QString or nothing.
    void add(const QVariant &value)
    {
        if (value.typeId() == QMetaType::QString)
            add(QStringView(*static_cast<const QString *>(value.constData())));
        else if (value.isValid())
            add(value.toLongLong());
        else
            m_cells.push_back({Kind::Nothing, 0, 0});
    }

    /// How many values there are.
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_cells.size()); }
    /// Binds a value; the rows must live until the statement has run.
    void bind(Query &query, int index, qsizetype at) const
    {
        const Cell &cell = m_cells[static_cast<std::size_t>(at)];
        switch (cell.kind) {
        case Kind::Nothing:
            return query.bind(index, nullptr);
        case Kind::Whole:
            return query.bind(index, cell.value);
        case Kind::Text:
            return query.bind(index, Utf8{QByteArrayView(m_bytes.data() + cell.value, cell.size)});
        }
    }

private:
    enum class Kind { Nothing, Whole, Text };
    struct Cell {
        Kind kind;
        int size;     ///< of a text, in bytes
        qint64 value; ///< or where the text begins
    };
    std::vector<Cell> m_cells;
    std::vector<char> m_bytes;
};

} // namespace kp::store

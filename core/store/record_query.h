// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of a list of records, and how its rows are reached: by key, never by counting rows.
#pragma once

#include "core/domain/records.h"
#include "core/store/scope.h"

#include <QList>
#include <QString>
#include <QVariant>

namespace kp::store
{

/// A condition on one field of the schema.
struct RecordFilter {
    enum class How {
        Is,       ///< the field is that value, in plain text form (a choice as its code, a flag as 1 or 0)
        Contains, ///< a text field contains it; case, full width and pinyin initials do not matter
        Above,    ///< a whole number is larger
    };
    QString field;
    QString value;
    How how = How::Is;

    friend bool operator==(const RecordFilter &, const RecordFilter &) = default;
};

struct RecordQuery {
    Scope scope;  ///< sees nothing unless it is filled
    QString text; ///< part of a searched field, or pinyin initials of the name; empty: any
    QList<RecordFilter> filters;
    QString sort; ///< a key of the schema that is no Decimal; empty: the order in which records were added
    bool descending = true;

    friend bool operator==(const RecordQuery &, const RecordQuery &) = default;
};

/// Where a row stands in the order of its query.
struct RecordKey {
    QVariant value; ///< of the sort field; unused without one
    qint64 id = 0;

    friend bool operator==(const RecordKey &, const RecordKey &) = default;
};

template<class T>
struct RecordPage {
    QList<T> rows;
    QList<RecordKey> keys; ///< as rows
};

/// The keys of each 256th row of a query: row n is reached from rung n / 256 without counting rows.
struct RecordLadder {
    static constexpr int step = 256;
    qint64 count = 0;
    QList<RecordKey> rungs; ///< keys of rows 0, 256, 512 …
};

} // namespace kp::store

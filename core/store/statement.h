// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

#include <QVariantList>

namespace kp::store
{

/// A statement in the making: SQL and the values for its "?", in order.
struct Statement {
    QString sql;
    QVariantList values;

    Statement &add(const QString &part)
    {
        sql += part;
        return *this;
    }
    Statement &add(const QString &part, const QVariant &value)
    {
        values.append(value);
        return add(part);
    }
    Query &in(Database &database) const
    {
        Query &query = database.prepared(sql);
        for (qsizetype i = 0; i < values.size(); ++i)
            query.bind(static_cast<int>(i), values[i]);
        return query;
    }
};

} // namespace kp::store

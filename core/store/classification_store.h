// SPDX-License-Identifier: GPL-3.0-or-later
// What the platform changed in the tax classification since the table the program carries.
#pragma once

#include "core/domain/platform.h"
#include "core/store/database.h"

namespace kp::store
{

class ClassificationStore
{
public:
    explicit ClassificationStore(Database &database)
        : m_database(database)
    {
    }

    /// Adds the rows or replaces those of the same code, and keeps the update's mark.
    Outcome merge(const ClassificationUpdate &update);
    /// Of the last update; empty: never updated.
    [[nodiscard]] Result<QString> mark();
    [[nodiscard]] Result<QList<Classification>> all();

private:
    Database &m_database;
};

} // namespace kp::store

// SPDX-License-Identifier: GPL-3.0-or-later
// The classification codes a company has chosen for the names of its items: proposed first the next time.
#pragma once

#include "core/domain/ids.h"
#include "core/store/database.h"

namespace kp::store
{

struct LearnedCode {
    QString item; ///< as typed
    QString code; ///< 19 digits
};

class LearnedStore
{
public:
    explicit LearnedStore(Database &database)
        : m_database(database)
    {
    }

    /// Of two for one name (@p folded: as names are compared) the later one stands; the same again changes nothing.
    Outcome put(CompanyId company, const QString &folded, const LearnedCode &learned, UserId by, qint64 atMs);
    /// Newest first.
    [[nodiscard]] Result<QList<LearnedCode>> newest(CompanyId company, int limit);

private:
    Database &m_database;
};

} // namespace kp::store

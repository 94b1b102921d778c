// SPDX-License-Identifier: GPL-3.0-or-later
// The workbook of orders that a person has in hand for a company, so that nothing typed and nothing begun is lost.
#pragma once

#include "core/domain/ids.h"
#include "core/domain/order_sheet.h"
#include "core/store/database.h"

namespace kp::store
{

struct StoredBatch {
    QString name; ///< of the file
    QByteArray workbook;
    CellTexts repairs;
    bool begun = false; ///< it was being issued and has not ended
};

class BatchStore
{
public:
    explicit BatchStore(Database &database)
        : m_database(database)
    {
    }

    /// In place of the one before.
    Outcome put(UserId person, CompanyId company, const StoredBatch &batch);
    [[nodiscard]] Result<std::optional<StoredBatch>> find(UserId person, CompanyId company);
    /// Both do nothing where there is none.
    Outcome setRepairs(UserId person, CompanyId company, const CellTexts &repairs);
    Outcome setBegun(UserId person, CompanyId company, bool begun);
    Outcome remove(UserId person, CompanyId company);

private:
    Database &m_database;
};

} // namespace kp::store

// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts that save themselves while a clerk writes.
#pragma once

#include "core/domain/invoice.h"
#include "core/store/database.h"

namespace kp::store
{

struct StoredDraft {
    DraftId id;
    UserId user;
    CompanyId company;
    InvoiceDraft draft;
    QDateTime updated;
    qint64 turn = 0; ///< the highest of a person's drafts is the one in front
};

class DraftStore
{
public:
    explicit DraftStore(Database &database)
        : m_database(database)
    {
    }

    /// Stores a new draft (id not valid) or overwrites a stored one; what is written is in front. Fault: NotFound.
    Result<DraftId> save(DraftId id, UserId user, CompanyId company, const InvoiceDraft &draft, qint64 nowMs);
    /// The person looks at this one now: its turn is the highest. Fault: NotFound.
    Outcome bringToFront(DraftId id);
    /// Newest first.
    [[nodiscard]] Result<QList<StoredDraft>> list(UserId user, CompanyId company);
    [[nodiscard]] Result<StoredDraft> find(DraftId id); ///< Fault: NotFound
    Outcome remove(DraftId id);

private:
    Database &m_database;
};

} // namespace kp::store

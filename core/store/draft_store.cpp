// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/draft_store.h"

#include "core/domain/schemas.h"
#include "core/store/texts.h"

#include <QJsonDocument>

namespace kp::store
{

namespace
{
StoredDraft draftOf(const Row &row)
{
    return {row.id<DraftId>(0), row.id<UserId>(1), row.id<CompanyId>(2),
        draftFromJson(QJsonDocument::fromJson(row.text(3).toUtf8()).object()), Clock::chinaTime(row.whole(4)),
        row.whole(5)};
}

Fault draftNotThere()
{
    return {FaultKind::NotFound, StoreText::tr("There is no such draft.")};
}
} // namespace

Result<DraftId> DraftStore::save(DraftId id, UserId user, CompanyId company, const InvoiceDraft &draft, qint64 nowMs)
{
    Transaction transaction(m_database);
    const QString content = QString::fromUtf8(QJsonDocument(draftToJson(draft)).toJson(QJsonDocument::Compact));
    if (id.isValid()) {
        KP_DO(m_database
                  .prepared(QStringLiteral("UPDATE draft SET content = ?, updated_ms = ? WHERE id = ? AND person = ? "
                                           "AND company = ?"))
                  .with(content, nowMs, id, user, company)
                  .runOr(draftNotThere()));
    } else {
        Query &query = m_database.prepared(
            QStringLiteral("INSERT INTO draft (person, company, content, updated_ms) VALUES (?, ?, ?, ?)"));
        KP_DO(query.with(user, company, content, nowMs).run());
        id = DraftId(query.insertedId());
    }
    KP_DO(bringToFront(id));
    KP_DO(transaction.commit());
    return id;
}

Outcome DraftStore::bringToFront(DraftId id)
{
    Transaction transaction(m_database);
    KP_DO(m_database.prepared(QStringLiteral("UPDATE draft SET turn = (SELECT max(turn) + 1 FROM draft) WHERE id = ?"))
              .with(id)
              .runOr(draftNotThere()));
    return transaction.commit();
}

Result<QList<StoredDraft>> DraftStore::list(UserId user, CompanyId company)
{
    return m_database
        .prepared(
            QStringLiteral("SELECT id, person, company, content, updated_ms, turn FROM draft WHERE person = ? AND "
                           "company = ? ORDER BY updated_ms DESC, id DESC"))
        .with(user, company)
        .all(draftOf);
}

Result<StoredDraft> DraftStore::find(DraftId id)
{
    KP_TRY(found,
        m_database
            .prepared(QStringLiteral("SELECT id, person, company, content, updated_ms, turn FROM draft WHERE id = ?"))
            .with(id)
            .first(draftOf));
    if (!found)
        return draftNotThere();
    return *found;
}

Outcome DraftStore::remove(DraftId id)
{
    Transaction transaction(m_database);
    KP_DO(m_database.prepared(QStringLiteral("DELETE FROM draft WHERE id = ?")).with(id).runOr(draftNotThere()));
    return transaction.commit();
}

} // namespace kp::store

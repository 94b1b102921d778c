// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/request_store.h"

#include "core/base/clock.h"
#include "core/store/texts.h"

#include <QRandomGenerator>

#include <array>

namespace kp::store
{

namespace
{
const char *code(RequestKind kind)
{
    return kind == RequestKind::Numbers ? "numbers" : "credit";
}

/// 32 hexadecimal digits.
QString randomTail()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    QString tail;
    for (const quint32 word : words)
        tail += QStringLiteral("%1").arg(word, 8, 16, QLatin1Char('0'));
    return tail;
}
} // namespace

Result<QString> RequestStore::open(RequestKind kind, CompanyId company, const QString &parameters, qint64 nowMs)
{
    Transaction transaction(m_database);
    KP_TRY(head, m_database
                     .prepared(QStringLiteral("SELECT c.platform_id || d.platform_id FROM company c JOIN connection d "
                                              "ON d.id = c.connection WHERE c.id = ?"))
                     .with(company)
                     .first([](const Row &row) { return row.text(0); }));
    if (!head)
        return Fault{FaultKind::NotFound, StoreText::tr("There is no such company.")};
    const QString requestId = *head + randomTail();
    KP_DO(m_database
              .prepared(QStringLiteral("INSERT INTO platform_request (request_id, kind, company, parameters, state, "
                                       "created_ms) VALUES (?, ?, ?, ?, 'open', ?)"))
              .with(requestId, code(kind), company, parameters, nowMs)
              .run());
    KP_DO(transaction.commit());
    return requestId;
}

Result<QList<OpenRequest>> RequestStore::openRequests()
{
    return m_database
        .prepared(QStringLiteral("SELECT kind, company, request_id, parameters, created_ms FROM platform_request "
                                 "WHERE state = 'open' ORDER BY created_ms, rowid"))
        .all([](const Row &row) {
            return OpenRequest{row.text(0) == QLatin1StringView(code(RequestKind::Numbers)) ? RequestKind::Numbers
                                                                                            : RequestKind::Credit,
                row.id<CompanyId>(1), row.text(2), row.text(3), Clock::chinaTime(row.whole(4))};
        });
}

Outcome RequestStore::close(const QString &requestId)
{
    Transaction transaction(m_database);
    KP_DO(m_database
              .prepared(
                  QStringLiteral("UPDATE platform_request SET state = 'done' WHERE request_id = ? AND state = 'open'"))
              .with(requestId)
              .runOr({FaultKind::Conflict, StoreText::tr("This request has been answered already."), requestId}));
    return transaction.commit();
}

} // namespace kp::store

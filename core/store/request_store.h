// SPDX-License-Identifier: GPL-3.0-or-later
// Requests to the platform that must not happen twice: stored before they are sent, repeated unchanged until answered.
#pragma once

#include "core/domain/ids.h"
#include "core/store/database.h"

#include <QDateTime>

namespace kp::store
{

enum class RequestKind { Numbers, Credit };

struct OpenRequest {
    RequestKind kind = RequestKind::Numbers;
    CompanyId company;
    QString requestId;  ///< 业务流水号
    QString parameters; ///< as the caller wrote them
    QDateTime created;
};

class RequestStore
{
public:
    explicit RequestStore(Database &database)
        : m_database(database)
    {
    }

    /// Stores the intent and gives its new request id: the platform ids of company and connection and 32 random
    /// characters. To be committed before anything is sent. Fault: NotFound (company).
    Result<QString> open(RequestKind kind, CompanyId company, const QString &parameters, qint64 nowMs);
    /// Oldest first.
    [[nodiscard]] Result<QList<OpenRequest>> openRequests();
    /// Answered: in the same transaction as what the answer brought. Fault: Conflict when it is not open.
    Outcome close(const QString &requestId);

private:
    Database &m_database;
};

} // namespace kp::store

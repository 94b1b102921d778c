// SPDX-License-Identifier: GPL-3.0-or-later
// The tax platform as a port. Each call ends exactly once. Fault kinds: Offline (nothing arrived), Uncertain (it may
// have acted: repeat with the same key, or ask), Rejected (it said no, in its own words).
#pragma once

#include "core/base/result.h"
#include "core/domain/company.h"
#include "core/domain/invoice.h"

#include <QFuture>

namespace kp
{

/// 下载 or 退回 of credit. requestId (业务流水号) makes it idempotent: an unanswered request is repeated unchanged.
struct CreditMove {
    bool giveBack = false;
    Money amount;
    QString requestId;
};

/// Incremental download of the classification; mark is handed in at the next call.
struct ClassificationUpdate {
    QString mark;
    QList<Classification> rows;
};

/// What the platform says of one uploaded invoice.
struct UploadVerdict {
    enum class Kind { Accepted, Processing, Failed, Duplicate, NoResult };
    QString number;
    Kind kind = Kind::Processing;
    QString message;
};

class TaxPlatform
{
public:
    virtual ~TaxPlatform() = default;
    virtual QFuture<Result<Taxpayer>> taxpayer(const Route &route) = 0;
    virtual QFuture<Result<TaxpayerRisk>> risk(const Route &route) = 0;
    virtual QFuture<Result<QList<UsableRate>>> rates(const Route &route) = 0;
    /// Not every connection has been granted this question: Rejected then.
    virtual QFuture<Result<QList<MarginCode>>> marginCodes(const Route &route) = 0;
    /// @param mark empty at the first call, later what the last update gave
    virtual QFuture<Result<ClassificationUpdate>> classification(const Route &route, const QString &mark) = 0;
    /// The platform allows one such question an hour.
    virtual QFuture<Result<CreditState>> credit(const Route &route) = 0;
    virtual QFuture<Result<CreditValidity>> moveCredit(const Route &route, const CreditMove &move) = 0;
    /// @param month any day of the month whose credit shall stay usable
    virtual QFuture<Result<CreditValidity>> extendCredit(const Route &route, QDate month) = 0;
    /// @param count 1 … 5000; repeated with the same requestId and count it gives the same range again
    virtual QFuture<Result<NumberRange>> numbers(const Route &route, int count, const QString &requestId) = 0;
    /// Uploads 1 … 100 invoices; gives the receipt number. Rejected: nothing of the batch was taken.
    virtual QFuture<Result<QString>> upload(const Route &route, const QList<Invoice> &invoices) = 0;
    virtual QFuture<Result<QList<UploadVerdict>>> uploadResult(const Route &route, const QString &receipt) = 0;
};

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// A tax platform seen through glass: it tells of each call before it leaves and of each answer before it is handled.
#pragma once

#include "core/domain/platform.h"

#include <functional>

namespace kp::test
{

enum class Operation { Numbers, Quota, Upload, Result };

class WatchedPlatform final : public TaxPlatform
{
public:
    using Witness = std::function<void(Operation)>;

    explicit WatchedPlatform(TaxPlatform &platform)
        : m_platform(platform)
    {
    }
    Witness before = [](Operation) {};
    Witness after = [](Operation) {};

    QFuture<Result<Taxpayer>> taxpayer(const Route &route) override { return m_platform.taxpayer(route); }
    QFuture<Result<TaxpayerRisk>> risk(const Route &route) override { return m_platform.risk(route); }
    QFuture<Result<QList<UsableRate>>> rates(const Route &route) override { return m_platform.rates(route); }
    QFuture<Result<QList<MarginCode>>> marginCodes(const Route &route) override
    {
        return m_platform.marginCodes(route);
    }
    QFuture<Result<ClassificationUpdate>> classification(const Route &route, const QString &mark) override
    {
        return m_platform.classification(route, mark);
    }
    QFuture<Result<CreditState>> credit(const Route &route) override { return m_platform.credit(route); }
    QFuture<Result<CreditValidity>> extendCredit(const Route &route, QDate month) override
    {
        return m_platform.extendCredit(route, month);
    }
    QFuture<Result<CreditValidity>> moveCredit(const Route &route, const CreditMove &move) override
    {
        before(Operation::Quota);
        return seen(Operation::Quota, m_platform.moveCredit(route, move));
    }
    QFuture<Result<NumberRange>> numbers(const Route &route, int count, const QString &requestId) override
    {
        before(Operation::Numbers);
        return seen(Operation::Numbers, m_platform.numbers(route, count, requestId));
    }
    QFuture<Result<QString>> upload(const Route &route, const QList<Invoice> &invoices) override
    {
        before(Operation::Upload);
        return seen(Operation::Upload, m_platform.upload(route, invoices));
    }
    QFuture<Result<QList<UploadVerdict>>> uploadResult(const Route &route, const QString &receipt) override
    {
        before(Operation::Result);
        return seen(Operation::Result, m_platform.uploadResult(route, receipt));
    }

private:
    template<class T>
    QFuture<T> seen(Operation operation, QFuture<T> answer)
    {
        // A copy: the answer may come when this object is gone.
        return answer.then([witness = after, operation](const T &value) {
            witness(operation);
            return value;
        });
    }

    TaxPlatform &m_platform;
};

} // namespace kp::test

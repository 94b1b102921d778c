// SPDX-License-Identifier: GPL-3.0-or-later
// Invoice numbers and credit at hand, and how more is drawn from the platform: the intent is stored with its request
// id before anything is sent, and an unanswered request is repeated unchanged, so that nothing is drawn twice.
#pragma once

#include "core/base/clock.h"
#include "core/domain/platform.h"
#include "core/service/routes.h"
#include "core/store/stores.h"

#include <QCoro/QCoroTask>

#include <QHash>
#include <QObject>
#include <QSet>

namespace kp::service
{

/// What is at hand for invoices of today.
struct StockLevel {
    qint64 numbers = 0;
    Money credit; ///< in net amounts
};

class Stock : public QObject
{
    Q_OBJECT
public:
    Stock(store::Stores &stores, const Clock &clock, TaxPlatform &platform, Routes &routes, QObject *parent = nullptr);

    [[nodiscard]] Result<StockLevel> level(CompanyId company);
    /// Credit that can still be downloaded. The platform is asked at most once an hour, as it wishes; in between, what
    /// it said is counted on. Faults: Rejected, Offline, Uncertain.
    QCoro::Task<Result<Money>> pool(CompanyId company);
    /// Draws what is missing so that @p count invoices of together @p net can be prepared today. Requests left open by
    /// an earlier run are settled first. Faults: Rejected (the platform's words), Offline, Uncertain.
    QCoro::Task<Outcome> ensure(CompanyId company, int count, Money net);
    /// Keeps a working stock: numbers when fewer than the warning level are left, credit at the start of a month.
    QCoro::Task<Outcome> replenish(CompanyId company);

    static constexpr int warningLevel = 20;                          ///< numbers; fewer are drawn anew (B5)
    static constexpr int usualDraw = 100;                            ///< numbers drawn at least
    static constexpr int largestDraw = 5000;                         ///< QDFPPLFM takes no more
    static constexpr Money usualCredit = Money::fromFen(100'000'00); ///< downloaded at least

Q_SIGNALS:
    void changed(kp::CompanyId company);

private:
    QCoro::Task<Outcome> ensureNumbers(CompanyId company, int count);
    QCoro::Task<Outcome> ensureCredit(CompanyId company, Money net);
    /// Stores the intent, before anything is sent.
    Result<store::OpenRequest> openRequest(store::RequestKind kind, CompanyId company, const QString &parameters);
    QCoro::Task<Outcome> settleOpen(CompanyId company);
    /// Sends a stored request until it is answered or patience ends.
    QCoro::Task<Outcome> settle(store::OpenRequest request);
    QCoro::Task<Outcome> settleNumbers(Route route, store::OpenRequest request);
    QCoro::Task<Outcome> settleCredit(Route route, store::OpenRequest request);
    QCoro::Task<Outcome> downloadCredit(CompanyId company, Money amount);
    QCoro::Task<Outcome> extendValidity(CompanyId company);

    store::Stores &m_stores;
    const Clock &m_clock;
    TaxPlatform &m_platform;
    Routes &m_routes;
    QSet<QString> m_underWay; ///< request ids being settled
    struct Pool {
        Money left;
        qint64 askedMs = 0;
    };
    QHash<CompanyId, Pool> m_pools;
};

} // namespace kp::service

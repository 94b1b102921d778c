// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/stock.h"

#include "core/rules/retry.h"

#include <QCoro/QCoroFuture>
#include <QCoro/QCoroTimer>

#include <QCoreApplication>

#include <algorithm>

namespace kp::service
{

// g++ 12 destroys a braced temporary twice when it stands in an expression with co_await (GCC bug 99576): values that
// go into a conversation have names here and in every other coroutine of the program.
namespace
{
struct StockText {
    Q_DECLARE_TR_FUNCTIONS(Stock)
};

constexpr int attemptsAtOnce = 4; // attempts before the caller is told; the request stays open and is settled later

bool mayRepeat(const Fault &fault)
{
    return fault.kind == FaultKind::Offline || fault.kind == FaultKind::Uncertain;
}

/// Asks again with growing pauses while the platform does not answer.
template<class T, class Ask>
QCoro::Task<Result<T>> repeated(Ask ask, int pollSeconds)
{
    for (int attempt = 1;; ++attempt) {
        Result<T> answer = co_await ask();
        if (answer.ok() || !mayRepeat(answer.fault()) || attempt >= attemptsAtOnce)
            co_return answer;
        co_await QCoro::sleepFor(rules::retryDelay(attempt, pollSeconds));
    }
}
} // namespace

Stock::Stock(store::Stores &stores, const Clock &clock, TaxPlatform &platform, Routes &routes, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_clock(clock)
    , m_platform(platform)
    , m_routes(routes)
{
}

Result<StockLevel> Stock::level(CompanyId company)
{
    const QDate today = m_clock.today();
    KP_TRY(numbers, m_stores.numbers.available(company, today.year()));
    KP_TRY(credit, m_stores.credit.available(company, today));
    return StockLevel{numbers, credit};
}

QCoro::Task<Outcome> Stock::ensure(CompanyId company, int count, Money net)
{
    KP_CO_DO(co_await settleOpen(company));
    KP_CO_DO(co_await ensureNumbers(company, count));
    co_return co_await ensureCredit(company, net);
}

QCoro::Task<Outcome> Stock::replenish(CompanyId company)
{
    KP_CO_DO(co_await settleOpen(company));
    KP_CO_TRY(now, level(company));
    if (now.numbers < warningLevel)
        KP_CO_DO(co_await ensureNumbers(company, usualDraw));
    if (now.credit.isZero())
        KP_CO_DO(co_await ensureCredit(company, usualCredit));
    co_return Done{};
}

QCoro::Task<Outcome> Stock::ensureNumbers(CompanyId company, int count)
{
    for (qint64 before = -1;;) {
        const int year = m_clock.today().year();
        KP_CO_TRY(available, m_stores.numbers.available(company, year));
        if (available >= count)
            co_return Done{};
        // Around New Year, or with a wrong clock: drawing again would draw for ever.
        if (available <= before)
            co_return Fault{FaultKind::Conflict,
                StockText::tr("The tax platform gives numbers of another year than %1. Check the date and time of this "
                              "computer; around New Year, try again in a few minutes.")
                    .arg(year)};
        before = available;
        const qint64 missing = std::max<qint64>(count - available, usualDraw);
        const qint64 draw = std::min<qint64>(missing, largestDraw);
        KP_CO_TRY(request, openRequest(store::RequestKind::Numbers, company, QString::number(draw)));
        KP_CO_DO(co_await settle(request));
    }
}

QCoro::Task<Outcome> Stock::ensureCredit(CompanyId company, Money net)
{
    KP_CO_TRY(available, m_stores.credit.available(company, m_clock.today()));
    if (available >= net)
        co_return Done{};
    KP_CO_DO(co_await extendValidity(company));
    KP_CO_TRY(extended, m_stores.credit.available(company, m_clock.today()));
    if (extended >= net)
        co_return Done{};
    const Money missing = net - extended;
    const Outcome usual = co_await downloadCredit(company, std::max(missing, usualCredit));
    if (usual.ok() || usual.fault().kind != FaultKind::Rejected || missing >= usualCredit)
        co_return usual;
    // The pool at the platform may hold less than the usual step and still enough.
    const Outcome exact = co_await downloadCredit(company, missing);
    if (exact.ok() || exact.fault().kind != FaultKind::Rejected)
        co_return exact;
    // Not enough for all: what is left there lets some be issued. The refusal stays what the caller hears.
    if (m_pools.value(company).left >= missing)
        m_pools.remove(company); // the refusal says that it is not so any more
    const Result<Money> left = co_await pool(company);
    if (left.ok() && *left > Money() && *left < missing)
        KP_CO_DO(co_await downloadCredit(company, *left));
    co_return exact;
}

QCoro::Task<Result<Money>> Stock::pool(CompanyId company)
{
    constexpr qint64 hourMs = 3'600'000;
    const auto known = m_pools.constFind(company);
    if (known != m_pools.cend() && m_clock.nowMs() - known->askedMs < hourMs)
        co_return known->left;
    KP_CO_TRY(route, co_await m_routes.find(company));
    KP_CO_TRY(state, co_await m_platform.credit(route));
    const Money left = state.suspended ? Money() : state.available;
    m_pools.insert(company, {left, m_clock.nowMs()});
    co_return left;
}

QCoro::Task<Outcome> Stock::downloadCredit(CompanyId company, Money amount)
{
    KP_CO_TRY(request, openRequest(store::RequestKind::Credit, company, amount.toString()));
    co_return co_await settle(request);
}

Result<store::OpenRequest> Stock::openRequest(store::RequestKind kind, CompanyId company, const QString &parameters)
{
    KP_TRY(id, m_stores.requests.open(kind, company, parameters, m_clock.nowMs()));
    return store::OpenRequest{kind, company, id, parameters, m_clock.now()};
}

/// Credit downloaded before the tax return was filed ends with the filing deadline; afterwards it can be extended
/// (leqi §4.3, §4.4).
QCoro::Task<Outcome> Stock::extendValidity(CompanyId company)
{
    const QDate today = m_clock.today();
    const QString month = today.toString(QStringLiteral("yyyyMM"));
    KP_CO_TRY(months, m_stores.credit.months(company));
    const auto lapsed = std::find_if(months.begin(), months.end(), [&](const store::MonthCredit &m) {
        return m.month == month && m.available() > Money() && m.validity.to < today;
    });
    if (lapsed == months.end())
        co_return Done{};
    KP_CO_TRY(route, co_await m_routes.find(company));
    const Result<CreditValidity> validity = co_await m_platform.extendCredit(route, today);
    if (!validity.ok()) // not filed yet: what is missing is downloaded, or the platform's words end there
        co_return validity.fault().kind == FaultKind::Rejected ? Outcome(Done{}) : Outcome(validity.fault());
    KP_CO_DO(m_stores.credit.setValidity(company, today, *validity));
    Q_EMIT changed(company);
    co_return Done{};
}

QCoro::Task<Outcome> Stock::settleOpen(CompanyId company)
{
    KP_CO_TRY(open, m_stores.requests.openRequests());
    for (const store::OpenRequest &request : open) {
        if (request.company != company || m_underWay.contains(request.requestId))
            continue;
        const Outcome settled = co_await settle(request);
        // What the platform refuses now is refused for good: the request is closed and what is missing is asked anew.
        if (!settled.ok() && settled.fault().kind != FaultKind::Rejected)
            co_return settled;
    }
    co_return Done{};
}

QCoro::Task<Outcome> Stock::settle(store::OpenRequest request)
{
    m_underWay.insert(request.requestId);
    const Result<Route> route = co_await m_routes.find(request.company);
    Outcome settled = Done{};
    if (!route.ok())
        settled = route.fault();
    else if (request.kind == store::RequestKind::Numbers)
        settled = co_await settleNumbers(*route, request);
    else
        settled = co_await settleCredit(*route, request);
    m_underWay.remove(request.requestId);
    if (!settled.ok() && settled.fault().kind == FaultKind::Rejected)
        KP_CO_DO(m_stores.requests.close(request.requestId));
    if (settled.ok())
        Q_EMIT changed(request.company);
    co_return settled;
}

QCoro::Task<Outcome> Stock::settleNumbers(Route route, store::OpenRequest request)
{
    const int count = request.parameters.toInt();
    KP_CO_TRY(
        range, co_await repeated<NumberRange>([&] { return m_platform.numbers(route, count, request.requestId); }, 1));
    store::Transaction transaction(m_stores.database);
    KP_CO_DO(m_stores.numbers.addRange(request.company, range, 2000 + range.first.left(2).toInt()));
    KP_CO_DO(m_stores.requests.close(request.requestId));
    KP_CO_DO(m_stores.audit.append(
        {0, {}, QStringLiteral("system"), QStringLiteral("numbers.draw"),
            QStringLiteral("company/%1").arg(request.company.value()),
            store::fieldChanges({}, {{QStringLiteral("first"), range.first}, {QStringLiteral("last"), range.last}})},
        m_clock.nowMs()));
    co_return transaction.commit();
}

QCoro::Task<Outcome> Stock::settleCredit(Route route, store::OpenRequest request)
{
    const CreditMove move{false, Money::parse(request.parameters).value_or(Money()), request.requestId};
    KP_CO_TRY(validity, co_await repeated<CreditValidity>([&] { return m_platform.moveCredit(route, move); }, 1));
    store::Transaction transaction(m_stores.database);
    // The validity names the month the credit belongs to: the request may be answered after midnight of the last day.
    const QDate month = validity.from.isValid() ? validity.from : request.created.date();
    KP_CO_DO(m_stores.credit.addDownload(request.company, month, move.amount, validity));
    KP_CO_DO(m_stores.requests.close(request.requestId));
    KP_CO_DO(m_stores.audit.append({0, {}, QStringLiteral("system"), QStringLiteral("credit.download"),
                                       QStringLiteral("company/%1").arg(request.company.value()),
                                       store::fieldChanges({}, {{QStringLiteral("amount"), move.amount.toString()}})},
        m_clock.nowMs()));
    KP_CO_DO(transaction.commit());
    if (const auto pool = m_pools.find(request.company); pool != m_pools.end())
        pool->left = std::max(Money(), pool->left - move.amount);
    co_return Done{};
}

} // namespace kp::service

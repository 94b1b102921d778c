// SPDX-License-Identifier: GPL-3.0-or-later
// Reading confirmation forms from the platform, page by page.
#include "core/rules/red_lifecycle.h"
#include "core/service/guard.h"
#include "core/service/reversing.h"

#include <QCoro/QCoroFuture>

namespace kp::service
{

QCoro::Task<Result<qint64>> Reversing::readPages(
    Route route, Company company, RedFormFilter filter, std::shared_ptr<RedSync> sync)
{
    const std::shared_ptr<bool> alive = m_alive;
    for (qint64 read = 0;; ++filter.page) {
        KP_CO_TRY(page, co_await m_platform.redForms(route, filter));
        if (!*alive)
            co_return endedMeanwhile();
        KP_CO_DO(keepPage(page.forms, company, *sync));
        read += page.rows;
        if (read >= page.total || page.rows == 0)
            co_return read;
    }
}

QCoro::Task<Result<RedSync>> Reversing::synchronise(Actor actor, CompanyId companyId, QDate from, QDate to)
{
    const std::shared_ptr<bool> alive = m_alive;
    KP_CO_DO(require(m_services.store.users, actor, Permission::ViewInvoices, companyId));
    KP_CO_TRY(company, m_services.store.companies.company(companyId));
    KP_CO_TRY(route, co_await m_services.routes.find(companyId));
    if (!*alive)
        co_return endedMeanwhile();
    const auto sync = std::make_shared<RedSync>();
    for (const Side side : {Side::Seller, Side::Buyer}) {
        RedFormFilter filter;
        filter.side = side;
        filter.partyName = company.party.name;
        filter.enteredFrom = from;
        filter.enteredTo = to;
        filter.pageSize = pageSize;
        KP_CO_TRY(read, co_await readPages(route, company, filter, sync));
        Q_UNUSED(read)
    }
    co_return *sync;
}

} // namespace kp::service

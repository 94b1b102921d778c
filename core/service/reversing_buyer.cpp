// SPDX-License-Identifier: GPL-3.0-or-later
// Reversing as the buyer: the invoice is not in the own books, so the platform is asked for its content (发票查验). It
// is not kept: it is none of ours.
#include "core/service/guard.h"
#include "core/service/reversing.h"
#include "core/service/texts.h"

#include <QCoro/QCoroFuture>

namespace kp::service
{

namespace
{
Fault notTheBuyer(const Invoice &blue, const Company &company)
{
    if (blue.seller.taxNumber == company.party.taxNumber)
        return {FaultKind::Invalid, ReversingText::tr("%1 has issued the invoice %2 itself: apply as its seller.")
                                        .arg(company.party.name, blue.number)};
    return {FaultKind::Invalid, ReversingText::tr("%1 is not the buyer of the invoice %2, but %3 is.")
                                    .arg(company.party.name, blue.number, blue.buyer.name)};
}
} // namespace

QCoro::Task<Result<Prospect>> Reversing::prospectAsBuyer(Actor actor, CompanyId companyId, BlueReference reference)
{
    const std::shared_ptr<bool> alive = m_alive;
    KP_CO_DO(require(m_services.store.users, actor, Permission::IssueInvoices, companyId));
    if (reference.number.isEmpty() || !reference.issued.isValid() || reference.gross <= Money())
        co_return Fault{FaultKind::Invalid,
            ReversingText::tr("Enter number, issue date and amount with tax as they stand on the invoice.")};
    KP_CO_TRY(company, m_services.store.companies.company(companyId));
    KP_CO_TRY(connection, m_services.store.companies.connection(company.connection));
    KP_CO_TRY(route, co_await m_services.routes.find(companyId));
    if (!*alive)
        co_return endedMeanwhile();
    KP_CO_TRY(blue, co_await m_platform.verifiedInvoice(route, reference));
    if (!*alive)
        co_return endedMeanwhile();
    if (blue.buyer.taxNumber != company.party.taxNumber)
        co_return notTheBuyer(blue, company);
    blue.company = companyId;
    blue.practice = connection.isPractice();
    KP_CO_TRY(known, co_await prospectOf(route, company, Side::Buyer, blue));
    if (!known.may.used && known.may.obstacle.isEmpty()) {
        known.may.obstacle =
            ReversingText::tr("Your company has neither ticked nor posted this invoice. As long as that is so, only "
                              "its seller can apply for reversing it.");
        known.may.reasons.clear();
    }
    co_return known;
}

/// What the platform now tells of the invoice a form is for.
QCoro::Task<Result<Prospect>> Reversing::prospectOfForm(Actor actor, CompanyId company, RedForm form)
{
    if (form.enteredBy == Side::Seller)
        co_return co_await prospect(actor, company, form.blueNumber);
    const BlueReference blue{form.blueNumber, form.kind, form.blueIssuedAt.date(), form.blueTotals.gross()};
    co_return co_await prospectAsBuyer(actor, company, blue);
}

} // namespace kp::service

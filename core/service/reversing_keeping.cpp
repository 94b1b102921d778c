// SPDX-License-Identifier: GPL-3.0-or-later
// Reversing: what a page of forms changes in the books, and whether the company may issue anything at all.
#include "core/base/log.h"
#include "core/rules/red_lifecycle.h"
#include "core/rules/right_to_issue.h"
#include "core/service/reversing.h"
#include "core/service/texts.h"

#include <QCoro/QCoroFuture>

namespace kp::service
{

Fault Reversing::toldOtherwise(const RedForm &form)
{
    return {FaultKind::Conflict,
        ReversingText::tr("The tax platform tells of the confirmation form %1 otherwise than it did before. What was "
                          "kept stays; compare the form with the one at the tax office before you go on.")
            .arg(form.number)};
}

/// A page of a list is one change; one form that contradicts what is kept does not keep the others out.
Outcome Reversing::keepPage(const QList<RedForm> &page, const Company &company, RedSync &sync)
{
    store::Transaction transaction(m_services.store.database);
    for (const RedForm &form : page) {
        KP_TRY(known, m_services.store.redForms.findByUuid(company.id, form.uuid));
        const Result<RedForm> kept = keepOver(known, form, company);
        if (!kept.ok() && kept.fault().kind == FaultKind::Conflict) {
            logFault({FaultKind::Conflict, QStringLiteral("confirmation form ") + form.number, kept.fault().detail});
            sync.unkept.append({form.number, toldOtherwise(form)});
            continue;
        }
        if (!kept.ok())
            return kept.fault();
        if (!known && kept->enteredBy != kept->side && rules::mayAct(*kept, rules::RedEvent::Agree, kept->side))
            sync.received.append(kept->id);
    }
    KP_DO(transaction.commit());
    sync.read += page.size();
    return Done{};
}

/// Whether the tax office lets the company issue anything. What is known of that is as fresh as for blue invoices; but
/// nobody is turned away without the platform having been asked. Where it can not be, it judges by itself later.
QCoro::Task<Outcome> Reversing::mayIssueAtAll(CompanyId company)
{
    const std::shared_ptr<bool> alive = m_alive;
    for (const bool now : {false, true}) {
        const Outcome fresh = co_await m_services.setup.refresh(company, now);
        if (!*alive)
            co_return endedMeanwhile();
        if (!fresh.ok())
            logFault(fresh.fault());
        KP_CO_TRY(known, m_services.store.companies.company(company));
        const QStringList obstacles = rules::obstaclesToIssuing(known);
        if (obstacles.isEmpty())
            break;
        if (now)
            co_return Fault{FaultKind::Conflict, obstacles.join(u' ')};
    }
    co_return Done{};
}

} // namespace kp::service

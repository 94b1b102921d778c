// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/desk_issuing.h"

#include "core/base/log.h"
#include "core/service/guard.h"
#include "core/service/texts.h"

#include <algorithm>

namespace kp::service
{

namespace
{
bool hadItsTurnBefore(const store::StoredDraft &a, const store::StoredDraft &b)
{
    return a.turn < b.turn;
}
} // namespace

Result<DraftId> DeskIssuing::keep(const Actor &actor, CompanyId company, DraftId id, const InvoiceDraft &draft)
{
    KP_DO(require(m_stores.users, actor, Permission::IssueInvoices, company));
    return m_stores.drafts.save(id, actor.user, company, draft, m_clock.nowMs());
}

Result<QList<OpenDraft>> DeskIssuing::open(const Actor &actor, CompanyId company)
{
    KP_DO(require(m_stores.users, actor, Permission::IssueInvoices, company));
    KP_TRY(drafts, m_stores.drafts.list(actor.user, company));
    const auto front = std::max_element(drafts.begin(), drafts.end(), hadItsTurnBefore);
    QList<OpenDraft> out;
    for (const store::StoredDraft &stored : drafts)
        out.append({stored.id, stored.draft, stored.updated, stored.id == front->id});
    std::sort(
        out.begin(), out.end(), [](const OpenDraft &a, const OpenDraft &b) { return a.id.value() < b.id.value(); });
    return out;
}

Outcome DeskIssuing::bringToFront(const Actor &actor, DraftId id)
{
    KP_TRY(found, m_stores.drafts.find(id));
    KP_DO(require(m_stores.users, actor, Permission::IssueInvoices, found.company));
    if (found.user != actor.user)
        return Fault{FaultKind::NotFound, IssuingText::tr("There is no such draft.")};
    return m_stores.drafts.bringToFront(id);
}

Outcome DeskIssuing::drop(const Actor &actor, DraftId id)
{
    const Result<store::StoredDraft> found = m_stores.drafts.find(id);
    if (!found.ok())
        return found.fault().kind == FaultKind::NotFound ? Outcome(Done{}) : Outcome(found.fault());
    KP_DO(require(m_stores.users, actor, Permission::IssueInvoices, found->company));
    return found->user == actor.user ? m_stores.drafts.remove(id) : Outcome(Done{});
}

QCoro::Task<Submission> DeskIssuing::issue(Actor actor, CompanyId company, InvoiceDraft draft, DraftId kept)
{
    Submission submission = m_issuing.submit(actor, company, draft);
    if (!submission.invoice.ok() && submission.invoice.fault().kind == FaultKind::Conflict) {
        // No number or no credit is left: the usual stock is small, and the platform has more.
        const Outcome drawn = co_await m_stock.ensure(company, 1, rules::compose(draft).totals.net);
        if (!drawn.ok()) {
            submission.invoice = drawn.fault();
            co_return submission;
        }
        submission = m_issuing.submit(actor, company, draft);
    }
    if (!submission.invoice.ok())
        co_return submission;
    // The invoice is stored. What goes wrong from here on must not look as if it was not.
    const Outcome dropped = kept.isValid() ? drop(actor, kept) : Outcome(Done{});
    const Outcome woken = m_runner.wake();
    const Outcome learned = m_classifying.learnFrom(actor, company, {draft});
    for (const Outcome &outcome : {dropped, woken, learned})
        if (!outcome.ok())
            logReference(outcome.fault().message + u' ' + outcome.fault().detail);
    co_return submission;
}

} // namespace kp::service

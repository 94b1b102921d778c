// SPDX-License-Identifier: GPL-3.0-or-later
// One invoice at a time, as a clerk issues it at the desk: its draft keeps itself, what is missing of numbers and
// credit is drawn, and the invoice goes out.
#pragma once

#include "core/service/classifying.h"
#include "core/service/issuing.h"
#include "core/service/outbox_runner.h"
#include "core/service/stock.h"

#include <QCoro/QCoroTask>

namespace kp::service
{

/// One of the drafts a person has open side by side.
struct OpenDraft {
    DraftId id;
    InvoiceDraft draft;
    QDateTime updated;
    bool front = false; ///< the one last worked on or looked at; one of them always is
};

class DeskIssuing
{
public:
    DeskIssuing(store::Stores &stores, const Clock &clock, Issuing &issuing, Stock &stock, OutboxRunner &runner,
        Classifying &classifying)
        : m_stores(stores)
        , m_clock(clock)
        , m_issuing(issuing)
        , m_stock(stock)
        , m_runner(runner)
        , m_classifying(classifying)
    {
    }

    /// Keeps a draft: a new one (id not valid), or another state of a kept one; it is in front then. Faults: Denied,
    /// NotFound (it is not there any more, or is somebody else's), Storage.
    Result<DraftId> keep(const Actor &actor, CompanyId company, DraftId id, const InvoiceDraft &draft);
    /// All drafts of the actor in the order they were begun, as they were kept last: after a crash too. Fault: Denied.
    [[nodiscard]] Result<QList<OpenDraft>> open(const Actor &actor, CompanyId company);
    /// Remembers which draft the actor looks at. Faults: Denied, NotFound (gone, or somebody else's).
    Outcome bringToFront(const Actor &actor, DraftId id);
    /// Lets go of a kept draft of the actor's; one that is gone already is no fault.
    Outcome drop(const Actor &actor, DraftId id);

    /// As Issuing::submit, and before: draws what is missing; after: drops the kept draft and begins to send. Faults:
    /// also Offline, Uncertain, Rejected from drawing: nothing was issued then.
    QCoro::Task<Submission> issue(Actor actor, CompanyId company, InvoiceDraft draft, DraftId kept);

private:
    store::Stores &m_stores;
    const Clock &m_clock;
    Issuing &m_issuing;
    Stock &m_stock;
    OutboxRunner &m_runner;
    Classifying &m_classifying;
};

} // namespace kp::service

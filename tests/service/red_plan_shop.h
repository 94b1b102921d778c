// SPDX-License-Identifier: GPL-3.0-or-later
// What tests of carrying out red-flush plans share.
#pragma once

#include "tests/service/red_shop.h"

#include <functional>

namespace kp::test
{

using PlanChange = std::function<void(InvoiceDraft &)>;

inline constexpr std::chrono::seconds longEnough{20};

inline void anotherBuyer(InvoiceDraft &draft)
{
    draft.buyer.name = u"演练别家有限公司"_s;
    draft.buyer.taxNumber = u"91330100799655058B"_s;
}

inline void sevenPens(InvoiceDraft &draft)
{
    draft.lines[0].quantity = Decimal(7);
    draft.lines[0].amount.reset();
    draft.lines[0].keptTax.reset();
}

/// A plan for an invoice that should have been as changed, begun.
inline RedPlan begun(Shop &shop, const Invoice &blue, const PlanChange &change)
{
    std::optional<InvoiceDraft> wanted;
    if (change) {
        auto draft = await(shop.planning().asItStands(shop.actor, shop.company, blue.number, false));
        if (!draft.ok())
            qFatal("%s", qPrintable(words(draft.fault())));
        change(*draft);
        wanted = *draft;
    }
    const auto proposal = await(shop.planning().plan(shop.actor, shop.company, blue.number, wanted));
    if (!proposal.ok())
        qFatal("%s", qPrintable(words(proposal.fault())));
    const auto plan = shop.planning().begin(shop.actor, proposal->plan);
    if (!plan.ok())
        qFatal("%s", qPrintable(words(plan.fault())));
    return *plan;
}

inline auto goOn(Shop &shop, RedPlanId id)
{
    return await(shop.planning().goOn(shop.actor, id, longEnough));
}

/// "reverse done, issue planned"
inline QString told(const RedPlan &plan)
{
    QStringList out;
    for (const RedPlanStep &step : plan.steps)
        out.append(QString::fromLatin1(code(step.kind)) + u' ' + QString::fromLatin1(code(step.state)));
    return QString::fromLatin1(code(plan.state)) + u": "_s + out.join(u", "_s);
}

inline QStringList acts(Shop &shop, RedPlanId id)
{
    QStringList out;
    const auto entries = shop.stores().audit.ofObject(u"redplan/%1"_s.arg(id.value())).valueOr({});
    for (const store::AuditEntry &entry : entries)
        out.prepend(entry.act);
    out.sort();
    return out;
}

/// Red and blue invoices that the platform has beside the first.
inline QPair<int, int> ledger(Shop &shop)
{
    QPair<int, int> out{0, -1};
    const auto entries = shop.practice.told(u"ledger"_s).value(u"invoices"_s).toArray();
    for (const auto &entry : entries)
        ++(entry[u"colour"_s].toString() == u"red" ? out.first : out.second);
    return out;
}

} // namespace kp::test

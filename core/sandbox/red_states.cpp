// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/red_states.h"

#include "core/sandbox/red_form.h"

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
/// Who moves a form: a side by its role in the trade or by its role in the form, or nobody but the platform.
enum class Mover { Seller, Applicant, OtherSide, Platform };

struct Transition {
    QStringView from;
    RedEvent event;
    Mover who;
    QStringView to;
};
constexpr Transition transitions[] = {
    {u"01", RedEvent::Withdraw, Mover::Seller, u"08"},
    {u"01", RedEvent::Abnormal, Mover::Platform, u"10"},
    {u"01", RedEvent::Blocked, Mover::Platform, u"11"},
    {u"01", RedEvent::PersonRefused, Mover::Platform, u"12"},
    {u"01", RedEvent::RefundApplied, Mover::Platform, u"13"},
    {u"02", RedEvent::Agree, Mover::OtherSide, u"04"},
    {u"02", RedEvent::Refuse, Mover::OtherSide, u"05"},
    {u"02", RedEvent::Lapse, Mover::Platform, u"07"},
    {u"02", RedEvent::Withdraw, Mover::Applicant, u"08"},
    {u"03", RedEvent::Agree, Mover::OtherSide, u"04"},
    {u"03", RedEvent::Refuse, Mover::OtherSide, u"06"},
    {u"03", RedEvent::Lapse, Mover::Platform, u"07"},
    {u"03", RedEvent::Withdraw, Mover::Applicant, u"08"},
    // Only the side that acted last may take it back: the one that agreed, which is never the applicant.
    {u"04", RedEvent::Withdraw, Mover::OtherSide, u"09"},
    {u"04", RedEvent::Abnormal, Mover::Platform, u"10"},
    {u"04", RedEvent::Blocked, Mover::Platform, u"11"},
    {u"04", RedEvent::RefundApplied, Mover::Platform, u"13"},
};

RedActor actorOf(Mover who, const RedForm &form)
{
    const RedActor applicant = form.bySeller() ? RedActor::Seller : RedActor::Buyer;
    const RedActor other = form.bySeller() ? RedActor::Buyer : RedActor::Seller;
    switch (who) {
    case Mover::Seller:
        return RedActor::Seller;
    case Mover::Applicant:
        return applicant;
    case Mover::OtherSide:
        return other;
    case Mover::Platform:
        break;
    }
    return RedActor::Platform;
}
} // namespace

RedMove moveOf(const RedForm &form, RedEvent event, RedActor actor)
{
    const auto refused = [](const QString &what) { return RedMove{{}, Finding{Group::Right, what}}; };
    if (form.isIssued())
        return refused(u"已开具红字发票，确认单不能再变更"_s);
    for (const Transition &t : transitions) {
        if (t.from != form.state || t.event != event)
            continue;
        if (actorOf(t.who, form) != actor)
            return refused(u"该操作不能由本方进行"_s);
        return RedMove{t.to.toString(), std::nullopt};
    }
    return refused(u"红字确认单状态为%1，不能进行该操作"_s.arg(form.state));
}

void lapseForms(Store &store, qint64 nowMs)
{
    for (const Transition &t : transitions)
        if (t.event == RedEvent::Lapse)
            store.write("UPDATE red_form SET state = ? WHERE state = ? AND entered_at <= ?",
                {t.to.toString(), t.from.toString(), nowMs - redLapseMs});
}

bool isIssuable(QStringView state)
{
    return state == u"01" || state == u"04";
}

bool isStanding(QStringView state)
{
    return state >= QStringView(u"01") && state <= QStringView(u"04");
}

} // namespace kp::sandbox

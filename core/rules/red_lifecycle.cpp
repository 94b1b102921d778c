// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/red_lifecycle.h"

#include <algorithm>

namespace kp::rules
{

namespace
{
using State = RedFormState;
using Event = RedEvent;
using Actor = RedActor;

// A void state begins no row: it is final.
constexpr RedFormRow rows[] = {
    {State::NotNeeded, Event::Withdraw, Actor::Applicant, State::Withdrawn},
    {State::NotNeeded, Event::Abnormal, Actor::Platform, State::AbnormalVoucher},
    {State::NotNeeded, Event::Block, Actor::Platform, State::TaxpayerBlocked},
    {State::NotNeeded, Event::PersonRefuses, Actor::Platform, State::RefusedByPerson},
    {State::NotNeeded, Event::RefundApplied, Actor::Platform, State::RefundApplied},

    {State::AwaitsBuyer, Event::Agree, Actor::OtherSide, State::Confirmed},
    {State::AwaitsBuyer, Event::Refuse, Actor::OtherSide, State::RefusedByBuyer},
    {State::AwaitsBuyer, Event::Withdraw, Actor::Applicant, State::Withdrawn},
    {State::AwaitsBuyer, Event::Lapse, Actor::Platform, State::Lapsed},

    {State::AwaitsSeller, Event::Agree, Actor::OtherSide, State::Confirmed},
    {State::AwaitsSeller, Event::Refuse, Actor::OtherSide, State::RefusedBySeller},
    {State::AwaitsSeller, Event::Withdraw, Actor::Applicant, State::Withdrawn},
    {State::AwaitsSeller, Event::Lapse, Actor::Platform, State::Lapsed},

    // Only the side that acted last may take it back.
    {State::Confirmed, Event::Withdraw, Actor::OtherSide, State::WithdrawnAfter},
    {State::Confirmed, Event::Abnormal, Actor::Platform, State::AbnormalVoucher},
    {State::Confirmed, Event::Block, Actor::Platform, State::TaxpayerBlocked},
    {State::Confirmed, Event::RefundApplied, Actor::Platform, State::RefundApplied},
};
} // namespace

std::span<const RedFormRow> redFormLifecycle()
{
    return rows;
}

std::optional<RedFormState> next(RedFormState from, RedEvent event, RedActor actor)
{
    const auto *row = std::find_if(std::begin(rows), std::end(rows),
        [&](const RedFormRow &r) { return r.from == from && r.event == event && r.actor == actor; });
    return row != std::end(rows) ? std::optional(row->to) : std::nullopt;
}

bool isNews(RedFormState from, RedFormState to)
{
    const auto isVoid = [](State state) { return state > State::Confirmed; };
    const auto awaits = [](State state) { return state == State::AwaitsBuyer || state == State::AwaitsSeller; };
    if (isVoid(from))
        return from == to;
    return isVoid(to) || from == to || awaits(from);
}

RedFormState openingState(Side enteredBy, bool used, bool direct)
{
    if (!used || direct)
        return State::NotNeeded;
    return enteredBy == Side::Seller ? State::AwaitsBuyer : State::AwaitsSeller;
}

bool mayAct(const RedForm &form, RedEvent event, Side side)
{
    const RedActor actor = form.enteredBy == side ? RedActor::Applicant : RedActor::OtherSide;
    return form.valid && !form.isIssued() && next(form.state, event, actor).has_value();
}

bool mayIssue(const RedForm &form, Side side)
{
    return side == Side::Seller && form.valid && !form.isIssued() &&
           (form.state == State::NotNeeded || form.state == State::Confirmed);
}

bool isOpen(const RedForm &form)
{
    return form.valid && !form.isIssued() && form.state <= State::Confirmed;
}

QDateTime answerDue(const RedForm &form)
{
    const bool awaited = form.state == State::AwaitsBuyer || form.state == State::AwaitsSeller;
    return awaited && form.valid && !form.isIssued() ? form.enteredAt.addDuration(redFormLifetime) : QDateTime();
}

std::chrono::milliseconds answerLeft(const RedForm &form, const QDateTime &now)
{
    const QDateTime due = answerDue(form);
    const std::chrono::milliseconds left(due.isValid() ? now.msecsTo(due) : 0);
    return std::clamp<std::chrono::milliseconds>(left, std::chrono::milliseconds(0), redFormLifetime);
}

} // namespace kp::rules

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/lifecycle.h"

namespace kp::rules
{

namespace
{
using State = InvoiceState;
using Event = InvoiceEvent;
using Before = LifecycleRow::Before;
using After = LifecycleRow::After;

constexpr Effect refused = Effect::ReturnCredit | Effect::KeepNumber | Effect::Settle;

// Issued and Discarded begin no row: they are final.
constexpr LifecycleRow lifecycleRows[] = {
    {State::Queued, Before::Any, Event::Send, State::Sending, After::Same, Effect::None},
    // Nothing was sent yet (or only refused versions were): it may be given up before it goes.
    {State::Queued, Before::Any, Event::Discard, State::Discarded, After::Answered,
        Effect::ReturnCredit | Effect::FreeNumber | Effect::Settle},

    {State::Sending, Before::Any, Event::GotReceipt, State::Processing, After::Same, Effect::None},
    {State::Sending, Before::Answered, Event::NothingSent, State::Queued, After::Answered, Effect::None},
    {State::Sending, Before::Unanswered, Event::NothingSent, State::Unknown, After::Unanswered, Effect::None},
    {State::Sending, Before::Any, Event::GotNoAnswer, State::Unknown, After::Unanswered, Effect::None},
    {State::Sending, Before::Any, Event::Restart, State::Unknown, After::Unanswered, Effect::None},
    {State::Sending, Before::Answered, Event::CallRejected, State::Refused, After::Answered, refused},
    // The earlier upload may have arrived: a refused call proves nothing about it.
    {State::Sending, Before::Unanswered, Event::CallRejected, State::Unknown, After::Unanswered, Effect::None},

    {State::Unknown, Before::Any, Event::Send, State::Sending, After::Unanswered, Effect::None},

    {State::Processing, Before::Any, Event::Accepted, State::Issued, After::Answered, Effect::Settle},
    {State::Processing, Before::Unanswered, Event::Duplicate, State::Issued, After::Answered, Effect::Settle},
    {State::Processing, Before::Answered, Event::Duplicate, State::Issued, After::Answered,
        Effect::Settle | Effect::Compare},
    {State::Processing, Before::Any, Event::Failed, State::Refused, After::Answered, refused},
    {State::Processing, Before::Any, Event::StillProcessing, State::Processing, After::Same, Effect::None},
    // The question failed, not the invoice: ask again.
    {State::Processing, Before::Any, Event::GotNoAnswer, State::Processing, After::Same, Effect::None},
    {State::Processing, Before::Any, Event::NothingSent, State::Processing, After::Same, Effect::None},
    {State::Processing, Before::Any, Event::CallRejected, State::Processing, After::Same, Effect::None},
    {State::Processing, Before::Any, Event::Restart, State::Processing, After::Same, Effect::None},
    // The platform took the call and may have accepted the invoice: uploading again asks it.
    {State::Processing, Before::Any, Event::ResultGone, State::Unknown, After::Unanswered, Effect::None},

    // What was sent is not known, so nothing but the platform's verdict may settle it.
    {State::Queued, Before::Any, Event::OutboxLost, State::Unknown, After::Unanswered, Effect::None},
    {State::Sending, Before::Any, Event::OutboxLost, State::Unknown, After::Unanswered, Effect::None},
    {State::Unknown, Before::Any, Event::OutboxLost, State::Unknown, After::Unanswered, Effect::None},
    {State::Processing, Before::Any, Event::OutboxLost, State::Unknown, After::Unanswered, Effect::None},

    {State::Refused, Before::Any, Event::Resubmit, State::Queued, After::Answered,
        Effect::ChargeCredit | Effect::KeepNumber},
    {State::Refused, Before::Any, Event::Discard, State::Discarded, After::Answered, Effect::FreeNumber},
};

bool applies(Before before, bool unanswered)
{
    return before == Before::Any || (before == Before::Unanswered) == unanswered;
}
} // namespace

std::span<const LifecycleRow> lifecycle()
{
    return lifecycleRows;
}

std::optional<Step> next(Standing from, InvoiceEvent event)
{
    // An invoice that is Unknown is unanswered, whoever asks with the state alone.
    const bool unanswered = from.unanswered || from.state == State::Unknown;
    for (const LifecycleRow &row : lifecycleRows) {
        if (row.from != from.state || row.event != event || !applies(row.before, unanswered))
            continue;
        const bool after = row.after == After::Same ? unanswered : row.after == After::Unanswered;
        return Step{Standing(row.to, after), row.effects};
    }
    return std::nullopt;
}

} // namespace kp::rules

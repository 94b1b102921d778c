// SPDX-License-Identifier: GPL-3.0-or-later
// How a stored invoice changes its state. One table (lifecycle.cpp) holds every change there is; nothing else in the
// program sets a state.
//
// Beside the state an invoice has a memory: whether an upload of it went unanswered and nothing has settled since if
// it arrived. It decides what a refusal proves:
//  - The platform refuses a whole call ("nothing was taken over"). Without an unanswered upload the invoice is refused
//    for certain. With one, the earlier upload may still have arrived: the invoice stays Unknown and is sent again.
//    Refusing it there would free its number or let it be corrected while the platform may hold the first version.
//  - The platform judges the invoice itself (result of an upload). That settles it either way, because the platform
//    answers "duplicate", not "failed", for a number it has taken.
//  - "Duplicate" proves that an earlier upload arrived. When none went unanswered it still means issued, but somebody
//    has to compare: a restored backup or a second installation may have used the number for something else.
// Only the platform's verdict leads out of Unknown: nobody can discard or correct what it may hold.
#pragma once

#include "core/domain/codes.h"

#include <optional>
#include <span>

namespace kp::rules
{

enum class InvoiceEvent {
    Send,            ///< marked before the bytes leave
    GotReceipt,      ///< upload: the platform took the call and gave a receipt
    NothingSent,     ///< upload: not one byte reached the platform (Offline)
    GotNoAnswer,     ///< upload or result: no answer, or none that can be read (Uncertain)
    CallRejected,    ///< upload or result: the platform refused the whole call (Rejected)
    Accepted,        ///< result: taken
    Failed,          ///< result: refused
    StillProcessing, ///< result: not decided yet
    Duplicate,       ///< result: the platform had this number already
    ResultGone,      ///< result: the receipt is unknown, or older than receiptLifetime
    Restart,         ///< the program starts and finds what it was doing
    OutboxLost,      ///< the program starts and finds no row of the outbox: nobody knows what was sent
    Discard,         ///< a person gives it up
    Resubmit,        ///< a person sends it again, corrected or not, under its number
};

/// Where an invoice stands. A state alone stands for "nothing unanswered".
struct Standing {
    InvoiceState state = InvoiceState::Queued;
    bool unanswered = false; ///< kept by the store beside the state

    constexpr Standing() = default;
    constexpr Standing(InvoiceState s, bool open = false) // NOLINT(google-explicit-constructor): see above
        : state(s)
        , unanswered(open)
    {
    }
    friend bool operator==(const Standing &, const Standing &) = default;
};

/// What must happen in the same transaction as the change.
enum class Effect : unsigned {
    None = 0,
    ReturnCredit = 1, ///< give the invoice's amount back to this month's credit
    ChargeCredit = 2, ///< charge it again; without enough credit the change must not happen
    KeepNumber = 4,   ///< the number stays with this invoice
    FreeNumber = 8,   ///< the number goes back to its range
    Settle = 16,      ///< the outbox is done with it
    Compare = 32,     ///< tell a person: the platform knew the number although nothing of ours was unanswered
};
constexpr Effect operator|(Effect a, Effect b)
{
    return static_cast<Effect>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
constexpr bool has(Effect effects, Effect one)
{
    return (static_cast<unsigned>(effects) & static_cast<unsigned>(one)) != 0;
}

struct Step {
    Standing to;
    Effect effects = Effect::None;
};

/// What becomes of an invoice; empty when the event does not concern one that stands there (it has moved on meanwhile,
/// or the caller is wrong): then nothing may be changed.
std::optional<Step> next(Standing from, InvoiceEvent event);

/// One line of the table, for tests and documents.
struct LifecycleRow {
    enum class Before { Any, Answered, Unanswered };
    enum class After { Same, Answered, Unanswered };
    InvoiceState from;
    Before before;
    InvoiceEvent event;
    InvoiceState to;
    After after;
    Effect effects;
};
std::span<const LifecycleRow> lifecycle();

} // namespace kp::rules

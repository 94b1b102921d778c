// SPDX-License-Identifier: GPL-3.0-or-later
// The states of a red form (红字确认单) and who may move it: leqi-protocol §8.3, §9.2. The whole machine is one table
// in red_states.cpp.
#pragma once

#include "core/sandbox/finding.h"
#include "core/sandbox/store.h"

namespace kp::sandbox
{

struct RedForm;

enum class RedEvent {
    Agree,
    Refuse,
    Withdraw,
    Lapse,         ///< 72 hours without an answer
    Abnormal,      ///< the blue invoice became an abnormal voucher
    Blocked,       ///< the taxpayer's state became abnormal
    PersonRefused, ///< the buyer, a natural person, refused
    RefundApplied, ///< a refund was applied for
};
enum class RedActor { Seller, Buyer, Platform };

inline constexpr qint64 redLapseMs = 72LL * 3600 * 1000;

/// The state after an event, or why it can not happen now or by this actor.
struct RedMove {
    QString to; ///< "" when @c refused says why
    Check refused;
};
RedMove moveOf(const RedForm &form, RedEvent event, RedActor actor);

/// Lets every form lapse that has waited 72 hours for its answer. Whoever reads forms calls it first: the platform's
/// clock jumps, so no timer could.
void lapseForms(Store &store, qint64 nowMs);

/// Whether a red invoice may be issued on a form of this state.
bool isIssuable(QStringView state);
/// Whether a form of this state still stands (yxbz): 01 to 04.
bool isStanding(QStringView state);

} // namespace kp::sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
// How a confirmation form changes its state: the one table of it, for the client. The platform decides; the table says
// what may be asked of it and which answers make sense. Sources: leqi-protocol §9.2, invoice-rules §3.2.
#pragma once

#include "core/domain/red.h"

#include <QDateTime>

#include <optional>
#include <span>

namespace kp::rules
{

enum class RedEvent {
    Agree,         ///< 确认
    Refuse,        ///< 否认
    Withdraw,      ///< 撤销
    Lapse,         ///< nobody answered within 72 hours
    Abnormal,      ///< the blue invoice became an abnormal voucher
    Block,         ///< the taxpayer may not issue any more
    PersonRefuses, ///< the natural person who bought does not accept it
    RefundApplied, ///< the buyer has been granted a tax refund on the blue invoice
};

/// Who brings an event about.
enum class RedActor { Applicant, OtherSide, Platform };

struct RedFormRow {
    RedFormState from;
    RedEvent event;
    RedActor actor;
    RedFormState to;
};
std::span<const RedFormRow> redFormLifecycle();

/// What becomes of a form; empty when the event does not concern one that stands there, or is not that actor's. A form
/// whose red invoice is issued never changes: callers ask with isIssued() first, or mayAct() and mayIssue().
std::optional<RedFormState> next(RedFormState from, RedEvent event, RedActor actor);

/// Whether what is heard of a form that stood at @p from can be newer. The platform decides: it may void an open form
/// in ways this table does not know; but nothing void comes back, and nothing confirmed waits again.
bool isNews(RedFormState from, RedFormState to);

/// The state of a new form. @param used the buyer has ticked or posted the invoice: then the other side must confirm
/// @param direct no other side can confirm: a natural person bought, or the buyer issued it (收购发票)
RedFormState openingState(Side enteredBy, bool used, bool direct);

/// Whether that side may do it with the form as it stands.
bool mayAct(const RedForm &form, RedEvent event, Side side);
/// 开票: only the seller, once nothing stands in the way.
bool mayIssue(const RedForm &form, Side side);
/// Neither void nor issued: what it reverses is taken.
bool isOpen(const RedForm &form);

/// Until when the other side may answer; invalid when no answer is awaited.
QDateTime answerDue(const RedForm &form);
/// How long the other side has still; zero when its time is over or no answer is awaited. The desk's clock may be
/// wrong: it is never more than the whole of that time, and what becomes of the form the platform alone decides.
std::chrono::milliseconds answerLeft(const RedForm &form, const QDateTime &now);

} // namespace kp::rules

// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with one invoice, wherever it is shown.
#pragma once

#include "core/base/result.h"
#include "ui/kit/spec.h"
#include "ui/pages/office.h"

namespace kp
{

class Banner;

/// The invoice a command is about.
struct InvoiceTarget {
    InvoiceId id;
    QString number;
    std::optional<InvoiceState> state; ///< while it is known
    Banner *banner = nullptr;          ///< where it is said what went wrong
    bool red = false;                  ///< it reverses another one
    QString blueNumber = {};           ///< of the one it reverses, where that is known
};

/// Finds it when a command is offered and when it runs. The fault: why there is none.
using FindTarget = std::function<Result<InvoiceTarget>(const CommandContext &)>;

Command discardCommand(Office &office, const FindTarget &target);
/// Writes a refused invoice again, under its number.
Command correctCommand(Office &office, const FindTarget &target);
/// Begins another invoice with what stands in this one.
Command copyCommand(Office &office, const FindTarget &target);
/// 冲红: begins the application that reverses it.
Command reverseCommand(Office &office, const FindTarget &target);
/// The confirmation forms of an invoice, or of the one that a red invoice reverses.
Command formsOfCommand(Office &office, const FindTarget &target);
/// For whyDisabled: not offered without an invoice, while it is being loaded, nor when @p speaksAgainst its state says
/// so.
std::function<QString(const CommandContext &)> whyNotFor(
    const FindTarget &target, const std::function<QString(InvoiceState)> &speaksAgainst);
/// Why there is no PDF of an invoice in this state; empty: there is.
QString whyNoPdf(InvoiceState state);

/// Has all that waits sent now; @p target only says whether it is worth while.
Command retryCommand(Office &office, const FindTarget &target);

} // namespace kp

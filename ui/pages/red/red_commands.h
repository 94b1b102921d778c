// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with one confirmation form, wherever it is shown.
#pragma once

#include "core/base/result.h"
#include "core/domain/red_platform.h"
#include "ui/kit/spec.h"
#include "ui/pages/office.h"

namespace kp
{

class Banner;

/// The form a command is about; of its lines nothing need be there.
struct FormTarget {
    RedForm form;
    Banner *banner = nullptr; ///< where it is said what became of it
};

/// Finds it when a command is offered and when it runs. The fault: why there is none.
using FindForm = std::function<Result<FormTarget>(const CommandContext &)>;

/// 详情.
Command openFormCommand(Office &office, const FindForm &target);
/// 确认, 否认, 撤销: asked once, then carried out; the banner tells what became of it.
Command answerCommand(Office &office, const FindForm &target, RedAnswer answer);
/// 开票: goes to the page that issues the red invoice.
Command issueRedCommand(Office &office, const FindForm &target);
/// 查看红票.
Command showRedCommand(Office &office, const FindForm &target);
/// The form as a PDF, where the user wishes. Needs its lines.
Command saveFormCommand(Office &office, const FindForm &target);
/// The invoice that is reversed.
Command showBlueCommand(Office &office, const FindForm &target);

/// Opens an invoice of the books by its number, or says that it is not there.
void openInvoice(Office &office, Banner *banner, const QString &number);

} // namespace kp

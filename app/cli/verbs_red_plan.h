// SPDX-License-Identifier: GPL-3.0-or-later
// "red plan", "red plans", "red go", "red drop": from an issued invoice to what it should have been.
#pragma once

#include "app/cli/verbs.h"

namespace kp::cli
{

/// Says how the verbs are used; the exit code of that.
Result<int> planUsage();
bool isPlanVerb(const QString &act);
QCoro::Task<Result<int>> workOnRedPlans(const Session &session);

} // namespace kp::cli

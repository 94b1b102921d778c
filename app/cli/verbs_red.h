// SPDX-License-Identifier: GPL-3.0-or-later
// "red": confirmation forms and red invoices.
#pragma once

#include "app/cli/verbs.h"

namespace kp::cli
{

/// With its lines, and until when it may be answered.
QJsonObject formJson(const RedForm &form);
QCoro::Task<Result<int>> workOnRedForms(const Session &session);

} // namespace kp::cli

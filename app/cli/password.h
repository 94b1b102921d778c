// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

namespace kp::cli
{

/// KAIPIAO_PASSWORD, else what is typed at the prompt, without echo. The variable is taken out of the environment, so
/// that no child process inherits it. Fault: Denied when there is neither.
Result<Secret> readPassword();

} // namespace kp::cli

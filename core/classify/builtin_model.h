// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/classify/model.h"

namespace kp::classify
{

/// The model the program carries. It lies in the program's read-only pages: nothing is read before it is asked.
const Model &builtInModel();

} // namespace kp::classify

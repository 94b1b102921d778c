// SPDX-License-Identifier: GPL-3.0-or-later
// How much each clue counts, in the order of Clue. Learned from the training texts of the official table, none of which
// is in the test: kaipiao-classify-model weights TABLE HISTORY prints weights.inc.
#pragma once

#include "core/classify/ranking.h"

namespace kp::classify
{

constexpr Weights learnedWeights{
#include "core/classify/weights.inc"
};

} // namespace kp::classify

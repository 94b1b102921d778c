// SPDX-License-Identifier: GPL-3.0-or-later
// Learns how much each clue counts, from the training texts alone: each is asked of a model that has not seen it.
#pragma once

#include "core/classify/ranking.h"
#include "core/classify/training/official_table.h"

namespace kp::classify
{

/// The same tables give the same weights on the same machine.
Result<Weights> learnWeights(const OfficialTable &table);

} // namespace kp::classify

// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the model from the official tables. The same tables give the same bytes.
#pragma once

#include "core/classify/training/row_phrases.h"

namespace kp::classify
{

/// Fault: Invalid, when the tables have more rows or phrases than the model can number.
Result<QByteArray> buildModel(const OfficialTable &table, const HeldOut &heldOut = {});

} // namespace kp::classify

// SPDX-License-Identifier: GPL-3.0-or-later
// All phrases that stand for a row of the table: its name, its short names of any time, and what its description lists.
#pragma once

#include "core/classify/training/described_items.h"
#include "core/classify/training/official_table.h"

#include <functional>
#include <vector>

namespace kp::classify
{

/// Whether a text (folded) is kept from the model, to be asked for later.
using HeldOut = std::function<bool(const QString &text)>;

/// By row of the table. Names are never held out; @p heldOut may be empty.
std::vector<QList<DescribedItem>> rowPhrases(const OfficialTable &table, const HeldOut &heldOut);

} // namespace kp::classify

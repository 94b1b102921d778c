// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <functional>

class QTableView;

namespace kp
{

class WindowedModel;

/// Rows that one copy may hold; beyond that a file is the better way.
constexpr int mostCopiedRows = 20'000;

void copyText(const QString &text);

/// Puts the selected rows on the clipboard as tab-separated text: the shown columns in their order, without grouping,
/// and a heading when there is more than one row. Rows that are not here are asked for, so it may take a moment.
/// Faults: Invalid (too many rows), and those of the source.
void copyAsText(WindowedModel &model, QTableView &table, std::function<void(const Outcome &)> done);

} // namespace kp

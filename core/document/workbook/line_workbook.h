// SPDX-License-Identifier: GPL-3.0-or-later
// 导入明细: reads the official 项目信息导入模板 (mx;20250501) into lines of a draft.
#pragma once

#include "core/document/workbook/archive.h"
#include "core/domain/order_sheet.h"

namespace kp::workbook
{

/// Reads the sheet 1-明细模板 and checks what belongs to the sheet itself, as readOrders does. A code may be missing:
/// the page proposes one. When a required column is missing, there are findings but no lines. Faults: those of
/// Reader::open; Invalid when it is not the official template, or has more than 5,000 lines.
Result<LineSheet> readLines(const QString &path, const ReadLimits &limits = {});

} // namespace kp::workbook

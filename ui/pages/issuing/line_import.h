// SPDX-License-Identifier: GPL-3.0-or-later
// 导入明细: the lines of an invoice out of the official workbook.
#pragma once

#include "core/domain/invoice.h"
#include "ui/kit/record_spec.h"

namespace kp
{

/// Template, trial, import and marked file. @param take puts the good lines on the sheet
ImportActs lineImport(std::function<void(const QList<DraftLine> &lines)> take);

} // namespace kp

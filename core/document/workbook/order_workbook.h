// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the official 批量开票 workbook (template V260401) into orders.
#pragma once

#include "core/document/workbook/archive.h"
#include "core/domain/order_sheet.h"

namespace kp::workbook
{

/// Reads the sheets 1-发票基本信息 and 2-发票明细信息, joined by 发票流水号, and checks what belongs to the sheet
/// itself: required cells, lengths, choices, forms of numbers, serials that stand twice, lines without an invoice and
/// the reverse, columns and sheets this program can not carry into an invoice. What the tax rules say is for
/// core/rules. When a required column is missing, there are findings but no orders. Faults: those of Reader::open;
/// Invalid when it is not the official template.
Result<OrderSheet> readOrders(const QString &path, const ReadLimits &limits = {});

} // namespace kp::workbook

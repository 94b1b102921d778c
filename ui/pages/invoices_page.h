// SPDX-License-Identifier: GPL-3.0-or-later
// 发票查询: the list of invoices, as a described page.
#pragma once

#include "ui/kit/list_page.h"
#include "ui/pages/office.h"

namespace kp
{

/// Columns, filters and commands of the list, without rows: what tests walk.
ListSpec invoicesSpec(Office &office);

/// A column of a list of invoices.
ColumnSpec invoiceColumn(const QString &key, int width, Face face = Face::Plain);
/// 价税合计, which is no field of its own.
ColumnSpec grossColumn();

QWidget *makeInvoicesPage(Office &office, QWidget *parent);

} // namespace kp

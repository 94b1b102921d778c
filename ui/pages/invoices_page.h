// SPDX-License-Identifier: GPL-3.0-or-later
// 发票查询: the list of invoices, as a described page.
#pragma once

#include "ui/kit/list_page.h"
#include "ui/pages/office.h"

namespace kp
{

/// Columns, filters and commands of the list, without rows: what tests walk.
ListSpec invoicesSpec(Office &office);

QWidget *makeInvoicesPage(Office &office, QWidget *parent);

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// Orders of invented companies: the ones of resources/samples/orders.xlsx, and as many as a test of speed needs.
#pragma once

#include "core/document/workbook/order_writer.h"

#include <utility>

namespace kp::test
{

/// A row of a template sheet from header → text.
QStringList sheetRow(
    const workbook::TemplateSheet &layout, std::initializer_list<std::pair<QStringView, QString>> texts);

/// What stands in resources/samples/orders.xlsx.
workbook::OrderRows sampleOrders();

/// So many invoices with five lines each.
workbook::OrderRows manyOrders(int invoices);

} // namespace kp::test

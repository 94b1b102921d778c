// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the invoice list.
#pragma once

#include "ui/kit/row_source.h"
#include "ui/pages/office.h"

namespace kp
{

/// In the filter "state": everything that is still on its way (S0: 未完成 and 处理中).
inline constexpr QLatin1StringView unfinishedCode("unfinished");

/// Which invoices a list is about, whatever its filters say.
struct InvoiceRowsOf {
    std::optional<bool> red;    ///< red ones only, or blue ones only
    QList<InvoiceState> states; ///< empty: all
};

/// @param columns keys of Schema<InvoiceSummary>, and "gross"
std::shared_ptr<RowSource> makeInvoiceRows(
    Office &office, const QStringList &columns, const InvoiceRowsOf &of = {{}, {}});

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/order_sheet.h"

namespace kp
{

CellPlace OrderRow::place(const QString &field) const
{
    return {sheet, row, columns.value(field, columns.value(QStringLiteral("serial")))};
}

CellPlace Order::place(const Finding &finding) const
{
    const bool onLine = finding.line >= 0 && finding.line < lines.size();
    return (onLine ? lines.at(finding.line) : head).place(finding.field);
}

} // namespace kp

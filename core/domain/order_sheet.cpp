// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/order_sheet.h"

namespace kp
{

CellPlace Order::place(const Finding &finding) const
{
    const bool onLine = finding.line >= 0 && finding.line < lines.size();
    const QHash<QString, CellPlace> &cells = onLine ? lines.at(finding.line) : head;
    const auto it = cells.constFind(finding.field);
    return it != cells.cend() ? *it : cells.value(QStringLiteral("serial"));
}

} // namespace kp

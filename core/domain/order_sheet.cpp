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
    const QStringList parts = finding.field.split(u'.');
    if (parts.size() == 3 && parts.first() == u"elements" && parts.at(1).toInt() < elements.size())
        return elements.at(parts.at(1).toInt()).place(parts.at(2));
    const bool onLine = finding.line >= 0 && finding.line < lines.size();
    return (onLine ? lines.at(finding.line) : head).place(finding.field);
}

QList<CellFinding> LineSheet::allFindings() const
{
    QList<CellFinding> all = findings;
    for (const ImportedLine &line : lines)
        all += line.findings;
    return all;
}

} // namespace kp

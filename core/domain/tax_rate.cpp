// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tax_rate.h"

namespace kp
{

std::optional<TaxRate> TaxRate::parse(QStringView text)
{
    text = text.trimmed();
    const bool percent = text.endsWith(u'%') || text.endsWith(u'％');
    const auto number = Decimal::parse(percent ? text.chopped(1) : text);
    if (!number || number->isNegative())
        return std::nullopt;
    const auto millionths = Decimal::product(*number, Decimal(percent ? 10'000 : 1'000'000));
    if (!millionths || millionths->decimals() > 0 || *millionths > Decimal(1'000'000))
        return std::nullopt;
    return fromMillionths(millionths->toString().toInt());
}

} // namespace kp

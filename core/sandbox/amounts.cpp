// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/amounts.h"

namespace kp::sandbox
{

std::optional<Decimal> numberOf(Json::Value value, int digits, int decimals)
{
    const QString text = value.text();
    qsizetype whole = 0;
    qsizetype fraction = 0;
    bool point = false;
    for (qsizetype i = text.startsWith(u'-') ? 1 : 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'.' && !point && whole > 0)
            point = true;
        else if (c >= u'0' && c <= u'9')
            ++(point ? fraction : whole);
        else
            return std::nullopt;
    }
    if (whole == 0 || whole + fraction > digits || fraction > decimals || (point && fraction == 0))
        return std::nullopt;
    return Decimal::parse(text);
}

std::optional<Money> amountOf(Json::Value value)
{
    const std::optional<Decimal> number = numberOf(value, 18, 2);
    if (!number)
        return std::nullopt;
    return number->toMoney();
}

} // namespace kp::sandbox

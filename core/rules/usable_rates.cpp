// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/usable_rates.h"

#include "core/rules/texts.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

namespace kp::rules
{

UsableRates::UsableRates(const QList<UsableRate> &rates, QDate day)
    : m_unknown(rates.isEmpty())
{
    std::copy_if(rates.begin(), rates.end(), std::back_inserter(m_rates), [&](const UsableRate &usable) {
        return (!usable.validFrom.isValid() || usable.validFrom <= day) &&
               (!usable.validTo.isValid() || day <= usable.validTo);
    });
}

bool UsableRates::contain(TaxRate rate) const
{
    return std::any_of(m_rates.begin(), m_rates.end(), [&](const UsableRate &usable) { return usable.rate == rate; });
}

bool UsableRates::areLevyOnly(TaxRate rate) const
{
    return contain(rate) && std::none_of(m_rates.begin(), m_rates.end(),
                                [&](const UsableRate &usable) { return usable.rate == rate && !usable.levy; });
}

QList<TaxRate> UsableRates::values() const
{
    QList<TaxRate> out;
    for (const UsableRate &usable : m_rates)
        if (!out.contains(usable.rate))
            out.append(usable.rate);
    return out;
}

QString UsableRates::text() const
{
    QStringList out;
    for (const TaxRate rate : values())
        out.append(rate.toPercent());
    return out.isEmpty() ? ChecksText::tr("none") : out.join(ChecksText::tr(", "));
}

} // namespace kp::rules

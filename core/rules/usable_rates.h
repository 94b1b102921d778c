// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/company.h"

#include <QDate>
#include <QList>

namespace kp::rules
{

/// The usable rates of a taxpayer on a day.
class UsableRates
{
public:
    UsableRates(const QList<UsableRate> &rates, QDate day);
    /// Nothing is known: the platform was never asked.
    [[nodiscard]] bool areUnknown() const { return m_unknown; }
    [[nodiscard]] bool contain(TaxRate rate) const;
    /// It is usable, but only as a levy rate.
    [[nodiscard]] bool areLevyOnly(TaxRate rate) const;
    /// Each once, in the order of the platform.
    [[nodiscard]] QList<TaxRate> values() const;
    /// "13%, 9%, 6%"
    [[nodiscard]] QString text() const;

private:
    QList<UsableRate> m_rates;
    bool m_unknown;
};

} // namespace kp::rules

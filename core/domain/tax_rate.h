// SPDX-License-Identifier: GPL-3.0-or-later
// A VAT rate as an exact number of millionths: the platform's rates have at most six decimals.
#pragma once

#include "core/base/decimal.h"

#include <compare>
#include <optional>

namespace kp
{

class TaxRate
{
public:
    constexpr TaxRate() = default;
    /// @param millionths 130000 is 13 %
    static constexpr TaxRate fromMillionths(std::int32_t millionths) { return TaxRate(millionths); }
    /// Reads "0.13", "13%" or "13.0 %"; empty when it is neither or lies outside 0 … 1.
    static std::optional<TaxRate> parse(QStringView text);

    [[nodiscard]] constexpr std::int32_t millionths() const { return m_millionths; }
    [[nodiscard]] constexpr bool isZero() const { return m_millionths == 0; }
    [[nodiscard]] Decimal toDecimal() const { return Decimal::fromParts(m_millionths, 6); }
    /// "0.13": the form of files and of the protocol.
    [[nodiscard]] QString toString() const { return toDecimal().toString(); }
    /// "13%": for people and for print.
    [[nodiscard]] QString toPercent() const { return Decimal::fromParts(m_millionths, 4).toString() + u'%'; }

    friend constexpr auto operator<=>(TaxRate, TaxRate) = default;

private:
    explicit constexpr TaxRate(std::int32_t millionths)
        : m_millionths(millionths)
    {
    }
    std::int32_t m_millionths = 0;
};

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// Exact decimals for quantities, unit prices and rates: a 128-bit mantissa and a number of decimals.
#pragma once

#include "core/base/money.h"

#include <QString>

#include <compare>
#include <optional>

namespace kp
{

/// A decimal number of at most 36 significant digits, always in its shortest form ("1.50" is stored as 15 and one
/// decimal). Operations are exact; those that can not be say how they round. Rounding is half away from zero.
class Decimal
{
public:
    static constexpr int maxDecimals = 26; // two numbers of 13 decimals, the most of a price, multiply exactly

    constexpr Decimal() = default;
    explicit Decimal(std::int64_t whole);
    /// The value mantissa / 10^decimals.
    static Decimal fromParts(std::int64_t mantissa, int decimals);
    static Decimal fromMoney(Money money) { return fromParts(money.fen(), 2); }
    /// Reads "-12.340", "1,234.5" or "1.2E-3" (spreadsheets write that); empty when it is not a number or does not fit.
    static std::optional<Decimal> parse(QStringView text);

    [[nodiscard]] bool isZero() const { return m_mantissa == 0; }
    [[nodiscard]] bool isNegative() const { return m_mantissa < 0; }
    [[nodiscard]] int decimals() const { return m_decimals; }
    /// Shortest plain form: "12.34", "-0.5", "1000". Never an exponent.
    [[nodiscard]] QString toString() const;
    /// Rounded to so many decimals.
    [[nodiscard]] Decimal rounded(int decimals) const;
    /// Rounded to fen; empty when the amount does not fit.
    [[nodiscard]] std::optional<Money> toMoney() const;

    Decimal operator-() const;
    /// Exact product, sum and difference; empty when the result needs more digits than a Decimal has.
    static std::optional<Decimal> product(const Decimal &a, const Decimal &b);
    static std::optional<Decimal> sum(const Decimal &a, const Decimal &b);
    static std::optional<Decimal> difference(const Decimal &a, const Decimal &b) { return sum(a, -b); }
    /// a / b rounded to so many decimals; empty when b is zero or the result does not fit.
    static std::optional<Decimal> quotient(const Decimal &a, const Decimal &b, int decimals);
    /// a * b rounded once, to fen; empty when the amount does not fit.
    static std::optional<Money> productAsMoney(const Decimal &a, const Decimal &b);

    friend bool operator==(const Decimal &, const Decimal &) = default;
    friend std::strong_ordering operator<=>(const Decimal &a, const Decimal &b);

private:
    __extension__ using Wide = __int128;
    Decimal(Wide mantissa, int decimals);
    struct Arithmetic; // decimal.cpp

    Wide m_mantissa = 0;
    int m_decimals = 0;
};

} // namespace kp

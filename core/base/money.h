// SPDX-License-Identifier: GPL-3.0-or-later
// An amount of money in fen (0.01 CNY), exact, as a 64-bit integer.
#pragma once

#include <QString>

#include <compare>
#include <cstdint>
#include <optional>

namespace kp
{

class Money
{
public:
    constexpr Money() = default;
    /// @param fen hundredths of a yuan
    static constexpr Money fromFen(std::int64_t fen) { return Money(fen); }
    /// Reads "1234.5", "-0.01" or "1,234.50": at most two decimals, nothing else around it; empty when it is not an
    /// amount of that form or does not fit.
    static std::optional<Money> parse(QStringView text);

    [[nodiscard]] constexpr std::int64_t fen() const { return m_fen; }
    [[nodiscard]] constexpr bool isZero() const { return m_fen == 0; }
    [[nodiscard]] constexpr bool isNegative() const { return m_fen < 0; }
    [[nodiscard]] constexpr Money abs() const { return Money(m_fen < 0 ? -m_fen : m_fen); }

    /// "1234.50": always two decimals, no grouping. The form of files, QR codes and the protocol.
    [[nodiscard]] QString toString() const;
    /// "1,234.50": for people.
    [[nodiscard]] QString toGrouped() const;

    constexpr Money operator-() const { return Money(-m_fen); }
    constexpr Money &operator+=(Money other)
    {
        m_fen += other.m_fen;
        return *this;
    }
    constexpr Money &operator-=(Money other)
    {
        m_fen -= other.m_fen;
        return *this;
    }
    friend constexpr Money operator+(Money a, Money b) { return Money(a.m_fen + b.m_fen); }
    friend constexpr Money operator-(Money a, Money b) { return Money(a.m_fen - b.m_fen); }
    friend constexpr auto operator<=>(Money, Money) = default;

private:
    explicit constexpr Money(std::int64_t fen)
        : m_fen(fen)
    {
    }
    std::int64_t m_fen = 0;
};

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"

#include <boost/multiprecision/cpp_int.hpp>

namespace kp
{

namespace
{
using Big = boost::multiprecision::int512_t;

Big power(int exponent)
{
    Big out = 1;
    for (int i = 0; i < exponent; ++i)
        out *= 10;
    return out;
}

/// n / d rounded half away from zero; d > 0.
Big divideRounded(const Big &n, const Big &d)
{
    const Big quotient = n / d;
    const Big rest = n - quotient * d;
    if (2 * abs(rest) >= d)
        return n < 0 ? Big(quotient - 1) : Big(quotient + 1);
    return quotient;
}
} // namespace

struct Decimal::Arithmetic {
    static Big big(const Decimal &d) { return Big(d.m_mantissa); }

    /// Shortens trailing zeros; empty when more than 36 digits or maxDecimals remain.
    static std::optional<Decimal> make(Big mantissa, int decimals)
    {
        while (decimals > 0 && mantissa % 10 == 0) {
            mantissa /= 10;
            --decimals;
        }
        static const Big limit = power(36);
        if (decimals > maxDecimals || abs(mantissa) >= limit)
            return std::nullopt;
        return Decimal(static_cast<Wide>(mantissa), decimals);
    }

    static std::optional<Money> money(const Big &mantissa, int decimals)
    {
        const Big fen =
            decimals <= 2 ? Big(mantissa * power(2 - decimals)) : divideRounded(mantissa, power(decimals - 2));
        if (abs(fen) > Big(std::numeric_limits<std::int64_t>::max()))
            return std::nullopt;
        return Money::fromFen(static_cast<std::int64_t>(fen));
    }
};

Decimal::Decimal(std::int64_t whole)
    : m_mantissa(whole)
{
}

Decimal::Decimal(Wide mantissa, int decimals)
    : m_mantissa(mantissa)
    , m_decimals(decimals)
{
    while (m_decimals > 0 && m_mantissa % 10 == 0) {
        m_mantissa /= 10;
        --m_decimals;
    }
}

Decimal Decimal::fromParts(std::int64_t mantissa, int decimals)
{
    Q_ASSERT(decimals >= 0 && decimals <= maxDecimals);
    return {static_cast<Wide>(mantissa), decimals};
}

std::optional<Decimal> Decimal::parse(QStringView text)
{
    text = text.trimmed();
    int exponent = 0;
    if (const qsizetype e = text.indexOf(u'e', 0, Qt::CaseInsensitive); e >= 0) {
        bool ok = false;
        exponent = text.mid(e + 1).toInt(&ok);
        if (!ok || exponent > 40 || exponent < -40)
            return std::nullopt;
        text = text.left(e);
    }
    bool negative = false;
    if (!text.isEmpty() && (text.front() == u'-' || text.front() == u'+')) {
        negative = text.front() == u'-';
        text = text.mid(1);
    }
    Big mantissa = 0;
    int decimals = 0;
    int digits = 0;
    bool point = false;
    for (const QChar c : text) {
        if (c == u',' && !point && digits > 0)
            continue;
        if (c == u'.' && !point) {
            point = true;
            continue;
        }
        if (c < u'0' || c > u'9' || digits >= 80)
            return std::nullopt;
        mantissa = mantissa * 10 + int(c.unicode() - u'0');
        ++digits;
        decimals += point ? 1 : 0;
    }
    if (digits == 0)
        return std::nullopt;
    decimals -= exponent;
    if (decimals < 0) {
        mantissa *= power(-decimals);
        decimals = 0;
    }
    return Arithmetic::make(negative ? Big(-mantissa) : mantissa, decimals);
}

QString Decimal::toString() const
{
    QString digits;
    Wide rest = m_mantissa < 0 ? -m_mantissa : m_mantissa;
    do {
        digits.prepend(QChar(u'0' + static_cast<int>(rest % 10)));
        rest /= 10;
    } while (rest != 0);
    if (m_decimals > 0) {
        digits = digits.rightJustified(m_decimals + 1, u'0');
        digits.insert(digits.size() - m_decimals, u'.');
    }
    return m_mantissa < 0 ? u'-' + digits : digits;
}

Decimal Decimal::rounded(int decimals) const
{
    if (m_decimals <= decimals)
        return *this;
    const Big value = divideRounded(Arithmetic::big(*this), power(m_decimals - decimals));
    return {static_cast<Wide>(value), decimals};
}

std::optional<Money> Decimal::toMoney() const
{
    return Arithmetic::money(Arithmetic::big(*this), m_decimals);
}

Decimal Decimal::operator-() const
{
    return {-m_mantissa, m_decimals};
}

std::optional<Decimal> Decimal::product(const Decimal &a, const Decimal &b)
{
    return Arithmetic::make(Arithmetic::big(a) * Arithmetic::big(b), a.m_decimals + b.m_decimals);
}

std::optional<Decimal> Decimal::sum(const Decimal &a, const Decimal &b)
{
    const int decimals = std::max(a.m_decimals, b.m_decimals);
    return Arithmetic::make(
        Arithmetic::big(a) * power(decimals - a.m_decimals) + Arithmetic::big(b) * power(decimals - b.m_decimals),
        decimals);
}

std::optional<Decimal> Decimal::quotient(const Decimal &a, const Decimal &b, int decimals)
{
    if (b.isZero())
        return std::nullopt;
    Big above = Arithmetic::big(a) * power(decimals + b.m_decimals);
    Big below = Arithmetic::big(b) * power(a.m_decimals);
    if (below < 0) {
        above = -above;
        below = -below;
    }
    return Arithmetic::make(divideRounded(above, below), decimals);
}

std::optional<Money> Decimal::productAsMoney(const Decimal &a, const Decimal &b)
{
    return Arithmetic::money(Arithmetic::big(a) * Arithmetic::big(b), a.m_decimals + b.m_decimals);
}

std::strong_ordering operator<=>(const Decimal &a, const Decimal &b)
{
    const int decimals = std::max(a.m_decimals, b.m_decimals);
    const Big left = Decimal::Arithmetic::big(a) * power(decimals - a.m_decimals);
    const Big right = Decimal::Arithmetic::big(b) * power(decimals - b.m_decimals);
    return left < right ? std::strong_ordering::less
                        : (right < left ? std::strong_ordering::greater : std::strong_ordering::equal);
}

} // namespace kp

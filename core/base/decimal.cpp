// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <array>
#include <limits>

namespace kp
{

namespace
{
__extension__ using Wide = __int128;
using Big = boost::multiprecision::int512_t;

constexpr int maxDigits = 36; // of a mantissa; twice that and its hundredfold still fit a Wide

constexpr auto powers = [] {
    std::array<Wide, maxDigits + 1> out{1};
    for (std::size_t i = 1; i < out.size(); ++i)
        out[i] = out[i - 1] * 10;
    return out;
}();

Wide power(int exponent)
{
    return powers[static_cast<std::size_t>(exponent)];
}

template<class Number>
Number magnitude(const Number &n)
{
    return n < 0 ? Number(-n) : n;
}

/// n / d rounded half away from zero; d > 0.
template<class Number>
Number divideRounded(const Number &n, const Number &d)
{
    const Number quotient = n / d;
    const Number rest = n - quotient * d;
    if (2 * magnitude(rest) >= d)
        return n < 0 ? Number(quotient - 1) : Number(quotient + 1);
    return quotient;
}

// Everyday amounts stay within 36 digits all the way and are computed in 128 bits; whatever does not is computed in
// 512.

/// value × 10^exponent when that has at most 36 digits.
std::optional<Wide> scaled(Wide value, int exponent)
{
    if (exponent > maxDigits || magnitude(value) >= power(maxDigits - exponent))
        return std::nullopt;
    return value * power(exponent);
}

/// a × b when that has at most 36 digits.
std::optional<Wide> multiplied(Wide a, Wide b)
{
    if (magnitude(a) >= power(maxDigits / 2) || magnitude(b) >= power(maxDigits / 2))
        return std::nullopt;
    return a * b;
}

template<class Number>
Number tenTo(int exponent)
{
    Number out(1);
    for (; exponent > maxDigits; exponent -= maxDigits)
        out *= Number(power(maxDigits));
    return out * Number(power(exponent));
}

Big raised(int exponent)
{
    return tenTo<Big>(exponent);
}
} // namespace

struct Decimal::Arithmetic {
    static Big big(const Decimal &d) { return Big(d.m_mantissa); }

    /// Shortens trailing zeros; empty when more than 36 digits or maxDecimals remain.
    template<class Number>
    static std::optional<Decimal> make(Number mantissa, int decimals)
    {
        while (decimals > 0 && mantissa % 10 == 0) {
            mantissa /= 10;
            --decimals;
        }
        static const Number limit(power(maxDigits));
        if (decimals > maxDecimals || magnitude(mantissa) >= limit)
            return std::nullopt;
        return Decimal(static_cast<Wide>(mantissa), decimals);
    }

    /// @param decimals at most twice maxDecimals; of a Wide at most 38
    template<class Number>
    static std::optional<Money> money(const Number &mantissa, int decimals)
    {
        const Number fen = decimals <= 2 ? Number(mantissa * Number(power(2 - decimals)))
                                         : divideRounded(mantissa, tenTo<Number>(decimals - 2));
        if (magnitude(fen) > Number(std::numeric_limits<std::int64_t>::max()))
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
        mantissa *= raised(-decimals);
        decimals = 0;
    }
    return Arithmetic::make(negative ? Big(-mantissa) : mantissa, decimals);
}

QString Decimal::toString() const
{
    constexpr int half = maxDigits / 2; // what 64 bits hold
    const Wide size = magnitude(m_mantissa);
    const auto upper = static_cast<quint64>(size / power(half));
    QString text = QString::number(static_cast<quint64>(size % power(half)));
    if (upper != 0)
        text = QString::number(upper) + text.rightJustified(half, u'0');
    if (m_decimals > 0) {
        text = text.rightJustified(m_decimals + 1, u'0');
        text.insert(text.size() - m_decimals, u'.');
    }
    return m_mantissa < 0 ? u'-' + text : text;
}

Decimal Decimal::rounded(int decimals) const
{
    if (m_decimals <= decimals)
        return *this;
    return {divideRounded(m_mantissa, power(m_decimals - decimals)), decimals};
}

std::optional<Money> Decimal::toMoney() const
{
    return Arithmetic::money(m_mantissa, m_decimals);
}

Decimal Decimal::operator-() const
{
    return {-m_mantissa, m_decimals};
}

std::optional<Decimal> Decimal::product(const Decimal &a, const Decimal &b)
{
    const int decimals = a.m_decimals + b.m_decimals;
    if (const auto mantissa = multiplied(a.m_mantissa, b.m_mantissa))
        return Arithmetic::make(*mantissa, decimals);
    return Arithmetic::make(Big(Arithmetic::big(a) * Arithmetic::big(b)), decimals);
}

std::optional<Decimal> Decimal::sum(const Decimal &a, const Decimal &b)
{
    const int decimals = std::max(a.m_decimals, b.m_decimals);
    const auto left = scaled(a.m_mantissa, decimals - a.m_decimals);
    const auto right = scaled(b.m_mantissa, decimals - b.m_decimals);
    if (left && right)
        return Arithmetic::make(*left + *right, decimals);
    return Arithmetic::make(Big(Arithmetic::big(a) * raised(decimals - a.m_decimals) +
                                Arithmetic::big(b) * raised(decimals - b.m_decimals)),
        decimals);
}

std::optional<Decimal> Decimal::quotient(const Decimal &a, const Decimal &b, int decimals)
{
    if (b.isZero())
        return std::nullopt;
    const Decimal above = b.isNegative() ? -a : a;
    const Decimal below = b.isNegative() ? -b : b;
    const auto n = scaled(above.m_mantissa, decimals + b.m_decimals);
    const auto d = scaled(below.m_mantissa, a.m_decimals);
    if (n && d)
        return Arithmetic::make(divideRounded(*n, *d), decimals);
    return Arithmetic::make(divideRounded(Big(Arithmetic::big(above) * raised(decimals + b.m_decimals)),
                                Big(Arithmetic::big(below) * raised(a.m_decimals))),
        decimals);
}

std::optional<Money> Decimal::productAsMoney(const Decimal &a, const Decimal &b)
{
    const int decimals = a.m_decimals + b.m_decimals;
    const auto mantissa = multiplied(a.m_mantissa, b.m_mantissa);
    if (mantissa && decimals <= maxDigits)
        return Arithmetic::money(*mantissa, decimals);
    return Arithmetic::money(Big(Arithmetic::big(a) * Arithmetic::big(b)), decimals);
}

std::strong_ordering operator<=>(const Decimal &a, const Decimal &b)
{
    const int decimals = std::max(a.m_decimals, b.m_decimals);
    const auto left = scaled(a.m_mantissa, decimals - a.m_decimals);
    const auto right = scaled(b.m_mantissa, decimals - b.m_decimals);
    if (left && right)
        return *left <=> *right;
    const Big wideLeft = Decimal::Arithmetic::big(a) * raised(decimals - a.m_decimals);
    const Big wideRight = Decimal::Arithmetic::big(b) * raised(decimals - b.m_decimals);
    return wideLeft < wideRight ? std::strong_ordering::less
                                : (wideRight < wideLeft ? std::strong_ordering::greater : std::strong_ordering::equal);
}

} // namespace kp

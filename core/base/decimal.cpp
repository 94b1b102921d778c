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

/// Takes the zeros at the end of the decimals off, in 64 bits as soon as the number fits: dividing 128 costs ten times
/// as much.
void shorten(Wide &mantissa, int &decimals)
{
    const auto fits = [](Wide value) { return value == static_cast<std::int64_t>(value); };
    for (; decimals > 0 && !fits(mantissa) && mantissa % 10 == 0; --decimals)
        mantissa /= 10;
    if (!fits(mantissa))
        return;
    auto small = static_cast<std::int64_t>(mantissa);
    for (; decimals > 0 && small % 10 == 0; --decimals)
        small /= 10;
    mantissa = small;
}

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

    /// Empty when more than 36 digits or maxDecimals remain without the zeros at the end.
    static std::optional<Decimal> make(Wide mantissa, int decimals)
    {
        const Decimal made(mantissa, decimals);
        return made.m_decimals > maxDecimals || magnitude(made.m_mantissa) >= power(maxDigits) ? std::nullopt
                                                                                               : std::optional(made);
    }
    static std::optional<Decimal> make(Big mantissa, int decimals)
    {
        static const Big limit(power(maxDigits));
        for (; decimals > 0 && magnitude(mantissa) >= limit && mantissa % 10 == 0; --decimals)
            mantissa /= 10;
        return magnitude(mantissa) >= limit ? std::nullopt : make(static_cast<Wide>(mantissa), decimals);
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
    shorten(m_mantissa, m_decimals);
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
    constexpr int fewDigits = 18; // what 64 bits hold
    std::int64_t first = 0;       // so many of them
    Big mantissa = 0;             // all of them, where there are more
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
        const int digit = c.unicode() - u'0';
        if (digits == fewDigits)
            mantissa = first;
        if (digits < fewDigits)
            first = first * 10 + digit;
        else
            mantissa = mantissa * 10 + digit;
        ++digits;
        decimals += point ? 1 : 0;
    }
    if (digits == 0)
        return std::nullopt;
    decimals -= exponent;
    if (digits <= fewDigits && decimals >= 0)
        return Arithmetic::make(Wide{negative ? -first : first}, decimals);
    if (digits <= fewDigits)
        mantissa = first;
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
    const auto lower = static_cast<quint64>(size % power(half));
    std::array<QChar, maxDigits + 4> text; // a sign, a point and a zero before it
    auto first = text.end();
    int written = 0;
    const auto write = [&](quint64 digits, int atLeast) {
        for (; digits != 0 || written < atLeast; digits /= 10, ++written) {
            if (written == m_decimals && written > 0)
                *--first = u'.';
            *--first = QChar(static_cast<char16_t>(u'0' + digits % 10));
        }
    };
    write(lower, upper == 0 ? m_decimals + 1 : half);
    write(upper, m_decimals + 1);
    if (m_mantissa < 0)
        *--first = u'-';
    return QString(first, text.end() - first);
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

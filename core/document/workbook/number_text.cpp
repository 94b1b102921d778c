// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/number_text.h"

#include "core/base/decimal.h"

#include <QDate>

#include <algorithm>
#include <charconv>
#include <string>

namespace kp::workbook
{

namespace
{
/// A double holds 15 decimal digits for certain; Excel shows no more.
constexpr int shownDigits = 15;
/// Exponents of a double; larger ones are not numbers of a workbook.
constexpr int maxExponent = 330;

struct Digits {
    bool negative = false;
    std::string digits; ///< significant ones, without leading zeros
    int point = 0;      ///< the decimal point stands before digits[point]; may lie outside
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Splits "-12.5E+3"; false when it is not a number.
bool split(std::string_view raw, Digits &out)
{
    std::size_t at = 0;
    if (at < raw.size() && (raw[at] == '-' || raw[at] == '+'))
        out.negative = raw[at++] == '-';
    bool any = false;
    bool fraction = false;
    for (; at < raw.size() && (isDigit(raw[at]) || (raw[at] == '.' && !fraction)); ++at) {
        if (raw[at] == '.') {
            fraction = true;
            continue;
        }
        any = true;
        if (!out.digits.empty() || raw[at] != '0') {
            out.digits += raw[at];
            out.point += fraction ? 0 : 1;
        } else if (fraction) {
            --out.point;
        }
    }
    if (!any)
        return false;
    if (at < raw.size() && (raw[at] == 'e' || raw[at] == 'E')) {
        ++at;
        if (at + 1 < raw.size() && raw[at] == '+' && isDigit(raw[at + 1]))
            ++at;
        int exponent = 0;
        const char *end = raw.data() + raw.size();
        const auto [stop, error] = std::from_chars(raw.data() + at, end, exponent);
        if (error != std::errc() || stop != end || exponent > maxExponent || exponent < -maxExponent)
            return false;
        out.point += exponent;
        at = raw.size();
    }
    return at == raw.size();
}

/// Rounds half up to the shown digits and cuts trailing zeros behind the point.
void shorten(Digits &number)
{
    std::string &digits = number.digits;
    if (digits.size() > shownDigits) {
        const bool up = digits[shownDigits] >= '5';
        digits.resize(shownDigits);
        if (up) {
            auto at = digits.rbegin();
            for (; at != digits.rend() && *at == '9'; ++at)
                *at = '0';
            if (at != digits.rend()) {
                ++*at;
            } else {
                digits.insert(digits.begin(), '1');
                ++number.point;
            }
        }
    }
    while (!digits.empty() && digits.back() == '0')
        digits.pop_back();
}

std::string joined(const Digits &number)
{
    const int count = static_cast<int>(number.digits.size());
    if (count == 0)
        return "0";
    std::string text = number.negative ? "-" : "";
    if (number.point <= 0)
        text += "0." + std::string(static_cast<std::size_t>(-number.point), '0') + number.digits;
    else if (number.point >= count)
        text += number.digits + std::string(static_cast<std::size_t>(number.point - count), '0');
    else
        text += number.digits.substr(0, static_cast<std::size_t>(number.point)) + "." +
                number.digits.substr(static_cast<std::size_t>(number.point));
    return text;
}

/// Nearly all cells: digits with at most one point, short enough to be exact as they stand.
bool isPlain(std::string_view raw)
{
    if (raw.empty() || raw.size() > shownDigits || !isDigit(raw.back()))
        return false;
    const std::string_view unsignedPart = raw.front() == '-' ? raw.substr(1) : raw;
    if (!isDigit(unsignedPart.front()))
        return false;
    if (unsignedPart.front() == '0' && raw != "0" && !unsignedPart.starts_with("0."))
        return false;
    bool point = false;
    for (const char c : unsignedPart) {
        if (c == '.' && !point)
            point = true;
        else if (!isDigit(c))
            return false;
    }
    return !point || raw.back() != '0';
}

QString latin1(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}
} // namespace

QString plainNumber(std::string_view raw)
{
    if (isPlain(raw))
        return latin1(raw);
    Digits number;
    if (!split(raw, number))
        return QString::fromUtf8(raw.data(), static_cast<qsizetype>(raw.size()));
    shorten(number);
    return latin1(joined(number));
}

NumberFormat numberFormat(QStringView code)
{
    // The section before the first ; is the one of positive numbers, which days are.
    NumberFormat format;
    bool clock = false;
    bool month = false;
    qsizetype zeros = 0;
    qsizetype others = 0;
    for (qsizetype i = 0; i < code.size() && code.at(i) != u';'; ++i) {
        const char16_t c = code.at(i).toLower().unicode();
        if (c == u'"') {
            const qsizetype end = code.indexOf(u'"', i + 1);
            i = end < 0 ? code.size() - 1 : end;
            ++others;
        } else if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
            ++others;
        } else if (c == u'[') {
            qsizetype end = code.indexOf(u']', i + 1);
            end = end < 0 ? code.size() : end;
            const QString inside = code.mid(i + 1, end - i - 1).toString().toLower();
            const bool unit = !inside.isEmpty() && QStringView(u"hms").contains(inside.front()) &&
                              inside.count(inside.front()) == inside.size();
            format.elapsed = format.elapsed || unit;
            clock = clock || unit;
            i = end;
            ++others;
        } else if (c == u'y' || c == u'd') {
            format.date = true;
        } else if (c == u'h' || c == u's') {
            clock = true;
        } else if (c == u'm') {
            month = true;
        } else if (c == u'0') {
            ++zeros;
        } else {
            ++others;
        }
    }
    format.time = clock;
    format.date = format.date || (month && !clock); // beside hours or seconds, m is minutes
    if (!format.isMoment() && others == 0 && zeros > 1)
        format.zeroPadding = static_cast<int>(std::min<qsizetype>(zeros, 255));
    return format;
}

NumberFormat builtInFormat(int id)
{
    const auto within = [id](int first, int last) { return id >= first && id <= last; };
    if (id == 22)
        return {.date = true, .time = true};
    if (within(18, 21) || within(32, 35) || id == 45 || id == 47 || within(55, 56))
        return {.time = true};
    if (id == 46)
        return {.time = true, .elapsed = true};
    if (within(14, 17) || within(27, 31) || id == 36 || within(50, 54) || within(57, 58))
        return {.date = true};
    return {};
}

QString momentText(std::string_view serial, const NumberFormat &format, bool date1904)
{
    constexpr int secondsADay = 86400;
    constexpr qint64 lastDay = 2958465; // 9999-12-31 counted from 1900
    constexpr int days1904 = 1462;      // between the two systems
    const auto days = Decimal::parse(latin1(serial));
    if (!days || days->isNegative())
        return {};
    const auto seconds = Decimal::product(days->rounded(12), Decimal(secondsADay));
    const qint64 total = seconds ? seconds->rounded(0).toString().toLongLong() : -1;
    qint64 day = total / secondsADay;
    const int second = static_cast<int>(total % secondsADay);
    if (total < 0 || day > lastDay)
        return {};
    const auto clock = [second](qint64 hours) {
        return QStringLiteral("%1:%2:%3")
            .arg(hours, 2, 10, QLatin1Char('0'))
            .arg(second / 60 % 60, 2, 10, QLatin1Char('0'))
            .arg(second % 60, 2, 10, QLatin1Char('0'));
    };
    if (!format.date)
        return clock(format.elapsed ? total / 3600 : second / 3600);

    if (date1904)
        day += days1904;
    if (day < 1 || day > lastDay)
        return {};
    // Excel believes that 1900 was a leap year: day 60 is a 29 February that never was.
    QString text = day == 60 ? QStringLiteral("1900-02-29")
                             : QDate(1899, 12, 31).addDays(day > 60 ? day - 1 : day).toString(Qt::ISODate);
    if (format.time)
        text += u' ' + clock(second / 3600);
    return text;
}

} // namespace kp::workbook

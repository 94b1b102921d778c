// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/capitals.h"

namespace kp::rules
{

namespace
{
constexpr QChar zero = u'零';
constexpr char16_t digits[] = u"零壹贰叁肆伍陆柒捌玖";
constexpr char16_t places[] = u"\0拾佰仟";

QString wholeYuan(std::uint64_t yuan)
{
    QString out;
    const QString figures = QString::number(yuan);
    bool zeros = false;    // a run of zeros waits for the next figure: it gives one 零, and none at the end
    bool groupHas = false; // a figure stands before the next 万
    for (qsizetype i = 0; i < figures.size(); ++i) {
        const int place = static_cast<int>(figures.size() - 1 - i);
        const int figure = figures.at(i).digitValue();
        if (figure == 0) {
            zeros = true;
        } else {
            if (zeros)
                out += zero;
            zeros = false;
            out += QChar(digits[figure]);
            if (place % 4 > 0)
                out += QChar(places[place % 4]);
            groupHas = true;
        }
        if (place % 4 == 0) {
            if (place % 8 == 4 && groupHas)
                out += u'万';
            else if (place % 8 == 0 && place > 0)
                out += u'亿';
            groupHas = false;
        }
    }
    return out;
}
} // namespace

QString capitals(Money amount)
{
    const std::int64_t signedFen = amount.fen();
    // Through unsigned, so that the smallest amount there is has a size too.
    const std::uint64_t fen =
        signedFen < 0 ? 0 - static_cast<std::uint64_t>(signedFen) : static_cast<std::uint64_t>(signedFen);
    const std::uint64_t yuan = fen / 100;
    const auto jiao = static_cast<int>(fen / 10 % 10);
    const auto rest = static_cast<int>(fen % 10);

    QString out = amount.isNegative() ? QStringLiteral(u"（负数）") : QString();
    if (yuan > 0)
        out += wholeYuan(yuan) + u'圆';
    if (jiao > 0)
        out += QString(QChar(digits[jiao])) + u'角';
    else if (rest > 0 && yuan > 0)
        out += zero;
    if (rest > 0)
        return out + QChar(digits[rest]) + u'分';
    return fen == 0 ? out + QStringLiteral(u"零圆整") : out + u'整';
}

} // namespace kp::rules

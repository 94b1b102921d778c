// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include <array>
#include <limits>

namespace kp
{

std::optional<Money> Money::parse(QStringView text)
{
    text = text.trimmed();
    bool negative = false;
    if (!text.isEmpty() && (text.front() == u'-' || text.front() == u'+')) {
        negative = text.front() == u'-';
        text = text.mid(1);
    }
    std::int64_t fen = 0;
    int decimals = -1; // -1: still left of the point
    int digits = 0;
    constexpr std::int64_t limit = std::numeric_limits<std::int64_t>::max() / 10 - 1;
    for (const QChar c : text) {
        if (c == u',' && decimals < 0 && digits > 0)
            continue;
        if (c == u'.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (c < u'0' || c > u'9' || fen > limit || decimals == 2)
            return std::nullopt;
        fen = fen * 10 + (c.unicode() - u'0');
        ++digits;
        if (decimals >= 0)
            ++decimals;
    }
    if (digits == 0)
        return std::nullopt;
    for (int i = decimals < 0 ? 0 : decimals; i < 2; ++i) {
        if (fen > limit)
            return std::nullopt;
        fen *= 10;
    }
    return Money(negative ? -fen : fen);
}

QString Money::toString() const
{
    std::uint64_t rest = m_fen < 0 ? 0 - static_cast<std::uint64_t>(m_fen) : static_cast<std::uint64_t>(m_fen);
    std::array<QChar, 24> text; // 19 digits, point and sign
    auto first = text.end();
    for (int digits = 0; digits < 3 || rest != 0; ++digits, rest /= 10) {
        if (digits == 2)
            *--first = u'.';
        *--first = QChar(static_cast<char16_t>(u'0' + rest % 10));
    }
    if (m_fen < 0)
        *--first = u'-';
    return QString(first, text.end() - first);
}

QString Money::toGrouped() const
{
    QString out = toString();
    const qsizetype first = m_fen < 0 ? 1 : 0;
    for (qsizetype at = out.size() - 6; at > first; at -= 3)
        out.insert(at, u',');
    return out;
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <array>

namespace kp
{

// Both by hand: every row of a list and every invoice that is stored or sent passes here, and Qt's formats are read
// anew each time.
namespace
{
constexpr qsizetype stampSize = 19; // "yyyy-MM-dd HH:mm:ss"

/// The number in so many digits of a text; −1 when one of them is none.
int numberAt(const QString &text, qsizetype at, qsizetype size)
{
    int number = 0;
    for (qsizetype i = at; i < at + size; ++i) {
        const char16_t c = text[i].unicode();
        if (c < u'0' || c > u'9')
            return -1;
        number = number * 10 + (c - u'0');
    }
    return number;
}

void writeNumber(QChar *end, int number, int size)
{
    for (; size > 0; --size, number /= 10)
        *--end = QChar(static_cast<char16_t>(u'0' + number % 10));
}
} // namespace

QDateTime Clock::parseChinaTime(const QString &text)
{
    if (text.size() != stampSize || text[4] != u'-' || text[7] != u'-' || text[10] != u' ' || text[13] != u':' ||
        text[16] != u':')
        return {};
    const std::array<int, 6> parts{numberAt(text, 0, 4), numberAt(text, 5, 2), numberAt(text, 8, 2),
        numberAt(text, 11, 2), numberAt(text, 14, 2), numberAt(text, 17, 2)};
    // Date and time apart: as a whole, Qt would take it for local time, which skips an hour where clocks go forward.
    const QDate date(parts[0], parts[1], parts[2]);
    const QTime time(parts[3], parts[4], parts[5]);
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::OffsetFromUTC, 8 * 3600) : QDateTime();
}

QString Clock::stamp(const QDateTime &time)
{
    const QDateTime at = time.toOffsetFromUtc(8 * 3600);
    const QDate date = at.date();
    const QTime clock = at.time();
    QString text = QStringLiteral("0000-00-00 00:00:00");
    QChar *begin = text.data();
    writeNumber(begin + 4, date.year(), 4);
    writeNumber(begin + 7, date.month(), 2);
    writeNumber(begin + 10, date.day(), 2);
    writeNumber(begin + 13, clock.hour(), 2);
    writeNumber(begin + 16, clock.minute(), 2);
    writeNumber(begin + 19, clock.second(), 2);
    return text;
}

} // namespace kp

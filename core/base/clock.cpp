// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

namespace kp
{

QDateTime Clock::parseChinaTime(const QString &text)
{
    // Read apart: as a whole, Qt would take it for local time, which skips an hour where clocks go forward.
    const QDate date = QDate::fromString(text.left(10), QStringLiteral("yyyy-MM-dd"));
    const QTime time = QTime::fromString(text.mid(10), QStringLiteral(" HH:mm:ss"));
    return date.isValid() && time.isValid() ? QDateTime(date, time, Qt::OffsetFromUTC, 8 * 3600) : QDateTime();
}

QString Clock::stamp(const QDateTime &time)
{
    return time.toOffsetFromUtc(8 * 3600).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace kp

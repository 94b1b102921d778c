// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

namespace kp
{

QDateTime Clock::parseChinaTime(const QString &text)
{
    const QDateTime local = QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    return local.isValid() ? QDateTime(local.date(), local.time(), Qt::OffsetFromUTC, 8 * 3600) : QDateTime();
}

QString Clock::stamp(const QDateTime &time)
{
    return time.toOffsetFromUtc(8 * 3600).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace kp

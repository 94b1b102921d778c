// SPDX-License-Identifier: GPL-3.0-or-later
// Time as a port. The tax platform lives in China Standard Time (UTC+8, no daylight saving), wherever the desk stands.
#pragma once

#include <QDate>
#include <QDateTime>

namespace kp
{

class Clock
{
public:
    virtual ~Clock() = default;
    /// Milliseconds since 1970-01-01 UTC.
    [[nodiscard]] virtual qint64 nowMs() const = 0;
    /// Now, as a date and time at UTC+8.
    [[nodiscard]] QDateTime now() const { return chinaTime(nowMs()); }
    [[nodiscard]] QDate today() const { return now().date(); }

    [[nodiscard]] static QDateTime chinaTime(qint64 ms)
    {
        return QDateTime::fromMSecsSinceEpoch(ms, Qt::OffsetFromUTC, 8 * 3600);
    }
    /// Reads "yyyy-MM-dd HH:mm:ss" as China time; invalid when the text has another form.
    [[nodiscard]] static QDateTime parseChinaTime(const QString &text);
    /// "yyyy-MM-dd HH:mm:ss" in China time.
    [[nodiscard]] static QString stamp(const QDateTime &time);
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override { return QDateTime::currentMSecsSinceEpoch(); }
};

/// A clock that stands still until it is moved; for tests and for the sandbox.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(qint64 ms)
        : m_ms(ms)
    {
    }
    [[nodiscard]] qint64 nowMs() const override { return m_ms; }
    void set(qint64 ms) { m_ms = ms; }
    void advance(qint64 ms) { m_ms += ms; }

private:
    qint64 m_ms;
};

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bar.h"

namespace kp::bench
{

namespace
{
constexpr int nameWidth = 62;
constexpr int figureWidth = 12;
constexpr int ratioWidth = 9;

QString figure(double value, const QString &unit)
{
    return QString::number(value, 'f', value < 10 ? 3 : 1) + u' ' + unit;
}

QString times(double value)
{
    return QString::number(value, 'f', value < 100 ? 2 : 0);
}

QString columns(const QString &name, const QString &ours, const QString &floor, const QString &ratio,
    const QString &limit, const QString &verdict)
{
    return name.leftJustified(nameWidth) + ours.rightJustified(figureWidth) + floor.rightJustified(figureWidth) +
           ratio.rightJustified(ratioWidth) + limit.rightJustified(ratioWidth) + QStringLiteral("  ") + verdict;
}
} // namespace

QString heading()
{
    return columns(QStringLiteral("bar"), QStringLiteral("ours"), QStringLiteral("floor"), QStringLiteral("ratio"),
        QStringLiteral("limit"), {});
}

QString Bar::line() const
{
    const QString sign = wants == Wants::AtMost ? QStringLiteral("<= ") : QStringLiteral(">= ");
    return columns(name, figure(ours, unit), figure(floor, unit), times(ratio()), sign + QString::number(limit),
        passes() ? QStringLiteral("pass") : QStringLiteral("FAIL"));
}

QJsonObject Bar::json() const
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("ours"), ours}, {QStringLiteral("floor"), floor},
        {QStringLiteral("unit"), unit}, {QStringLiteral("ratio"), ratio()},
        {QStringLiteral("wants"), wants == Wants::AtMost ? QStringLiteral("at most") : QStringLiteral("at least")},
        {QStringLiteral("limit"), limit}, {QStringLiteral("passes"), passes()}};
}

} // namespace kp::bench

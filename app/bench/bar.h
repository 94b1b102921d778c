// SPDX-License-Identifier: GPL-3.0-or-later
// A bar: a measurement of the program beside the bare work it can not do without, taken in the same run.
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace kp::bench
{

struct Bar {
    enum class Wants {
        AtMost,  ///< ours / floor must not be more than the limit
        AtLeast, ///< floor / ours must not be less: how many times faster
    };
    QString name;
    double ours = 0;
    double floor = 0;
    QString unit; ///< "s", "ms", "MiB"
    Wants wants = Wants::AtMost;
    double limit = 1;

    [[nodiscard]] double ratio() const { return wants == Wants::AtMost ? ours / floor : floor / ours; }
    [[nodiscard]] bool passes() const { return wants == Wants::AtMost ? ratio() <= limit : ratio() >= limit; }
    /// One line: name, ours, floor, ratio, limit, pass or FAIL.
    [[nodiscard]] QString line() const;
    [[nodiscard]] QJsonObject json() const;
};

/// The head over the lines.
QString heading();

} // namespace kp::bench

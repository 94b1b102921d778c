// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace kp::sandbox
{

/// Groups of the codes this platform gives with a refused invoice. The real ones are not published (§1.5).
enum class Group {
    Right = 1000,  ///< the seller may not issue
    Field = 2000,  ///< a field is missing, too long or of another form
    Amount = 3000, ///< sums and tolerances
    Line = 4000,   ///< codes, rates, preferences, discounts
    Quota = 5000,
    Number = 6000, ///< number and time of issue
};

/// Why an invoice was refused.
struct Finding {
    Group group = Group::Field;
    QString message; ///< at most 30 characters: the width of the platform's field
    [[nodiscard]] QString code() const { return QString::number(static_cast<int>(group)); }
};

using Check = std::optional<Finding>; ///< nothing found, or the first thing wrong

/// "第3行" in front of what concerns the third line; nothing for the head (0).
inline QString place(qsizetype line)
{
    return line > 0 ? QStringLiteral("第%1行").arg(line) : QString();
}

} // namespace kp::sandbox

/// KP_CHECK(f()): the enclosing check ends with what f() found, if it found something.
#define KP_CHECK(expression)                                                                                           \
    if (const kp::sandbox::Check kpFound = (expression))                                                               \
    return kpFound

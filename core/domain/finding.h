// SPDX-License-Identifier: GPL-3.0-or-later
// What a check has to say. Checks return all findings at once; each names the field it is about, so that a cell of the
// window, a cell of a workbook or a key of the command line's answer can be marked.
#pragma once

#include <QList>
#include <QString>

namespace kp
{

enum class Severity { Error, Warning };

struct Finding {
    Severity severity = Severity::Error;
    QString field; ///< key of the field in its schema: "buyer.name", "rate"; empty when it is about the whole
    int line = -1; ///< index of the draft line, or -1 for the head
    QString text;  ///< for the clerk: what is wrong and what would be right

    friend bool operator==(const Finding &, const Finding &) = default;
};

inline bool hasErrors(const QList<Finding> &findings)
{
    for (const Finding &finding : findings)
        if (finding.severity == Severity::Error)
            return true;
    return false;
}

} // namespace kp

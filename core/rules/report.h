// SPDX-License-Identifier: GPL-3.0-or-later
// How the checks write down what they find; used within core/rules only.
#pragma once

#include "core/domain/finding.h"

namespace kp::rules
{

/// Findings about the head (line −1) or about one line.
class Report
{
public:
    explicit Report(QList<Finding> &findings, int line = -1)
        : m_findings(findings)
        , m_line(line)
    {
    }
    void error(const char *field, const QString &text) { add(Severity::Error, field, text); }
    void warning(const char *field, const QString &text) { add(Severity::Warning, field, text); }

private:
    void add(Severity severity, const char *field, const QString &text)
    {
        m_findings.append({severity, QString::fromLatin1(field), m_line, text});
    }
    QList<Finding> &m_findings;
    int m_line;
};

/// The field of a finding about the whole invoice.
inline constexpr const char *whole = "";

} // namespace kp::rules

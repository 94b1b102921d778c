// SPDX-License-Identifier: GPL-3.0-or-later
// How the checks write down what they find; used within core/rules only.
#pragma once

#include "core/domain/finding.h"

#include <utility>

namespace kp::rules
{

/// Findings about the head (line −1), about one line, or about one entry of a list of the head.
class Report
{
public:
    /// @param prefix before the fields: "vouchers.0."
    explicit Report(QList<Finding> &findings, int line = -1, QString prefix = {})
        : m_findings(findings)
        , m_line(line)
        , m_prefix(std::move(prefix))
    {
    }
    void error(const char *field, const QString &text) { add(Severity::Error, field, text); }
    void warning(const char *field, const QString &text) { add(Severity::Warning, field, text); }

private:
    void add(Severity severity, const char *field, const QString &text)
    {
        m_findings.append({severity, m_prefix + QLatin1StringView(field), m_line, text});
    }
    QList<Finding> &m_findings;
    int m_line;
    QString m_prefix;
};

/// The field of a finding about the whole invoice.
inline constexpr const char *whole = "";

} // namespace kp::rules

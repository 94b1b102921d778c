// SPDX-License-Identifier: GPL-3.0-or-later
// A practice platform in a process of its own, so that its work is not counted as ours.
#pragma once

#include "core/base/result.h"
#include "core/sandbox/credentials.h"

#include <QCoro/QCoroTask>

#include <QProcess>

namespace kp::bench
{

class Practice
{
public:
    Practice() = default;
    ~Practice();
    Practice(const Practice &) = delete;
    Practice &operator=(const Practice &) = delete;

    /// Starts kaipiao-sandbox, which lies beside this program, over a folder. Faults: NotFound, Internal.
    QCoro::Task<Outcome> start(QString folder, int latencyMs);
    /// The company to issue for: a general taxpayer with ample credit.
    [[nodiscard]] const sandbox::Credential &company() const { return m_company; }

private:
    QProcess m_process;
    sandbox::Credential m_company;
};

} // namespace kp::bench

// SPDX-License-Identifier: GPL-3.0-or-later
// A practice platform in a process of its own, so that its work is not counted as ours.
#pragma once

#include "app/bench/child.h"
#include "core/sandbox/credentials.h"
#include "core/service/company_setup.h"

namespace kp::bench
{

class Practice
{
public:
    /// Starts kaipiao-sandbox over a folder. Faults: NotFound, Storage.
    QCoro::Task<Outcome> start(QString folder, int latencyMs);
    /// The company to issue for: a general taxpayer with ample credit.
    [[nodiscard]] const sandbox::Credential &company() const { return m_company; }

private:
    Child m_process;
    sandbox::Credential m_company;
};

/// The company as the services want it.
service::CompanyCredentials credentialsOf(const sandbox::Credential &company);

} // namespace kp::bench

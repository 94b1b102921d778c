// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs of the command line. Each gives the exit code; faults are printed by run().
#pragma once

#include "app/cli/arguments.h"
#include "app/profile/profile.h"

#include <QCoro/QCoroTask>

namespace kp::cli
{

/// Does what the arguments say, from opening the profile to the last line of output.
QCoro::Task<int> run(Arguments arguments);

/// What a verb works with once somebody has signed in.
struct Session {
    const Arguments &arguments;
    app::Profile &profile;
    Actor actor;

    /// The company of --company, else the default one. Fault: NotFound.
    [[nodiscard]] Result<CompanyId> company() const;
};

/// @param session may be null: then only the official table speaks
Result<int> classify(const Arguments &arguments, const Session *session);
QCoro::Task<Result<int>> issueOrders(const Session &session);
Result<int> listInvoices(const Session &session);
Result<int> showInvoice(const Session &session);
Result<int> writePdf(const Session &session);
Result<int> showStatus(const Session &session);
Result<int> verify(const Session &session);

} // namespace kp::cli

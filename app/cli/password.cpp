// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/password.h"

#include "app/cli/texts.h"
#include "core/base/terminal.h"

namespace kp::cli
{

Result<Secret> readPassword()
{
    const QByteArray fromEnvironment = qgetenv("KAIPIAO_PASSWORD");
    qunsetenv("KAIPIAO_PASSWORD");
    if (!fromEnvironment.isEmpty())
        return Secret(fromEnvironment);
    const std::optional<QByteArray> typed = readHidden(CommandLineText::tr("Password: ").toUtf8());
    if (!typed || typed->isEmpty())
        return Fault{
            FaultKind::Denied, CommandLineText::tr("No password: set KAIPIAO_PASSWORD, or type one at a terminal.")};
    return Secret(*typed);
}

} // namespace kp::cli

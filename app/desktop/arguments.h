// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/kit/theme.h"

#include <QStringList>

#include <optional>

namespace kp::desktop
{

struct Arguments {
    QString folder; ///< of the profile
    bool practice = false;
    QString language;             ///< empty: as the profile says
    std::optional<Scheme> scheme; ///< empty: as the profile says
    QString text;                 ///< to be printed instead of opening a window: help, version
};

/// Reads the command line; needs no application object, since the scale must be known before there is one. Fault:
/// Invalid, with the message for the terminal.
Result<Arguments> readArguments(const QStringList &commandLine);

} // namespace kp::desktop

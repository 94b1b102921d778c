// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace kp
{

/// Shows @p prompt on the terminal and reads one line without showing it; empty when there is no terminal.
std::optional<QByteArray> readHidden(const QByteArray &prompt);

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// One log file a program, with a reference for each fault that a message can name. Secrets never come here: the types
// that hold them (Secret) have no text form.
#pragma once

#include <QString>

namespace kp
{

/// Sends qDebug … qCritical to @p path (kept under 2 MiB, one older file beside it) and warnings also to stderr.
void startLog(const QString &path);

/// Logs @p detail as a warning and gives back the short reference (eight hex digits) that stands beside it.
QString logReference(const QString &detail);

} // namespace kp

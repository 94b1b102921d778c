// SPDX-License-Identifier: GPL-3.0-or-later
// One log file a program, with a reference for each fault that a message can name. Secrets never come here: the types
// that hold them (Secret) have no text form.
#pragma once

#include "core/base/result.h"

namespace kp
{

/// Sends qDebug … qCritical to @p path (kept under 2 MiB, one older file beside it) and warnings also to stderr.
void startLog(const QString &path);

/// Closes the file, so that it can be moved or deleted; what comes later goes to stderr only.
void stopLog();

/// Writes what happened, or a fault with its detail, to the file and nowhere else: for a program that tells the person
/// in its own way.
void logNote(const QString &text);
void logFault(const Fault &fault);

/// Logs @p detail as a warning and gives back the short reference (eight hex digits) that stands beside it.
QString logReference(const QString &detail);

} // namespace kp

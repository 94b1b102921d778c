// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace kp
{

/// Reads a whole file of at most @p maxBytes. Faults: NotFound (not there or not readable), Invalid (too large).
Result<QByteArray> readFile(const QString &path, qint64 maxBytes);

/// Replaces or creates a file: all of it or nothing is on disk afterwards. Fault: Storage, with the system's words.
/// @param ownerOnly nobody but the owner may read it (vaults, credentials)
Outcome writeFile(const QString &path, const QByteArray &content, bool ownerOnly = false);

} // namespace kp

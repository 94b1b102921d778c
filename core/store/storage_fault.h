// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite's answers as faults, for those inside core/store that speak to it.
#pragma once

#include "core/base/result.h"

struct sqlite3;

namespace kp::store
{

/// @param status what SQLite answered
/// @param doing the SQL or the path, for the log; never values
Fault storageFault(sqlite3 *handle, int status, const QString &doing);

/// A mistake of this program. @param detail what it did, for the log
Fault mistake(const QString &detail);

} // namespace kp::store

// SPDX-License-Identifier: GPL-3.0-or-later
// The numbered steps from an empty file to today's tables. A step that has landed is never edited: files out there have
// passed it.
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

struct sqlite3;

namespace kp::store
{

struct Migration {
    int number = 0; ///< 1, 2, 3 …
    QString sql;
};

/// The steps compiled into the program.
QList<Migration> shippedMigrations();

/// Brings the open file to the last of the steps, each in a transaction of its own; an existing file is first copied to
/// "<path>.v<N>.bak". Gives the file's new number. Faults: Invalid (another program's file, or a newer program's),
/// Storage.
Result<int> migrate(sqlite3 *handle, const QString &path, const QList<Migration> &migrations);

/// Views hold nothing, so they are made anew at each opening instead of being migrated.
Outcome recreateViews(sqlite3 *handle);

/// The number of the open file. Faults: Invalid (not a file of this program), Storage.
Result<int> fileVersion(sqlite3 *handle);

/// Runs statements without values. Fault: Storage.
Outcome execute(sqlite3 *handle, const QString &sql);

} // namespace kp::store

// SPDX-License-Identifier: GPL-3.0-or-later
// The reference tables the program carries are CSV files (UTF-8, RFC 4180 quoting).
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

namespace kp
{

/// All rows of a CSV text, the header row included; a byte order mark is skipped, blank lines are left out.
QList<QStringList> parseCsv(const QByteArray &utf8);

/// Reads such a file (also ":/…" resources). Fault: NotFound.
Result<QList<QStringList>> readCsvFile(const QString &path);

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// The reference tables the program carries are CSV files (UTF-8, RFC 4180 quoting).
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace kp
{

/// Hands each row to @p take with its number, from 1, until it returns false; blank rows count and are left out.
void eachCsvRow(QStringView text, QChar separator, const std::function<bool(int, QStringList &)> &take);

/// All rows of a CSV text, the header row included; a byte order mark is skipped, blank lines are left out.
QList<QStringList> parseCsv(const QByteArray &utf8);

/// Reads such a file (also ":/…" resources). Fault: NotFound.
Result<QList<QStringList>> readCsvFile(const QString &path);

} // namespace kp

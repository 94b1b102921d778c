// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QStringList>

namespace kp::workbook
{

/// A workbook with one sheet: headings, and rows of texts below them. Replaces or creates the file. Fault: Storage.
Outcome writeTable(
    const QString &path, const QString &sheet, const QStringList &headings, const QList<QStringList> &rows);

} // namespace kp::workbook

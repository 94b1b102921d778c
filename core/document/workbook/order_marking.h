// SPDX-License-Identifier: GPL-3.0-or-later
// Gives an order or item workbook back with what is wrong in it marked.
#pragma once

#include "core/base/result.h"
#include "core/document/workbook/reader.h"
#include "core/domain/order_sheet.h"

#include <QList>

namespace kp::workbook
{

/// Writes a copy of the workbook at @p source to @p target: the same sheets with the same texts in the same cells, all
/// as text; cells with an error red, those with a warning yellow, both with a comment that gives the reasons; the
/// drop-downs of the official templates. A finding without a column marks its whole row.
/// Faults: those of Reader::open; Storage.
Outcome writeMarkedCopy(const QString &source, const QString &target, const QList<CellFinding> &findings);
/// The same of a workbook that is open, with the texts that were put into its cells.
Outcome writeMarkedCopy(Reader source, const QString &target, const QList<CellFinding> &findings);

} // namespace kp::workbook

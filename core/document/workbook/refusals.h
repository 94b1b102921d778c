// SPDX-License-Identifier: GPL-3.0-or-later
// What the clerk is told of a file that can not be read as a workbook. All of kind Invalid.
#pragma once

#include "core/base/result.h"
#include "core/domain/order_sheet.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace kp::workbook
{

Fault notAWorkbook(const QString &fileName);
Fault protectedWorkbook(const QString &fileName);
/// @param detail for the log
Fault damagedWorkbook(const QString &fileName, const QString &detail);
/// The reading ended at or behind that cell.
Fault damagedCell(const QString &fileName, const CellPlace &place, const QString &detail);
/// It would unpack to more than the limits allow.
Fault oversizedWorkbook(const QString &fileName, const QString &detail);

Fault emptyFile(const QString &fileName);
/// A cell holds more than Excel lets it.
Fault cellTooLong(const QString &fileName, const CellPlace &place);

/// Names what a file is that calls itself .xlsx and is no zip container at all; empty when it begins like one.
std::optional<Fault> disguise(const QByteArray &bytes, const QString &fileName);

} // namespace kp::workbook

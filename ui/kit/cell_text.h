// SPDX-License-Identifier: GPL-3.0-or-later
// How a stored value looks in a cell.
#pragma once

#include "ui/kit/spec.h"

namespace kp
{

/// @param stored in the form of Field::store; text for people: "1,234.50", "13%", "2544 2000 …"
QString cellText(const ColumnSpec &column, const QVariant &stored);
/// The same without grouping, as it is copied: "1234.50".
QString plainCellText(const ColumnSpec &column, const QVariant &stored);

/// "2544 2000 0000 0012 3456": groups of four, for the eye only.
QString groupedCode(QStringView code);
/// "-1,234.5678" of "-1234.5678".
QString groupedNumber(QStringView number);
/// A number of rows, of invoices: 12,345.
QString groupedCount(qint64 count);
/// What FieldKind::Money, Decimal, Rate … look like in a cell, from their plain text form; other texts unchanged.
QString shownText(FieldKind kind, Face face, const QString &plain);

/// Sentences one behind the other, as their language sets them: "One. Two.", "一。二。"
QString inOneLine(const QStringList &sentences);

bool isNumeric(FieldKind kind);
/// Numbers to the right, flags in the middle, all else to the left.
Qt::Alignment alignmentOf(FieldKind kind);

} // namespace kp

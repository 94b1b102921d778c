// SPDX-License-Identifier: GPL-3.0-or-later
// Tab-separated text as spreadsheets put it on the clipboard and take it from there.
#pragma once

#include <QList>
#include <QStringList>

namespace kp
{

/// One line a row; a cell with a tab, a line break or a quote stands in quotes, as spreadsheets write it.
QString tabText(const QList<QStringList> &rows);

/// The reverse. Cells are trimmed; a last empty line is left out.
QList<QStringList> fromTabText(const QString &text);

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// 温馨提示: what a field wants, in a sentence.
#pragma once

#include <QString>

class QWidget;

namespace kp
{

/// @param key of a field of the head, or of a column of the lines; empty when there is nothing to say of it
QString hintOf(const QString &key);
/// The hint for the widget with the focus: a field of the sheet, or the current cell of a grid.
QString hintFor(const QWidget *focus);

} // namespace kp

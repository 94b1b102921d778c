// SPDX-License-Identifier: GPL-3.0-or-later
// The checks that belong to a cell of an order workbook itself: filled in, length, choice, form of a number.
#pragma once

#include "core/document/workbook/cell_text.h"
#include "core/document/workbook/order_template.h"
#include "core/document/workbook/reader.h"

#include <QString>

namespace kp::workbook
{

/// A cell's text after repair, or what is wrong with it.
struct CheckedCell {
    QString text;    ///< empty when the cell is, or when it is wrong
    QString problem; ///< a sentence for the clerk; empty when the cell is right
};

/// Checks a cell against its column. A choice comes back in the spelling of the drop-down, a number in plain form.
CheckedCell checkCell(const Cell &cell, const TemplateColumn &column, Cleaning how);

} // namespace kp::workbook

// SPDX-License-Identifier: GPL-3.0-or-later
// Texts into boxes of a page.
#pragma once

#include "core/document/layout/form.h"
#include "core/document/layout/typeset.h"

namespace kp::document
{

/// A row within a box: aligned across, centred in the height.
void placeRow(
    Page &page, const Form &form, const TextRow &row, const Style &style, qreal points, Align align, const QRectF &box);

/// A text as its slot wants it, with the slot's box moved down by @p top.
void placeText(Page &page, const Form &form, const TextSlot &slot, const QString &text, qreal top);

/// The turned texts behind an invoice that is only practised, around the middle of the page; found as one text.
void placePracticeMarks(Page &page, const Form &form);

} // namespace kp::document

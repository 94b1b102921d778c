// SPDX-License-Identifier: GPL-3.0-or-later
// Texts into rows: measuring, breaking, shrinking.
#pragma once

#include "core/document/font/font_stack.h"

#include <QSizeF>
#include <QString>

namespace kp::document
{

/// One row of a text. The first row of a paragraph that takes several holds all of it, as it was before it was broken.
struct TextRow {
    QString text;
    QString whole = {};
    bool continues = false; ///< the row before

    friend bool operator==(const TextRow &, const TextRow &) = default;
};

/// Rows of a text at one size.
struct Setting {
    qreal points = 0;
    QList<TextRow> rows;

    /// From the top of the first row to the foot of the last, in mm.
    [[nodiscard]] qreal height() const;
};

/// From one baseline to the next, in font sizes.
inline constexpr qreal rowPitch = 1.2;

/// What can be drawn of a text: line breaks become '\\n', other control characters spaces; invisible marks (joiners,
/// direction overrides, byte order marks) go, because a face shows its characters in the order they are stored in.
QString printable(const QString &text);

/// Width in mm on one row.
qreal width(const FontStack &font, QStringView text, qreal points);

/// Breaks at '\\n', then where Unicode allows it (UAX 14: 「，」 does not begin a row, Latin words stay whole), and
/// anywhere when a word alone is wider than @p mm. Never splits a character from its marks.
QList<TextRow> wrap(const FontStack &font, const QString &text, qreal points, qreal mm);

/// The size, @p points or smaller, at which the text stands on one row of that width.
qreal pointsForOneRow(const FontStack &font, QStringView text, qreal points, qreal mm);

/// Rows at the greatest size, @p points or smaller, at which all of the text stands within that box. Line breaks are
/// given up when they would make the text too small to read.
Setting fit(const FontStack &font, const QString &text, qreal points, const QSizeF &box);

} // namespace kp::document

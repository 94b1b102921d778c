// SPDX-License-Identifier: GPL-3.0-or-later
// The description of an invoice face, read from resources/layouts/*.layout. Lengths in millimetres.
#pragma once

#include "core/base/result.h"
#include "core/document/layout/page.h"

#include <QSet>

#include <array>

namespace kp::document
{

enum class Align { Left, Centre, Right };

/// How a text meets the edges of its box.
enum class Flow {
    One,     ///< one row, made smaller until it fits
    Wrap,    ///< rows, centred in the height, made smaller until they fit
    Top,     ///< rows from the top, made smaller until they fit
    Stacked, ///< one character above the other
};

struct Style {
    FontRole font = FontRole::Text;
    qreal points = 9;
    QRgb colour = 0;
};

/// A text in a box: a fixed one, or the value of a key.
struct TextSlot {
    QString text; ///< the words themselves, or the key
    bool isField = false;
    QRectF box;
    Style style;
    Align align = Align::Left;
    Flow flow = Flow::One;
};

/// A vertical line as high as its section.
struct Side {
    qreal x = 0;
    qreal width = 0;
    QRgb colour = 0;
};

/// A square that bears the QR code of the invoice.
struct SymbolSlot {
    QRectF box;
};

/// A band of the page; what lies in it is placed from its upper edge.
struct Section {
    qreal height = 0;
    QList<Stroke> strokes;
    QList<Side> sides;
    QList<Ring> rings;
    QList<SymbolSlot> symbols;
    QList<TextSlot> texts;
};

/// A column of the line table.
struct Column {
    QString key;
    qreal width = 0;
    Align align = Align::Left;
    bool wraps = false; ///< long texts take more rows; otherwise they become smaller
};

/// A text across the page of an invoice that is only practised.
struct PracticeMark {
    QString text;
    qreal offset = 0; ///< mm below the middle of the page, along the turned page
    Style style;
    qreal turn = 0;
};

/// The bands of a page from top to bottom.
struct Layout {
    qreal width = 0;
    int fitRows = 0;     ///< rows a page has room for before it grows
    int mostRows = 0;    ///< rows of the highest page
    qreal rowHeight = 0; ///< what a further row adds
    qreal tableLeft = 0;
    qreal cellPadding = 0;
    Style cellStyle;
    QList<Column> columns;
    Section top;      ///< title, numbers, parties; on each page
    Section heading;  ///< of the line table; its sides go on beside the rows
    Section subtotal; ///< on each page, when there are several
    Section total;    ///< on the last page
    Section foot;     ///< on each page
    QList<PracticeMark> practiceMarks;
    std::array<QStringList, fontRoleCount> families; ///< by FontRole
};

/// What a description may ask for.
struct LayoutKeys {
    QSet<QString> fields;
    QSet<QString> columns;
};

/// Reads such a description. Fault: Invalid, "name:line:column: what is wrong".
/// @param name of the file, for the message
Result<Layout> parseLayout(const QString &text, const QString &name, const LayoutKeys &keys);

} // namespace kp::document

// SPDX-License-Identifier: GPL-3.0-or-later
// A page as a list of placed elements, in millimetres from its upper left corner; whoever draws it (PDF, print, OFD)
// only draws.
#pragma once

#include "core/document/font/font_stack.h"
#include "core/document/qr/qr_matrix.h"

#include <QLineF>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QRgb>
#include <QSizeF>
#include <QString>

namespace kp::document
{

/// Text on one row.
struct TextRun {
    QString text;
    QPointF origin;   ///< left end of the baseline
    qreal width = 0;  ///< mm
    qreal points = 0; ///< font size
    FontRole font = FontRole::Text;
    QRgb colour = 0;
    qreal turn = 0; ///< degrees against the clock around the origin
    /// What a reader finds and copies in place of this run and those that continue it: a text as it was before it was
    /// broken into rows, stacked or turned. Empty when the run speaks for itself.
    QString whole = {};
    bool continues = false; ///< the run before

    /// The row's em box; only of a text that is not turned.
    [[nodiscard]] QRectF box() const;
};

struct Stroke {
    QLineF line;
    qreal width = 0;
    QRgb colour = 0;
};

struct Ring {
    QPointF centre;
    qreal radius = 0;
    qreal width = 0;
    QRgb colour = 0;
};

struct Symbol {
    QRectF box;
    QrMatrix matrix;
};

/// Drawn in the order of the members.
struct Page {
    QSizeF size;
    QList<TextRun> backdrop; ///< light marks behind everything; the only texts that others may cross
    QList<Stroke> strokes;
    QList<Ring> rings;
    QList<Symbol> symbols;
    QList<TextRun> texts;
};

inline constexpr qreal mmPerPoint = 25.4 / 72;
/// How much of the em box lies above the baseline (as in 宋体 and 楷体).
inline constexpr qreal emAscent = 0.86;

inline QRectF TextRun::box() const
{
    const qreal em = points * mmPerPoint;
    return {origin.x(), origin.y() - em * emAscent, width, em};
}

} // namespace kp::document

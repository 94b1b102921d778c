// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/font/font_file.h"

#include <QByteArray>
#include <QList>

namespace kp::document
{

/// A TrueType file with only these glyphs, numbered in this order; parts of composite glyphs follow behind them. It has
/// the tables a PDF needs (ISO 32000-1, 9.9), no cmap.
/// @param glyphs of a font that isTrueType(); the first must be 0, the box for missing characters
QByteArray trueTypeSubset(const FontFile &font, const QList<quint16> &glyphs);

} // namespace kp::document

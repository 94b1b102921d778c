// SPDX-License-Identifier: GPL-3.0-or-later
// How the window looks: Fusion with own colours (light and dark), one accent, one small style sheet, an 8-px grid and a
// 13-px font. Scaling 100–250 % is Qt's own scale factor, set before the application object is made; every length here
// is in device-independent pixels.
#pragma once

#include <QColor>
#include <QFont>

class QApplication;

namespace kp
{

enum class Scheme { FollowSystem, Light, Dark };

/// What a coloured thing means; the colour never stands without a word.
enum class Tone { Neutral, Info, Success, Warning, Error };

struct ToneColors {
    QColor ink;  ///< text and icon
    QColor fill; ///< behind the ink
    QColor edge; ///< a line around the fill
};

struct Colors {
    QColor window;  ///< behind everything
    QColor surface; ///< tables, fields, cards
    QColor sunken;  ///< headers, read-only fields
    QColor stripe;  ///< every other row
    QColor hover;
    QColor line;       ///< hairlines between parts
    QColor fieldLine;  ///< the edge of a field: at least 3 : 1 against the surface
    QColor text;       ///< what is read
    QColor muted;      ///< what is read second: labels, hints
    QColor disabled;   ///< still readable, plainly not active
    QColor accent;     ///< behind onAccent: the primary button
    QColor accentDeep; ///< the same, pressed
    QColor onAccent;
    QColor accentInk; ///< the accent as text or line
    QColor selection; ///< behind text
    QColor danger;    ///< behind onAccent: a button that destroys
    ToneColors neutral, info, success, warning, error;

    [[nodiscard]] const ToneColors &tone(Tone tone) const;
};

const Colors &lightColors();
const Colors &darkColors();
/// The colours in force.
const Colors &colors();
bool isDark();

/// Puts style, palette, font and style sheet in force; may be called again at any time. FollowSystem asks the desktop
/// once per call.
void applyTheme(QApplication &app, Scheme scheme);

/// @p units of the 8-px grid.
constexpr int grid(int units)
{
    return 8 * units;
}

/// The fixed-width face for invoice and tax numbers, at the size of the base font.
QFont codeFont();
/// The base font, @p steps × 1 px larger (or smaller), perhaps bold: titles +5, captions -1.
QFont textFont(int steps, bool bold = false);

} // namespace kp

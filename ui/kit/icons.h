// SPDX-License-Identifier: GPL-3.0-or-later
// One set of line icons, drawn as SVG (resources/icons). They take the colour of the theme in force when they are
// painted, so a change of theme needs no new icons, and they are crisp at every scale.
#pragma once

#include "ui/kit/theme.h"

#include <QIcon>

#include <optional>

namespace kp
{

enum class Icon {
    None,
    Issue,
    List,
    Home,
    Search,
    Refresh,
    Add,
    Remove,
    Copy,
    Print,
    Pdf,
    Settings,
    User,
    Lock,
    Company,
    Warning,
    Error,
    Ok,
    Info,
    Clock,
    CloudOk,
    CloudOff,
    Filter,
    Columns,
    Close,
    More,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    ChevronDown,
    Save,
    Eye,
    Undo,
    Redo,
    Bookmark,
    Item,
    People,
    Tag,
    Folder,
    Batch,
};

/// "cloud-ok": the name of the file of an icon; empty for Icon::None.
QString fileName(Icon icon);

/// The icon in the colour of text (grey when disabled).
QIcon icon(Icon icon);
/// The icon in the colour of a tone.
QIcon icon(Icon icon, Tone tone);
/// The icon on an accent-coloured ground.
QIcon iconOnAccent(Icon icon);
/// The sign that stands for a tone.
Icon iconOf(Tone tone);

} // namespace kp

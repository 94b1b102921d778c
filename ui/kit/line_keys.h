// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/keys.h"

#include <QHash>

#include <optional>

namespace kp
{

enum class LineAct {
    Next,
    Back,
    Edit,
    LookUp,
    CopyAbove,
    CopyLine,
    AddLine,
    RemoveLine,
    FillRemaining,
    Clear,
    Copy,
    Cut,
    Paste,
    Undo,
    Redo,
};

/// Which key of a line grid does what.
class LineKeys
{
public:
    LineKeys(); ///< the usual ones
    void read(const DeskMemory &memory);
    [[nodiscard]] std::optional<LineAct> find(const QKeyEvent &event) const;
    /// Whether an act is the grid's also while a cell is being edited; the others are then the editor's own.
    [[nodiscard]] static bool isOfGridWhileEditing(LineAct act);

private:
    QHash<QKeySequence, LineAct> m_acts;
};

} // namespace kp

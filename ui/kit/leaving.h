// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing that was entered is lost without a question: before a panel, a page or the whole window goes.
#pragma once

#include "ui/kit/desk.h"

namespace kp
{

/// A widget that may hold what is not saved.
class Leavable
{
public:
    virtual ~Leavable() = default;
    /// What would be lost, "customer"; empty: nothing.
    [[nodiscard]] virtual QString unsaved() const = 0;
    /// The person gives it up: it is not asked about again.
    virtual void giveUp() = 0;
};

/// Whether anything in @p root, or it itself, holds what is not saved.
bool holdsUnsaved(QWidget *root);

/// Goes on at once when nothing in @p root is unsaved, else when the person gives it up: one question, however much
/// there is. Who would rather keep it is led to it.
void leave(QWidget *root, Doors &doors, const std::function<void()> &go);

} // namespace kp

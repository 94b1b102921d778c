// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGuiApplication>
#include <QWidget>

namespace kp
{

/// Lets @p to have the keyboard, unless it stands on a page behind the one in front: an answer that comes late must not
/// take the keyboard away from where somebody works meanwhile.
inline void giveKeyboard(QWidget *to)
{
    if (to != nullptr && to->isVisible())
        to->setFocus(Qt::OtherFocusReason);
}

/// A popup over the window of @p owner has gone. Not every desktop makes the window active again by itself, and only an
/// active one has the keyboard.
inline void wakeWindowOf(QWidget *owner)
{
    if (QGuiApplication::applicationState() == Qt::ApplicationActive)
        owner->activateWindow();
}

} // namespace kp

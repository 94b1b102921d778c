// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace kp

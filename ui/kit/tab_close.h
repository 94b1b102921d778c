// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QTabBar;

namespace kp
{

/// The sign that closes a tab. It never takes the keyboard: a key does the same. @param tip names what is closed, and
/// the key; @param close gets the place the tab has by then
void addTabClose(QTabBar *tabs, int index, const QString &tip, std::function<void(int)> close);

} // namespace kp

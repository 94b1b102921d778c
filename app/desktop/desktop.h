// SPDX-License-Identifier: GPL-3.0-or-later
// The window with everything it needs, put together.
#pragma once

#include "app/desktop/arguments.h"
#include "app/desktop/profile_entrance.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences.h"

class QApplication;

namespace kp::desktop
{

class Desktop
{
public:
    /// @param doors for tests; the window's own ones when null
    Desktop(QApplication &app, const Arguments &arguments, std::unique_ptr<Doors> doors = nullptr);
    ~Desktop();
    Q_DISABLE_COPY_MOVE(Desktop)

    void begin();
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Preferences &preferences() { return m_preferences; }
    [[nodiscard]] ProfileEntrance &entrance() { return m_entrance; }

private:
    void applyScheme();
    void applyLanguage();

    QApplication &m_app;
    const Arguments m_arguments;
    Preferences m_preferences;
    ProfileEntrance m_entrance;
    std::unique_ptr<MainWindow> m_window; ///< goes first: its pages work with the profile
};

/// The file in which a profile's window keeps its preferences.
QString preferencesFile(const QString &folder);

} // namespace kp::desktop

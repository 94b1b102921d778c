// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "app/profile/translations.h"

#include <QApplication>

namespace kp::desktop
{

using namespace Qt::StringLiterals;

QString preferencesFile(const QString &folder)
{
    return folder + u"/window.ini"_s;
}

Desktop::Desktop(QApplication &app, const Arguments &arguments, std::unique_ptr<Doors> doors)
    : m_app(app)
    , m_arguments(arguments)
    , m_preferences(preferencesFile(arguments.folder))
    , m_entrance(arguments.folder)
{
    // What the command line says holds until the user chooses otherwise in the window.
    app::installTranslations(arguments.language.isEmpty() ? m_preferences.language() : arguments.language);
    applyTheme(app, arguments.scheme.value_or(m_preferences.scheme()));
    m_window = std::make_unique<MainWindow>(m_entrance, m_preferences, std::move(doors));
    QObject::connect(&m_preferences, &Preferences::schemeChanged, m_window.get(), [this] { applyScheme(); });
    // Later, since the menu that asks for it is itself made anew.
    QObject::connect(
        &m_preferences, &Preferences::languageChanged, m_window.get(), [this] { applyLanguage(); },
        Qt::QueuedConnection);
}

Desktop::~Desktop() = default;

void Desktop::begin()
{
    m_window->show();
    m_window->begin(m_arguments.practice);
}

void Desktop::applyScheme()
{
    applyTheme(m_app, m_preferences.scheme());
}

void Desktop::applyLanguage()
{
    app::installTranslations(m_preferences.language());
    m_window->retranslate();
}

} // namespace kp::desktop

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/theme.h"

#include "ui/kit/desk_style.h"

#include <QApplication>
#include <QFile>
#include <QPalette>
#include <QSettings>

#include <optional>
#include <utility>

// A static library's resources must be named once, outside any namespace.
static void loadResources()
{
    Q_INIT_RESOURCE(kit);
}

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int baseFontPx = 13;

bool dark = false;

/// What the desktop wants. Qt 6.4 can not be asked for it: Windows says it in its registry, elsewhere the desktop's
/// palette tells, as long as it is looked at before the own one is set.
bool desktopIsDark(const QApplication &app)
{
#ifdef Q_OS_WIN
    Q_UNUSED(app)
    const QSettings personal(u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"_s,
        QSettings::NativeFormat);
    return personal.value(u"AppsUseLightTheme"_s, 1).toInt() == 0;
#else
    static const bool answer = app.palette().color(QPalette::Window).lightness() < 128;
    return answer;
#endif
}

QPalette paletteOf(const Colors &c)
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor &active, const QColor &disabled) {
        p.setColor(QPalette::Active, role, active);
        p.setColor(QPalette::Inactive, role, active);
        p.setColor(QPalette::Disabled, role, disabled);
    };
    set(QPalette::Window, c.window, c.window);
    set(QPalette::WindowText, c.text, c.disabled);
    set(QPalette::Base, c.surface, c.sunken);
    set(QPalette::AlternateBase, c.stripe, c.sunken);
    set(QPalette::Text, c.text, c.disabled);
    set(QPalette::PlaceholderText, c.muted, c.disabled);
    set(QPalette::Button, c.surface, c.sunken);
    set(QPalette::ButtonText, c.text, c.disabled);
    set(QPalette::BrightText, c.onAccent, c.onAccent);
    set(QPalette::Highlight, c.accent, c.accent);
    set(QPalette::HighlightedText, c.onAccent, c.onAccent);
    set(QPalette::Link, c.accentInk, c.disabled);
    set(QPalette::LinkVisited, c.accentInk, c.disabled);
    set(QPalette::ToolTipBase, c.text, c.text);
    set(QPalette::ToolTipText, c.surface, c.surface);
    set(QPalette::Light, c.surface, c.surface);
    set(QPalette::Midlight, c.hover, c.hover);
    set(QPalette::Mid, c.line, c.line);
    set(QPalette::Dark, c.fieldLine, c.line);
    set(QPalette::Shadow, c.line, c.line);
    return p;
}

QString styleSheetOf(const Colors &c)
{
    QFile file(u":/kit/style.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char *, QColor> names[] = {{"window", c.window}, {"surface", c.surface}, {"sunken", c.sunken},
        {"stripe", c.stripe}, {"hover", c.hover}, {"line", c.line}, {"fieldLine", c.fieldLine}, {"text", c.text},
        {"muted", c.muted}, {"disabled", c.disabled}, {"accent", c.accent}, {"accentDeep", c.accentDeep},
        {"onAccent", c.onAccent}, {"accentInk", c.accentInk}, {"selection", c.selection}, {"danger", c.danger},
        {"toolTip", c.text}, {"toolTipText", c.surface}};
    for (const auto &[name, color] : names)
        sheet.replace(u'@' + QLatin1StringView(name) + u'@', color.name());
    const std::pair<const char *, ToneColors> tones[] = {
        {"neutral", c.neutral}, {"info", c.info}, {"success", c.success}, {"warning", c.warning}, {"error", c.error}};
    for (const auto &[name, tone] : tones) {
        sheet.replace(u'@' + QLatin1StringView(name) + "Ink@"_L1, tone.ink.name());
        sheet.replace(u'@' + QLatin1StringView(name) + "Fill@"_L1, tone.fill.name());
        sheet.replace(u'@' + QLatin1StringView(name) + "Edge@"_L1, tone.edge.name());
    }
    return sheet.replace("@scheme@"_L1, isDark() ? "dark"_L1 : "light"_L1);
}

QFont fontOf(const QStringList &families, int px)
{
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(px);
    return font;
}
} // namespace

const ToneColors &Colors::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Info:
        return info;
    case Tone::Success:
        return success;
    case Tone::Warning:
        return warning;
    case Tone::Error:
        return error;
    case Tone::Neutral:
        break;
    }
    return neutral;
}

const Colors &lightColors()
{
    static const Colors instance{
        .window = 0xF3F5F8,
        .surface = 0xFFFFFF,
        .sunken = 0xEEF1F5,
        .stripe = 0xF9FAFC,
        .hover = 0xE9EEF5,
        .line = 0xD8DEE7,
        .fieldLine = 0x808B9C,
        .text = 0x1A2330,
        .muted = 0x566275,
        .disabled = 0x616B7B,
        .accent = 0x1A5FCC,
        .accentDeep = 0x134AA3,
        .onAccent = 0xFFFFFF,
        .accentInk = 0x1A5FCC,
        .selection = 0xD9E6FB,
        .danger = 0xB3261E,
        .neutral = {0x4A5568, 0xE9EDF2, 0xCBD3DE},
        .info = {0x1653B4, 0xE3EDFC, 0xB5CEF5},
        .success = {0x1A6B3C, 0xE1F4E8, 0xAEDDC0},
        .warning = {0x855000, 0xFFF2D6, 0xF2D08D},
        .error = {0xB3261E, 0xFDE9E7, 0xF4BDB8},
    };
    return instance;
}

const Colors &darkColors()
{
    static const Colors instance{
        .window = 0x12161C,
        .surface = 0x1A2029,
        .sunken = 0x222A35,
        .stripe = 0x1D242E,
        .hover = 0x2A3442,
        .line = 0x333E4D,
        .fieldLine = 0x6C7A8F,
        .text = 0xE6EBF2,
        .muted = 0xA7B3C4,
        .disabled = 0x8E9AAC,
        .accent = 0x2C6BDB,
        .accentDeep = 0x1F58BF,
        .onAccent = 0xFFFFFF,
        .accentInk = 0x7FB0FF,
        .selection = 0x24416F,
        .danger = 0xC4362D,
        .neutral = {0xC3CCD9, 0x2C3643, 0x475465},
        .info = {0xA3C8FF, 0x1D3355, 0x31558A},
        .success = {0x86D9A6, 0x173626, 0x2A6244},
        .warning = {0xF3C26B, 0x3B2D10, 0x6B5220},
        .error = {0xFF9E96, 0x452120, 0x7C3A37},
    };
    return instance;
}

const Colors &colors()
{
    return dark ? darkColors() : lightColors();
}

bool isDark()
{
    return dark;
}

void applyTheme(QApplication &app, Scheme scheme)
{
    loadResources();
    const bool desktop = desktopIsDark(app);
    dark = scheme == Scheme::Dark || (scheme == Scheme::FollowSystem && desktop);
    // Each of these goes through all widgets there are: a change of colours needs neither the style nor the font anew.
    static bool dressed = false;
    if (!std::exchange(dressed, true)) {
        QApplication::setStyle(new DeskStyle);
        QApplication::setFont(textFont(0));
    }
    QApplication::setPalette(paletteOf(colors()));
    app.setStyleSheet(styleSheetOf(colors()));
}

QFont codeFont()
{
    return fontOf({u"Noto Sans Mono CJK SC"_s, u"Consolas"_s, u"DejaVu Sans Mono"_s, u"monospace"_s}, baseFontPx);
}

QFont textFont(int steps, bool bold)
{
    QFont font = fontOf({u"Noto Sans CJK SC"_s, u"Microsoft YaHei UI"_s, u"Microsoft YaHei"_s, u"PingFang SC"_s,
                            u"WenQuanYi Micro Hei"_s},
        baseFontPx + steps);
    font.setBold(bold);
    return font;
}

} // namespace kp

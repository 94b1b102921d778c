// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr const char *iconNames[] = {"", "issue", "list", "home", "search", "refresh", "add", "remove", "copy", "print",
    "pdf", "settings", "user", "lock", "company", "warning", "error", "ok", "info", "clock", "cloud-ok", "cloud-off",
    "filter", "columns", "close", "more", "chevron-left", "chevron-right", "chevron-up", "chevron-down", "save", "eye",
    "undo", "redo", "bookmark", "item", "people", "tag", "folder", "batch"};
static_assert(std::size(iconNames) == static_cast<std::size_t>(Icon::Batch) + 1);

enum class Ground { Plain, Accent };

/// Draws one icon in the colour that the theme has at that moment.
class Engine final : public QIconEngine
{
public:
    Engine(Icon icon, Ground ground, std::optional<Tone> tone)
        : m_icon(icon)
        , m_ground(ground)
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    /// @param size in device pixels
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const QColor ink = colorOf(mode);
        const QString key =
            u"kp-icon/%1/%2x%3/%4"_s.arg(fileName(m_icon)).arg(size.width()).arg(size.height()).arg(ink.name());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = drawn(size, ink);
            QPixmapCache::insert(key, pixmap);
        }
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new Engine(*this); }
    QString key() const override { return u"kp-icon"_s; }
    bool isNull() override { return m_icon == Icon::None; }

private:
    [[nodiscard]] QColor colorOf(QIcon::Mode mode) const
    {
        if (mode == QIcon::Disabled)
            return colors().disabled;
        if (m_ground == Ground::Accent)
            return colors().onAccent;
        return m_tone ? colors().tone(*m_tone).ink : colors().text;
    }
    [[nodiscard]] QPixmap drawn(const QSize &size, const QColor &ink) const
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QFile file(u":/kit/%1.svg"_s.arg(fileName(m_icon)));
        if (m_icon == Icon::None || !file.open(QIODevice::ReadOnly))
            return pixmap;
        QSvgRenderer svg(file.readAll().replace("currentColor", ink.name().toLatin1()));
        svg.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&pixmap);
        svg.render(&painter, QRectF(QPointF(), QSizeF(size)));
        return pixmap;
    }

    Icon m_icon;
    Ground m_ground;
    std::optional<Tone> m_tone;
};

QIcon made(Icon icon, Ground ground, std::optional<Tone> tone)
{
    return icon == Icon::None ? QIcon() : QIcon(new Engine(icon, ground, tone));
}
} // namespace

QString fileName(Icon icon)
{
    return QString::fromLatin1(iconNames[static_cast<std::size_t>(icon)]);
}

QIcon icon(Icon icon)
{
    return made(icon, Ground::Plain, {});
}

QIcon icon(Icon icon, Tone tone)
{
    return made(icon, Ground::Plain, tone);
}

QIcon iconOnAccent(Icon icon)
{
    return made(icon, Ground::Accent, {});
}

Icon iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return Icon::Ok;
    case Tone::Warning:
        return Icon::Warning;
    case Tone::Error:
        return Icon::Error;
    case Tone::Info:
    case Tone::Neutral:
        break;
    }
    return Icon::Info;
}

} // namespace kp

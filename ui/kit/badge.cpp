// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/badge.h"

#include <QPainter>

namespace kp
{

namespace
{
constexpr int sidePadding = 8;
constexpr int badgeHeight = 22;
} // namespace

QSize badgeSize(const QFontMetrics &metrics, const QString &word)
{
    return {metrics.horizontalAdvance(word) + 2 * sidePadding, badgeHeight};
}

void paintBadge(QPainter &painter, const QRect &area, const QString &word, Tone tone)
{
    if (word.isEmpty())
        return;
    const ToneColors &ink = colors().tone(tone);
    painter.save();
    painter.setFont(textFont(-1));
    const QFontMetrics metrics = painter.fontMetrics();
    QRect box(QPoint(), badgeSize(metrics, word).boundedTo(area.size()));
    box.moveTopLeft({area.left(), area.top() + (area.height() - box.height()) / 2});
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(ink.edge);
    painter.setBrush(ink.fill);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(ink.ink);
    const QRect inside = box.adjusted(sidePadding - 1, 0, -sidePadding + 1, 0);
    painter.drawText(inside, Qt::AlignCenter, metrics.elidedText(word, Qt::ElideRight, inside.width() + 1));
    painter.restore();
}

Badge::Badge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::show(const QString &word, Tone tone)
{
    m_word = word;
    m_tone = tone;
    setAccessibleName(word);
    updateGeometry();
    update();
    setVisible(!word.isEmpty());
}

QSize Badge::sizeHint() const
{
    return badgeSize(QFontMetrics(textFont(-1)), m_word);
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(painter, rect(), m_word, m_tone);
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/desk_style.h"

#include "ui/kit/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace kp
{

namespace
{
constexpr int indicatorPx = 16;
constexpr int cellMargin = 7;

/// A box that is filled with the accent when it is checked; a disc for radio buttons.
void paintIndicator(QPainter &painter, const QStyleOption &option, bool round)
{
    const Colors &c = colors();
    const bool enabled = (option.state & QStyle::State_Enabled) != 0;
    const bool checked = (option.state & QStyle::State_On) != 0;
    const bool partly = (option.state & QStyle::State_NoChange) != 0;
    const bool filled = checked || partly;
    QRectF box(0, 0, indicatorPx, indicatorPx);
    box.moveCenter(QRectF(option.rect).center());
    box.adjust(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(!enabled ? c.line : filled ? c.accent : c.fieldLine);
    painter.setBrush(!enabled ? c.sunken : filled ? c.accent : c.surface);
    painter.drawRoundedRect(box, round ? indicatorPx / 2 : 3, round ? indicatorPx / 2 : 3);
    if (filled) {
        const QColor ink = enabled ? c.onAccent : c.disabled;
        painter.setBrush(round ? QBrush(ink) : QBrush(Qt::NoBrush));
        painter.setPen(round ? QPen(Qt::NoPen) : QPen(ink, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF at = box.topLeft();
        if (round)
            painter.drawEllipse(box.center(), 3, 3);
        else if (partly)
            painter.drawLine(at + QPointF(4, 7.5), at + QPointF(11, 7.5));
        else
            painter.drawPolyline(QPolygonF({at + QPointF(3.5, 7.8), at + QPointF(6.5, 10.8), at + QPointF(11.5, 4.8)}));
    }
    painter.restore();
}

/// The mark before an entry of a menu that is switched on; Fusion's is a handful of pixels.
void paintMenuCheck(QPainter &painter, const QStyleOption &option)
{
    const QPointF at = QRectF(option.rect).center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool chosen = (option.state & QStyle::State_Enabled) != 0;
    painter.setPen(
        QPen(chosen ? colors().accentInk : colors().disabled, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({at + QPointF(-4.5, 0), at + QPointF(-1.5, 3), at + QPointF(4.5, -3.5)}));
    painter.restore();
}
} // namespace

DeskStyle::DeskStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

int DeskStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return indicatorPx;
    case PM_FocusFrameHMargin: // also the margin of text in item views
        return cellMargin;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

void DeskStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintIndicator(*painter, *option, false);
        break;
    case PE_IndicatorMenuCheckMark:
        paintMenuCheck(*painter, *option);
        break;
    case PE_IndicatorRadioButton:
        paintIndicator(*painter, *option, true);
        break;
    case PE_IndicatorTabTearLeft:
        painter->fillRect(option->rect.left(), option->rect.top(), 1, option->rect.height(), colors().line);
        break;
    case PE_IndicatorTabTearRight:
        painter->fillRect(option->rect.right(), option->rect.top(), 1, option->rect.height(), colors().line);
        break;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace kp
{

/// Fusion with room inside cells, with check boxes and radio buttons whose edge is seen on a dark ground too, and with
/// a straight edge where tabs scroll: Fusion's looks torn.
class DeskStyle : public QProxyStyle
{
    Q_OBJECT
public:
    DeskStyle();
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    void drawPrimitive(
        PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
};

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/side_title.h"

#include "ui/kit/theme.h"

#include <QPainter>

#include <algorithm>

namespace kp
{

namespace
{
constexpr int titleWidth = 28;
constexpr int marginAround = 6;
} // namespace

SideTitle::SideTitle(QString text, QWidget *parent)
    : QWidget(parent)
    , m_text(std::move(text))
{
    setFont(textFont(0));
    setAccessibleName(m_text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

bool SideTitle::isStacked() const
{
    return std::any_of(m_text.begin(), m_text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

QSize SideTitle::sizeHint() const
{
    const int length = isStacked() ? static_cast<int>(m_text.size()) * fontMetrics().height()
                                   : fontMetrics().horizontalAdvance(m_text);
    return {titleWidth, length + 2 * marginAround};
}

void SideTitle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colors().sunken);
    painter.setPen(colors().line);
    painter.drawLine(rect().topRight(), rect().bottomRight());
    painter.setPen(colors().muted);
    if (isStacked()) {
        const int step = fontMetrics().height();
        int y = (height() - static_cast<int>(m_text.size()) * step) / 2;
        for (const QChar character : m_text) {
            painter.drawText(QRect(0, y, width(), step), Qt::AlignCenter, QString(character));
            y += step;
        }
        return;
    }
    painter.rotate(-90);
    painter.drawText(QRect(-height(), 0, height(), width()), Qt::AlignCenter, m_text);
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/sheet_parts.h"

#include "ui/kit/theme.h"

#include <QPainter>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
/// The printed form is maroon on white; on a dark ground the same hue, lighter.
QColor formInk()
{
    return isDark() ? QColor(0xE8, 0x9A, 0x92) : QColor(0x80, 0x00, 0x00);
}

constexpr int underTitle = 9;
} // namespace

FaceTitle::FaceTitle(QWidget *parent)
    : QLabel(parent)
{
    QFont face = textFont(8, false);
    face.setFamilies({u"KaiTi"_s, u"STKaiti"_s, u"AR PL UKai CN"_s, u"Noto Serif CJK SC"_s, u"Noto Sans CJK SC"_s});
    setFont(face);
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setContentsMargins(grid(3), 0, grid(3), underTitle);
}

void FaceTitle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(formInk());
    painter.drawText(contentsRect(), static_cast<int>(alignment()), text());
    painter.fillRect(QRect(0, height() - 5, width(), 1), formInk());
    painter.fillRect(QRect(0, height() - 2, width(), 1), formInk());
}

Ruled::Ruled(Qt::Edges edges, QWidget *parent)
    : QFrame(parent)
    , m_edges(edges)
{
}

void Ruled::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(colors().line);
    if (m_edges.testFlag(Qt::TopEdge))
        painter.drawLine(rect().topLeft(), rect().topRight());
    if (m_edges.testFlag(Qt::BottomEdge))
        painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    if (m_edges.testFlag(Qt::LeftEdge))
        painter.drawLine(rect().topLeft(), rect().bottomLeft());
    if (m_edges.testFlag(Qt::RightEdge))
        painter.drawLine(rect().topRight(), rect().bottomRight());
}

} // namespace kp

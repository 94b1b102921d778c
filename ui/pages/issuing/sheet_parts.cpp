// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/sheet_parts.h"

#include "ui/kit/theme.h"

#include <QPainter>

#include <algorithm>

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
constexpr int leastTabPx = 168; ///< of a draft: eight characters of its title
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

DraftTabs::DraftTabs(QWidget *parent)
    : QTabBar(parent)
{
    setDocumentMode(true);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
}

void DraftTabs::setTitle(int index, const QString &title)
{
    setTabText(index, QString(title).replace(u'&', u"&&"_s)); // no key: A&B is a name
    setTabToolTip(index, title);
}

QSize DraftTabs::tabSizeHint(int index) const
{
    // The one in front is bold (style.qss), which Qt does not reckon with; a tab that grew when chosen would move
    // others.
    QFont bold = font();
    bold.setBold(true);
    const QString title = tabText(index);
    const int more = QFontMetrics(bold).size(Qt::TextShowMnemonic, title).width() -
                     fontMetrics().size(Qt::TextShowMnemonic, title).width();
    return QTabBar::tabSizeHint(index) + QSize(std::max(0, more), 0);
}

QSize DraftTabs::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index).boundedTo(QSize(leastTabPx, QWIDGETSIZE_MAX));
}

} // namespace kp

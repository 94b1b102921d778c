// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include "ui/kit/desk.h"
#include "ui/shell/texts.h"

#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int openWidth = 176;
constexpr int foldedWidth = 56;
constexpr int entryPx = 36;
} // namespace

Navigation::Navigation(const QList<PageEntry> &pages, DeskMemory &memory, QWidget *parent)
    : QFrame(parent)
    , m_memory(memory)
{
    setObjectName(u"navigation"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(1), grid(1), grid(1), grid(1));
    column->setSpacing(2);
    QString area;
    for (const PageEntry &page : pages) {
        if (page.area != area) {
            area = page.area;
            auto *heading = new QLabel(area, this);
            heading->setForegroundRole(QPalette::PlaceholderText);
            heading->setFont(textFont(-1, true));
            heading->setContentsMargins(grid(1), grid(1), 0, 4);
            column->addWidget(heading);
            m_headings.append(heading);
        }
        auto *button = new QToolButton(this);
        button->setObjectName(u"navigation."_s + page.id);
        button->setText(u"  "_s + page.title);
        button->setAccessibleName(page.title);
        button->setToolTip(page.title);
        button->setIcon(icon(page.icon));
        button->setIconSize(QSize(20, 20));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setFixedHeight(entryPx);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        column->addWidget(button);
        m_buttons.append(button);
        connect(button, &QToolButton::clicked, this, [this, button, id = page.id] {
            button->setChecked(true); // the current page stays marked when it is clicked again
            Q_EMIT chosen(id);
        });
    }
    if (!m_buttons.isEmpty())
        setFocusProxy(m_buttons.constFirst());
    column->addStretch(1);
    m_fold = new QToolButton(this); // after the entries: the order of creation is that of the Tab key
    m_fold->setObjectName(u"navigation.fold"_s);
    m_fold->setFocusPolicy(Qt::StrongFocus);
    m_fold->setFixedHeight(entryPx);
    m_fold->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column->addWidget(m_fold);
    connect(m_fold, &QToolButton::clicked, this, [this] {
        setFolded(!m_folded);
        m_memory.write(u"window/navigation"_s, m_folded ? "folded" : "open");
    });
    setFolded(memory.read(u"window/navigation"_s) == "folded");
}

void Navigation::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colors().surface);
    painter.setPen(colors().line);
    painter.drawLine(rect().topRight(), rect().bottomRight());
}

void Navigation::setFolded(bool folded)
{
    m_folded = folded;
    setFixedWidth(folded ? foldedWidth : openWidth);
    for (QWidget *heading : std::as_const(m_headings))
        heading->setVisible(!folded);
    for (QToolButton *button : std::as_const(m_buttons))
        button->setToolButtonStyle(folded ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_fold->setToolButtonStyle(folded ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_fold->setIcon(icon(folded ? Icon::ChevronRight : Icon::ChevronLeft));
    m_fold->setText(u"  "_s + ShellText::tr("Fold"));
    m_fold->setAccessibleName(folded ? ShellText::tr("Unfold the navigation") : ShellText::tr("Fold the navigation"));
    m_fold->setToolTip(m_fold->accessibleName());
}

void Navigation::showCurrent(const QString &page)
{
    for (QToolButton *button : std::as_const(m_buttons))
        button->setChecked(button->objectName() == u"navigation."_s + page);
}

} // namespace kp

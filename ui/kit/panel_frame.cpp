// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/panel_frame.h"

#include "ui/kit/banner.h"
#include "ui/kit/texts.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace kp
{

using namespace Qt::StringLiterals;

PanelFrame::PanelFrame(const QString &name, int steps, QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_banner(new Banner(this))
    , m_content(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    setObjectName(name);
    m_title->setObjectName(name + u".title"_s);
    m_title->setFont(textFont(steps, true));
    m_title->setTextFormat(Qt::PlainText);
    m_content->setSpacing(grid(1));
    m_buttons->setSpacing(grid(1));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(2), grid(2), grid(2), grid(2));
    column->setSpacing(grid(1));
    column->addWidget(m_title);
    column->addWidget(m_banner);
    column->addLayout(m_content, 1);
    column->addLayout(m_buttons);
    auto *escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &PanelFrame::closeAsked);
}

void PanelFrame::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
    if (button != nullptr && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        button->click();
    else
        QFrame::keyPressEvent(event);
}

void PanelFrame::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

QPushButton *PanelFrame::addButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    m_buttons->addWidget(button);
    return button;
}

QPushButton *PanelFrame::addClose()
{
    QPushButton *close = addButton(objectName() + u".close"_s, KitText::tr("Close"));
    close->setToolTip(KitText::tr("Close (Esc)"));
    m_buttons->addStretch(1);
    connect(close, &QPushButton::clicked, this, &PanelFrame::closeAsked);
    return close;
}

} // namespace kp

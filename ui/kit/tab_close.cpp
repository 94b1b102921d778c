// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/tab_close.h"

#include "ui/kit/icons.h"

#include <QTabBar>
#include <QToolButton>

namespace kp
{

using namespace Qt::StringLiterals;

void addTabClose(QTabBar *tabs, int index, const QString &tip, std::function<void(int)> close)
{
    auto *button = new QToolButton(tabs);
    button->setObjectName(u"tab.close"_s);
    button->setIcon(icon(Icon::Close));
    button->setIconSize(QSize(12, 12));
    button->setFocusPolicy(Qt::NoFocus);
    button->setAccessibleName(tip);
    button->setToolTip(tip);
    tabs->setTabButton(index, QTabBar::RightSide, button);
    QObject::connect(button, &QToolButton::clicked, tabs, [tabs, button, close = std::move(close)] {
        for (int i = 0; i < tabs->count(); ++i)
            if (tabs->tabButton(i, QTabBar::RightSide) == button) {
                close(i);
                return;
            }
    });
}

} // namespace kp

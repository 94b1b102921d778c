// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/day_edit.h"

#include "ui/kit/theme.h"

#include <QKeyEvent>

#include <utility>

namespace kp
{

using namespace Qt::StringLiterals;

DayEdit::DayEdit(const QString &name, const QString &spoken, QWidget *parent)
    : QDateEdit(parent)
{
    setObjectName(name);
    setAccessibleName(spoken);
    setCalendarPopup(true);
    setDisplayFormat(u"yyyy-MM-dd"_s);
    setMinimumWidth(grid(16)); // the whole day beside the button
}

void DayEdit::keyPressEvent(QKeyEvent *event)
{
    const QString typed = event->text();
    const bool wentOn = std::exchange(m_wentOn, false);
    if (wentOn && (typed == u"-"_s || typed == u"/"_s || typed == u"."_s)) {
        event->accept();
        return;
    }
    const Section before = currentSection();
    QDateEdit::keyPressEvent(event);
    m_wentOn = !typed.isEmpty() && typed.at(0).isDigit() && currentSection() != before;
}

/// From the year on, whichever way the keyboard came.
void DayEdit::focusInEvent(QFocusEvent *event)
{
    QDateEdit::focusInEvent(event);
    m_wentOn = false;
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
        event->reason() == Qt::ShortcutFocusReason)
        setSelectedSection(YearSection);
}

} // namespace kp

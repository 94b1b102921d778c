// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateEdit>

namespace kp
{

/// A day, yyyy-MM-dd, with a calendar. It can be typed with or without the hyphens: Qt goes on to the month by itself
/// when the year is whole, and a hyphen after that would lead past it.
class DayEdit : public QDateEdit
{
    Q_OBJECT
public:
    /// @param name object name
    /// @param spoken what it is called by a screen reader
    DayEdit(const QString &name, const QString &spoken, QWidget *parent);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    bool m_wentOn = false; ///< the last figure has led to the next part
};

} // namespace kp

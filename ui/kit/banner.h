// SPDX-License-Identifier: GPL-3.0-or-later
// A message that stands at the top of a page instead of in a box over it.
#pragma once

#include "core/base/result.h"
#include "ui/kit/theme.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace kp
{

struct Notice {
    Tone tone = Tone::Info;
    QString text;            ///< what happened, why, and the next step
    QString actionText = {}; ///< "Try again"; empty: no button
    std::function<void()> action = {};
    QString reference = {}; ///< of the log; a button copies it
    QString details = {};   ///< names and places for whoever mends it; a tool tip shows them
};

class Banner : public QFrame
{
    Q_OBJECT
public:
    /// Hidden until something is shown.
    explicit Banner(QWidget *parent = nullptr);

    void show(const Notice &notice);
    /// Shows a fault; its detail goes to the log, whose reference is offered for copying.
    void showFault(const Fault &fault, const QString &actionText = {}, std::function<void()> action = {});
    void dismiss();
    [[nodiscard]] QString text() const;

private:
    QLabel *m_sign;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_reference;
    QToolButton *m_close;
    Notice m_notice;
    void dress();

protected:
    void changeEvent(QEvent *event) override;
};

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace kp
{

class Banner;

/// What stands beside a list or in its place: title, message, content, and a row of buttons that begins with Close.
/// The children are made in their visual order, which is the tab order: the content before the buttons.
class PanelFrame : public QFrame
{
    Q_OBJECT
public:
    /// @param name of the object; its parts are named after it: "record.title", "record.close"
    /// @param steps by which the title is larger than the text
    PanelFrame(const QString &name, int steps, QWidget *parent = nullptr);

    [[nodiscard]] Banner *banner() const { return m_banner; }

Q_SIGNALS:
    /// Close or Esc.
    void closeAsked();

protected:
    /// Enter presses the button that has the keyboard.
    void keyPressEvent(QKeyEvent *event) override;
    void setTitle(const QString &title);
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    /// On the left; made before the other buttons.
    QPushButton *addClose();
    QPushButton *addButton(const QString &name, const QString &text);

private:
    QLabel *m_title;
    Banner *m_banner;
    QVBoxLayout *m_content;
    QHBoxLayout *m_buttons;
};

} // namespace kp

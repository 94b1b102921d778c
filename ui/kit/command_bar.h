// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/desk.h"
#include "ui/kit/spec.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace kp
{

/// The commands of a page as flat buttons with one primary, and their keys (ui/kit/keys.h). What does not fit goes
/// under "More".
class CommandBar : public QWidget
{
    Q_OBJECT
public:
    /// @param page the widget within which the shortcuts work
    CommandBar(QList<Command> commands, const Desk &desk, QWidget *page, QWidget *parent = nullptr);

    /// Where the context comes from; asked when a command is about to run and by refresh(). Without it: an empty one.
    void setContext(std::function<CommandContext()> context);
    /// Decides anew what is offered.
    void refresh();
    /// Runs a command as if its button was clicked: asks first when it is destructive; refused() when it is not
    /// offered.
    void trigger(const QString &id);
    /// Empty when the command may be run now.
    [[nodiscard]] QString whyNot(const QString &id) const;
    [[nodiscard]] const Command *find(const QString &id) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A key or a first step asked for a command that is not offered now.
    void refused(const QString &reason);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] CommandContext context() const;
    QPushButton *addButton(const Command &command);
    void arrange();
    void showMore();

    const QList<Command> m_commands;
    const Desk &m_desk;
    std::function<CommandContext()> m_context = [] { return CommandContext(); };
    const QPointer<QWidget> m_page;
    QList<QPushButton *> m_buttons; ///< one a command, in their order
    QToolButton *m_more = nullptr;
};

} // namespace kp

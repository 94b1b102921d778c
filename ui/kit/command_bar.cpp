// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/command_bar.h"

#include "ui/kit/keys.h"
#include "ui/kit/texts.h"

#include <QEvent>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int gap = grid(1);

QString toolTipOf(const Command &command, const QString &reason, const QList<QKeySequence> &keys)
{
    if (!reason.isEmpty())
        return reason;
    return keys.isEmpty() ? command.text : KitText::tr("%1 (%2)").arg(command.text, shownKeys(keys));
}
} // namespace

CommandBar::CommandBar(QList<Command> commands, const Desk &desk, QWidget *page, QWidget *parent)
    : QWidget(parent)
    , m_commands(std::move(commands))
    , m_desk(desk)
    , m_page(page)
{
    setObjectName(u"commands"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    for (const Command &command : m_commands) {
        m_buttons.append(addButton(command));
        auto *shortcut =
            new ActShortcut(command.id, desk.memory, page, Qt::WidgetWithChildrenShortcut, command.shortcut);
        connect(shortcut, &QShortcut::activated, this, [this, id = command.id] { trigger(id); });
    }
    m_more = new QToolButton(this); // after the buttons: last in the tab order too
    m_more->setObjectName(u"commands.more"_s);
    m_more->setIcon(icon(Icon::More));
    m_more->setAccessibleName(KitText::tr("More commands"));
    m_more->setToolTip(m_more->accessibleName());
    connect(m_more, &QToolButton::clicked, this, &CommandBar::showMore);
    refresh();
}

QPushButton *CommandBar::addButton(const Command &command)
{
    auto *button = new QPushButton(command.text, this);
    button->setObjectName(command.id);
    button->setAccessibleName(command.text);
    button->setAutoDefault(true); // Enter presses it
    if (command.icon != Icon::None)
        button->setIcon(command.primary ? iconOnAccent(command.icon) : icon(command.icon));
    if (command.primary)
        button->setProperty("role", u"primary"_s);
    connect(button, &QPushButton::clicked, this, [this, id = command.id] { trigger(id); });
    return button;
}

void CommandBar::setContext(std::function<CommandContext()> context)
{
    m_context = std::move(context);
    refresh();
}

CommandContext CommandBar::context() const
{
    CommandContext now = m_context();
    now.page = m_page;
    return now;
}

void CommandBar::refresh()
{
    const CommandContext now = context();
    for (qsizetype i = 0; i < m_commands.size(); ++i) {
        const Command &command = m_commands.at(i);
        const QString reason = kp::whyNot(command, m_desk.actor, now);
        QPushButton *button = m_buttons.at(i);
        if (button->hasFocus() && !reason.isEmpty() && m_page) // else it goes to whatever comes next in the window
            m_page->setFocus(Qt::OtherFocusReason);
        button->setEnabled(reason.isEmpty());
        button->setToolTip(toolTipOf(command, reason, keysOf(command.id, command.shortcut, m_desk.memory)));
        button->setAccessibleDescription(reason);
    }
}

const Command *CommandBar::find(const QString &id) const
{
    const auto it =
        std::find_if(m_commands.begin(), m_commands.end(), [&](const Command &command) { return command.id == id; });
    return it == m_commands.end() ? nullptr : &*it;
}

QString CommandBar::whyNot(const QString &id) const
{
    const Command *command = find(id);
    return command == nullptr ? KitText::tr("There is no such command here.")
                              : kp::whyNot(*command, m_desk.actor, context());
}

void CommandBar::trigger(const QString &id)
{
    if (const QString reason = whyNot(id); !reason.isEmpty()) {
        Q_EMIT refused(reason);
        return;
    }
    const Command *command = find(id);
    const CommandContext now = context();
    if (!command->question) {
        command->run(now);
        return;
    }
    // What was asked about is what is done, whatever is selected by the time of the answer.
    const auto asked = std::make_shared<CommandContext>(now);
    m_desk.doors.ask(m_page,
        {.title = command->text,
            .text = command->question(now),
            .accept = command->text,
            .destructive = true,
            .note = command->note,
            .noted = [asked](const QString &note) { asked->note = note; }},
        [command = *command, asked](bool accepted) {
            if (accepted && asked->page)
                command.run(*asked);
        });
}

QSize CommandBar::sizeHint() const
{
    int width = 0;
    int height = m_more->sizeHint().height();
    for (const QPushButton *button : m_buttons) {
        width += button->sizeHint().width() + (width > 0 ? gap : 0);
        height = std::max(height, button->sizeHint().height());
    }
    return {width, height};
}

QSize CommandBar::minimumSizeHint() const
{
    int primary = 0;
    for (qsizetype i = 0; i < m_commands.size(); ++i)
        if (m_commands.at(i).primary)
            primary = m_buttons.at(i)->sizeHint().width() + gap;
    return {m_buttons.isEmpty() ? 0 : primary + m_more->sizeHint().width(), sizeHint().height()};
}

void CommandBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool CommandBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange) {
        updateGeometry();
        arrange();
    }
    if (event->type() == keysChangedEvent())
        refresh();
    return QWidget::event(event);
}

void CommandBar::arrange()
{
    const bool allFit = sizeHint().width() <= width();
    int room = width() - (allFit ? 0 : m_more->sizeHint().width() + gap);
    // The primary command stays in the bar; of the others those that come first.
    for (qsizetype i = 0; i < m_commands.size(); ++i)
        if (m_commands.at(i).primary)
            room -= m_buttons.at(i)->sizeHint().width() + gap;
    QList<bool> stays;
    bool full = false;
    for (qsizetype i = 0; i < m_commands.size(); ++i) {
        const int needed = m_buttons.at(i)->sizeHint().width();
        if (!m_commands.at(i).primary) {
            full = full || (!allFit && needed > room);
            room -= full ? 0 : needed + gap;
        }
        stays.append(m_commands.at(i).primary || !full);
    }
    int used = allFit ? 0 : m_more->sizeHint().width() + gap;
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        used += stays.at(i) ? m_buttons.at(i)->sizeHint().width() + gap : 0;
    int x = std::max(0, width() - used + gap);
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        QPushButton *button = m_buttons.at(i);
        button->setVisible(stays.at(i));
        if (!stays.at(i))
            continue;
        button->setGeometry({QPoint(x, (height() - button->sizeHint().height()) / 2), button->sizeHint()});
        x += button->width() + gap;
    }
    m_more->setVisible(!allFit);
    m_more->setGeometry({QPoint(x, (height() - m_more->sizeHint().height()) / 2), m_more->sizeHint()});
}

void CommandBar::showMore()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (qsizetype i = 0; i < m_commands.size(); ++i) {
        if (!m_buttons.at(i)->isHidden())
            continue;
        const Command &command = m_commands.at(i);
        QAction *action = menu->addAction(icon(command.icon), command.text);
        action->setEnabled(m_buttons.at(i)->isEnabled());
        action->setToolTip(m_buttons.at(i)->toolTip());
        connect(action, &QAction::triggered, this, [this, id = command.id] { trigger(id); });
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

} // namespace kp

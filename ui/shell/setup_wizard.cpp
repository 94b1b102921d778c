// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/setup_wizard.h"

#include "ui/kit/banner.h"
#include "ui/kit/futures.h"
#include "ui/kit/icons.h"
#include "ui/shell/entrance.h"
#include "ui/shell/setup_forms.h"
#include "ui/shell/texts.h"

#include <QCommandLinkButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
QCommandLinkButton *choice(const QString &name, Icon sign, const QString &title, const QString &explanation)
{
    auto *button = new QCommandLinkButton(title, explanation);
    button->setObjectName(name);
    button->setIcon(icon(sign));
    button->setIconSize(QSize(24, 24));
    button->setMinimumHeight(grid(12));
    button->setAutoDefault(true); // Enter presses it
    return button;
}
} // namespace

SetupWizard::SetupWizard(Entrance &entrance, QWidget *parent)
    : QWidget(parent)
    , m_entrance(entrance)
    , m_stack(new SnugStack(this))
{
    setObjectName(u"setup"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_stack->addWidget(makeChoice());
    m_administrator = new AdministratorForm(entrance, m_stack);
    m_connection = new ConnectionForm(entrance, m_stack);
    m_stack->addWidget(m_administrator);
    m_stack->addWidget(m_connection);
    connect(m_administrator, &AdministratorForm::back, this, [this] { begin(false); });
    connect(m_administrator, &AdministratorForm::made, this, &SetupWizard::takeAdministrator);
    connect(m_connection, &ConnectionForm::connected, this, [this] { Q_EMIT finished(m_actor, m_actor.account); });
    connect(m_connection, &ConnectionForm::practiceAsked, this, [this] {
        m_connection->setBusy(true);
        then(this, m_entrance.connectPractice(m_actor), [this](const Outcome &connected) {
            m_connection->setBusy(false);
            if (connected.ok())
                Q_EMIT finished(m_actor, m_actor.account);
            else
                m_connection->banner()->showFault(connected.fault());
        });
    });
}

QWidget *SetupWizard::makeChoice()
{
    m_choice = new EntryColumn(
        ShellText::tr("Welcome"), ShellText::tr("This desk is new. How do you want to begin?"), m_stack);
    auto *practise = choice(u"setup.practise"_s, Icon::Issue, ShellText::tr("Practise now"),
        ShellText::tr(
            "The whole program against a practice tax platform built into it. No account with the tax office is "
            "needed; nothing issued is a real invoice."));
    auto *connection = choice(u"setup.connect"_s, Icon::CloudOk, ShellText::tr("Connect to the tax platform"),
        ShellText::tr("With the LeQi ID, the API key and the address that the tax office gave your company."));
    m_choice->addWidget(practise);
    m_choice->addSpace();
    m_choice->addWidget(connection);
    connect(practise, &QPushButton::clicked, this, [this] { choose(true); });
    connect(connection, &QPushButton::clicked, this, [this] { choose(false); });
    return m_choice;
}

void SetupWizard::begin(bool practice)
{
    if (practice) {
        choose(true);
        return;
    }
    m_stack->setCurrentWidget(m_choice);
    m_choice->findChild<QWidget *>(u"setup.practise"_s)->setFocus(Qt::OtherFocusReason);
}

void SetupWizard::choose(bool practice)
{
    m_practice = practice;
    m_stack->setCurrentWidget(m_administrator);
    m_administrator->begin(practice);
}

void SetupWizard::connectFor(const Actor &actor)
{
    m_actor = actor;
    m_stack->setCurrentWidget(m_connection);
    m_connection->begin(actor);
}

void SetupWizard::takeAdministrator(const Actor &actor)
{
    if (m_practice)
        Q_EMIT finished(actor, actor.account);
    else
        connectFor(actor);
}

} // namespace kp

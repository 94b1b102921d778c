// SPDX-License-Identifier: GPL-3.0-or-later
// The first start: practise now, or connect to the tax platform; the administrator; the connection.
#pragma once

#include "core/domain/access.h"
#include "core/service/company_setup.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace kp
{

class EntryColumn;
class Entrance;

/// Asks who shall be administrator, and makes the account.
class AdministratorForm;
/// Asks for a connection, verifies and stores it.
class ConnectionForm;

class SetupWizard : public QWidget
{
    Q_OBJECT
public:
    explicit SetupWizard(Entrance &entrance, QWidget *parent = nullptr);
    /// From the beginning: nobody has an account yet. @param practice goes to practising at once
    void begin(bool practice);
    /// Only the connection is missing; somebody who may set it up has signed in.
    void connectFor(const Actor &actor);

Q_SIGNALS:
    void finished(const kp::Actor &actor, const QString &account);

private:
    QWidget *makeChoice();
    void choose(bool practice);
    void takeAdministrator(const Actor &actor);

    Entrance &m_entrance;
    bool m_practice = false;
    Actor m_actor;
    QStackedWidget *m_stack;
    EntryColumn *m_choice;
    AdministratorForm *m_administrator;
    ConnectionForm *m_connection;
};

} // namespace kp

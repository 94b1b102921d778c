// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/entry_frame.h"

#include "core/domain/access.h"

namespace kp
{

class Entrance;
class Preferences;

class SignInPage : public EntryColumn
{
    Q_OBJECT
public:
    SignInPage(Entrance &entrance, Preferences &preferences, QWidget *parent = nullptr);
    void begin();

Q_SIGNALS:
    void signedIn(const kp::Actor &actor);

private:
    void submit();

    Entrance &m_entrance;
    Preferences &m_preferences;
    QLineEdit *m_account;
    QLineEdit *m_password;
};

} // namespace kp

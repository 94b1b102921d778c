// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sign_in_page.h"

#include "ui/kit/banner.h"
#include "ui/kit/futures.h"
#include "ui/shell/entrance.h"
#include "ui/shell/preferences.h"
#include "ui/shell/texts.h"

#include <QLineEdit>
#include <QPushButton>

namespace kp
{

using namespace Qt::StringLiterals;

SignInPage::SignInPage(Entrance &entrance, Preferences &preferences, QWidget *parent)
    : EntryColumn(ShellText::tr("Sign in"), ShellText::tr("With the account of this desk."), parent)
    , m_entrance(entrance)
    , m_preferences(preferences)
    , m_account(addField(
          u"signin.account"_s, ShellText::tr("Account"), ShellText::tr("Identity card number or sign-in name")))
    , m_password(addPassword(u"signin.password"_s, ShellText::tr("Password")))
{
    setObjectName(u"signin"_s);
    QPushButton *button = addButton(u"signin.submit"_s, ShellText::tr("Sign in"), true);
    connect(button, &QPushButton::clicked, this, &SignInPage::submit);
    connect(this, &EntryColumn::submitted, this, &SignInPage::submit);
}

void SignInPage::begin()
{
    m_account->setText(m_preferences.lastAccount());
    m_password->clear();
    (m_account->text().isEmpty() ? m_account : m_password)->setFocus(Qt::OtherFocusReason);
}

void SignInPage::submit()
{
    const QString account = m_account->text().trimmed();
    if (account.isEmpty() || m_password->text().isEmpty()) {
        (account.isEmpty() ? m_account : m_password)->setFocus(Qt::OtherFocusReason);
        return;
    }
    setBusy(true);
    const Secret password(m_password->text().toUtf8());
    then(this, m_entrance.signIn(account, password), [this, account](const Result<Actor> &actor) {
        setBusy(false);
        m_password->clear();
        if (!actor.ok()) {
            banner()->showFault(actor.fault());
            m_password->setFocus(Qt::OtherFocusReason);
            return;
        }
        m_preferences.setLastAccount(account);
        Q_EMIT signedIn(*actor);
    });
}

} // namespace kp

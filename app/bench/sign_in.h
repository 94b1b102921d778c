// SPDX-License-Identifier: GPL-3.0-or-later
// The real window is signed in to, as a person would.
#pragma once

#include "app/bench/account.h"
#include "ui/shell/main_window.h"

#include <QLineEdit>
#include <QPushButton>

namespace kp::bench
{

/// False: the page is not there yet.
inline bool signIn(const MainWindow &window)
{
    using namespace Qt::StringLiterals;
    auto *account = window.findChild<QLineEdit *>(u"signin.account"_s);
    if (account == nullptr)
        return false;
    account->setText(QLatin1StringView(accountName));
    window.findChild<QLineEdit *>(u"signin.password"_s)->setText(QLatin1StringView(accountPassword));
    window.findChild<QPushButton *>(u"signin.submit"_s)->click();
    return true;
}

} // namespace kp::bench

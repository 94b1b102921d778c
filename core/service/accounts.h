// SPDX-License-Identifier: GPL-3.0-or-later
// Local accounts: the first administrator, signing in, further users.
#pragma once

#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/domain/access.h"
#include "core/store/stores.h"

#include <functional>

namespace kp::service
{

/// How passwords become what is stored of them (Argon2id in the product; tests may choose a cheap one).
struct PasswordScheme {
    std::function<Result<QString>(const Secret &)> hash;
    std::function<bool(const QString &, const Secret &)> matches;
};

class Accounts
{
public:
    static constexpr int leastPasswordLength = 8;

    Accounts(store::Stores &stores, const Clock &clock, PasswordScheme scheme);

    /// Whether nobody has an account yet: the first start.
    [[nodiscard]] Result<bool> isEmpty();
    /// The first account; it becomes administrator. Faults: Conflict (there are accounts), Invalid (password too
    /// short).
    Result<Actor> createAdministrator(const QString &account, const QString &name, const Secret &password);
    /// A further account. Faults: Denied, Conflict (account exists), Invalid.
    Result<UserId> add(const Actor &by, const User &user, const Secret &password);
    Outcome setEnabled(const Actor &by, UserId user, bool enabled);
    /// Faults: Denied: wrong account or password (which of the two is not told), disabled, or too many failures: the
    /// message says how long to wait.
    Result<Actor> signIn(const QString &account, const Secret &password);
    [[nodiscard]] Result<QList<User>> users(const Actor &by);

private:
    Result<UserId> store(const User &user, const Secret &password, const QString &by);

    store::Stores &m_stores;
    const Clock &m_clock;
    PasswordScheme m_scheme;
    QString m_decoyHash; ///< checked when there is no such account, so that the answer takes as long
};

} // namespace kp::service

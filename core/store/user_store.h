// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/access.h"
#include "core/store/database.h"

namespace kp::store
{

/// What signing in needs to know of a user.
struct SignIn {
    User user;
    QString passwordHash; ///< Argon2id, encoded form
    int failures = 0;     ///< since the last success
    qint64 lastFailureMs = 0;
};

class UserStore
{
public:
    explicit UserStore(Database &database)
        : m_database(database)
    {
    }

    /// Stores a new user (id not valid) or changes a stored one with his roles and companies. Fault: Conflict (account
    /// exists).
    Result<UserId> save(const User &user);
    Outcome setPasswordHash(UserId user, const QString &hash);
    Outcome recordFailure(UserId user, qint64 nowMs);
    Outcome clearFailures(UserId user);
    /// Nothing when there is no such account (compared without regard to case).
    [[nodiscard]] Result<std::optional<SignIn>> signIn(const QString &account);
    [[nodiscard]] Result<User> find(UserId user); ///< Fault: NotFound
    [[nodiscard]] Result<QList<User>> users();    ///< by account

private:
    Database &m_database;
};

} // namespace kp::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/user_store.h"

#include "core/store/texts.h"

namespace kp::store
{

namespace
{
SignIn signInOf(const Row &row)
{
    SignIn found;
    found.user.id = row.id<UserId>(0);
    found.user.account = row.text(1);
    found.user.name = row.text(2);
    found.user.enabled = row.flag(3);
    found.user.allCompanies = row.flag(4);
    found.passwordHash = row.text(5);
    found.failures = row.small(6);
    found.lastFailureMs = row.whole(7);
    return found;
}

Fault userNotThere()
{
    return {FaultKind::NotFound, StoreText::tr("There is no such user.")};
}

/// Roles and companies stand in tables of their own.
Outcome complete(Database &database, User &user)
{
    KP_TRY(roles, database.prepared(QStringLiteral("SELECT role FROM person_role WHERE person = ? ORDER BY role"))
                      .with(user.id)
                      .all([](const Row &row) { return row.text(0); }));
    KP_TRY(companies,
        database.prepared(QStringLiteral("SELECT company FROM person_company WHERE person = ? ORDER BY company"))
            .with(user.id)
            .all([](const Row &row) { return row.id<CompanyId>(0); }));
    user.roles = roles;
    user.companies = companies;
    return Done{};
}

QString selectUsers(QStringView rest)
{
    return QStringLiteral("SELECT id, account, name, enabled, all_companies, password_hash, failures, last_failure_ms "
                          "FROM person ")
        .append(rest);
}
} // namespace

Result<UserId> UserStore::save(const User &user)
{
    Transaction transaction(m_database);
    UserId id = user.id;
    const QString folded = user.account.toCaseFolded();
    if (id.isValid()) {
        KP_DO(m_database
                  .prepared(QStringLiteral("UPDATE person SET account = ?, account_folded = ?, name = ?, enabled = ?, "
                                           "all_companies = ? WHERE id = ?"))
                  .with(user.account, folded, user.name, user.enabled, user.allCompanies, id)
                  .runOr(userNotThere()));
    } else {
        Query &query = m_database.prepared(QStringLiteral(
            "INSERT INTO person (account, account_folded, name, enabled, all_companies) VALUES (?, ?, ?, ?, ?)"));
        KP_DO(query.with(user.account, folded, user.name, user.enabled, user.allCompanies).run());
        id = UserId(query.insertedId());
    }
    KP_DO(m_database.prepared(QStringLiteral("DELETE FROM person_role WHERE person = ?")).with(id).run());
    for (const QString &role : user.roles)
        KP_DO(m_database.prepared(QStringLiteral("INSERT INTO person_role (person, role) VALUES (?, ?)"))
                  .with(id, role)
                  .run());
    KP_DO(m_database.prepared(QStringLiteral("DELETE FROM person_company WHERE person = ?")).with(id).run());
    for (const CompanyId company : user.companies)
        KP_DO(m_database.prepared(QStringLiteral("INSERT INTO person_company (person, company) VALUES (?, ?)"))
                  .with(id, company)
                  .run());
    KP_DO(transaction.commit());
    return id;
}

Outcome UserStore::setPasswordHash(UserId user, const QString &hash)
{
    Transaction transaction(m_database);
    KP_DO(m_database.prepared(QStringLiteral("UPDATE person SET password_hash = ? WHERE id = ?"))
              .with(hash, user)
              .runOr(userNotThere()));
    return transaction.commit();
}

Outcome UserStore::recordFailure(UserId user, qint64 nowMs)
{
    Transaction transaction(m_database);
    KP_DO(m_database
              .prepared(QStringLiteral("UPDATE person SET failures = failures + 1, last_failure_ms = ? WHERE id = ?"))
              .with(nowMs, user)
              .runOr(userNotThere()));
    return transaction.commit();
}

Outcome UserStore::clearFailures(UserId user)
{
    Transaction transaction(m_database);
    KP_DO(m_database.prepared(QStringLiteral("UPDATE person SET failures = 0, last_failure_ms = 0 WHERE id = ?"))
              .with(user)
              .runOr(userNotThere()));
    return transaction.commit();
}

Result<std::optional<SignIn>> UserStore::signIn(const QString &account)
{
    KP_TRY(found,
        m_database.prepared(selectUsers(u"WHERE account_folded = ?")).with(account.toCaseFolded()).first(signInOf));
    if (found)
        KP_DO(complete(m_database, found->user));
    return found;
}

Result<User> UserStore::find(UserId user)
{
    KP_TRY(found, m_database.prepared(selectUsers(u"WHERE id = ?")).with(user).first(signInOf));
    if (!found)
        return userNotThere();
    KP_DO(complete(m_database, found->user));
    return found->user;
}

Result<QList<User>> UserStore::users()
{
    KP_TRY(users, m_database.prepared(selectUsers(u"ORDER BY account_folded")).all([](const Row &row) {
        return signInOf(row).user;
    }));
    for (User &user : users)
        KP_DO(complete(m_database, user));
    return users;
}

} // namespace kp::store

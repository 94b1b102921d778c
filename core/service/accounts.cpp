// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/accounts.h"

#include "core/service/guard.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace kp::service
{

namespace
{
struct AccountsText {
    Q_DECLARE_TR_FUNCTIONS(Accounts)
};

constexpr int freeFailures = 4;        // the fifth wrong password begins the waiting
constexpr qint64 firstWaitMs = 15'000; // doubled with each further one
constexpr qint64 longestWaitMs = 15 * 60'000;

qint64 waitAfter(int failures)
{
    if (failures <= freeFailures)
        return 0;
    return std::min(longestWaitMs, firstWaitMs << std::min(failures - freeFailures - 1, 10));
}

QString objectOf(UserId user)
{
    return QStringLiteral("user/%1").arg(user.value());
}
} // namespace

Accounts::Accounts(store::Stores &stores, const Clock &clock, PasswordScheme scheme)
    : m_stores(stores)
    , m_clock(clock)
    , m_scheme(std::move(scheme))
{
}

Result<bool> Accounts::isEmpty()
{
    KP_TRY(users, m_stores.users.users());
    return users.isEmpty();
}

Result<UserId> Accounts::store(const User &user, const Secret &password, const QString &by)
{
    if (user.account.trimmed().isEmpty() || user.name.trimmed().isEmpty())
        return Fault{FaultKind::Invalid, AccountsText::tr("An account needs a sign-in name and a person's name.")};
    if (QString::fromUtf8(password.reveal()).size() < leastPasswordLength)
        return Fault{FaultKind::Invalid,
            AccountsText::tr("The password needs at least %1 characters.").arg(leastPasswordLength)};
    KP_TRY(hash, m_scheme.hash(password));
    store::Transaction transaction(m_stores.database);
    KP_TRY(id, m_stores.users.save(user));
    KP_DO(m_stores.users.setPasswordHash(id, hash));
    KP_DO(m_stores.audit.append(
        {0, {}, by, QStringLiteral("user.create"), objectOf(id),
            store::fieldChanges({}, {{QStringLiteral("account"), user.account}, {QStringLiteral("name"), user.name},
                                        {QStringLiteral("roles"), user.roles.join(u',')}})},
        m_clock.nowMs()));
    KP_DO(transaction.commit());
    return id;
}

Result<Actor> Accounts::createAdministrator(const QString &account, const QString &name, const Secret &password)
{
    KP_TRY(empty, isEmpty());
    if (!empty)
        return Fault{
            FaultKind::Conflict, AccountsText::tr("This profile has an administrator already. Sign in instead.")};
    User user{{}, account, name, {QString::fromLatin1(kp::roles()[0].code)}};
    KP_TRY(id, store(user, password, account));
    user.id = id;
    return actorFor(user);
}

Result<UserId> Accounts::add(const Actor &by, const User &user, const Secret &password)
{
    KP_DO(require(m_stores.users, by, Permission::ManagePeople));
    return store(user, password, by.account);
}

Outcome Accounts::setEnabled(const Actor &by, UserId id, bool enabled)
{
    KP_DO(require(m_stores.users, by, Permission::ManagePeople));
    if (id == by.user && !enabled)
        return Fault{
            FaultKind::Conflict, AccountsText::tr("You can not disable yourself. Let another administrator do it.")};
    KP_TRY(user, m_stores.users.find(id));
    store::Transaction transaction(m_stores.database);
    user.enabled = enabled;
    KP_TRY(saved, m_stores.users.save(user));
    KP_DO(m_stores.audit.append(
        {0, {}, by.account, enabled ? QStringLiteral("user.enable") : QStringLiteral("user.disable"), objectOf(saved),
            {}},
        m_clock.nowMs()));
    return transaction.commit();
}

Result<Actor> Accounts::signIn(const QString &account, const Secret &password)
{
    const Fault wrong{FaultKind::Denied, AccountsText::tr("The account or the password is wrong.")};
    KP_TRY(found, m_stores.users.signIn(account.trimmed()));
    if (!found) {
        if (m_decoyHash.isEmpty())
            m_decoyHash = m_scheme.hash(Secret(QByteArrayLiteral("nobody has this"))).valueOr(QString());
        (void)m_scheme.matches(m_decoyHash, password);
        return wrong;
    }
    const qint64 now = m_clock.nowMs();
    const qint64 waitMs = found->lastFailureMs + waitAfter(found->failures) - now;
    if (waitMs > 0)
        return Fault{FaultKind::Denied, AccountsText::tr("Too many wrong passwords. Try again in %n second(s).",
                                            nullptr, static_cast<int>((waitMs + 999) / 1000))};
    if (!m_scheme.matches(found->passwordHash, password)) {
        KP_DO(m_stores.users.recordFailure(found->user.id, now));
        return wrong;
    }
    if (!found->user.enabled)
        return Fault{
            FaultKind::Denied, AccountsText::tr("This account is disabled. Ask an administrator to enable it.")};
    store::Transaction transaction(m_stores.database);
    KP_DO(m_stores.users.clearFailures(found->user.id));
    KP_DO(m_stores.audit.append(
        {0, {}, found->user.account, QStringLiteral("user.signIn"), objectOf(found->user.id), {}}, now));
    KP_DO(transaction.commit());
    return actorFor(found->user);
}

Result<QList<User>> Accounts::users(const Actor &by)
{
    KP_DO(require(m_stores.users, by, Permission::ManagePeople));
    return m_stores.users.users();
}

} // namespace kp::service

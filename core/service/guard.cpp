// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/guard.h"

#include <QCoreApplication>

namespace kp::service
{

namespace
{
struct GuardText {
    Q_DECLARE_TR_FUNCTIONS(Guard)
};
} // namespace

QString whyNot(const Actor &actor, Permission permission)
{
    if (actor.may(permission))
        return {};
    return GuardText::tr("You may not %1. This right belongs to: %2.")
        .arg(label(permission), rolesThatGrant(permission));
}

namespace
{
Outcome allow(const Actor &actor, Permission permission)
{
    const QString reason = whyNot(actor, permission);
    if (!reason.isEmpty())
        return Fault{FaultKind::Denied, reason, actor.account + QStringLiteral(" lacks ") + label(permission)};
    return Done{};
}
} // namespace

Outcome require(store::UserStore &users, const Actor &actor, Permission permission)
{
    KP_TRY(user, users.find(actor.user));
    return allow(actorFor(user), permission);
}

Outcome require(store::UserStore &users, const Actor &actor, Permission permission, CompanyId company)
{
    KP_TRY(user, users.find(actor.user));
    const Actor now = actorFor(user);
    KP_DO(allow(now, permission));
    if (!now.sees(company))
        return Fault{
            FaultKind::Denied, GuardText::tr("This company is outside what you may see. Ask an administrator.")};
    return Done{};
}

} // namespace kp::service

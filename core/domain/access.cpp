// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/access.h"

#include <QCoreApplication>

#include <algorithm>

namespace kp
{

namespace
{
struct AccessText {
    Q_DECLARE_TR_FUNCTIONS(Access)
};

constexpr PermissionRow permissionRows[] = {
    {Permission::ViewInvoices, "invoice.view", QT_TRANSLATE_NOOP("Access", "view invoices")},
    {Permission::IssueInvoices, "invoice.issue", QT_TRANSLATE_NOOP("Access", "issue invoices")},
    {Permission::DiscardInvoices, "invoice.discard", QT_TRANSLATE_NOOP("Access", "discard refused invoices")},
    {Permission::ManagePeople, "people.manage", QT_TRANSLATE_NOOP("Access", "manage people")},
    {Permission::ConfigureConnections, "connection.configure", QT_TRANSLATE_NOOP("Access", "configure connections")},
    {Permission::ViewAudit, "audit.view", QT_TRANSLATE_NOOP("Access", "view the audit journal")},
    {Permission::ViewRecords, "record.view", QT_TRANSLATE_NOOP("Access", "view base data")},
    {Permission::MaintainRecords, "record.maintain", QT_TRANSLATE_NOOP("Access", "maintain base data")},
    {Permission::SetCompanyRules, "company.rules", QT_TRANSLATE_NOOP("Access", "set the rules of a company")},
};

constexpr Permission administratorGrants[] = {Permission::ViewInvoices, Permission::IssueInvoices,
    Permission::DiscardInvoices, Permission::ManagePeople, Permission::ConfigureConnections, Permission::ViewAudit,
    Permission::ViewRecords, Permission::MaintainRecords, Permission::SetCompanyRules};
constexpr Permission issuerGrants[] = {Permission::ViewInvoices, Permission::IssueInvoices, Permission::DiscardInvoices,
    Permission::ViewRecords, Permission::MaintainRecords};
constexpr Permission viewerGrants[] = {Permission::ViewInvoices, Permission::ViewRecords};

constexpr RoleRow roleRows[] = {
    {Role::Administrator, "administrator", QT_TRANSLATE_NOOP("Access", "Administrator"), administratorGrants},
    {Role::Issuer, "issuer", QT_TRANSLATE_NOOP("Access", "Issuer"), issuerGrants},
    {Role::Viewer, "viewer", QT_TRANSLATE_NOOP("Access", "Viewer"), viewerGrants},
};
} // namespace

std::span<const PermissionRow> permissions()
{
    return permissionRows;
}

QString label(Permission permission)
{
    return AccessText::tr(permissionRows[static_cast<std::size_t>(permission)].label);
}

std::span<const RoleRow> roles()
{
    return roleRows;
}

const RoleRow *roleFromCode(QStringView code)
{
    const auto *it = std::find_if(
        std::begin(roleRows), std::end(roleRows), [&](const RoleRow &r) { return code == QLatin1StringView(r.code); });
    return it == std::end(roleRows) ? nullptr : it;
}

QString label(Role role)
{
    return AccessText::tr(roleRows[static_cast<std::size_t>(role)].label);
}

QString rolesThatGrant(Permission permission)
{
    QStringList names;
    for (const RoleRow &role : roleRows)
        if (std::find(role.grants.begin(), role.grants.end(), permission) != role.grants.end())
            names.append(label(role.role));
    return names.join(QStringLiteral(", "));
}

Actor actorFor(const User &user)
{
    Actor actor{user.id, user.account, user.name, {}, user.allCompanies, user.companies};
    if (!user.enabled)
        return actor;
    for (const QString &code : user.roles)
        if (const RoleRow *role = roleFromCode(code))
            for (const Permission permission : role->grants)
                actor.granted.insert(static_cast<int>(permission));
    return actor;
}

} // namespace kp

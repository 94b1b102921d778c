// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what: rights, roles, users, and the actor in whose name a service works.
#pragma once

#include "core/domain/ids.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <span>

namespace kp
{

enum class Permission {
    ViewInvoices,
    IssueInvoices,
    DiscardInvoices,
    ManagePeople,
    ConfigureConnections,
    ViewAudit,
    ViewRecords,     ///< base data: items, customers, extra elements, scenes, business types
    MaintainRecords, ///< add, change, delete, import
    SetCompanyRules, ///< what issuers of a company must keep to
};

struct PermissionRow {
    Permission permission;
    const char *code;  ///< as stored and as audited
    const char *label; ///< interface text, context "Access"
};
std::span<const PermissionRow> permissions();
QString label(Permission permission);

/// Roles that every installation has. Their rights stand in one table.
enum class Role { Administrator, Issuer, Viewer };
struct RoleRow {
    Role role;
    const char *code;
    const char *label;
    std::span<const Permission> grants;
};
std::span<const RoleRow> roles();
const RoleRow *roleFromCode(QStringView code);
QString label(Role role);
/// "Administrator, Issuer": the roles that hold a right, for the reason of a disabled command.
QString rolesThatGrant(Permission permission);

struct User {
    UserId id;
    QString account;   ///< sign-in name; compared without regard to case
    QString name;      ///< as printed: 开票人
    QStringList roles; ///< role codes
    bool enabled = true;
    bool allCompanies = true;
    QList<CompanyId> companies = {}; ///< when not all
};

/// A signed-in user with what he may do and see.
struct Actor {
    UserId user;
    QString account;
    QString name;
    QSet<int> granted; ///< Permission as int
    bool allCompanies = true;
    QList<CompanyId> companies;

    [[nodiscard]] bool may(Permission permission) const { return granted.contains(static_cast<int>(permission)); }
    [[nodiscard]] bool sees(CompanyId company) const { return allCompanies || companies.contains(company); }
};
Actor actorFor(const User &user);

} // namespace kp

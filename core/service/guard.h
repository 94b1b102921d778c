// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/access.h"
#include "core/store/user_store.h"

namespace kp::service
{

/// Denied, with the roles that may, unless the user holds the right now: his rights are read again, so that a user
/// disabled meanwhile can not go on working.
Outcome require(store::UserStore &users, const Actor &actor, Permission permission);
/// The same, and the company must lie in his data scope.
Outcome require(store::UserStore &users, const Actor &actor, Permission permission, CompanyId company);
/// Why a command is disabled for this actor; empty when it is not.
QString whyNot(const Actor &actor, Permission permission);

} // namespace kp::service

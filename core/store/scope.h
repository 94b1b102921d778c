// SPDX-License-Identifier: GPL-3.0-or-later
// 数据权限: which companies' records a reader may see. Every list query carries one.
#pragma once

#include "core/domain/access.h"

namespace kp::store
{

struct Scope {
    bool all = false;
    QList<CompanyId> companies; ///< when not all; empty: sees nothing

    static Scope everything() { return {true, {}}; }
    static Scope of(const Actor &actor) { return {actor.allCompanies, actor.companies}; }
    static Scope only(CompanyId company) { return {false, {company}}; }
    [[nodiscard]] bool sees(CompanyId company) const { return all || companies.contains(company); }
    friend bool operator==(const Scope &, const Scope &) = default;
};

} // namespace kp::store

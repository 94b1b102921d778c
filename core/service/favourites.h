// SPDX-License-Identifier: GPL-3.0-or-later
// 常用开票项: which items a company keeps at hand, and whether its issuers may use no others.
#pragma once

#include "core/base/clock.h"
#include "core/domain/access.h"
#include "core/store/stores.h"

namespace kp::service
{

class Favourites
{
public:
    Favourites(store::Stores &stores, const Clock &clock)
        : m_stores(stores)
        , m_clock(clock)
    {
    }

    /// Puts items behind the favourites there are; those that are one already stay where they are. Faults: Denied,
    /// NotFound.
    Outcome add(const Actor &actor, CompanyId company, const QList<ItemId> &items);
    /// The items stay; they are no favourites any more. Faults: Denied, NotFound.
    Outcome remove(const Actor &actor, CompanyId company, const QList<ItemId> &items);
    /// One of them up (@p by < 0) or down among the others, as far as there are any. Faults: Denied, NotFound.
    Outcome move(const Actor &actor, CompanyId company, ItemId item, qsizetype by);

    /// Whether issuers may use favourites only.
    [[nodiscard]] Result<bool> isBinding(CompanyId company);
    /// Who may set it is not bound by it. Fault: Denied.
    Outcome setBinding(const Actor &actor, CompanyId company, bool binding);

private:
    Outcome place(const Actor &actor, Item item, int favourite);

    store::Stores &m_stores;
    const Clock &m_clock;
};

/// Whether issuers of a company may use favourites only.
Result<bool> favouritesBind(store::SettingStore &settings, CompanyId company);

} // namespace kp::service

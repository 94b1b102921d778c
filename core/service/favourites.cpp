// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/favourites.h"

#include "core/service/guard.h"
#include "core/service/texts.h"
#include "core/store/favourites.h"

#include <algorithm>

namespace kp::service
{

namespace
{
QString bindingKey(CompanyId company)
{
    return QStringLiteral("company.%1.favouritesOnly").arg(company.value());
}

/// The company's item. Fault: NotFound.
Result<Item> itemOf(store::Stores &stores, CompanyId company, ItemId id)
{
    KP_TRY(item, stores.items.find(id));
    if (item.company != company)
        return Fault{FaultKind::NotFound, RecordsText::tr("This record is not there any more.")};
    return item;
}
} // namespace

Result<bool> favouritesBind(store::SettingStore &settings, CompanyId company)
{
    KP_TRY(value, settings.value(bindingKey(company)));
    return value == QLatin1StringView("1");
}

Outcome Favourites::place(const Actor &actor, Item item, int favourite)
{
    if (item.favourite == favourite)
        return Done{};
    const auto placeOf = [](int at) { return at > 0 ? QString::number(at) : QString(); };
    const store::AuditEntry entry{0, {}, actor.account, QStringLiteral("item.favourite"),
        QStringLiteral("item/%1").arg(item.id.value()),
        {{QStringLiteral("favourite"), placeOf(item.favourite), placeOf(favourite)}}};
    item.favourite = favourite;
    item.stamp = {item.stamp.revision + 1, actor.account, m_clock.now()};
    KP_DO(m_stores.items.update(item));
    return m_stores.audit.append(entry, m_clock.nowMs());
}

Outcome Favourites::add(const Actor &actor, CompanyId company, const QList<ItemId> &items)
{
    KP_DO(require(m_stores.users, actor, Permission::MaintainRecords, company));
    store::Transaction transaction(m_stores.database);
    KP_TRY(known, store::favouriteItems(m_stores.items, company));
    int last = known.isEmpty() ? 0 : known.last().favourite;
    for (const ItemId id : items) {
        KP_TRY(item, itemOf(m_stores, company, id));
        if (item.favourite == 0)
            KP_DO(place(actor, item, ++last));
    }
    return transaction.commit();
}

Outcome Favourites::remove(const Actor &actor, CompanyId company, const QList<ItemId> &items)
{
    KP_DO(require(m_stores.users, actor, Permission::MaintainRecords, company));
    store::Transaction transaction(m_stores.database);
    for (const ItemId id : items) {
        KP_TRY(item, itemOf(m_stores, company, id));
        KP_DO(place(actor, item, 0));
    }
    return transaction.commit();
}

Outcome Favourites::move(const Actor &actor, CompanyId company, ItemId item, qsizetype by)
{
    KP_DO(require(m_stores.users, actor, Permission::MaintainRecords, company));
    store::Transaction transaction(m_stores.database);
    KP_TRY(known, store::favouriteItems(m_stores.items, company));
    const auto moved = std::find_if(known.cbegin(), known.cend(), [item](const Item &one) { return one.id == item; });
    if (moved == known.cend())
        return Fault{FaultKind::NotFound, RecordsText::tr("This record is not there any more.")};
    const qsizetype from = moved - known.cbegin();
    known.move(from, std::clamp<qsizetype>(from + by, 0, known.size() - 1));
    int at = 0;
    for (const Item &one : std::as_const(known))
        KP_DO(place(actor, one, ++at));
    return transaction.commit();
}

Result<bool> Favourites::isBinding(CompanyId company)
{
    return favouritesBind(m_stores.settings, company);
}

Outcome Favourites::setBinding(const Actor &actor, CompanyId company, bool binding)
{
    KP_DO(require(m_stores.users, actor, Permission::SetCompanyRules, company));
    store::Transaction transaction(m_stores.database);
    KP_TRY(before, isBinding(company));
    if (before == binding)
        return Done{};
    const auto word = [](bool on) { return on ? QStringLiteral("1") : QStringLiteral("0"); };
    KP_DO(m_stores.settings.setValue(bindingKey(company), word(binding)));
    KP_DO(m_stores.audit.append(
        {0, {}, actor.account, QStringLiteral("company.rules"), QStringLiteral("company/%1").arg(company.value()),
            {{QStringLiteral("favouritesOnly"), word(before), word(binding)}}},
        m_clock.nowMs()));
    return transaction.commit();
}

} // namespace kp::service

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/reading.h"

#include "core/service/guard.h"

#include <algorithm>

namespace kp::service
{

Result<std::unique_ptr<Reading>> Reading::open(const QString &databasePath)
{
    KP_TRY(database, store::Database::openReader(databasePath));
    return std::unique_ptr<Reading>(new Reading(std::move(database)));
}

Reading::Reading(std::unique_ptr<store::Database> database)
    : m_database(std::move(database))
    , m_stores(*m_database)
    , m_invoices(m_stores)
    , m_redForms(m_stores)
    , m_customerNames(*m_database, store::completionSource<Customer>())
    , m_itemNames(*m_database, store::completionSource<Item>())
{
}

Reading::~Reading() = default;

Result<store::ListQuery> Reading::seen(const Actor &actor, store::ListQuery query)
{
    const store::Scope wanted = query.scope;
    KP_TRY(scoped, m_invoices.scoped(actor, std::move(query)));
    if (wanted.all)
        return scoped;
    store::Scope both = wanted;
    both.companies.removeIf([&](CompanyId company) { return !scoped.scope.sees(company); });
    scoped.scope = both;
    return scoped;
}

Result<qint64> Reading::count(const Actor &actor, const store::ListQuery &query)
{
    KP_TRY(asked, seen(actor, query));
    return m_stores.list.count(asked);
}

Result<store::ListTotals> Reading::totals(const Actor &actor, const store::ListQuery &query)
{
    KP_TRY(asked, seen(actor, query));
    return m_stores.list.totals(asked);
}

Result<store::ListTotals> Reading::totals(const Actor &actor, const QList<InvoiceId> &ids)
{
    store::ListQuery everything;
    everything.scope = store::Scope::everything();
    KP_TRY(asked, seen(actor, everything));
    return m_stores.list.totals(asked.scope, ids);
}

Result<store::InvoicePage> Reading::page(
    const Actor &actor, const store::ListQuery &query, const std::optional<store::ListKey> &after, int limit)
{
    KP_TRY(asked, seen(actor, query));
    return m_stores.list.page(asked, after, limit);
}

Result<store::InvoicePage> Reading::pageAt(
    const Actor &actor, const store::ListQuery &query, const store::KeyLadder &ladder, qint64 position, int limit)
{
    KP_TRY(asked, seen(actor, query));
    return m_stores.list.pageAt(asked, ladder, position, limit);
}

Result<store::KeyLadder> Reading::ladder(
    const Actor &actor, const store::ListQuery &query, const std::atomic_bool &stop)
{
    KP_TRY(asked, seen(actor, query));
    return m_stores.list.ladder(asked, stop);
}

Result<InvoiceDetail> Reading::invoice(const Actor &actor, InvoiceId id)
{
    return m_invoices.find(actor, id);
}

Result<InvoiceDetail> Reading::invoice(const Actor &actor, const QString &number)
{
    return m_invoices.findByNumber(actor, number);
}

Result<QList<Customer>> Reading::customers(const Actor &actor, CompanyId company, const QString &text, int limit)
{
    KP_DO(require(m_stores.users, actor, Permission::ViewRecords, company));
    return store::completed(m_customerNames, m_stores.customerRecords, company, text, limit);
}

Result<QList<Item>> Reading::items(const Actor &actor, CompanyId company, const QString &text, int limit)
{
    KP_DO(require(m_stores.users, actor, Permission::ViewRecords, company));
    return store::completed(m_itemNames, m_stores.items, company, text, limit);
}

Result<QStringList> Reading::emails(const Actor &actor, CustomerId id)
{
    KP_DO(require(m_stores.users, actor, Permission::ViewRecords));
    KP_TRY(customer, m_stores.customerRecords.find(id));
    if (!actor.sees(customer.company))
        return QStringList();
    return m_stores.customers.emails(id);
}

Result<QList<SceneWithElements>> Reading::scenes(const Actor &actor, CompanyId company)
{
    KP_DO(require(m_stores.users, actor, Permission::ViewRecords, company));
    const store::RecordQuery all{store::Scope::only(company), {}, {}, QStringLiteral("name"), false};
    KP_TRY(page, m_stores.scenes.page(all, {}, mostScenes));
    QList<SceneWithElements> out;
    for (const Scene &scene : std::as_const(page.rows)) {
        QList<qint64> ids;
        for (const ElementId id : scene.elements)
            ids.append(id.value());
        KP_TRY(elements, m_stores.elements.findAll(ids));
        out.append({scene, elements});
    }
    return out;
}

Result<QList<Item>> Reading::favourites(const Actor &actor, CompanyId company)
{
    KP_DO(require(m_stores.users, actor, Permission::ViewRecords, company));
    return store::favouriteItems(m_stores.items, company);
}

} // namespace kp::service

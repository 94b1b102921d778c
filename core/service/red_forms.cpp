// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/red_forms.h"

#include "core/service/guard.h"
#include "core/service/texts.h"

namespace kp::service
{

Result<RedForm> RedForms::find(const Actor &actor, RedFormId id)
{
    KP_DO(require(m_stores.users, actor, Permission::ViewInvoices));
    KP_TRY(form, m_stores.redForms.find(id));
    if (!actor.sees(form.company))
        return Fault{FaultKind::NotFound,
            ReversingText::tr("There is no such confirmation form. Check its number, or read the forms from the tax "
                              "platform anew.")};
    return form;
}

Result<RedForm> RedForms::findByName(const Actor &actor, CompanyId company, const QString &name)
{
    KP_DO(require(m_stores.users, actor, Permission::ViewInvoices, company));
    return m_stores.redForms.findByName(company, name);
}

Result<QList<RedForm>> RedForms::ofInvoice(const Actor &actor, CompanyId company, const QString &blueNumber)
{
    KP_DO(require(m_stores.users, actor, Permission::ViewInvoices, company));
    return m_stores.redForms.ofInvoice(company, blueNumber);
}

Result<QList<store::RedFormStep>> RedForms::history(const Actor &actor, RedFormId id)
{
    KP_TRY(form, find(actor, id));
    return m_stores.redForms.history(form.id);
}

QString RedForms::object(RedFormId id)
{
    return QStringLiteral("redform/") + QString::number(id.value());
}

Result<QString> RedForms::opinion(const Actor &actor, RedFormId id)
{
    KP_TRY(form, find(actor, id));
    KP_TRY(entries, m_stores.audit.ofObject(object(form.id)));
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry)
        for (const store::FieldChange &change : entry->changes)
            if (change.field == QLatin1StringView(opinionField))
                return change.after;
    return QString();
}

Result<store::RedFormQuery> RedForms::seen(const Actor &actor, store::RedFormQuery query)
{
    KP_DO(require(m_stores.users, actor, Permission::ViewInvoices));
    if (actor.allCompanies)
        return query;
    if (query.scope.all)
        query.scope = store::Scope::of(actor);
    else
        query.scope.companies.removeIf([&](CompanyId company) { return !actor.sees(company); });
    return query;
}

Result<qint64> RedForms::count(const Actor &actor, const store::RedFormQuery &query)
{
    KP_TRY(asked, seen(actor, query));
    return m_stores.redForms.count(asked);
}

Result<QList<RedForm>> RedForms::page(const Actor &actor, const store::RedFormQuery &query, qint64 offset, int limit)
{
    KP_TRY(asked, seen(actor, query));
    return m_stores.redForms.page(asked, offset, limit);
}

Result<QList<RedFormId>> RedForms::ids(const Actor &actor, const store::RedFormQuery &query, qint64 offset, int limit)
{
    KP_TRY(asked, seen(actor, query));
    return m_stores.redForms.ids(asked, offset, limit);
}

Result<store::RedFormSums> RedForms::sums(const Actor &actor, const store::RedFormQuery &query)
{
    KP_TRY(asked, seen(actor, query));
    return m_stores.redForms.sums(asked);
}

Result<QHash<RedFormState, qint64>> RedForms::countByState(const Actor &actor, const store::RedFormQuery &query)
{
    KP_TRY(asked, seen(actor, query));
    return m_stores.redForms.countByState(asked);
}

} // namespace kp::service

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/records.h"

#include "core/rules/record_checks.h"
#include "core/service/guard.h"
#include "core/service/texts.h"

namespace kp::service
{

namespace
{
template<class T>
QString objectOf(const T &record)
{
    return QStringLiteral("%1/%2").arg(QLatin1StringView(recordKind<T>().key)).arg(record.id.value());
}

template<class T>
QString nameOf(const T &record)
{
    if constexpr (std::is_same_v<T, Customer>)
        return record.party.name;
    else
        return record.name;
}

Finding error(const char *field, const QString &text)
{
    return {Severity::Error, QString::fromLatin1(field), -1, text};
}

/// What the company's other records have to say.
template<class T>
Outcome judgeAmong(store::Stores &stores, const T &record, QList<Finding> &findings)
{
    KP_TRY(twin, stores.records<T>().findByKey(record.company, record));
    if (twin && twin->id != record.id)
        findings.append(error("name", RecordsText::tr("There is already such a record: %1.").arg(nameOf(*twin))));
    return Done{};
}

Outcome judgeRoom(store::Stores &stores, const ElementDefinition &element, QList<Finding> &findings)
{
    store::RecordQuery all;
    all.scope = store::Scope::only(element.company);
    KP_TRY(count, stores.elements.count(all));
    if (!element.id.isValid() && count >= ElementDefinition::most)
        findings.append(
            error("", RecordsText::tr("A company has at most %1 extra elements. Delete one that is not needed.")
                          .arg(ElementDefinition::most)));
    return Done{};
}

Outcome judgeElements(store::Stores &stores, const Scene &scene, QList<Finding> &findings)
{
    QList<qint64> ids;
    for (const ElementId id : scene.elements)
        ids.append(id.value());
    KP_TRY(known, stores.elements.findAll(ids));
    const auto isOther = [&](const ElementDefinition &element) { return element.company != scene.company; };
    if (known.size() != ids.size() || std::any_of(known.begin(), known.end(), isOther))
        findings.append(
            error("elements", RecordsText::tr("One of the extra elements is not there any more. Choose anew.")));
    return Done{};
}

/// Why a record can not be deleted; empty when it can.
Result<QString> whyKept(store::Stores &stores, const ElementDefinition &element)
{
    store::RecordQuery all;
    all.scope = store::Scope::only(element.company);
    KP_TRY(scenes, stores.scenes.page(all, {}, std::numeric_limits<int>::max()));
    for (const Scene &scene : std::as_const(scenes.rows))
        if (scene.elements.contains(element.id))
            return RecordsText::tr("The scene \"%1\" uses it. Take it out of the scene first.").arg(scene.name);
    return QString();
}
} // namespace

template<class T>
store::FieldValues auditedFields(const T &record)
{
    static const QStringList keys = [] { // made once: an import audits a hundred thousand records
        QStringList out;
        for (const Field<T> *field : ownFields<T>())
            out.append(QString::fromLatin1(field->key));
        return out;
    }();
    store::FieldValues values;
    values.reserve(keys.size());
    for (qsizetype i = 0; i < keys.size(); ++i)
        if (const QString text = ownFields<T>()[static_cast<std::size_t>(i)]->text(record); !text.isEmpty())
            values.append({keys[i], text});
    return values;
}

template<class T>
Result<T> Records<T>::find(const Actor &actor, Id id)
{
    KP_DO(require(m_stores.users, actor, Permission::ViewRecords));
    KP_TRY(record, records().find(id));
    if (!actor.sees(record.company))
        return Fault{FaultKind::NotFound, RecordsText::tr("This record is not there any more.")};
    return record;
}

template<class T>
Result<CheckedRecord<T>> Records<T>::judged(const T &record)
{
    KP_TRY(usable, m_stores.companies.rates(record.company));
    const rules::UsableRates rates(usable, m_clock.today());
    const auto catalogue = m_issuing.classification();
    const rules::ClassificationLookup lookup = catalogue->lookup();
    CheckedRecord<T> out{rules::tidiedRecord(record), {}};
    out.findings = rules::checkRecord(out.record, {lookup, rates});
    KP_DO(judgeAmong(m_stores, out.record, out.findings));
    if constexpr (std::is_same_v<T, ElementDefinition>)
        KP_DO(judgeRoom(m_stores, out.record, out.findings));
    if constexpr (std::is_same_v<T, Scene>)
        KP_DO(judgeElements(m_stores, out.record, out.findings));
    return out;
}

template<class T>
Result<CheckedRecord<T>> Records<T>::check(const Actor &actor, const T &record)
{
    KP_DO(require(m_stores.users, actor, Permission::ViewRecords, record.company));
    return judged(record);
}

template<class T>
SavedRecord<T> Records<T>::save(const Actor &actor, const T &record)
{
    if (const Outcome allowed = require(m_stores.users, actor, Permission::MaintainRecords, record.company);
        !allowed.ok())
        return {allowed.fault(), {}};
    store::Transaction transaction(m_stores.database);
    Result<CheckedRecord<T>> checked = judged(record);
    if (!checked.ok())
        return {checked.fault(), {}};
    if (hasErrors(checked->findings))
        return {Fault{FaultKind::Invalid, RecordsText::tr("The record breaks a rule; see the findings.")},
            checked->findings};
    T &kept = checked->record;
    if (const Outcome done = put(actor, kept); !done.ok())
        return {done.fault(), checked->findings};
    if (const Outcome done = transaction.commit(); !done.ok())
        return {done.fault(), checked->findings};
    return {kept, checked->findings};
}

/// Stores the record with its audit entry and gives it its id and stamp.
template<class T>
Outcome Records<T>::put(const Actor &actor, T &record)
{
    store::FieldValues before;
    const bool fresh = !record.id.isValid();
    if (!fresh) {
        KP_TRY(earlier, records().find(record.id));
        if (earlier.company != record.company)
            return Fault{FaultKind::NotFound, RecordsText::tr("This record is not there any more.")};
        if (earlier.stamp.revision != record.stamp.revision)
            return Fault{FaultKind::Conflict,
                RecordsText::tr("%1 has changed this record meanwhile (%2). Open it again and enter your changes anew.")
                    .arg(earlier.stamp.changedBy, Clock::stamp(earlier.stamp.changedAt))};
        before = auditedFields(earlier);
    }
    const qint64 now = m_clock.nowMs();
    record.stamp = {record.stamp.revision + 1, actor.account, m_clock.now()};
    if (fresh) {
        record.stamp.revision = 1;
        KP_TRY(id, records().insert(record));
        record.id = id;
    } else {
        KP_DO(records().update(record));
    }
    if constexpr (std::is_same_v<T, Customer>)
        if (!record.email.isEmpty())
            KP_DO(m_stores.customers.rememberEmail(record.id, record.email, now));
    const QString act =
        QString::fromLatin1(recordKind<T>().key) + (fresh ? QStringLiteral(".create") : QStringLiteral(".change"));
    return m_stores.audit.append(
        {0, {}, actor.account, act, objectOf(record), store::fieldChanges(before, auditedFields(record))}, now);
}

template<class T>
Outcome Records<T>::removeOne(const Actor &actor, const T &record)
{
    if constexpr (std::is_same_v<T, ElementDefinition>) {
        KP_TRY(reason, whyKept(m_stores, record));
        if (!reason.isEmpty())
            return Fault{FaultKind::Conflict, reason};
    }
    KP_DO(records().remove(record.id));
    return m_stores.audit.append(
        {0, {}, actor.account, QString::fromLatin1(recordKind<T>().key) + QStringLiteral(".delete"), objectOf(record),
            store::fieldChanges(auditedFields(record), {})},
        m_clock.nowMs());
}

template<class T>
Result<Removal> Records<T>::remove(const Actor &actor, const QList<qint64> &ids)
{
    KP_DO(require(m_stores.users, actor, Permission::MaintainRecords));
    store::Transaction transaction(m_stores.database);
    Removal out;
    for (const qint64 id : ids) {
        const Result<T> record = records().find(Id(id));
        if (!record.ok() && record.fault().kind != FaultKind::NotFound)
            return record.fault();
        if (!record.ok() || !actor.sees(record->company)) {
            out.kept.append({id, {}, RecordsText::tr("This record is not there any more.")});
            continue;
        }
        const Outcome done = removeOne(actor, *record);
        if (!done.ok() && done.fault().kind != FaultKind::Conflict)
            return done.fault();
        if (done.ok())
            ++out.removed;
        else
            out.kept.append({id, nameOf(*record), done.fault().message});
    }
    KP_DO(transaction.commit());
    return out;
}

template class Records<Item>;
template class Records<Customer>;
template class Records<ElementDefinition>;
template class Records<Scene>;
template class Records<BusinessType>;
template store::FieldValues auditedFields(const Item &);
template store::FieldValues auditedFields(const Customer &);
template store::FieldValues auditedFields(const ElementDefinition &);
template store::FieldValues auditedFields(const Scene &);
template store::FieldValues auditedFields(const BusinessType &);

} // namespace kp::service

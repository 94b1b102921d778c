// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records.h"

#include <QCoreApplication>

#include <algorithm>

namespace kp
{

namespace
{
constexpr const char *keptFields[] = {"id", "company", "revision", "changedBy", "changedAt"};

constexpr const char *itemKey[] = {"name", "spec", "unit"};
constexpr const char *itemSearched[] = {"name", "code", "spec", "classification"};
constexpr const char *customerKey[] = {"name", "taxNumber"};
constexpr const char *customerSearched[] = {"name", "taxNumber", "code", "contact", "phone"};
constexpr const char *nameOnly[] = {"name"};
constexpr const char *businessTypeSearched[] = {"name", "note"};

/// A record's own fields between those that the store fills.
template<class R>
Schema<R> withKept(const std::vector<Field<R>> &own)
{
    Schema<R> out{{
        field<R, &R::id>("id", QT_TRANSLATE_NOOP("Fields", "Id")),
        field<R, &R::company>("company", QT_TRANSLATE_NOOP("Fields", "Company")),
    }};
    out.fields.insert(out.fields.end(), own.begin(), own.end());
    out.fields.push_back(field<R, [](auto &r) -> auto & { return r.stamp.revision; }>(
        "revision", QT_TRANSLATE_NOOP("Fields", "Revision")));
    out.fields.push_back(field<R, [](auto &r) -> auto & { return r.stamp.changedBy; }>(
        "changedBy", QT_TRANSLATE_NOOP("Fields", "Changed by")));
    out.fields.push_back(field<R, [](auto &r) -> auto & { return r.stamp.changedAt; }>(
        "changedAt", QT_TRANSLATE_NOOP("Fields", "Changed at")));
    return out;
}
} // namespace

bool isKept(QAnyStringView field)
{
    return std::any_of(std::begin(keptFields), std::end(keptFields),
        [&](const char *kept) { return QAnyStringView::equal(field, QLatin1StringView(kept)); });
}

template<class T>
const std::vector<const Field<T> *> &ownFields()
{
    static const std::vector<const Field<T> *> own = [] {
        std::vector<const Field<T> *> fields;
        for (const Field<T> &field : schema<T>().fields)
            if (!isKept(QLatin1StringView(field.key)))
                fields.push_back(&field);
        return fields;
    }();
    return own;
}

QString label(const RecordKind &kind)
{
    return QCoreApplication::translate("Records", kind.label);
}

template<>
const RecordKind &recordKind<Item>()
{
    static constexpr RecordKind kind{"item", QT_TRANSLATE_NOOP("Records", "Item"), itemKey, itemSearched};
    return kind;
}

template<>
const RecordKind &recordKind<Customer>()
{
    static constexpr RecordKind kind{
        "customer", QT_TRANSLATE_NOOP("Records", "Customer"), customerKey, customerSearched};
    return kind;
}

template<>
const RecordKind &recordKind<ElementDefinition>()
{
    static constexpr RecordKind kind{
        "extra_element", QT_TRANSLATE_NOOP("Records", "Extra element"), nameOnly, nameOnly};
    return kind;
}

template<>
const RecordKind &recordKind<Scene>()
{
    static constexpr RecordKind kind{"scene", QT_TRANSLATE_NOOP("Records", "Scene"), nameOnly, nameOnly};
    return kind;
}

template<>
const RecordKind &recordKind<BusinessType>()
{
    static constexpr RecordKind kind{
        "business_type", QT_TRANSLATE_NOOP("Records", "Business type"), nameOnly, businessTypeSearched};
    return kind;
}

// Limits in characters, as the official template V260401 has them for what goes on an invoice.
template<>
const Schema<Item> &schema<Item>()
{
    using R = Item;
    static const Schema<R> instance = withKept<R>({
        field<R, &R::name>("name", QT_TRANSLATE_NOOP("Fields", "Item"), 100),
        field<R, &R::code>("code", QT_TRANSLATE_NOOP("Fields", "Short code"), 20),
        field<R, &R::category>("category", QT_TRANSLATE_NOOP("Fields", "Category"), 50),
        field<R, &R::classification>("classification", QT_TRANSLATE_NOOP("Fields", "Classification code"), 19),
        field<R, &R::spec>("spec", QT_TRANSLATE_NOOP("Fields", "Specification"), 40),
        field<R, &R::unit>("unit", QT_TRANSLATE_NOOP("Fields", "Unit"), 22),
        field<R, &R::price>("price", QT_TRANSLATE_NOOP("Fields", "Unit price"), 16),
        field<R, &R::taxIncluded>("taxIncluded", QT_TRANSLATE_NOOP("Fields", "Tax included")),
        field<R, &R::rate>("rate", QT_TRANSLATE_NOOP("Fields", "Tax rate"), 8),
        field<R, &R::preference>("preference", QT_TRANSLATE_NOOP("Fields", "Preferential policy")),
        field<R, &R::favourite>("favourite", QT_TRANSLATE_NOOP("Fields", "Favourite")),
    });
    return instance;
}

template<>
const Schema<Customer> &schema<Customer>()
{
    using R = Customer;
    static const Schema<R> instance = withKept<R>({
        field<R, [](auto &r) -> auto & { return r.party.name; }>("name", QT_TRANSLATE_NOOP("Fields", "Name"), 100),
        field<R, [](auto &r) -> auto & { return r.party.taxNumber; }>(
            "taxNumber", QT_TRANSLATE_NOOP("Fields", "Tax number"), 20),
        field<R, &R::kind>("kind", QT_TRANSLATE_NOOP("Fields", "Customer kind")),
        field<R, &R::naturalPerson>("naturalPerson", QT_TRANSLATE_NOOP("Fields", "Natural person")),
        field<R, &R::code>("code", QT_TRANSLATE_NOOP("Fields", "Short code"), 20),
        field<R, &R::category>("category", QT_TRANSLATE_NOOP("Fields", "Category"), 50),
        field<R, [](auto &r) -> auto & { return r.party.address; }>(
            "address", QT_TRANSLATE_NOOP("Fields", "Address"), 100),
        field<R, [](auto &r) -> auto & { return r.party.phone; }>("phone", QT_TRANSLATE_NOOP("Fields", "Phone"), 50),
        field<R, [](auto &r) -> auto & { return r.party.bank; }>("bank", QT_TRANSLATE_NOOP("Fields", "Bank"), 100),
        field<R, [](auto &r) -> auto & { return r.party.account; }>(
            "account", QT_TRANSLATE_NOOP("Fields", "Account"), 100),
        field<R, &R::contact>("contact", QT_TRANSLATE_NOOP("Fields", "Contact"), 50),
        field<R, &R::email>("email", QT_TRANSLATE_NOOP("Fields", "E-mail"), 72),
    });
    return instance;
}

template<>
const Schema<ElementDefinition> &schema<ElementDefinition>()
{
    using R = ElementDefinition;
    static const Schema<R> instance = withKept<R>({
        field<R, &R::name>("name", QT_TRANSLATE_NOOP("Fields", "Name"), 50),
        field<R, &R::type>("type", QT_TRANSLATE_NOOP("Fields", "Type")),
    });
    return instance;
}

template<>
const Schema<Scene> &schema<Scene>()
{
    using R = Scene;
    static const Schema<R> instance = withKept<R>({
        field<R, &R::name>("name", QT_TRANSLATE_NOOP("Fields", "Name"), 50),
        field<R, &R::elements>("elements", QT_TRANSLATE_NOOP("Fields", "Extra elements")),
    });
    return instance;
}

// The limits of a business type count bytes: rules::checkRecord.
template<>
const Schema<BusinessType> &schema<BusinessType>()
{
    using R = BusinessType;
    static const Schema<R> instance = withKept<R>({
        field<R, &R::name>("name", QT_TRANSLATE_NOOP("Fields", "Name"), 50),
        field<R, &R::note>("note", QT_TRANSLATE_NOOP("Fields", "Note"), 60),
    });
    return instance;
}

template const std::vector<const Field<Item> *> &ownFields();
template const std::vector<const Field<Customer> *> &ownFields();
template const std::vector<const Field<ElementDefinition> *> &ownFields();
template const std::vector<const Field<Scene> *> &ownFields();
template const std::vector<const Field<BusinessType> *> &ownFields();

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// Base data (基础信息): what a company keeps to issue from. Each record belongs to one company.
#pragma once

#include "core/domain/codes.h"
#include "core/domain/ids.h"
#include "core/domain/party.h"
#include "core/domain/schema.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>
#include <span>

namespace kp
{

/// What the store keeps of every record: two people who change the same one find out.
struct RecordStamp {
    int revision = 0;  ///< 1, 2, 3 …; 0: not stored yet
    QString changedBy; ///< account; empty: put there by the program itself
    QDateTime changedAt;

    friend bool operator==(const RecordStamp &, const RecordStamp &) = default;
};

/// 商品/项目信息. Its short name is that of its classification on the day of the invoice and not kept here.
struct Item {
    ItemId id;
    CompanyId company;
    QString name;
    QString code;           ///< 简码: the clerk's own, for typing
    QString category;       ///< 项目分类
    QString classification; ///< 税收分类编码, 19 digits
    QString spec;
    QString unit;
    std::optional<Decimal> price;
    bool taxIncluded = true; ///< the price includes the tax
    std::optional<TaxRate> rate;
    Preference preference = Preference::None;
    int favourite = 0; ///< place among the 常用开票项, from 1; 0: none of them
    RecordStamp stamp;

    friend bool operator==(const Item &, const Item &) = default;
};

/// 客户/购方信息.
struct Customer {
    CustomerId id;
    CompanyId company;
    PartyKind kind = PartyKind::Company;
    Party party;
    bool naturalPerson = false; ///< 受票方自然人标识
    QString code;               ///< 简码
    QString category;
    QString contact; ///< 联系人
    QString email;   ///< where invoices go; earlier ones are kept as a history
    RecordStamp stamp;

    friend bool operator==(const Customer &, const Customer &) = default;
};

/// 附加要素项目: a field of the company's own on its invoices.
struct ElementDefinition {
    ElementId id;
    CompanyId company;
    QString name;
    ElementType type = ElementType::Text;
    RecordStamp stamp;

    static constexpr int most = 10; ///< a company may have (S1 1.1.3)
    friend bool operator==(const ElementDefinition &, const ElementDefinition &) = default;
};

/// 场景模板: extra elements that are used together, in their order.
struct Scene {
    SceneId id;
    CompanyId company;
    QString name;
    QList<ElementId> elements;
    RecordStamp stamp;

    friend bool operator==(const Scene &, const Scene &) = default;
};

/// 业务类型: a company's own grouping of its invoices.
struct BusinessType {
    BusinessTypeId id;
    CompanyId company;
    QString name;
    QString note;
    RecordStamp stamp;

    friend bool operator==(const BusinessType &, const BusinessType &) = default;
};

/// What is said of a kind of record beside its schema. Fields are named by their keys.
struct RecordKind {
    const char *key;                         ///< "customer": its table, and the first part of what is audited of it
    const char *label;                       ///< interface text, context "Records": one of them
    std::span<const char *const> naturalKey; ///< what makes two of a company the same one
    std::span<const char *const> searched;   ///< what a search looks into; the first also by its pinyin initials
};

/// Fields the store fills itself: not entered, imported, exported or audited as changes.
bool isKept(QAnyStringView field);

template<class T>
const RecordKind &recordKind();
/// The fields of the schema that are a record's own, not kept by the store.
template<class T>
const std::vector<const Field<T> *> &ownFields();
template<>
const RecordKind &recordKind<Item>();
template<>
const RecordKind &recordKind<Customer>();
template<>
const RecordKind &recordKind<ElementDefinition>();
template<>
const RecordKind &recordKind<Scene>();
template<>
const RecordKind &recordKind<BusinessType>();

template<>
const Schema<Item> &schema<Item>();
template<>
const Schema<Customer> &schema<Customer>();
template<>
const Schema<ElementDefinition> &schema<ElementDefinition>();
template<>
const Schema<Scene> &schema<Scene>();
template<>
const Schema<BusinessType> &schema<BusinessType>();

/// "Customer": one record of a kind, in the language of the interface.
QString label(const RecordKind &kind);

} // namespace kp

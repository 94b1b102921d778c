// SPDX-License-Identifier: GPL-3.0-or-later
// Schema<T> names the fields of a record once: for the store, the drafts, the forms, the imports, the exports and the
// audit journal. A field has two outer forms: stored (what the database holds) and plain text (files, JSON, grids).
#pragma once

#include "core/base/clock.h"
#include "core/base/decimal.h"
#include "core/base/id.h"
#include "core/base/money.h"
#include "core/domain/codes.h"
#include "core/domain/tax_rate.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QVariant>

#include <functional>
#include <optional>
#include <type_traits>
#include <vector>

namespace kp
{

enum class FieldKind { Text, Flag, Whole, Money, Decimal, Rate, Choice, Time };

/// How a value looks outside: one specialisation a type.
template<class V>
struct FieldForm;

/// Sets @p to when the text had the form of the field; what was there stays when it had not.
template<class V>
bool take(bool ok, V value, V &to)
{
    if (ok)
        to = std::move(value);
    return ok;
}
template<class V>
bool take(std::optional<V> value, V &to)
{
    return value && take(true, *std::move(value), to);
}

template<>
struct FieldForm<QString> {
    static constexpr FieldKind kind = FieldKind::Text;
    static QVariant store(const QString &v) { return v; }
    static bool load(const QVariant &in, QString &v)
    {
        v = in.toString();
        return true;
    }
    static QString text(const QString &v) { return v; }
    static bool parse(const QString &in, QString &v)
    {
        v = in;
        return true;
    }
};

template<>
struct FieldForm<bool> {
    static constexpr FieldKind kind = FieldKind::Flag;
    static QVariant store(bool v) { return v ? 1 : 0; }
    static bool load(const QVariant &in, bool &v)
    {
        v = in.toInt() != 0;
        return true;
    }
    static QString text(bool v) { return v ? QStringLiteral("1") : QStringLiteral("0"); }
    static bool parse(const QString &in, bool &v)
    {
        const bool yes = in == QLatin1StringView("1");
        return take(yes || in == QLatin1StringView("0") || in.isEmpty(), yes, v);
    }
};

template<>
struct FieldForm<int> {
    static constexpr FieldKind kind = FieldKind::Whole;
    static QVariant store(int v) { return v; }
    static bool load(const QVariant &in, int &v)
    {
        v = in.toInt();
        return true;
    }
    static QString text(int v) { return QString::number(v); }
    static bool parse(const QString &in, int &v)
    {
        bool ok = false;
        const int number = in.toInt(&ok);
        return take(ok, number, v);
    }
};

template<class Tag>
struct FieldForm<Id<Tag>> {
    static constexpr FieldKind kind = FieldKind::Whole;
    static QVariant store(Id<Tag> v) { return v.isValid() ? QVariant(qint64(v.value())) : QVariant(); }
    static bool load(const QVariant &in, Id<Tag> &v)
    {
        v = Id<Tag>(in.toLongLong());
        return true;
    }
    static QString text(Id<Tag> v) { return QString::number(v.value()); }
    static bool parse(const QString &in, Id<Tag> &v)
    {
        bool ok = false;
        const Id<Tag> id(in.toLongLong(&ok));
        return take(ok, id, v);
    }
};

template<>
struct FieldForm<Money> { // stored as fen
    static constexpr FieldKind kind = FieldKind::Money;
    static QVariant store(Money v) { return qint64(v.fen()); }
    static bool load(const QVariant &in, Money &v)
    {
        v = Money::fromFen(in.toLongLong());
        return true;
    }
    static QString text(Money v) { return v.toString(); }
    static bool parse(const QString &in, Money &v) { return take(Money::parse(in), v); }
};

template<>
struct FieldForm<Decimal> { // stored as text: SQLite's REAL would lose digits
    static constexpr FieldKind kind = FieldKind::Decimal;
    static QVariant store(const Decimal &v) { return v.toString(); }
    static bool load(const QVariant &in, Decimal &v) { return parse(in.toString(), v); }
    static QString text(const Decimal &v) { return v.toString(); }
    static bool parse(const QString &in, Decimal &v) { return take(Decimal::parse(in), v); }
};

template<>
struct FieldForm<TaxRate> { // stored as millionths
    static constexpr FieldKind kind = FieldKind::Rate;
    static QVariant store(TaxRate v) { return v.millionths(); }
    static bool load(const QVariant &in, TaxRate &v)
    {
        v = TaxRate::fromMillionths(in.toInt());
        return true;
    }
    static QString text(TaxRate v) { return v.toString(); }
    static bool parse(const QString &in, TaxRate &v) { return take(TaxRate::parse(in), v); }
};

template<>
struct FieldForm<QDateTime> { // "yyyy-MM-dd HH:mm:ss" in China time; sorts as text
    static constexpr FieldKind kind = FieldKind::Time;
    static QVariant store(const QDateTime &v) { return v.isValid() ? QVariant(Clock::stamp(v)) : QVariant(); }
    static bool load(const QVariant &in, QDateTime &v)
    {
        const QDateTime time = in.isNull() ? QDateTime() : Clock::parseChinaTime(in.toString());
        return take(in.isNull() || time.isValid(), time, v);
    }
    static QString text(const QDateTime &v) { return v.isValid() ? Clock::stamp(v) : QString(); }
    static bool parse(const QString &in, QDateTime &v) { return load(in.isEmpty() ? QVariant() : QVariant(in), v); }
};

template<>
struct FieldForm<QDate> { // "yyyy-MM-dd"; a time behind it is cut off
    static constexpr FieldKind kind = FieldKind::Time;
    static QVariant store(QDate v) { return v.isValid() ? QVariant(text(v)) : QVariant(); }
    static bool load(const QVariant &in, QDate &v)
    {
        const QDate day = in.isNull() ? QDate() : QDate::fromString(in.toString().left(10), Qt::ISODate);
        return take(in.isNull() || day.isValid(), day, v);
    }
    static QString text(QDate v) { return v.isValid() ? v.toString(Qt::ISODate) : QString(); }
    static bool parse(const QString &in, QDate &v) { return load(in.isEmpty() ? QVariant() : QVariant(in), v); }
};

/// A closed list: stored and written as its code.
template<class E, auto FromCode>
struct ChoiceForm {
    static constexpr FieldKind kind = FieldKind::Choice;
    static QVariant store(E v) { return text(v); }
    static bool load(const QVariant &in, E &v) { return parse(in.toString(), v); }
    static QString text(E v) { return QString::fromLatin1(code(v)); }
    static bool parse(const QString &in, E &v) { return take(FromCode(in), v); }
};
template<>
struct FieldForm<InvoiceKind> : ChoiceForm<InvoiceKind, invoiceKindFromCode> {
};
template<>
struct FieldForm<LineNature> : ChoiceForm<LineNature, lineNatureFromCode> {
};
template<>
struct FieldForm<Preference> : ChoiceForm<Preference, preferenceFromCode> {
};
template<Coded E>
struct FieldForm<E> : ChoiceForm<E, fromCode<E>> {
};

template<class Tag>
struct FieldForm<QList<Id<Tag>>> { // in their order: "3,5,4"
    static constexpr FieldKind kind = FieldKind::Text;
    static QVariant store(const QList<Id<Tag>> &v) { return text(v); }
    static bool load(const QVariant &in, QList<Id<Tag>> &v) { return parse(in.toString(), v); }
    static QString text(const QList<Id<Tag>> &v)
    {
        QStringList ids;
        for (const Id<Tag> id : v)
            ids.append(QString::number(id.value()));
        return ids.join(u',');
    }
    static bool parse(const QString &in, QList<Id<Tag>> &v)
    {
        QList<Id<Tag>> ids;
        bool ok = true;
        for (const QString &part : in.split(u',', Qt::SkipEmptyParts)) {
            bool number = false;
            ids.append(Id<Tag>(part.toLongLong(&number)));
            ok = ok && number;
        }
        return take(ok, ids, v);
    }
};

template<class V>
struct FieldForm<std::optional<V>> { // stored as NULL, written as nothing, when empty
    using Inner = FieldForm<V>;
    static constexpr FieldKind kind = Inner::kind;
    static QVariant store(const std::optional<V> &v) { return v ? Inner::store(*v) : QVariant(); }
    static bool load(const QVariant &in, std::optional<V> &v)
    {
        v.reset();
        return in.isNull() || Inner::load(in, v.emplace());
    }
    static QString text(const std::optional<V> &v) { return v ? Inner::text(*v) : QString(); }
    static bool parse(const QString &in, std::optional<V> &v)
    {
        V inner{};
        const bool ok = in.isEmpty() || Inner::parse(in, inner);
        return take(ok, in.isEmpty() ? std::nullopt : std::optional<V>(std::move(inner)), v);
    }
};

/// One field of a record.
template<class T>
struct Field {
    const char *key;   ///< stable name: "buyer.name"; object name in the window, key in JSON
    const char *label; ///< interface text, context "Fields"
    FieldKind kind;
    int limit; ///< most characters a clerk may enter; 0: no limit of its own
    QVariant (*store)(const T &);
    bool (*load)(T &, const QVariant &);
    QString (*text)(const T &);
    /// False, and the record unchanged, when the text has not the form of the field.
    bool (*parse)(T &, const QString &);

    /// "buyer_name": the column of the database.
    [[nodiscard]] QString column() const { return QString::fromLatin1(key).replace(u'.', u'_'); }
};

/// field<Invoice, &Invoice::serial>("serial", …), or with a lambda that returns a reference for nested members.
template<class T, auto Access>
Field<T> field(const char *key, const char *label, int limit = 0)
{
    using Value = std::remove_cvref_t<decltype(std::invoke(Access, std::declval<T &>()))>;
    using Form = FieldForm<Value>;
    return {key, label, Form::kind, limit, [](const T &t) { return Form::store(std::invoke(Access, t)); },
        [](T &t, const QVariant &v) { return Form::load(v, std::invoke(Access, t)); },
        [](const T &t) { return Form::text(std::invoke(Access, t)); },
        [](T &t, const QString &v) { return Form::parse(v, std::invoke(Access, t)); }};
}

template<class T>
struct Schema {
    std::vector<Field<T>> fields;

    [[nodiscard]] const Field<T> *find(QAnyStringView key) const
    {
        for (const Field<T> &f : fields)
            if (QAnyStringView::equal(key, QLatin1StringView(f.key)))
                return &f;
        return nullptr;
    }
};

/// The schema of a record; specialised in schemas.cpp.
template<class T>
const Schema<T> &schema();

/// The record as JSON: every field that is not empty, in plain text form.
template<class T>
QJsonObject toJson(const T &record)
{
    QJsonObject out;
    for (const Field<T> &f : schema<T>().fields)
        if (const QString text = f.text(record); !text.isEmpty())
            out.insert(QLatin1StringView(f.key), text);
    return out;
}

/// The reverse; absent fields keep their defaults, unknown ones are ignored (a newer program wrote them).
template<class T>
T fromJson(const QJsonObject &json)
{
    T record;
    for (const Field<T> &f : schema<T>().fields)
        if (const auto it = json.constFind(QLatin1StringView(f.key)); it != json.constEnd())
            f.parse(record, it->toString());
    return record;
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/field_table.h"

#include "core/base/clock.h"
#include "core/sandbox/amounts.h"

#include <QDate>

#include <algorithm>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
bool allOf(const QString &text, bool capitals)
{
    return std::all_of(text.cbegin(), text.cend(),
        [&](QChar c) { return (c >= u'0' && c <= u'9') || (capitals && c >= u'A' && c <= u'Z'); });
}

bool hasForm(Json::Value value, const Field &field)
{
    const QString text = value.text();
    switch (field.form) {
    case Form::Text:
        return true;
    case Form::Digits:
        return allOf(text, false);
    case Form::TaxNumber:
        return allOf(text, true);
    case Form::Amount:
        return amountOf(value).has_value();
    case Form::Rate: {
        const std::optional<Decimal> rate = numberOf(value, 16, 6);
        return rate && !rate->isNegative() && *rate < Decimal(1);
    }
    case Form::Decimal:
        return numberOf(value, 25, Decimal::maxDecimals).has_value();
    case Form::Count:
        return allOf(text, false) && text.toInt() > 0;
    case Form::Time:
        return Clock::parseChinaTime(text).isValid();
    case Form::Day:
        return text.size() == 10 && QDate::fromString(text, Qt::ISODate).isValid();
    case Form::OneOf:
        break;
    }
    for (const QStringView code : field.codes.tokenize(u' '))
        if (code == text)
            return true;
    return false;
}
} // namespace

Check checkAgainst(std::span<const Field> fields, Json::Value object, qsizetype line)
{
    const auto found = [&](const Field &field, const QString &what) {
        return Finding{Group::Field, place(line) + field.label.toString() + QLatin1StringView(field.name) + what};
    };
    for (const Field &field : fields) {
        const Json::Value value = object.member(field.name);
        if (value.isEmpty()) {
            if (field.need == Need::Must)
                return found(field, u"不能为空"_s);
            continue;
        }
        if (value.isArray() || value.isObject())
            return found(field, u"不合规范"_s);
        // A Chinese character counts as three (§7.2): lengths are UTF-8 bytes.
        if (value.text().toUtf8().size() > field.bytes)
            return found(field, u"超过%1字节"_s.arg(field.bytes));
        if (!hasForm(value, field))
            return found(field, u"不合规范"_s);
    }
    return std::nullopt;
}

Check checkList(Json::Value list, std::span<const Field> fields, QStringView label)
{
    if (!list.isEmpty() && !list.isArray())
        return Finding{Group::Field, label.toString() + u"须为数组"_s};
    for (const Json::Value &item : list.items())
        KP_CHECK(checkAgainst(fields, item, 0));
    return std::nullopt;
}

} // namespace kp::sandbox

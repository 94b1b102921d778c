// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/leqi/json.h"

#include <algorithm>
#include <utility>

namespace kp::leqi
{

namespace
{
QString stringOf(const rapidjson::Value &value)
{
    if (value.IsString())
        return QString::fromUtf8(value.GetString(), static_cast<qsizetype>(value.GetStringLength()));
    if (value.IsBool())
        return value.GetBool() ? QStringLiteral("true") : QStringLiteral("false");
    return {};
}
} // namespace

JsonObject::JsonObject(std::shared_ptr<const Document> document, const rapidjson::Value &value)
    : m_document(std::move(document))
    , m_value(&value)
{
}

std::optional<JsonObject> JsonObject::parse(const QByteArray &utf8)
{
    // Iterative: a hostile depth of brackets must not become a depth of calls.
    constexpr unsigned flags =
        rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
    auto document = std::make_shared<Document>();
    document->Parse<flags>(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    if (document->HasParseError() || !document->IsObject())
        return std::nullopt;
    const rapidjson::Value &root = *document;
    return JsonObject(std::move(document), root);
}

const rapidjson::Value *JsonObject::find(Names names) const
{
    for (const char *name : names)
        if (const auto member = m_value->FindMember(name); member != m_value->MemberEnd() && !member->value.IsNull())
            return &member->value;
    return nullptr;
}

QString JsonObject::text(Names names) const
{
    const rapidjson::Value *value = find(names);
    return value != nullptr ? stringOf(*value) : QString();
}

std::optional<Money> JsonObject::money(Names names) const
{
    // Through Decimal, which takes every form a number may be written in; an amount below a fen is no amount.
    const auto decimal = Decimal::parse(text(names));
    return decimal && decimal->decimals() <= 2 ? decimal->toMoney() : std::nullopt;
}

std::optional<int> JsonObject::whole(Names names) const
{
    const auto decimal = Decimal::parse(text(names));
    bool ok = false;
    const int value = decimal ? decimal->toString().toInt(&ok) : 0;
    return ok ? std::optional(value) : std::nullopt;
}

QDate JsonObject::date(Names names) const
{
    const QString given = text(names).trimmed();
    const QDate dashed = QDate::fromString(given.left(10), QStringLiteral("yyyy-MM-dd"));
    return dashed.isValid() ? dashed : QDate::fromString(given.left(8), QStringLiteral("yyyyMMdd"));
}

std::optional<JsonObject> JsonObject::object(const char *name) const
{
    const rapidjson::Value *value = find({name});
    return value != nullptr && value->IsObject() ? std::optional(JsonObject(m_document, *value)) : std::nullopt;
}

std::optional<std::vector<JsonObject>> JsonObject::objects(Names names) const
{
    const rapidjson::Value *array = find(names);
    if (array == nullptr || !array->IsArray()) {
        const auto any = std::find_if(
            m_value->MemberBegin(), m_value->MemberEnd(), [](const auto &member) { return member.value.IsArray(); });
        if (any == m_value->MemberEnd())
            return std::nullopt;
        array = &any->value;
    }
    std::vector<JsonObject> out;
    out.reserve(array->Size());
    for (const rapidjson::Value &item : array->GetArray())
        if (item.IsObject())
            out.push_back(JsonObject(m_document, item));
    return out;
}

void JsonWriter::text(const char *name, const QString &value)
{
    QByteArray utf8 = value.toUtf8();
    std::replace_if(
        utf8.begin(), utf8.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; }, ' ');
    m_writer.Key(name);
    m_writer.String(utf8.constData(), static_cast<rapidjson::SizeType>(utf8.size()));
}

void JsonWriter::textIfAny(const char *name, const QString &value)
{
    if (!value.isEmpty())
        text(name, value);
}

void JsonWriter::flag(const char *name, bool value)
{
    m_writer.Key(name);
    m_writer.String(value ? "Y" : "N");
}

void JsonWriter::number(const char *name, int value)
{
    m_writer.Key(name);
    m_writer.Int(value);
}

void JsonWriter::number(const char *name, Money value)
{
    digits(name, value.toString());
}

void JsonWriter::number(const char *name, const Decimal &value)
{
    digits(name, value.toString());
}

void JsonWriter::digits(const char *name, const QString &value)
{
    const QByteArray ascii = value.toLatin1();
    m_writer.Key(name);
    m_writer.RawValue(ascii.constData(), static_cast<std::size_t>(ascii.size()), rapidjson::kNumberType);
}

QByteArray JsonWriter::bytes() const
{
    return {m_buffer.GetString(), static_cast<qsizetype>(m_buffer.GetSize())};
}

} // namespace kp::leqi

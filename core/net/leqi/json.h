// SPDX-License-Identifier: GPL-3.0-or-later
// JSON in which no number ever becomes a double: read numbers keep their digits as text, and what is written as a
// number is written digit by digit.
#pragma once

#include "core/base/decimal.h"
#include "core/base/money.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <initializer_list>
#include <memory>
#include <optional>
#include <vector>

namespace kp::leqi
{

/// A JSON object as read. Values are cheap to copy and keep the document alive. A name may be given with aliases (the
/// platform's texts are known through a damaged print): the first that is there counts.
class JsonObject
{
public:
    using Names = std::initializer_list<const char *>;

    /// Empty when the bytes are not one JSON object in UTF-8.
    static std::optional<JsonObject> parse(const QByteArray &utf8);

    /// The member as text; null when absent or JSON null. Numbers come with the digits they were written with.
    [[nodiscard]] QString text(Names names) const;
    [[nodiscard]] QString text(const char *name) const { return text({name}); }
    /// Exact values from numbers or strings; empty when absent, blank or of another form.
    [[nodiscard]] std::optional<Money> money(Names names) const;
    [[nodiscard]] std::optional<int> whole(Names names) const;
    /// "yyyy-MM-dd" or "yyyyMMdd", with or without a time behind it; invalid when absent or of another form.
    [[nodiscard]] QDate date(Names names) const;
    [[nodiscard]] bool has(const char *name) const { return find({name}) != nullptr; }
    /// The member when it is an object.
    [[nodiscard]] std::optional<JsonObject> object(const char *name) const;
    /// The objects in the member that is an array, or in the first array there is when none of the names is one;
    /// empty when there is no array at all.
    [[nodiscard]] std::optional<std::vector<JsonObject>> objects(Names names) const;

private:
    using Document = rapidjson::Document;
    JsonObject(std::shared_ptr<const Document> document, const rapidjson::Value &value);
    [[nodiscard]] const rapidjson::Value *find(Names names) const;

    std::shared_ptr<const Document> m_document;
    const rapidjson::Value *m_value;
};

/// Writes JSON for the platform: UTF-8, never a \u escape (its rule), so that control characters other than tab and
/// line breaks become spaces.
class JsonWriter
{
public:
    void beginObject() { m_writer.StartObject(); }
    void endObject() { m_writer.EndObject(); }
    void beginArray() { m_writer.StartArray(); }
    void endArray() { m_writer.EndArray(); }
    void key(const char *name) { m_writer.Key(name); }

    void text(const char *name, const QString &value);
    void text(const char *name, const char *code) { text(name, QString::fromLatin1(code)); }
    /// Only when there is something to say.
    void textIfAny(const char *name, const QString &value);
    void textIfAny(const char *name, const char *code) { textIfAny(name, QString::fromLatin1(code)); }
    void flag(const char *name, bool value); ///< "Y" or "N"
    void number(const char *name, int value);
    void number(const char *name, Money value); ///< always two decimals
    void number(const char *name, const Decimal &value);

    [[nodiscard]] QByteArray bytes() const;

private:
    void digits(const char *name, const QString &value);

    rapidjson::StringBuffer m_buffer;
    rapidjson::Writer<rapidjson::StringBuffer> m_writer{m_buffer};
};

} // namespace kp::leqi

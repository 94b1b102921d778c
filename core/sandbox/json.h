// SPDX-License-Identifier: GPL-3.0-or-later
// A reader for JSON that keeps every number as its text: an amount that passed through a double would be lost here
// already. The practice platform has its own reader so that a mistake of the client's shows.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace kp::sandbox
{

/// A parsed JSON text (RFC 8259). The whole document lies in one list of nodes that point into the text, so that an
/// upload of many megabytes costs one allocation, not one a field.
class Json
{
public:
    enum class Kind : quint8 { Absent, Null, Bool, Number, String, Array, Object };

    /// One value of the document; lives as long as the document does.
    class Value
    {
    public:
        Value() = default;
        [[nodiscard]] Kind kind() const;
        [[nodiscard]] bool isArray() const { return kind() == Kind::Array; }
        [[nodiscard]] bool isObject() const { return kind() == Kind::Object; }
        /// Absent, null and "" all mean "not given" on this platform: clients write optionals in all three ways.
        [[nodiscard]] bool isEmpty() const;
        /// A string decoded, a number or a truth value as it was written; "" for everything else.
        [[nodiscard]] QString text() const;
        /// The member of an object; absent when there is none (or this is no object). The first of equal names wins.
        [[nodiscard]] Value member(QByteArrayView name) const;
        /// The elements of an array; none when this is no array.
        [[nodiscard]] QList<Value> items() const;
        /// The bytes of this value as they came.
        [[nodiscard]] QByteArray source() const;

    private:
        friend class Json;
        Value(const Json *document, quint32 node)
            : m_document(document)
            , m_node(node)
        {
        }
        const Json *m_document = nullptr;
        quint32 m_node = 0;
    };

    /// Fault: Invalid, with the byte at which the text stops being JSON.
    static Result<Json> parse(const QByteArray &utf8);
    [[nodiscard]] Value root() const { return {this, 0}; }
    /// Whether a string used \uXXXX, which the platform forbids in requests (§1.3).
    [[nodiscard]] bool usesUnicodeEscapes() const { return m_unicodeEscapes; }

private:
    struct Node {
        quint32 begin;  // of the value in the text; strings without their quotes
        quint32 length; // in bytes
        quint32 next;   // the node after this one and everything in it
        Kind kind;
        bool escaped; // a string with a backslash in it
    };
    class Parser; // json.cpp

    QByteArray m_text;
    QList<Node> m_nodes;
    bool m_unicodeEscapes = false;
};

/// The text between quotes, escaped where JSON wants it; UTF-8 in and out.
QByteArray jsonQuoted(QByteArrayView utf8);

} // namespace kp::sandbox

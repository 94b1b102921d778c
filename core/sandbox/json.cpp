// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/json.h"

#include <QStringDecoder>

#include <algorithm>
#include <limits>

namespace kp::sandbox
{

namespace
{
constexpr int maxDepth = 16; // an upload needs 5; a stack is not for the sender to fill

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    constexpr qsizetype step = 64 * 1024;
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        const QString decoded = decoder(QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at)));
        if (decoder.hasError())
            return false;
    }
    return true;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The string behind a text whose escapes the parser has already checked.
QString unescaped(QByteArrayView raw)
{
    QString out;
    out.reserve(raw.size());
    qsizetype plain = 0;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\')
            continue;
        out += QString::fromUtf8(raw.sliced(plain, i - plain));
        const char c = raw[++i];
        switch (c) {
        case 'n':
            out += u'\n';
            break;
        case 't':
            out += u'\t';
            break;
        case 'r':
            out += u'\r';
            break;
        case 'b':
            out += u'\b';
            break;
        case 'f':
            out += u'\f';
            break;
        case 'u': {
            ushort unit = 0;
            for (int k = 0; k < 4; ++k)
                unit = static_cast<ushort>(unit * 16 + hexDigit(raw[++i]));
            out += QChar(unit);
            break;
        }
        default:
            out += QLatin1Char(c);
        }
        plain = i + 1;
    }
    return out + QString::fromUtf8(raw.sliced(plain));
}
} // namespace

class Json::Parser
{
public:
    explicit Parser(Json &json)
        : m_json(json)
        , m_text(json.m_text)
    {
    }

    bool run()
    {
        if (!value(0))
            return false;
        skipSpace();
        return m_at == m_text.size();
    }
    [[nodiscard]] qsizetype position() const { return m_at; }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() &&
               (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r' || m_text[m_at] == '\t'))
            ++m_at;
    }
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool take(char c)
    {
        if (peek() != c || m_at >= m_text.size())
            return false;
        ++m_at;
        return true;
    }

    qsizetype open(Kind kind)
    {
        m_json.m_nodes.append(Node{static_cast<quint32>(m_at), 0, 0, kind, false});
        return m_json.m_nodes.size() - 1;
    }
    void close(qsizetype node, qsizetype end)
    {
        Node &n = m_json.m_nodes[node];
        n.length = static_cast<quint32>(end) - n.begin;
        n.next = static_cast<quint32>(m_json.m_nodes.size());
    }

    bool value(int depth)
    {
        skipSpace();
        switch (peek()) {
        case '{':
            return depth < maxDepth && container(Kind::Object, '}', depth);
        case '[':
            return depth < maxDepth && container(Kind::Array, ']', depth);
        case '"':
            return string();
        case 't':
            return literal("true", Kind::Bool);
        case 'f':
            return literal("false", Kind::Bool);
        case 'n':
            return literal("null", Kind::Null);
        default:
            return number();
        }
    }

    bool container(Kind kind, char last, int depth)
    {
        const qsizetype node = open(kind);
        ++m_at;
        skipSpace();
        if (!take(last)) {
            do {
                skipSpace();
                if (kind == Kind::Object) {
                    if (peek() != '"' || !string())
                        return false;
                    skipSpace();
                    if (!take(':'))
                        return false;
                }
                if (!value(depth + 1))
                    return false;
                skipSpace();
            } while (take(','));
            if (!take(last))
                return false;
        }
        close(node, m_at);
        return true;
    }

    bool string()
    {
        ++m_at;
        const qsizetype node = open(Kind::String);
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"') {
                close(node, m_at++);
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20)
                return false;
            if (c == '\\') {
                m_json.m_nodes[node].escaped = true;
                if (!escape())
                    return false;
            }
        }
        return false;
    }

    bool escape()
    {
        ++m_at;
        if (peek() != 'u')
            return QByteArrayView("\"\\/bfnrt").contains(peek()) && m_at < m_text.size();
        m_json.m_unicodeEscapes = true;
        for (int k = 0; k < 4; ++k) {
            ++m_at;
            if (hexDigit(peek()) < 0)
                return false;
        }
        return true;
    }

    bool literal(QByteArrayView word, Kind kind)
    {
        if (!QByteArrayView(m_text).sliced(m_at).startsWith(word))
            return false;
        const qsizetype node = open(kind);
        m_at += word.size();
        close(node, m_at);
        return true;
    }

    bool digits()
    {
        const qsizetype from = m_at;
        while (peek() >= '0' && peek() <= '9')
            ++m_at;
        return m_at > from;
    }

    bool number()
    {
        const qsizetype node = open(Kind::Number);
        take('-');
        if (!take('0') && !digits())
            return false;
        if (take('.') && !digits())
            return false;
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (!take('+'))
                take('-');
            if (!digits())
                return false;
        }
        close(node, m_at);
        return true;
    }

    Json &m_json;
    const QByteArray &m_text;
    qsizetype m_at = 0;
};

Result<Json> Json::parse(const QByteArray &utf8)
{
    if (utf8.size() > std::numeric_limits<int>::max())
        return Fault{FaultKind::Invalid, QStringLiteral("JSON过大")};
    if (!isUtf8(utf8))
        return Fault{FaultKind::Invalid, QStringLiteral("报文不是有效的UTF-8")};
    Json json;
    json.m_text = utf8;
    Parser parser(json);
    if (!parser.run())
        return Fault{FaultKind::Invalid, QStringLiteral("JSON格式错误（第%1字节）").arg(parser.position() + 1)};
    return json;
}

Json::Kind Json::Value::kind() const
{
    return m_document == nullptr ? Kind::Absent : m_document->m_nodes.at(m_node).kind;
}

bool Json::Value::isEmpty() const
{
    const Kind k = kind();
    return k == Kind::Absent || k == Kind::Null || (k == Kind::String && m_document->m_nodes.at(m_node).length == 0);
}

QString Json::Value::text() const
{
    const Kind k = kind();
    if (k != Kind::String && k != Kind::Number && k != Kind::Bool)
        return {};
    const Node &node = m_document->m_nodes.at(m_node);
    const QByteArrayView raw = QByteArrayView(m_document->m_text).sliced(node.begin, node.length);
    return node.escaped ? unescaped(raw) : QString::fromUtf8(raw);
}

Json::Value Json::Value::member(QByteArrayView name) const
{
    if (!isObject())
        return {};
    const QList<Node> &nodes = m_document->m_nodes;
    const quint32 end = nodes.at(m_node).next;
    for (quint32 key = m_node + 1; key < end; key = nodes.at(key + 1).next) {
        const Node &node = nodes.at(key);
        if (QByteArrayView(m_document->m_text).sliced(node.begin, node.length) == name)
            return {m_document, key + 1};
    }
    return {};
}

QList<Json::Value> Json::Value::items() const
{
    QList<Value> out;
    if (!isArray())
        return out;
    const QList<Node> &nodes = m_document->m_nodes;
    const quint32 end = nodes.at(m_node).next;
    for (quint32 item = m_node + 1; item < end; item = nodes.at(item).next)
        out.append(Value(m_document, item));
    return out;
}

QByteArray Json::Value::source() const
{
    if (kind() == Kind::Absent)
        return {};
    const Node &node = m_document->m_nodes.at(m_node);
    const int quote = node.kind == Kind::String ? 1 : 0;
    return m_document->m_text.mid(
        static_cast<qsizetype>(node.begin) - quote, static_cast<qsizetype>(node.length) + 2 * quote);
}

QByteArray jsonQuoted(QByteArrayView utf8)
{
    QByteArray out;
    out.reserve(utf8.size() + utf8.size() / 16 + 2);
    out += '"';
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += "\\u00" + QByteArray::number(static_cast<uint>(static_cast<unsigned char>(c)) | 0x100U, 16).right(2);
        } else {
            out += c;
        }
    }
    return out + '"';
}

} // namespace kp::sandbox

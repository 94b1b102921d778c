// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/http_parser.h"

#include <algorithm>
#include <utility>

namespace kp::sandbox
{

namespace
{
bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

/// A plain number of at most 9 digits, so that it always fits; -1 otherwise.
qsizetype plainNumber(const QByteArray &text, int radix)
{
    if (text.isEmpty() || text.size() > 9 || text.startsWith('+') || text.startsWith('-'))
        return -1;
    bool ok = false;
    const qsizetype value = text.toLongLong(&ok, radix);
    return ok ? value : -1;
}
} // namespace

void HttpParser::feed(const QByteArray &bytes)
{
    m_buffer += bytes;
    while (step()) {
    }
}

HttpRequest HttpParser::take()
{
    Q_ASSERT(m_state == State::Complete);
    m_state = State::Head;
    m_awaitsContinue = false;
    HttpRequest request = std::exchange(m_request, {});
    feed({});
    return request;
}

bool HttpParser::takeExpectation()
{
    // A client that has begun to send the body no longer waits.
    return std::exchange(m_awaitsContinue, false) && m_state != State::Complete && m_request.body.isEmpty() &&
           m_buffer.isEmpty();
}

bool HttpParser::step()
{
    switch (m_state) {
    case State::Head:
        return readHead();
    case State::Body:
        return readBody();
    case State::ChunkSize:
        return readChunkSize();
    case State::ChunkBytes:
        return readChunkBytes();
    case State::ChunkEnd:
        return readChunkEnd();
    case State::Trailer:
        return readTrailer();
    case State::Complete:
    case State::Failed:
        break;
    }
    return false;
}

bool HttpParser::fail(int status)
{
    m_failure = status;
    m_state = State::Failed;
    m_buffer.clear();
    return false;
}

QByteArray HttpParser::takeLine()
{
    const qsizetype end = m_buffer.indexOf("\r\n");
    if (end < 0)
        return {};
    const QByteArray line = m_buffer.first(end) + ""; // never null, even when empty
    m_buffer.remove(0, end + 2);
    return line;
}

bool HttpParser::readHead()
{
    if (m_buffer.startsWith("\r\n")) { // RFC 9112 2.2: an empty line before a request is skipped
        m_buffer.remove(0, 2);
        return true;
    }
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end > maxHeadBytes || (end < 0 && m_buffer.size() > maxHeadBytes))
        return fail(431);
    if (end < 0)
        return false;
    const QByteArray head = m_buffer.first(end);
    m_buffer.remove(0, end + 4);
    qsizetype from = 0;
    for (bool first = true; from <= head.size(); first = false) {
        qsizetype to = head.indexOf("\r\n", from);
        if (to < 0)
            to = head.size();
        const QByteArray line = head.sliced(from, to - from);
        if (!(first ? readRequestLine(line) : readHeader(line)))
            return false;
        from = to + 2;
    }
    return readFraming();
}

bool HttpParser::readRequestLine(const QByteArray &line)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts[0]) || !parts[1].startsWith('/'))
        return fail(400);
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0")
        return fail(505);
    m_request.method = parts[0];
    const qsizetype mark = parts[1].indexOf('?');
    m_request.path = mark < 0 ? parts[1] : parts[1].first(mark);
    if (mark >= 0)
        m_request.query = QUrlQuery(QString::fromUtf8(parts[1].sliced(mark + 1)));
    m_request.keepAlive = parts[2] == "HTTP/1.1";
    return true;
}

bool HttpParser::readHeader(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)))
        return fail(400);
    const QByteArray name = line.first(colon).toLower();
    const QByteArray value = line.sliced(colon + 1).trimmed();
    const auto known = m_request.headers.constFind(name);
    if (known != m_request.headers.cend() &&
        (name == "content-length" || name == "transfer-encoding" || name == "host"))
        return fail(400);
    m_request.headers.insert(name, known == m_request.headers.cend() ? value : *known + ", " + value);
    return true;
}

bool HttpParser::readFraming()
{
    const QByteArray connection = m_request.header("connection").toLower();
    if (connection.contains("close"))
        m_request.keepAlive = false;
    else if (connection.contains("keep-alive"))
        m_request.keepAlive = true;

    const bool chunked = m_request.headers.contains("transfer-encoding");
    const bool sized = m_request.headers.contains("content-length");
    if (chunked && sized) // two lengths: how requests are smuggled
        return fail(400);
    if (chunked && m_request.header("transfer-encoding").toLower() != "chunked")
        return fail(501);
    if (m_request.headers.contains("content-encoding") && m_request.header("content-encoding").toLower() != "identity")
        return fail(415);
    if (sized) {
        m_expected = plainNumber(m_request.header("content-length"), 10);
        if (m_expected < 0)
            return fail(400);
        if (m_expected > maxBodyBytes)
            return fail(413);
    } else {
        m_expected = 0;
    }
    m_awaitsContinue = m_request.header("expect").toLower() == "100-continue";
    m_state = chunked ? State::ChunkSize : State::Body;
    return true;
}

bool HttpParser::readBody()
{
    const qsizetype got = std::min(m_expected, m_buffer.size());
    m_request.body += m_buffer.first(got);
    m_buffer.remove(0, got);
    m_expected -= got;
    if (m_expected == 0)
        m_state = State::Complete;
    return false;
}

bool HttpParser::readChunkSize()
{
    const QByteArray line = takeLine();
    if (line.isNull())
        return m_buffer.size() > maxHeadBytes && fail(400);
    const qsizetype extension = line.indexOf(';');
    m_expected = plainNumber((extension < 0 ? line : line.first(extension)).trimmed(), 16);
    if (m_expected < 0)
        return fail(400);
    if (m_request.body.size() + m_expected > maxBodyBytes)
        return fail(413);
    m_state = m_expected == 0 ? State::Trailer : State::ChunkBytes;
    return true;
}

bool HttpParser::readChunkBytes()
{
    const qsizetype got = std::min(m_expected, m_buffer.size());
    m_request.body += m_buffer.first(got);
    m_buffer.remove(0, got);
    m_expected -= got;
    if (m_expected > 0)
        return false;
    m_state = State::ChunkEnd;
    return true;
}

bool HttpParser::readChunkEnd()
{
    if (m_buffer.size() < 2)
        return false;
    if (!m_buffer.startsWith("\r\n"))
        return fail(400);
    m_buffer.remove(0, 2);
    m_state = State::ChunkSize;
    return true;
}

bool HttpParser::readTrailer()
{
    const QByteArray line = takeLine();
    if (line.isNull())
        return m_buffer.size() > maxHeadBytes && fail(400);
    if (!line.isEmpty())
        return true; // trailers say nothing this platform reads
    m_state = State::Complete;
    return false;
}

} // namespace kp::sandbox

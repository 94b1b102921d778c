// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/http_message.h"

namespace kp::sandbox
{

/// Turns the bytes of one connection into requests, one after the other (RFC 9112, the part a server needs). It is
/// strict: what could be read in two ways is refused, not guessed.
class HttpParser
{
public:
    static constexpr qsizetype maxHeadBytes = 32 * 1024;
    /// 100 invoices of 5,000 lines are some 150 MB of JSON; what is practised with stays far below.
    static constexpr qsizetype maxBodyBytes = 192LL * 1024 * 1024;

    enum class State { Head, Body, ChunkSize, ChunkBytes, ChunkEnd, Trailer, Complete, Failed };

    /// Takes bytes in; afterwards state() is Complete, Failed or one that waits for more.
    void feed(const QByteArray &bytes);
    [[nodiscard]] State state() const { return m_state; }
    /// The finished request; the parser then goes on with what was sent after it. Only in state Complete.
    HttpRequest take();
    /// The HTTP status that names the failure. Only in state Failed.
    [[nodiscard]] int failure() const { return m_failure; }
    /// True once when the client waits for "100 Continue" before it sends the body.
    bool takeExpectation();

private:
    bool step();
    bool readHead();
    bool readRequestLine(const QByteArray &line);
    bool readHeader(const QByteArray &line);
    bool readFraming();
    bool readBody();
    bool readChunkSize();
    bool readChunkBytes();
    bool readChunkEnd();
    bool readTrailer();
    bool fail(int status);
    /// The next line without its CRLF, removed from the buffer; null while it has not come whole.
    QByteArray takeLine();

    State m_state = State::Head;
    QByteArray m_buffer;
    HttpRequest m_request;
    qsizetype m_expected = 0; // bytes the body, or the current chunk, still lacks
    int m_failure = 0;
    bool m_awaitsContinue = false;
};

} // namespace kp::sandbox

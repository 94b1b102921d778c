// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http/gunzip.h"

#include <algorithm>

// Makes next_in a pointer to const, as the input is.
#define ZLIB_CONST
#include <zlib.h>

namespace kp
{

namespace
{
/// An inflation that is cleaned up on every way out.
struct Inflation {
    z_stream stream{};
    bool ready = false;

    Inflation()
    {
        constexpr int gzipOnly = 16; // added to the window bits: a gzip head is expected, and nothing else
        ready = inflateInit2(&stream, MAX_WBITS + gzipOnly) == Z_OK;
    }
    ~Inflation()
    {
        if (ready)
            inflateEnd(&stream);
    }
    Inflation(const Inflation &) = delete;
    Inflation &operator=(const Inflation &) = delete;
};
} // namespace

std::optional<QByteArray> gunzip(const QByteArray &packed, qint64 most)
{
    Inflation inflation;
    if (!inflation.ready)
        return std::nullopt;
    z_stream &stream = inflation.stream;
    stream.next_in = reinterpret_cast<const Bytef *>(packed.constData());
    stream.avail_in = static_cast<uInt>(packed.size());

    QByteArray out;
    QByteArray piece(256 * 1024, Qt::Uninitialized);
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(piece.constData(), piece.size() - static_cast<qsizetype>(stream.avail_out));
        if (out.size() > most)
            return std::nullopt;
    }
    // A stream that ends early gives Z_BUF_ERROR: nothing more to read, and no end seen.
    return state == Z_STREAM_END && stream.avail_in == 0 ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace kp

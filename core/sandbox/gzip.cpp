// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/gzip.h"

#define ZLIB_CONST // next_in becomes a pointer to const
#include <zlib.h>

#include <limits>

namespace kp::sandbox
{

namespace
{
/// zlib's own initialiser is a macro with a C cast in it, hence the function that keeps the warning in one place.
bool beginGzip(z_stream &stream)
{
    constexpr int gzipWindow = 15 + 16; // the largest window, and a gzip header instead of a zlib one
    constexpr int defaultMemory = 8;
    return deflateInit2_(&stream, Z_BEST_SPEED, Z_DEFLATED, gzipWindow, defaultMemory, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
               static_cast<int>(sizeof stream)) == Z_OK;
}
} // namespace

std::optional<QByteArray> gzip(const QByteArray &plain)
{
    z_stream stream = {};
    if (plain.size() > std::numeric_limits<int>::max() || !beginGzip(stream))
        return std::nullopt;
    QByteArray packed(
        static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<const Bytef *>(plain.constData());
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    if (!whole)
        return std::nullopt;
    return packed;
}

} // namespace kp::sandbox

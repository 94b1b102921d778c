// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/zip.h"

#define ZLIB_CONST // next_in becomes a pointer to const
#include <zlib.h>

#include <QtEndian>

#include <limits>

namespace kp::sandbox
{

namespace
{
template<class T>
QByteArray littleEndian(T value)
{
    QByteArray out(sizeof value, Qt::Uninitialized);
    qToLittleEndian(value, out.data());
    return out;
}

/// Without any header, as an archive holds it. zlib's own initialiser is a macro with a C cast in it.
std::optional<QByteArray> deflated(const QByteArray &plain)
{
    constexpr int bareWindow = -15;
    constexpr int defaultMemory = 8;
    z_stream stream = {};
    if (plain.size() > std::numeric_limits<int>::max() ||
        deflateInit2_(&stream, Z_BEST_SPEED, Z_DEFLATED, bareWindow, defaultMemory, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            static_cast<int>(sizeof stream)) != Z_OK)
        return std::nullopt;
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<const Bytef *>(plain.constData());
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return whole ? std::optional(out) : std::nullopt;
}
} // namespace

std::optional<QByteArray> zipOf(const QByteArray &name, const QByteArray &content)
{
    const std::optional<QByteArray> packed = deflated(content);
    if (!packed)
        return std::nullopt;
    constexpr quint16 version = 20;
    constexpr quint16 noFlags = 0;
    constexpr quint16 deflateMethod = 8;
    constexpr quint16 midnight = 0;
    constexpr quint16 firstDay = 0x21; // 1980-01-01
    const uLong sum = crc32(0, reinterpret_cast<const Bytef *>(content.constData()), static_cast<uInt>(content.size()));
    // What the entry and the directory both say of it.
    const QByteArray facts = littleEndian(version) + littleEndian(noFlags) + littleEndian(deflateMethod) +
                             littleEndian(midnight) + littleEndian(firstDay) + littleEndian(static_cast<quint32>(sum)) +
                             littleEndian(static_cast<quint32>(packed->size())) +
                             littleEndian(static_cast<quint32>(content.size())) +
                             littleEndian(static_cast<quint16>(name.size())) + littleEndian(quint16{0});
    const QByteArray entry = "PK\x03\x04" + facts + name + *packed;
    // No comment, first disk, no attributes, at the beginning of the file.
    const QByteArray directory = "PK\x01\x02" + littleEndian(version) + facts + QByteArray(14, '\0') + name;
    const QByteArray end = "PK\x05\x06" + QByteArray(4, '\0') + littleEndian(quint16{1}) + littleEndian(quint16{1}) +
                           littleEndian(static_cast<quint32>(directory.size())) +
                           littleEndian(static_cast<quint32>(entry.size())) + QByteArray(2, '\0');
    return entry + directory + end;
}

} // namespace kp::sandbox

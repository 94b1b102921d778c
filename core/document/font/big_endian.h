// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers in font tables are big-endian. Reading past the end of a damaged table gives 0 rather than a crash.
#pragma once

#include <QByteArray>
#include <QtEndian>

namespace kp::document
{

inline quint16 u16(const QByteArray &table, qsizetype at)
{
    return at < 0 || at + 2 > table.size() ? quint16(0) : qFromBigEndian<quint16>(table.constData() + at);
}

inline qint16 i16(const QByteArray &table, qsizetype at)
{
    return static_cast<qint16>(u16(table, at));
}

inline quint32 u32(const QByteArray &table, qsizetype at)
{
    return at < 0 || at + 4 > table.size() ? quint32(0) : qFromBigEndian<quint32>(table.constData() + at);
}

inline void append16(QByteArray &out, quint32 value)
{
    out.append(static_cast<char>(value >> 8 & 0xff)).append(static_cast<char>(value & 0xff));
}

inline void append32(QByteArray &out, quint32 value)
{
    append16(out, value >> 16);
    append16(out, value & 0xffff);
}

} // namespace kp::document

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http/single_pass_body.h"

#include <algorithm>

namespace kp
{

SinglePassBody::SinglePassBody(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 SinglePassBody::readData(char *target, qint64 most)
{
    if (atEnd())
        return -1;
    const qint64 size = std::min<qint64>(most, m_bytes.size() - m_at);
    std::copy_n(m_bytes.constData() + m_at, size, target);
    m_at += size;
    return size;
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// GB18030, the encoding of Chinese files that are not UTF-8. GBK and GB2312 are parts of it.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace kp
{

/// The text; empty when the bytes are not GB18030 throughout.
std::optional<QString> fromGb18030(QByteArrayView bytes);

QByteArray toGb18030(const QString &text);

/// Bytes of a text as tax software counts them: a Chinese character takes 2, one outside GBK 4.
int gbkSize(const QString &text);

} // namespace kp

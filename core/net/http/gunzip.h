// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace kp
{

/// What a gzip stream (RFC 1952) holds; empty when it is broken, ends early, has something behind its end, or would
/// unpack to more than @p most bytes.
std::optional<QByteArray> gunzip(const QByteArray &packed, qint64 most);

} // namespace kp

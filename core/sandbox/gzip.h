// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace kp::sandbox
{

/// The bytes as one gzip member (RFC 1952); empty when zlib has no memory for it.
std::optional<QByteArray> gzip(const QByteArray &plain);

} // namespace kp::sandbox

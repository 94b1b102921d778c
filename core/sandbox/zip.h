// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace kp::sandbox
{

/// A ZIP archive (APPNOTE.TXT 6.3) with one deflated entry, always the same bytes for the same content; empty when zlib
/// has no memory for it. @param name ASCII
std::optional<QByteArray> zipOf(const QByteArray &name, const QByteArray &content);

} // namespace kp::sandbox

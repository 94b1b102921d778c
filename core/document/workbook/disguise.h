// SPDX-License-Identifier: GPL-3.0-or-later
// Names what a file is that calls itself .xlsx and is none, so that the clerk knows what to do about it.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace kp::workbook
{

/// A sentence for the clerk when @p bytes are no zip container at all; empty when they begin like one.
std::optional<QString> disguise(const QByteArray &bytes, const QString &fileName);

} // namespace kp::workbook

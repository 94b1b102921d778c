// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace kp::document
{

/// The modules of a QR code, without the quiet zone around it.
class QrMatrix
{
public:
    QrMatrix() = default;
    /// @param dark one byte per module, row by row; not 0 is dark
    QrMatrix(int size, QByteArray dark)
        : m_size(size)
        , m_dark(std::move(dark))
    {
    }
    /// Modules per side; 0 is an empty symbol.
    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] bool isDark(int column, int row) const { return m_dark.at(row * m_size + column) != 0; }
    friend bool operator==(const QrMatrix &, const QrMatrix &) = default;

private:
    int m_size = 0;
    QByteArray m_dark;
};

/// The QR code of @p content in byte mode, error correction level M, version 5 (37 modules, as the tax office's) or the
/// next that holds it. Fault: Invalid when there is nothing to encode or it is longer than a symbol holds (2,331
/// bytes).
Result<QrMatrix> qrMatrix(const QByteArray &content);

} // namespace kp::document

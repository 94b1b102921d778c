// SPDX-License-Identifier: GPL-3.0-or-later
// The one function of the library kaipiao-pictures, which is loaded when it is first needed.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>

namespace kp
{

using DrawPages = void(const QByteArray &pdf, qreal pixelsPerInch, QList<QImage> &pages);
inline constexpr char drawPagesName[] = "kaipiaoDrawPages";

} // namespace kp

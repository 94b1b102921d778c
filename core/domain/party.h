// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kp
{

/// 购买方 / 销售方: one side of an invoice, as printed on it.
struct Party {
    QString name;
    QString taxNumber; ///< 统一社会信用代码 / 纳税人识别号, at most 20
    QString address;
    QString phone;
    QString bank;
    QString account;

    friend bool operator==(const Party &, const Party &) = default;
};

} // namespace kp

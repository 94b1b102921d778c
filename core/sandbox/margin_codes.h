// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"

#include <QStringView>

namespace kp::sandbox
{

/// What may be issued under the margin scheme (CXCEZSBM, leqi-protocol §4.9). The real list is not published: these are
/// the services and sales for which the law knows a margin, each with the rates it is taxed at then.
struct MarginCode {
    QStringView code;         ///< the beginning of the codes it stands for
    bool netInvoice;          ///< sfkycekp: 差额开票 is possible
    bool netSpecialInvoice;   ///< cekpsfkykzp
    bool grossSpecialInvoice; ///< qekpsfkykzp
    int rates[2];             ///< for general taxpayers, in tenths of a percent; the second may be 0
};
/// Null when the code is not open to the margin scheme.
const MarginCode *marginCode(QStringView code);
/// Whether the margin is taxed at this rate.
bool isMarginRate(const MarginCode &code, const Decimal &rate);

} // namespace kp::sandbox

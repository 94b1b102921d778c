// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/decimal.h"

#include <QList>
#include <QString>

namespace kp::sandbox
{

/// A tax or levy rate a taxpayer may (or once might) use, as CXKYSL tells it.
struct Rate {
    enum class Kind { Tax, Levy }; // 税率, 征收率
    Kind kind;
    Decimal value;     ///< a fraction: 0.13
    QString replaces;  ///< the former rates it took the place of, as percent text joined by commas
    QString stoppedOn; ///< yyyy-MM-dd; "" while in use
    [[nodiscard]] bool inUse() const { return stoppedOn.isEmpty(); }
};

/// The rates of a kind of taxpayer (nsrlx: 1 general, 2 small-scale).
QList<Rate> ratesFor(const QString &taxpayerKind);

} // namespace kp::sandbox

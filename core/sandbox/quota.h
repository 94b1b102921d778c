// SPDX-License-Identifier: GPL-3.0-or-later
// What a company has downloaded of its monthly invoice quota (amounts without tax) and what of it is used.
#pragma once

#include "core/sandbox/company.h"

#include <QDate>

namespace kp::sandbox
{

struct Quota {
    Money downloaded, used;
    QString validFrom, validTo; ///< yyyyMMdd, both inclusive
    [[nodiscard]] Money left() const { return downloaded - used; }
};

/// "yyyyMM"
QString quotaPeriod(const QDate &day);
std::optional<Quota> downloadedQuota(Store &store, const Company &company, const QString &period);
/// Marks @p net of the downloaded quota as used (negative gives back).
void chargeQuota(Store &store, const Company &company, const QString &period, Money net);

} // namespace kp::sandbox

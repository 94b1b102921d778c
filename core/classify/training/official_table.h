// SPDX-License-Identifier: GPL-3.0-or-later
// The tax office's tables as the program carries them.
#pragma once

#include "core/domain/company.h"

namespace kp::classify
{

struct ShortNamePeriod {
    QString code;
    QString text;
    QDate from;
    QDate until; ///< not included; invalid: without end
};

struct OfficialTable {
    QList<Classification> rows; ///< by code
    QList<ShortNamePeriod> history;
};

/// Faults: NotFound; Invalid, when a table has not the columns it should have.
Result<OfficialTable> readOfficialTable(const QString &classification, const QString &history);

} // namespace kp::classify

// SPDX-License-Identifier: GPL-3.0-or-later
// What can be said of one record of base data by itself. What it needs of others (a name that is taken, an element that
// is gone) is for the service, which knows the store.
#pragma once

#include "core/domain/company.h"
#include "core/domain/finding.h"
#include "core/domain/records.h"
#include "core/rules/line_checks.h"

namespace kp::rules
{

/// What the rules must know of the world to judge a record. It refers to what its maker keeps.
struct RecordFacts {
    const ClassificationLookup &classification;
    const UsableRates &rates;
};

/// All findings at once; fields are keys of the record's schema. A tax number whose check digits are wrong is a
/// warning.
QList<Finding> checkRecord(const Item &item, const RecordFacts &facts);
QList<Finding> checkRecord(const Customer &customer, const RecordFacts &facts);
QList<Finding> checkRecord(const ElementDefinition &element, const RecordFacts &facts);
QList<Finding> checkRecord(const Scene &scene, const RecordFacts &facts);
QList<Finding> checkRecord(const BusinessType &type, const RecordFacts &facts);

/// The record as it should be kept: blanks around its texts gone, a tax number normalized.
template<class T>
T tidiedRecord(T record);

} // namespace kp::rules

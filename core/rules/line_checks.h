// SPDX-License-Identifier: GPL-3.0-or-later
// What check() has to say of one line; used within core/rules only.
#pragma once

#include "core/domain/company.h"
#include "core/rules/match.h"
#include "core/rules/report.h"
#include "core/rules/totals.h"
#include "core/rules/usable_rates.h"

namespace kp::rules
{

struct LineContext {
    const InvoiceDraft &draft;
    const UsableRates &rates;
    const ClassificationLookup &classification;
    bool manyLines; ///< more than 200
};

/// net × rate less tax, in millionths of a fen: what the platform's tolerances are about. The deduction of 差额开票 and
/// a reduced levy count as they are reckoned.
std::int64_t taxError(const InvoiceLine &line, TaxMode mode);

/// @param worked what compose() made of the line
/// @param composes whether it could be worked out
void checkLine(Report &report, const LineContext &context, const DraftLine &line, const InvoiceLine &worked,
    const InvoiceLine *discount, bool composes);

} // namespace kp::rules

// SPDX-License-Identifier: GPL-3.0-or-later
// What check() has to say of one line; used within core/rules only.
#pragma once

#include "core/domain/company.h"
#include "core/rules/match.h"
#include "core/rules/report.h"
#include "core/rules/totals.h"

namespace kp::rules
{

/// The usable rates of a taxpayer on a day.
class UsableRates
{
public:
    UsableRates(const QList<UsableRate> &rates, QDate day);
    /// Nothing is known: the platform was never asked.
    [[nodiscard]] bool areUnknown() const { return m_unknown; }
    [[nodiscard]] bool contain(TaxRate rate) const;
    /// It is usable, but only as a levy rate.
    [[nodiscard]] bool areLevyOnly(TaxRate rate) const;
    /// "13%, 9%, 6%"
    [[nodiscard]] QString text() const;

private:
    QList<UsableRate> m_rates;
    bool m_unknown;
};

struct LineContext {
    const InvoiceDraft &draft;
    const UsableRates &rates;
    const ClassificationLookup &classification;
    bool manyLines; ///< more than 200
};

/// @param worked what compose() made of the line
/// @param composes whether it could be worked out
void checkLine(Report &report, const LineContext &context, const DraftLine &line, const InvoiceLine &worked,
    const InvoiceLine *discount, bool composes);

} // namespace kp::rules

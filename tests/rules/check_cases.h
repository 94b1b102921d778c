// SPDX-License-Identifier: GPL-3.0-or-later
// Every limit with a case that passes and a case that fails, as rows of a Qt Test table. A row changes a good draft; a
// passing row then has no finding at all, a failing one just the finding it names.
#pragma once

#include "core/rules/checks.h"

#include <QMetaType>

#include <functional>

namespace kp::rules::cases
{

struct Case {
    InvoiceDraft draft;
    IssuingFacts facts;

    /// An ordinary invoice of 113.00 to a company, without any finding.
    static Case good();
    DraftLine &line() { return draft.lines.front(); }
};

using Change = std::function<void(Case &)>;

/// A line that is not taxable, with a code that suits it.
DraftLine notTaxable(const char *code);
TaxRate rateOf(int tenthsOfPercent);
Money yuan(const char *text);
QString han(int count);
QString latin(int count);

const ClassificationCatalogue &catalogue();
QList<Finding> findingsOf(const Case &c);
QString describe(const QList<Finding> &findings);

constexpr int head = -1; ///< the line of findings about the head

void beginCases();
void pass(const char *name, const Change &change);
void error(const char *name, const char *field, int line, const Change &change);
void warning(const char *name, const char *field, int line, const Change &change);
/// The body of the test function that runs the rows.
void judgeCase();

} // namespace kp::rules::cases

Q_DECLARE_METATYPE(kp::rules::cases::Change)

// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be said of a draft before it is issued. Sources: official template V260401 (characters), the
// platform's base ability §6 (UTF-8 bytes) and §7 (rules); what has a weak source is a warning.
#pragma once

#include "core/domain/company.h"
#include "core/domain/finding.h"
#include "core/domain/invoice.h"
#include "core/rules/match.h"
#include "core/rules/totals.h"

namespace kp::rules
{

/// The draft as it should be kept: outer spaces gone, tax number normalized, empty short names filled from the
/// classification. Run it before compose(), so that the lines carry their short names.
InvoiceDraft tidied(InvoiceDraft draft, const ClassificationLookup &classification);

/// All findings at once, those of @p composed among them, the head's before the lines'. Field keys are those of
/// schema<InvoiceDraft>() and schema<DraftLine>(); line is the index in draft.lines.
/// Not judged here: credit, numbers and the duplicate serial (the store knows them), and the exception for summary
/// codes of telecom companies, whose industry code a Company does not hold.
QList<Finding> check(const InvoiceDraft &draft, const Composed &composed, const IssuingFacts &facts,
    const ClassificationLookup &classification);

} // namespace kp::rules

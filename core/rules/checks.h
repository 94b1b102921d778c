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

/// How long a remark is and may be: characters by the template, UTF-8 bytes (a Chinese character counts 3) by the
/// platform. The parts the face puts around it do not count.
struct RemarkLength {
    int characters = 0;
    int mostCharacters = 0;
    int bytes = 0;
    int mostBytes = 0;
};
RemarkLength remarkLength(const QString &remark);

/// Whether to ask if the buyer is a natural person: the name of an ordinary invoice has at most four characters, nobody
/// marked it, and no tax number of a company answers.
bool mayBeNaturalPerson(const InvoiceHead &head);

/// All findings at once, those of @p composed among them, the head's before the lines'. Field keys are those of
/// schema<InvoiceDraft>() and schema<DraftLine>(), or "elements.<index>.<key>" and "vouchers.<index>.<key>"; line is
/// the index in draft.lines. Not judged here: credit, numbers and the duplicate serial (the store knows them), and the
/// exception for summary codes of telecom companies, whose industry code a Company does not hold.
QList<Finding> check(const InvoiceDraft &draft, const Composed &composed, const IssuingFacts &facts,
    const ClassificationLookup &classification);

} // namespace kp::rules

// SPDX-License-Identifier: GPL-3.0-or-later
// The books say most things twice: in an invoice, its lines, its history, the journal, the outbox and the credit.
// Whoever changes one place behind the program's back is contradicted by another. Each check is one statement that
// SQLite works through in the order of ids, so that a million invoices need no more memory than ten.
#pragma once

#include "core/domain/ids.h"
#include "core/store/invoice_store.h"

namespace kp::store
{

/// What contradicts an invoice, and what both then say of it.
enum class Witness {
    Lines,         ///< lines, net, tax of the header; lines, net, tax of the lines
    Submission,    ///< key of a field; its value; its value in the last submission in the journal
    Content,       ///< (nothing) its digest is not the one of its last submission
    NoSubmission,  ///< (nothing) the journal knows no submission of it
    JournalState,  ///< state; state by its last entry in the journal, queued standing for all that are on their way
    LastStep,      ///< state; state of the last step of its history
    Steps,         ///< (nothing) its history has gaps, other last words, or other times than the journal
    OutboxMissing, ///< state: it is on its way but not in the outbox
    OutboxStray,   ///< state: it is not on its way but in the outbox
    OutboxUnfit,   ///< (nothing) its row of the outbox is another company's or fits another state
};

struct Contradiction {
    QString number;    ///< of the invoice
    QVariantList said; ///< amounts as whole fen, all else as text
};

struct Contradictions {
    QList<Contradiction> named; ///< the first of them, in the order of ids where the check goes by ids
    qint64 count = 0;           ///< of all
    static constexpr qsizetype most = 20;
};

/// All but Content. Fault: Storage.
Result<Contradictions> contradictions(Database &database, Witness witness);

/// Reads every invoice whole and compares its digest with the one in the journal (Witness::Content); submissions of
/// earlier versions have none. Fault: Storage.
Result<Contradictions> contentContradictions(Database &database, InvoiceStore &invoices);

/// Credit that does not agree with the invoices it was used for.
struct CreditDiscord {
    CompanyId company;
    QString month; ///< yyyyMM; empty: over all months
    Money invoices;
    Money used;
};

/// By company: what its invoices use, but for the refused and discarded ones, against what its months say is used. The
/// month of an invoice is kept in its row of the outbox and goes with it, so by month it is only certain that those on
/// their way use no more than is used. Fault: Storage.
Result<QList<CreditDiscord>> creditDiscords(Database &database);

} // namespace kp::store

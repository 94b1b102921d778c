// SPDX-License-Identifier: GPL-3.0-or-later
// Preparing invoices: permission, rules on stored facts, then one transaction that takes the number, charges the
// credit, stores the invoice with its outbox row and the audit entry. Sending is the outbox runner's.
#pragma once

#include "core/base/clock.h"
#include "core/domain/access.h"
#include "core/rules/checks.h"
#include "core/store/stores.h"

#include <memory>
#include <span>

namespace kp::service
{

/// What the rules say of a draft; nothing is stored.
struct CheckedDraft {
    InvoiceDraft draft; ///< tidied
    rules::Composed composed;
    QList<Finding> findings;
};

/// What became of one draft handed in.
struct Submission {
    Result<InvoiceId> invoice; ///< Invalid (see findings), Conflict (no number or credit left)
    QList<Finding> findings;
};

class Issuing
{
public:
    Issuing(store::Stores &stores, const Clock &clock)
        : m_stores(stores)
        , m_clock(clock)
    {
    }

    /// Loads the classification into memory; after it was updated at the platform, again. Fault: Storage.
    Outcome loadClassification();
    /// Immutable: other threads may keep it.
    [[nodiscard]] std::shared_ptr<const rules::ClassificationCatalogue> classification() const { return m_catalogue; }
    /// A serial for a draft that brings none: 20 characters, the first eight the day.
    [[nodiscard]] static QString newSerial(QDate day);

    /// The facts the rules need, as stored.
    [[nodiscard]] Result<IssuingFacts> facts(const Actor &actor, CompanyId company);
    [[nodiscard]] CheckedDraft check(const IssuingFacts &facts, const InvoiceDraft &draft) const;

    /// Prepares one invoice. A draft whose serial is known already gives that invoice and changes nothing, except that
    /// a refused one is sent again as the draft now says, under its number. Faults: Denied, Invalid, Conflict, Storage.
    Submission submit(const Actor &actor, CompanyId company, const InvoiceDraft &draft);
    /// The same for many: one transaction for each chunk, so that a crash loses at most the chunk in hand and a second
    /// run goes on. The outer fault is about all of them; when a later chunk can not be stored, its drafts and those
    /// after it have that fault.
    Result<QList<Submission>> submitAll(const Actor &actor, CompanyId company, const QList<InvoiceDraft> &drafts);
    /// Gives a refused invoice up: its number is free again.
    Outcome discard(const Actor &actor, InvoiceId invoice);

    static constexpr qsizetype chunk = 800;

private:
    struct Judged;
    struct Prepared;
    [[nodiscard]] QList<Judged> judgeAll(
        const IssuingFacts &facts, bool practice, std::span<const InvoiceDraft> drafts) const;
    Result<QList<Submission>> submitChunk(const Actor &actor, const IssuingFacts &facts, QList<Judged> judged);
    Outcome resubmit(const Actor &actor, const Prepared &prepared);
    Outcome storeNew(const Actor &actor, const IssuingFacts &facts, QList<Prepared> &prepared);
    [[nodiscard]] static Invoice invoiceOf(CheckedDraft checked, const IssuingFacts &facts, bool practice);

    store::Stores &m_stores;
    const Clock &m_clock;
    std::shared_ptr<const rules::ClassificationCatalogue> m_catalogue =
        std::make_shared<const rules::ClassificationCatalogue>();
};

} // namespace kp::service

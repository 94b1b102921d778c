// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/passage.h"

#include "core/base/log.h"

#include <QCoreApplication>

#include <algorithm>

namespace kp::service
{

namespace
{
struct PassageText {
    Q_DECLARE_TR_FUNCTIONS(Passage)
};

struct Move {
    InvoiceState from;
    rules::Step step;
    QList<store::OutboxEntry> entries;

    [[nodiscard]] QList<InvoiceId> ids() const
    {
        QList<InvoiceId> out;
        for (const store::OutboxEntry &entry : entries)
            out.append(entry.invoice);
        return out;
    }
};

/// Passengers by what becomes of them, so that a batch of a hundred is one change.
QList<Move> movesOf(const QList<Passenger> &passengers, rules::InvoiceEvent event)
{
    QList<Move> moves;
    for (const Passenger &passenger : passengers) {
        const auto step = rules::next({passenger.state, passenger.entry.everUnanswered}, event);
        if (!step)
            continue;
        auto move = std::find_if(moves.begin(), moves.end(), [&](const Move &m) {
            return m.from == passenger.state && m.step.to == step->to && m.step.effects == step->effects;
        });
        if (move == moves.end())
            move = moves.insert(moves.end(), {passenger.state, *step, {}});
        move->entries.append(passenger.entry);
    }
    return moves;
}

/// A red invoice of the month of its blue one gives back the credit, once the platform has taken it (leqi §4.3).
Outcome giveBackCredit(store::Stores &stores, const Move &move)
{
    KP_TRY(red, stores.invoices.redAmong(move.ids()));
    for (const store::OutboxEntry &entry : move.entries) {
        if (entry.creditMonth.isEmpty() || !red.contains(entry.invoice))
            continue;
        KP_TRY(invoice, stores.invoices.find(entry.invoice));
        const Outcome back = stores.credit.release(invoice.company, entry.creditMonth, -invoice.totals.net);
        if (!back.ok() && back.fault().kind != FaultKind::Conflict)
            return back;
        if (!back.ok()) // it is issued, whatever the account says
            logNote(back.fault().message);
    }
    return Done{};
}

Outcome apply(store::Stores &stores, const Move &move, const QString &message, const QString &actor, qint64 nowMs)
{
    const QList<InvoiceId> ids = move.ids();
    const rules::Effect effects = move.step.effects;
    const InvoiceState to = move.step.to.state;
    QString words = message;
    if (rules::has(effects, rules::Effect::Compare))
        words = PassageText::tr("The platform knew this number already although nothing of ours was unanswered. "
                                "Compare the invoice with the one at the tax office.");
    if (move.from != to)
        KP_DO(stores.invoices.setStates(ids, move.from, to, words, nowMs));
    if (rules::has(effects, rules::Effect::Settle))
        KP_DO(stores.outbox.remove(ids));
    else if (to != InvoiceState::Discarded) // what was refused before has left the outbox already
        KP_DO(stores.outbox.setUnanswered(ids, move.step.to.unanswered));
    if (to == InvoiceState::Issued)
        KP_DO(giveBackCredit(stores, move));
    if (rules::has(effects, rules::Effect::ReturnCredit) || rules::has(effects, rules::Effect::FreeNumber)) {
        for (const store::OutboxEntry &entry : move.entries) {
            KP_TRY(invoice, stores.invoices.find(entry.invoice));
            if (rules::has(effects, rules::Effect::ReturnCredit) && !invoice.isRed()) // a red one was charged nothing
                KP_DO(stores.credit.release(invoice.company, entry.creditMonth, invoice.totals.net));
            if (rules::has(effects, rules::Effect::FreeNumber))
                KP_DO(stores.numbers.release(invoice.number));
        }
    }
    if (move.from == to ||
        !(rules::has(effects, rules::Effect::Settle) || rules::has(effects, rules::Effect::FreeNumber)))
        return Done{};
    QList<store::AuditEntry> audit;
    for (const InvoiceId id : ids)
        audit.append({0, {}, actor, QStringLiteral("invoice.") + QString::fromLatin1(code(to)),
            QStringLiteral("invoice/%1").arg(id.value()),
            store::fieldChanges({{QStringLiteral("state"), QString::fromLatin1(code(move.from))}},
                {{QStringLiteral("state"), QString::fromLatin1(code(to))}})});
    return stores.audit.appendAll(audit, nowMs);
}
} // namespace

Result<QList<InvoiceId>> moveOn(store::Stores &stores, const QList<Passenger> &passengers, rules::InvoiceEvent event,
    const QString &message, const QString &actor, qint64 nowMs)
{
    QList<InvoiceId> done;
    const QList<Move> moves = movesOf(passengers, event);
    // "Duplicate" sounds like a mistake to whoever reads it on an issued invoice.
    const QString words = event == rules::InvoiceEvent::Duplicate
                              ? PassageText::tr("The tax platform had accepted it before; only its answer was lost.")
                              : message;
    for (const Move &move : moves) {
        KP_DO(apply(stores, move, words, actor, nowMs));
        if (rules::has(move.step.effects, rules::Effect::Settle))
            done += move.ids();
    }
    return done;
}

} // namespace kp::service

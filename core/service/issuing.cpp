// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/issuing.h"

#include "core/domain/digest.h"
#include "core/domain/schemas.h"
#include "core/service/customer_meant.h"
#include "core/service/favourites.h"
#include "core/service/guard.h"
#include "core/service/passage.h"
#include "core/service/texts.h"
#include "core/store/favourites.h"

#include <QRandomGenerator>

#include <algorithm>
#include <future>

namespace kp::service
{

namespace
{
QString objectOf(InvoiceId id)
{
    return QStringLiteral("invoice/") + QString::number(id.value());
}

Fault noNumber()
{
    return {
        FaultKind::Conflict, IssuingText::tr("No invoice number is left for this year. Draw numbers and try again.")};
}

Fault noCredit()
{
    return {FaultKind::Conflict,
        IssuingText::tr("The credit left does not cover this amount. Download credit, or wait until next month.")};
}

store::AuditEntry submitEntry(const Actor &actor, const Invoice &invoice, InvoiceId id, const QString &contentDigest)
{
    return {0, {}, actor.account, QStringLiteral("invoice.submit"), objectOf(id),
        {{QStringLiteral("number"), {}, invoice.number}, {QStringLiteral("serial"), {}, invoice.serial},
            {QStringLiteral("buyer.name"), {}, invoice.buyer.name},
            {QStringLiteral("gross"), {}, invoice.totals.gross().toString()},
            {QStringLiteral("digest"), {}, fullDigest(contentDigest, invoice.number, invoice.issuedAt)}}};
}
} // namespace

/// What the rules say of a draft, and the invoice it would become.
struct Issuing::Judged {
    Invoice invoice;
    QList<Finding> findings;
    QString contentDigest; ///< only of one without errors
};

/// A draft that passed the rules, on its way into the store.
struct Issuing::Prepared {
    qsizetype index = 0; ///< among the drafts handed in
    Invoice invoice;
    QString contentDigest;
    QString creditMonth;
    std::optional<Fault> obstacle = {}; ///< why it was not stored
};

QString Issuing::newSerial(QDate day)
{
    static constexpr char16_t alphabet[] = u"0123456789ABCDEFGHJKLMNPQRSTUVWX";
    QString serial = day.toString(QStringLiteral("yyyyMMdd"));
    while (serial.size() < 20)
        serial += QChar(alphabet[QRandomGenerator::system()->bounded(32)]);
    return serial;
}

Outcome Issuing::loadClassification()
{
    KP_TRY(rows, m_stores.classifications.all());
    m_catalogue = std::make_shared<const rules::ClassificationCatalogue>(rows);
    return Done{};
}

Result<IssuingFacts> Issuing::facts(const Actor &actor, CompanyId id)
{
    KP_DO(require(m_stores.users, actor, Permission::IssueInvoices, id));
    KP_TRY(company, m_stores.companies.company(id));
    KP_TRY(rates, m_stores.companies.rates(id));
    KP_TRY(marginCodes, m_stores.companies.marginCodes(id));
    IssuingFacts out{company, rates, m_clock.today(), actor.name, {}, marginCodes};
    KP_TRY(bound, favouritesBind(m_stores.settings, id));
    if (bound && !actor.may(Permission::SetCompanyRules)) {
        KP_TRY(favourites, store::favouriteItems(m_stores.items, id));
        out.allowedItems.emplace();
        for (const Item &item : std::as_const(favourites))
            out.allowedItems->insert({item.name, item.classification});
    }
    return out;
}

CheckedDraft Issuing::check(const IssuingFacts &facts, const InvoiceDraft &draft) const
{
    const rules::ClassificationLookup lookup = m_catalogue->lookup();
    CheckedDraft out;
    out.draft = rules::tidied(draft, lookup);
    out.composed = rules::compose(out.draft);
    out.findings = rules::check(out.draft, out.composed, facts, lookup);
    return out;
}

/// Of each draft the invoice it would become, but for its time and number.
QList<Issuing::Judged> Issuing::judgeAll(
    const IssuingFacts &facts, bool practice, std::span<const InvoiceDraft> drafts) const
{
    QList<Judged> out;
    out.reserve(static_cast<qsizetype>(drafts.size()));
    for (const InvoiceDraft &draft : drafts) {
        CheckedDraft checked = check(facts, draft);
        Judged judged{{}, std::move(checked.findings), {}};
        judged.invoice = invoiceOf(std::move(checked), facts, practice);
        if (!hasErrors(judged.findings))
            judged.contentDigest = contentDigest(judged.invoice);
        out.append(std::move(judged));
    }
    return out;
}

Submission Issuing::submit(const Actor &actor, CompanyId company, const InvoiceDraft &draft)
{
    Result<QList<Submission>> all = submitAll(actor, company, {draft});
    if (!all.ok())
        return {all.fault(), {}};
    return all->takeFirst();
}

Result<QList<Submission>> Issuing::submitAll(const Actor &actor, CompanyId company, const QList<InvoiceDraft> &drafts)
{
    KP_TRY(known, facts(actor, company));
    KP_TRY(connection, m_stores.companies.connection(known.company.connection));
    // The rules are pure and the disk is slow: while one chunk is stored, the next is judged beside it. The first are
    // smaller, because nothing is stored until the first is judged.
    const std::span all(drafts.constData(), static_cast<std::size_t>(drafts.size()));
    std::size_t begun = 0;
    std::size_t size = chunk / 4;
    const auto judgeNext = [&](std::launch how) {
        const auto part = all.subspan(begun, std::min(size, all.size() - begun));
        begun += part.size();
        size = std::min<std::size_t>(chunk, size * 2);
        return std::async(
            how, [this, &known, practice = connection.isPractice(), part] { return judgeAll(known, practice, part); });
    };
    QList<Submission> out;
    out.reserve(drafts.size());
    std::future<QList<Judged>> next = judgeNext(std::launch::deferred);
    while (out.size() < drafts.size()) {
        QList<Judged> judged = next.get();
        if (begun < all.size())
            next = judgeNext(std::launch::async);
        const Result<QList<Submission>> part = submitChunk(actor, known, std::move(judged));
        if (!part.ok() && out.isEmpty())
            return part.fault();
        if (!part.ok()) // what is committed stays; the others hear why they are not
            out.append(QList<Submission>(drafts.size() - out.size(), {part.fault(), {}}));
        else
            out += *part;
    }
    return out;
}

Result<QList<Submission>> Issuing::submitChunk(const Actor &actor, const IssuingFacts &facts, QList<Judged> judged)
{
    store::Transaction transaction(m_stores.database);
    QStringList serials;
    serials.reserve(judged.size());
    for (const Judged &one : std::as_const(judged))
        serials.append(one.invoice.serial);
    KP_TRY(known, m_stores.invoices.findBySerials(facts.company.id, serials));

    const QDateTime now = m_clock.now();
    QList<Submission> out;
    QList<Prepared> fresh;
    fresh.reserve(judged.size());
    QSet<QString> seen;
    for (Judged &one : judged) {
        const auto earlier = known.constFind(one.invoice.serial);
        const bool refused = earlier != known.cend() && earlier->state == InvoiceState::Refused;
        if (earlier != known.cend() && !refused) {
            out.append({earlier->id, {}});
            continue;
        }
        out.append(
            {Fault{FaultKind::Invalid, IssuingText::tr("The invoice breaks a rule; see the findings.")}, one.findings});
        if (hasErrors(one.findings))
            continue;
        Prepared prepared{out.size() - 1, std::move(one.invoice), std::move(one.contentDigest), {}, {}};
        prepared.invoice.issuedAt = now;
        if (refused) {
            prepared.invoice.id = earlier->id;
            prepared.invoice.number = earlier->number;
            const Outcome again = resubmit(actor, prepared);
            out.last().invoice = again.ok() ? Result<InvoiceId>(earlier->id) : Result<InvoiceId>(again.fault());
        } else if (seen.contains(prepared.invoice.serial)) {
            out.last().findings.append({Severity::Error, QStringLiteral("serial"), -1,
                IssuingText::tr("The serial number stands twice in this batch.")});
        } else {
            seen.insert(prepared.invoice.serial);
            fresh.append(std::move(prepared));
        }
    }
    KP_DO(storeNew(actor, facts, fresh));
    for (const Prepared &prepared : fresh) {
        if (prepared.obstacle)
            out[prepared.index].invoice = *prepared.obstacle;
        else
            out[prepared.index].invoice = prepared.invoice.id;
    }
    KP_DO(transaction.commit());
    return out;
}

/// Gives numbers and credit to the first invoices they suffice for and stores those; the others have an obstacle.
Outcome Issuing::storeNew(const Actor &actor, const IssuingFacts &facts, QList<Prepared> &prepared)
{
    if (prepared.isEmpty())
        return Done{};
    const CompanyId company = facts.company.id;
    const qint64 now = m_clock.nowMs();
    store::Transaction transaction(m_stores.database);
    KP_TRY(numbersLeft, m_stores.numbers.available(company, facts.today.year()));

    QList<Prepared *> chosen;
    Money net;
    for (Prepared &one : prepared)
        net += one.invoice.totals.net;
    const bool numbersSuffice = numbersLeft >= prepared.size();
    const Result<QString> whole =
        numbersSuffice ? m_stores.credit.charge(company, facts.today, net) : Result<QString>(noCredit());
    for (Prepared &one : prepared) {
        if (whole.ok()) {
            one.creditMonth = *whole;
        } else if (chosen.size() >= numbersLeft) {
            one.obstacle = noNumber();
            continue;
        } else {
            const Result<QString> month = m_stores.credit.charge(company, facts.today, one.invoice.totals.net);
            if (!month.ok() && month.fault().kind != FaultKind::Conflict)
                return month.fault();
            if (!month.ok()) {
                one.obstacle = noCredit();
                continue;
            }
            one.creditMonth = *month;
        }
        chosen.append(&one);
    }
    if (chosen.isEmpty())
        return Done{};

    KP_TRY(numbers, m_stores.numbers.take(company, facts.today.year(), static_cast<int>(chosen.size())));
    QList<Invoice> invoices;
    invoices.reserve(chosen.size());
    for (qsizetype i = 0; i < chosen.size(); ++i) {
        invoices.append(std::move(chosen.at(i)->invoice));
        invoices.last().number = numbers.at(i);
    }
    KP_TRY(ids, m_stores.invoices.insertAll(invoices, now));
    QList<store::OutboxEntry> outbox;
    QList<store::AuditEntry> audit;
    QList<Customer> buyers;
    outbox.reserve(chosen.size());
    audit.reserve(chosen.size());
    buyers.reserve(chosen.size());
    for (qsizetype i = 0; i < chosen.size(); ++i) {
        outbox.append({ids.at(i), company, now, 0, {}, false, chosen.at(i)->creditMonth});
        audit.append(submitEntry(actor, invoices.at(i), ids.at(i), chosen.at(i)->contentDigest));
        Customer buyer;
        buyer.company = company;
        buyer.party = invoices.at(i).buyer;
        buyer.email = invoices.at(i).buyerEmail;
        buyer.kind = invoices.at(i).buyerKind;
        buyer.naturalPerson = invoices.at(i).naturalPerson;
        KP_TRY(meant, numberMeant(m_stores, buyer));
        if (!meant) // else he is a customer already
            buyers.append(buyer);
    }
    KP_DO(m_stores.outbox.enqueueAll(outbox));
    KP_DO(m_stores.customers.remember(buyers, now));
    KP_DO(m_stores.audit.appendAll(audit, now));
    KP_DO(transaction.commit());
    for (qsizetype i = 0; i < chosen.size(); ++i)
        chosen.at(i)->invoice.id = ids.at(i);
    return Done{};
}

/// A refused invoice goes out again as the draft says now, under its own number.
Outcome Issuing::resubmit(const Actor &actor, const Prepared &prepared)
{
    const Invoice &invoice = prepared.invoice;
    const qint64 now = m_clock.nowMs();
    if (invoice.number.left(2).toInt() != m_clock.today().year() % 100)
        return Fault{FaultKind::Conflict,
            IssuingText::tr(
                "The number of this refused invoice belongs to another year. Discard it and issue it anew.")};
    KP_TRY(red, m_stores.invoices.redAmong({invoice.id}));
    if (!red.isEmpty())
        return Fault{
            FaultKind::Conflict, IssuingText::tr("This is a red invoice. Issue it again from its confirmation form.")};
    store::Transaction transaction(m_stores.database);
    const Result<QString> month = m_stores.credit.charge(invoice.company, m_clock.today(), invoice.totals.net);
    if (!month.ok())
        return month.fault().kind == FaultKind::Conflict ? noCredit() : month.fault();
    KP_DO(m_stores.invoices.correct(invoice));
    const store::OutboxEntry entry{invoice.id, invoice.company, now, 0, {}, false, *month};
    KP_DO(m_stores.outbox.enqueue(entry));
    KP_TRY(moved,
        moveOn(m_stores, {{entry, InvoiceState::Refused}}, rules::InvoiceEvent::Resubmit, {}, actor.account, now));
    store::AuditEntry audit = submitEntry(actor, invoice, invoice.id, prepared.contentDigest);
    audit.act = QStringLiteral("invoice.resubmit");
    KP_DO(m_stores.audit.append(audit, now));
    return transaction.commit();
}

Outcome Issuing::discard(const Actor &actor, InvoiceId id)
{
    KP_TRY(invoice, m_stores.invoices.find(id));
    KP_DO(require(m_stores.users, actor, Permission::DiscardInvoices, invoice.company));
    KP_TRY(waiting, m_stores.outbox.find(id));
    store::OutboxEntry entry = waiting.value_or(store::OutboxEntry());
    entry.invoice = id;
    if (!rules::next({invoice.state, entry.everUnanswered}, rules::InvoiceEvent::Discard))
        return Fault{FaultKind::Conflict,
            IssuingText::tr("Only a refused invoice can be discarded. This one is: %1.").arg(label(invoice.state))};
    store::Transaction transaction(m_stores.database);
    KP_TRY(done, moveOn(m_stores, {{entry, invoice.state}}, rules::InvoiceEvent::Discard, invoice.message,
                     actor.account, m_clock.nowMs()));
    return transaction.commit();
}

/// The invoice but for its time and number.
Invoice Issuing::invoiceOf(CheckedDraft checked, const IssuingFacts &facts, bool practice)
{
    Invoice invoice;
    static_cast<InvoiceHead &>(invoice) = std::move(checked.draft);
    invoice.company = facts.company.id;
    if (invoice.serial.isEmpty())
        invoice.serial = newSerial(facts.today);
    invoice.seller = facts.company.party;
    invoice.totals = checked.composed.totals;
    invoice.issuer = facts.issuer;
    invoice.practice = practice;
    invoice.lines = std::move(checked.composed.lines);
    return invoice;
}

} // namespace kp::service

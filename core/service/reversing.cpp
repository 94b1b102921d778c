// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/reversing.h"

#include "core/base/log.h"
#include "core/domain/digest.h"
#include "core/rules/red_lifecycle.h"
#include "core/rules/red_plan.h"
#include "core/service/guard.h"
#include "core/service/passage.h"
#include "core/service/texts.h"

#include <QCoro/QCoroFuture>

#include <algorithm>

namespace kp::service
{

namespace
{
Fault notAsItStands(const RedForm &form)
{
    return {FaultKind::Conflict,
        ReversingText::tr("This can not be done with the confirmation form as it stands: %1.").arg(label(form.state))};
}

rules::RedEvent eventOf(RedAnswer answer)
{
    switch (answer) {
    case RedAnswer::Agree:
        return rules::RedEvent::Agree;
    case RedAnswer::Refuse:
        return rules::RedEvent::Refuse;
    case RedAnswer::Withdraw:
        break;
    }
    return rules::RedEvent::Withdraw;
}

const char *actOf(RedAnswer answer)
{
    switch (answer) {
    case RedAnswer::Agree:
        return "redform.agree";
    case RedAnswer::Refuse:
        return "redform.refuse";
    case RedAnswer::Withdraw:
        break;
    }
    return "redform.withdraw";
}

/// Else what it reverses would count as left.
Fault unknownForms(const QString &blueNumber)
{
    return {FaultKind::Conflict,
        ReversingText::tr("The tax platform has a confirmation form for the invoice %1 that this version of the "
                          "program does not know, so what is left of the invoice can not be told. Install the newest "
                          "version, or reverse this invoice at the tax office's website.")
            .arg(blueNumber)};
}

/// Whether both ask for the same: the one that was sent, and one that the platform has.
bool asksTheSame(const RedForm &sent, const RedForm &known)
{
    return rules::isOpen(known) && rules::asksForTheSame(sent, known);
}
} // namespace

Reversing::Reversing(Services &services, RedPlatform &platform, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_platform(platform)
    , m_forms(services.store)
{
    connect(&services.runner, &OutboxRunner::ended, this, &Reversing::noteIssued);
}

Fault Reversing::endedMeanwhile()
{
    return {FaultKind::Offline, ReversingText::tr("The program is ending.")};
}

Reversing::~Reversing()
{
    *m_alive = false;
}

/// Keeps what the platform has told, unless more is known already.
Result<RedForm> Reversing::keep(const RedForm &form, const Company &company)
{
    KP_TRY(known, m_services.store.redForms.findByUuid(company.id, form.uuid));
    return keepOver(known, form, company);
}

Result<RedForm> Reversing::keepOver(const std::optional<RedForm> &known, RedForm form, const Company &company)
{
    form.company = company.id;
    form.side = form.seller.taxNumber == company.party.taxNumber ? Side::Seller : Side::Buyer;
    if (known && (known->isIssued() || !rules::isNews(known->state, form.state))) {
        if (!known->lines.isEmpty() || form.lines.isEmpty())
            return *known;
        const QList<RedFormLine> lines = std::exchange(form.lines, {}); // of one that was issued before it was heard of
        form = *known;
        form.lines = lines;
    }
    return m_services.store.redForms.keepOver(known, form, m_services.clock.nowMs());
}

QCoro::Task<Result<RedForm>> Reversing::fetch(Route route, Company company, QString uuid, QString seller)
{
    const std::shared_ptr<bool> alive = m_alive;
    KP_CO_TRY(form, co_await m_platform.redForm(route, uuid, seller));
    if (!*alive)
        co_return endedMeanwhile();
    const Result<RedForm> kept = keep(form, company);
    if (!kept.ok() && kept.fault().kind == FaultKind::Conflict)
        co_return toldOtherwise(form);
    co_return kept;
}

/// The forms of one invoice, with their lines.
QCoro::Task<Result<QList<RedForm>>> Reversing::formsOf(Route route, Company company, Side side, QString blueNumber)
{
    const std::shared_ptr<bool> alive = m_alive;
    QList<RedForm> out;
    RedFormFilter filter;
    filter.side = side;
    filter.partyName = company.party.name;
    filter.blueNumber = blueNumber;
    filter.pageSize = pageSize;
    for (qint64 read = 0;; ++filter.page) {
        KP_CO_TRY(page, co_await m_platform.redForms(route, filter));
        if (!*alive)
            co_return endedMeanwhile();
        if (page.forms.size() != page.rows)
            co_return unknownForms(blueNumber);
        for (const RedForm &form : std::as_const(page.forms)) {
            Result<RedForm> kept = keep(form, company);
            if (kept.ok() && kept->lines.isEmpty())
                kept = co_await fetch(route, company, form.uuid, form.seller.taxNumber);
            if (!*alive)
                co_return endedMeanwhile();
            if (!kept.ok() && kept.fault().kind == FaultKind::Conflict)
                co_return toldOtherwise(form);
            if (!kept.ok())
                co_return kept.fault();
            out.append(*kept);
        }
        read += page.rows;
        if (read >= page.total || page.rows == 0)
            co_return out;
    }
}

QCoro::Task<Result<Prospect>> Reversing::prospect(Actor actor, CompanyId companyId, QString blueNumber)
{
    const std::shared_ptr<bool> alive = m_alive;
    KP_CO_DO(require(m_services.store.users, actor, Permission::IssueInvoices, companyId));
    const Result<Invoice> found = m_services.store.invoices.findByNumber(blueNumber);
    if (found.ok() ? found->company != companyId : found.fault().kind == FaultKind::NotFound)
        co_return Fault{FaultKind::NotFound,
            ReversingText::tr("The invoice %1 is not in the books of this company. Check the number; what was issued "
                              "elsewhere is reversed where it was issued.")
                .arg(blueNumber)};
    KP_CO_TRY(blue, found);
    KP_CO_TRY(company, m_services.store.companies.company(companyId));
    KP_CO_TRY(route, co_await m_services.routes.find(companyId));
    if (!*alive)
        co_return endedMeanwhile();
    co_return co_await prospectOf(route, company, Side::Seller, blue);
}

QCoro::Task<Result<Prospect>> Reversing::prospectOf(Route route, Company company, Side side, Invoice blue)
{
    const std::shared_ptr<bool> alive = m_alive;
    KP_CO_TRY(use, co_await m_platform.invoiceUse(route, blue.kind, blue.number, blue.issuedAt.date()));
    if (!*alive)
        co_return endedMeanwhile();
    KP_CO_TRY(forms, co_await formsOf(route, company, side, blue.number));
    QList<RedFormLine> taken;
    for (const RedForm &form : forms) {
        if (!rules::isOpen(form) && !form.isIssued())
            continue;
        if (form.lines.isEmpty()) // else its amount would count as not reversed
            co_return Fault{FaultKind::Uncertain,
                ReversingText::tr("The tax platform did not give the lines of the confirmation form %1, so what is "
                                  "left of the invoice can not be told. Try again in a few minutes; if that does not "
                                  "help, look at the form at the tax office's website.")
                    .arg(form.number)};
        taken += form.lines;
    }
    Prospect out{blue, forms, rules::reversibility(blue, taken, use)};
    const auto open = std::find_if(forms.crbegin(), forms.crend(), rules::isOpen);
    if (out.may.left.isEmpty() && open != forms.crend())
        out.may.obstacle = ReversingText::tr("What is left of this invoice stands in the confirmation form %1: %2.")
                               .arg(open->number, label(open->state));
    co_return out;
}

RedForm Reversing::wholeForm(const Prospect &prospect, Side enteredBy, RedReason reason)
{
    QList<RedFormLine> lines;
    for (const InvoiceLine &line : prospect.may.left)
        lines.append(rules::reversedWhole(line, reason));
    return rules::composeRedForm(prospect.blue, enteredBy, reason, lines);
}

QCoro::Task<Result<RedForm>> Reversing::apply(Actor actor, CompanyId companyId, RedForm form)
{
    // Two at once would each find no form of the other's.
    if (m_applying.contains(form.blueNumber))
        co_return Fault{
            FaultKind::Conflict, ReversingText::tr("Reversing %1 is being applied for already.").arg(form.blueNumber)};
    const std::shared_ptr<bool> alive = m_alive;
    const QString blueNumber = form.blueNumber;
    m_applying.insert(blueNumber);
    Result<RedForm> done = co_await applyAlone(actor, companyId, form);
    if (*alive)
        m_applying.remove(blueNumber);
    co_return done;
}

QCoro::Task<Result<RedForm>> Reversing::applyAlone(Actor actor, CompanyId companyId, RedForm form)
{
    const std::shared_ptr<bool> alive = m_alive;
    KP_CO_TRY(known, co_await prospectOfForm(actor, companyId, form));
    if (!*alive)
        co_return endedMeanwhile();
    // Applied for already: by an earlier call whose answer was lost, or by a second click.
    const auto same = std::find_if(
        known.forms.cbegin(), known.forms.cend(), [&](const RedForm &earlier) { return asksTheSame(form, earlier); });
    if (same != known.forms.cend()) {
        KP_CO_DO(noteApplied(actor, *same));
        co_return *same;
    }
    const QList<Finding> findings = rules::checkRedForm(form, known.blue, known.may);
    if (!findings.isEmpty())
        co_return Fault{FaultKind::Invalid, findings.first().text};
    KP_CO_DO(co_await mayIssueAtAll(companyId));
    if (!*alive)
        co_return endedMeanwhile();
    KP_CO_TRY(company, m_services.store.companies.company(companyId));
    KP_CO_TRY(route, co_await m_services.routes.find(companyId));
    if (!*alive)
        co_return endedMeanwhile();
    const Result<RedFormReceipt> receipt = co_await m_platform.applyForRed(route, form);
    if (!*alive)
        co_return endedMeanwhile();
    if (receipt.ok()) {
        form.uuid = receipt->uuid;
        form.number = receipt->number;
        form.state = receipt->state;
        form.enteredAt = m_services.clock.now(); // until the platform tells its own
        KP_CO_TRY(made, keep(form, company));
        KP_CO_DO(noteApplied(actor, made));
        const Result<RedForm> whole = co_await fetch(route, company, made.uuid, made.seller.taxNumber);
        co_return whole.ok() ? whole : Result<RedForm>(made);
    }
    if (receipt.fault().kind != FaultKind::Uncertain)
        co_return receipt.fault();
    // No answer: the list tells whether the platform has it.
    const auto forms = co_await formsOf(route, company, form.enteredBy, form.blueNumber);
    if (!*alive)
        co_return endedMeanwhile();
    if (!forms.ok())
        co_return receipt.fault();
    const auto made =
        std::find_if(forms->cbegin(), forms->cend(), [&](const RedForm &found) { return asksTheSame(form, found); });
    if (made == forms->cend())
        co_return receipt.fault();
    KP_CO_DO(noteApplied(actor, *made));
    co_return *made;
}

/// One entry a form, whenever it comes to light that it was applied for here.
Outcome Reversing::noteApplied(const Actor &actor, const RedForm &form)
{
    KP_TRY(entries, m_services.store.audit.ofObject(RedForms::object(form.id)));
    const QString act = QStringLiteral("redform.apply");
    if (std::any_of(entries.cbegin(), entries.cend(), [&](const store::AuditEntry &e) { return e.act == act; }))
        return Done{};
    return m_services.store.audit.append(
        {0, {}, actor.account, act, RedForms::object(form.id),
            {{QStringLiteral("number"), {}, form.number}, {QStringLiteral("blueNumber"), {}, form.blueNumber},
                {QStringLiteral("reason"), {}, QString::fromLatin1(code(form.reason))},
                {QStringLiteral("gross"), {}, form.totals.gross().toString()}}},
        m_services.clock.nowMs());
}

QCoro::Task<Result<RedForm>> Reversing::refresh(Actor actor, RedFormId id)
{
    const std::shared_ptr<bool> alive = m_alive;
    KP_CO_TRY(form, m_forms.find(actor, id));
    KP_CO_TRY(company, m_services.store.companies.company(form.company));
    KP_CO_TRY(route, co_await m_services.routes.find(form.company));
    if (!*alive)
        co_return endedMeanwhile();
    co_return co_await fetch(route, company, form.uuid, form.seller.taxNumber);
}

QCoro::Task<Result<RedForm>> Reversing::answer(Actor actor, RedFormId id, RedAnswer answer, QString opinion)
{
    const std::shared_ptr<bool> alive = m_alive;
    KP_CO_TRY(kept, m_forms.find(actor, id));
    KP_CO_DO(require(m_services.store.users, actor, Permission::IssueInvoices, kept.company));
    KP_CO_TRY(before, co_await refresh(actor, id));
    if (!*alive)
        co_return endedMeanwhile();
    if (!rules::mayAct(before, eventOf(answer), before.side))
        co_return notAsItStands(before);
    if (answer == RedAnswer::Agree) {
        KP_CO_DO(co_await mayIssueAtAll(before.company));
        if (!*alive)
            co_return endedMeanwhile();
    }
    KP_CO_TRY(route, co_await m_services.routes.find(before.company));
    if (!*alive)
        co_return endedMeanwhile();
    const Result<QDateTime> answered = co_await m_platform.answerRedForm(route, before, answer);
    if (!*alive)
        co_return endedMeanwhile();
    if (!answered.ok() && answered.fault().kind != FaultKind::Uncertain)
        co_return answered.fault();
    // Tells, too, whether an unanswered one arrived; when it can not be asked, what was answered is known all the same.
    const Result<RedForm> told = co_await refresh(actor, id);
    if (!*alive)
        co_return endedMeanwhile();
    if (!answered.ok() && (!told.ok() || told->state == before.state))
        co_return answered.fault();
    RedForm after = told.valueOr(before);
    if (!told.ok()) {
        const rules::RedActor role =
            before.enteredBy == before.side ? rules::RedActor::Applicant : rules::RedActor::OtherSide;
        after.state = rules::next(before.state, eventOf(answer), role).value_or(before.state);
        after.confirmedAt = answer == RedAnswer::Withdraw ? before.confirmedAt : *answered;
        KP_CO_TRY(company, m_services.store.companies.company(before.company));
        KP_CO_TRY(stored, keep(after, company));
        after = stored;
    }
    QList<store::FieldChange> changes =
        store::fieldChanges({{QStringLiteral("state"), QString::fromLatin1(code(before.state))}},
            {{QStringLiteral("state"), QString::fromLatin1(code(after.state))}});
    if (!opinion.isEmpty())
        changes.append({QString::fromLatin1(RedForms::opinionField), {}, opinion});
    KP_CO_DO(m_services.store.audit.append(
        {0, {}, actor.account, QString::fromLatin1(actOf(answer)), RedForms::object(id), changes},
        m_services.clock.nowMs()));
    co_return after;
}

QCoro::Task<Result<InvoiceId>> Reversing::issue(Actor actor, RedFormId id)
{
    const std::shared_ptr<bool> alive = m_alive;
    KP_CO_TRY(kept, m_forms.find(actor, id));
    KP_CO_DO(require(m_services.store.users, actor, Permission::IssueInvoices, kept.company));
    KP_CO_TRY(earlier, m_services.store.invoices.ofForm(kept.uuid));
    if (earlier && earlier->state != InvoiceState::Refused)
        co_return earlier->id;
    KP_CO_TRY(form, co_await refresh(actor, id));
    if (!*alive)
        co_return endedMeanwhile();
    if (!rules::mayIssue(form, form.side))
        co_return notAsItStands(form);
    KP_CO_DO(co_await mayIssueAtAll(form.company));
    if (!*alive)
        co_return endedMeanwhile();
    const Result<Invoice> blue = m_services.store.invoices.findByNumber(form.blueNumber);
    if (!blue.ok() && blue.fault().kind == FaultKind::NotFound)
        co_return Fault{FaultKind::NotFound,
            ReversingText::tr("The invoice %1 that this form reverses is not in these books. Issue the red invoice "
                              "where it was issued.")
                .arg(form.blueNumber)};
    if (!blue.ok())
        co_return blue.fault();
    KP_CO_DO(co_await m_services.stock.ensure(form.company, 1, Money()));
    if (!*alive)
        co_return endedMeanwhile();
    KP_CO_TRY(red, storeRed(actor, form, *blue));
    if (const Outcome woken = m_services.runner.wake(); !woken.ok()) // it is stored, and will be sent
        logReference(woken.fault().message + u' ' + woken.fault().detail);
    co_return red;
}

/// Takes a number and stores the red invoice with its row of the outbox. One the platform has refused is given up and
/// made anew.
Result<InvoiceId> Reversing::storeRed(const Actor &actor, const RedForm &form, const Invoice &blue)
{
    store::Stores &stores = m_services.store;
    const qint64 nowMs = m_services.clock.nowMs();
    const QDateTime now = m_services.clock.now();
    store::Transaction transaction(stores.database);
    KP_TRY(earlier, stores.invoices.ofForm(form.uuid));
    if (earlier && earlier->state != InvoiceState::Refused)
        return earlier->id; // while the stock was asked for
    const bool sameMonth =
        blue.issuedAt.date().year() == now.date().year() && blue.issuedAt.date().month() == now.date().month();
    QString creditMonth;
    if (sameMonth) {
        KP_TRY(month, stores.credit.monthCharged(form.company, blue.issuedAt.date(), -form.totals.net));
        creditMonth = month;
    }
    if (earlier) { // what it said was refused: it is made anew
        KP_TRY(refusal, stores.invoices.find(earlier->id));
        store::OutboxEntry gone;
        gone.invoice = earlier->id;
        KP_TRY(discarded, moveOn(stores, {{gone, earlier->state}}, rules::InvoiceEvent::Discard, refusal.message,
                              actor.account, nowMs));
        Q_UNUSED(discarded)
    }
    KP_TRY(numbers, stores.numbers.take(form.company, now.date().year(), 1));
    Invoice red = rules::redInvoice(form, blue);
    red.serial = Issuing::newSerial(now.date());
    red.number = numbers.first();
    red.issuedAt = now;
    red.issuer = actor.name;
    KP_TRY(id, stores.invoices.insert(red, nowMs));
    KP_DO(stores.outbox.enqueue({id, form.company, nowMs, 0, {}, false, creditMonth}));
    KP_DO(
        stores.audit.append({0, {}, actor.account, QStringLiteral("invoice.submit"),
                                QStringLiteral("invoice/") + QString::number(id.value()),
                                {{QStringLiteral("number"), {}, red.number}, {QStringLiteral("serial"), {}, red.serial},
                                    {QStringLiteral("buyer.name"), {}, red.buyer.name},
                                    {QStringLiteral("gross"), {}, red.totals.gross().toString()},
                                    {QStringLiteral("reversal.blueNumber"), {}, red.reversal.blueNumber},
                                    {QStringLiteral("reversal.form"), {}, red.reversal.form},
                                    {QStringLiteral("digest"), {}, fullDigest(red)}}},
            nowMs));
    KP_DO(transaction.commit());
    return id;
}

/// The platform has taken a red invoice: its form is done.
void Reversing::noteIssued(InvoiceId id)
{
    const Result<Invoice> red = m_services.store.invoices.find(id);
    if (!red.ok() || !red->isRed() || red->state != InvoiceState::Issued)
        return;
    store::RedFormStore &forms = m_services.store.redForms;
    const auto form = forms.findByUuid(red->company, red->reversal.formUuid);
    if (!form.ok() || !*form || (*form)->isIssued())
        return;
    RedForm now = **form;
    now.redNumber = red->number;
    now.redIssuedAt = red->issuedAt;
    const Result<RedFormId> kept = forms.keep(now, m_services.clock.nowMs());
    if (!kept.ok()) // the next synchronisation brings it
        logReference(kept.fault().message + u' ' + kept.fault().detail);
}

} // namespace kp::service

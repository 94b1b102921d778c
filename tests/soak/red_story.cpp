// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/red_story.h"

#include "core/rules/red_lifecycle.h"
#include "tests/sandbox/wire_client.h"

#include <algorithm>
#include <array>

namespace kp::test
{

using Qt::StringLiterals::operator""_s; // beside the one of office.h
using namespace std::chrono_literals;

namespace
{
/// What each plot comes to: forms, red invoices, and whether they take all of the blue one.
struct Ending {
    int forms;
    int reds;
    bool whole;
};
constexpr std::array<Ending, RedStory::invoices> endings = {
    {{1, 1, true}, {1, 1, false}, {1, 1, true}, {1, 0, false}, {2, 1, true}}};

const Money allowance = Money::fromFen(1'00);
const Money allowanceTax = Money::fromFen(13);

bool isWithdrawn(const RedForm &form)
{
    return form.state == RedFormState::Withdrawn;
}

bool isRefused(const RedForm &form)
{
    return form.state == RedFormState::RefusedBySeller;
}

bool isIssued(const RedForm &form)
{
    return form.isIssued();
}

Fault notYet(const QString &what)
{
    return {FaultKind::Conflict, what};
}
} // namespace

bool RedStory::Scene::has(bool (*what)(const RedForm &)) const
{
    return std::any_of(forms.cbegin(), forms.cend(), what);
}

QJsonObject RedStory::control(const QByteArray &page, const QByteArray &json) const
{
    return practice::controlled(m_platform, "/control/" + page, json);
}

void RedStory::tick(const QString &number) const
{
    control("use", R"({"number":")" + number.toLatin1() + R"(","vat_use":"1"})");
}

QCoro::Task<QString> RedStory::issueBlues()
{
    const OrderSheet sheet = m_blues.sheet();
    const auto report = co_await m_desk.issue(sheet, 30s);
    if (!report.ok())
        co_return report.fault().message;
    QStringList words;
    for (const service::OrderResult &order : report->orders)
        for (const CellFinding &finding : order.messages)
            words.append(finding.text);
    const bool issued = report->count(service::OrderState::Issued) == invoices;
    co_return issued ? QString() : u"the blue invoices are not issued: "_s + words.join(u' ');
}

/// Of the blue invoices, in the order of the plots.
Result<QStringList> RedStory::numbers()
{
    KP_TRY(company, m_desk.services().setup.defaultCompany());
    QStringList serials;
    for (int i = 0; i < invoices; ++i)
        serials.append(m_blues.name(i));
    KP_TRY(found, m_desk.stores().invoices.findBySerials(company, serials));
    QStringList out;
    for (const QString &serial : std::as_const(serials))
        out.append(found.value(serial).number);
    return out;
}

QCoro::Task<QStringList> RedStory::play()
{
    m_reds.clear();
    QStringList troubles;
    const auto company = m_desk.services().setup.defaultCompany();
    const auto all = numbers();
    if (!company.ok() || !all.ok()) {
        troubles.append(u"no invoices"_s);
        co_return troubles;
    }
    for (int i = 0; i < invoices; ++i) {
        const Outcome done = co_await act(static_cast<Plot>(i), *company, all->at(i));
        if (!done.ok())
            troubles.append(done.fault().message);
    }
    const bool settled = co_await m_desk.services().runner.settled(m_reds, 15s);
    if (!settled)
        troubles.append(u"not settled: "_s + m_desk.services().runner.trouble());
    for (const InvoiceId id : std::as_const(m_reds)) {
        const auto red = m_desk.stores().invoices.find(id);
        if (!red.ok() || (settled && red->state != InvoiceState::Issued))
            troubles.append(red.ok() ? red->message : red.fault().message);
    }
    const Outcome read = co_await readLists(*company);
    if (!read.ok())
        troubles.append(read.fault().message);
    co_return troubles;
}

QCoro::Task<Outcome> RedStory::readLists(CompanyId company)
{
    const QDate today = m_desk.clock().today();
    const auto read = co_await m_desk.reversing().synchronise(m_desk.actor(), company, today.addDays(-1), today);
    if (!read.ok())
        co_return read.fault();
    if (!read->unkept.isEmpty())
        co_return read->unkept.first().why;
    co_return Done{};
}

QCoro::Task<Result<RedStory::Scene>> RedStory::look(CompanyId company, QString number)
{
    KP_CO_TRY(prospect, co_await m_desk.reversing().prospect(m_desk.actor(), company, number));
    Scene scene{company, number, prospect.blue, prospect.may, prospect.forms, {}};
    const auto open = std::find_if(scene.forms.cbegin(), scene.forms.cend(), rules::isOpen);
    if (open != scene.forms.cend())
        scene.open = *open;
    co_return scene;
}

QCoro::Task<Outcome> RedStory::act(Plot plot, CompanyId company, QString number)
{
    if (plot == Part || plot == Agreed || plot == Refused)
        tick(number);
    KP_CO_TRY(scene, co_await look(company, number));
    if (scene.has(isIssued))
        co_return Done{};
    switch (plot) {
    case Whole:
        co_return co_await applyAndIssue(scene, RedReason::Mistake);
    case Part:
        co_return co_await applyAndIssue(scene, RedReason::Allowance);
    case Agreed:
        co_return co_await answerBuyer(scene, RedAnswer::Agree);
    case Refused:
        co_return co_await answerBuyer(scene, RedAnswer::Refuse);
    case Again:
        break;
    }
    co_return co_await changeMind(scene);
}

QCoro::Task<Result<RedForm>> RedStory::apply(Scene scene, RedReason reason)
{
    service::Prospect prospect{scene.blue, scene.forms, scene.may};
    RedForm form = service::Reversing::wholeForm(prospect, Side::Seller, reason);
    if (reason == RedReason::Allowance) {
        const auto line = rules::reversedByAmount(scene.may.left.first(), reason, allowance);
        if (!line)
            co_return notYet(u"no part can be reversed"_s);
        const QList<RedFormLine> lines(1, *line);
        form = rules::composeRedForm(scene.blue, Side::Seller, reason, lines);
    }
    co_return co_await m_desk.reversing().apply(m_desk.actor(), scene.company, form);
}

QCoro::Task<Outcome> RedStory::issue(RedFormId form)
{
    KP_CO_TRY(red, co_await m_desk.reversing().issue(m_desk.actor(), form));
    m_reds.append(red);
    co_return Done{};
}

QCoro::Task<Outcome> RedStory::applyAndIssue(Scene scene, RedReason reason)
{
    if (!scene.open) {
        KP_CO_TRY(made, co_await apply(scene, reason));
        scene.open = made;
    }
    if (scene.open->state == RedFormState::AwaitsBuyer)
        control("red", R"({"act":"agree","side":"buyer","uuid":")" + scene.open->uuid.toLatin1() + R"("})");
    co_return co_await issue(scene.open->id);
}

QCoro::Task<Outcome> RedStory::answerBuyer(Scene scene, RedAnswer answer)
{
    if (scene.has(isRefused))
        co_return Done{};
    if (scene.forms.isEmpty()) {
        control("red", R"({"act":"apply","side":"buyer","reason":"04","blue":")" + scene.number.toLatin1() + R"("})");
        KP_CO_DO(co_await readLists(scene.company));
        KP_CO_TRY(now, co_await look(scene.company, scene.number));
        scene = now;
    }
    if (!scene.open)
        co_return notYet(u"the buyer's form is not there"_s);
    RedForm form = *scene.open;
    if (form.state == RedFormState::AwaitsSeller) {
        KP_CO_TRY(answered, co_await m_desk.reversing().answer(m_desk.actor(), form.id, answer));
        form = answered;
    }
    if (form.state != RedFormState::Confirmed)
        co_return Done{};
    co_return co_await issue(form.id);
}

/// Applies, takes it back, applies anew.
QCoro::Task<Outcome> RedStory::changeMind(Scene scene)
{
    if (!scene.has(isWithdrawn)) {
        if (!scene.open) {
            KP_CO_TRY(made, co_await apply(scene, RedReason::Mistake));
            scene.open = made;
        }
        KP_CO_TRY(gone, co_await m_desk.reversing().answer(m_desk.actor(), scene.open->id, RedAnswer::Withdraw));
        Q_UNUSED(gone)
        KP_CO_TRY(now, co_await look(scene.company, scene.number));
        scene = now;
    }
    co_return co_await applyAndIssue(scene, RedReason::Mistake);
}

Judgement RedStory::judged()
{
    Judgement out;
    const auto all = numbers();
    if (!all.ok()) {
        out.words.append(all.fault().message);
        return out;
    }
    const QJsonArray ledger = control("ledger").value(u"invoices"_s).toArray();
    const QJsonArray forms = control("red").value(u"forms"_s).toArray();
    for (int i = 0; i < invoices; ++i)
        judgeOne(out, static_cast<Plot>(i), all->at(i), ledger, forms);
    if (const QString complaints = m_desk.complaints(); !complaints.isEmpty()) {
        ++out.wrong;
        out.words.append(complaints);
    }
    return out;
}

void RedStory::judgeOne(
    Judgement &out, Plot plot, const QString &number, const QJsonArray &ledger, const QJsonArray &forms)
{
    const Ending &ending = endings.at(static_cast<std::size_t>(plot));
    const auto complain = [&](int Judgement::*count, const QString &words) {
        ++(out.*count);
        out.words.append(u"plot %1: "_s.arg(plot) + words);
    };
    int entered = 0;
    for (const auto &form : forms)
        entered += form[u"blue_number"_s].toString() == number ? 1 : 0;
    if (entered != ending.forms)
        complain(entered < ending.forms ? &Judgement::lost : &Judgement::doubled, u"%1 forms"_s.arg(entered));

    QHash<QString, int> ofForm;
    Money net;
    Money tax;
    for (const auto &entry : ledger) {
        if (entry[u"blue_number"_s].toString() != number)
            continue;
        if (++ofForm[entry[u"red_form"_s].toString()] > 1 ||
            entry[u"received_differing"_s].toString() != QLatin1StringView("0"))
            complain(&Judgement::doubled, u"a form has two red invoices, or one was sent with two contents"_s);
        net += Money::parse(entry[u"net"_s].toString()).value_or(Money());
        tax += Money::parse(entry[u"tax"_s].toString()).value_or(Money());
    }
    if (ofForm.size() != ending.reds)
        complain(ofForm.size() < ending.reds ? &Judgement::lost : &Judgement::doubled,
            u"%1 red invoices"_s.arg(ofForm.size()));
    const Totals whole{NumberedOrders::net(plot), NumberedOrders::tax(plot)};
    const Totals part = ending.reds == 0 ? Totals() : ending.whole ? whole : Totals{allowance, allowanceTax};
    if (net != -part.net || tax != -part.tax)
        complain(&Judgement::wrong, u"%1 and %2 are reversed"_s.arg(net.toString(), tax.toString()));
    compare(out, number, forms);
}

/// What the client knows of the forms of an invoice, beside what the platform has.
void RedStory::compare(Judgement &out, const QString &number, const QJsonArray &forms)
{
    const auto company = m_desk.services().setup.defaultCompany();
    const auto known = m_desk.stores().redForms.ofInvoice(company.valueOr(CompanyId()), number);
    QHash<QString, QString> here;
    for (const RedForm &form : known.valueOr({}))
        here.insert(form.uuid, QString::fromLatin1(code(form.state)) + form.redNumber);
    QHash<QString, QString> there;
    for (const auto &form : forms)
        if (form[u"blue_number"_s].toString() == number)
            there.insert(form[u"uuid"_s].toString(), form[u"state"_s].toString() + form[u"red_number"_s].toString());
    if (here == there)
        return;
    ++out.wrong;
    out.words.append(u"client and platform have other forms of %1: %2 here, %3 there"_s.arg(
        number, QStringList(here.values()).join(u','), QStringList(there.values()).join(u',')));
}

} // namespace kp::test

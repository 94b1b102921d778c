// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the control interface that plays the other side of a red form, and what the buyer does with an invoice.
// In English, but for the words with which the platform refuses: they are the ones a clerk would read.
#include "core/sandbox/amounts.h"
#include "core/sandbox/control_reply.h"
#include "core/sandbox/ledger.h"
#include "core/sandbox/line_amounts.h"
#include "core/sandbox/platform.h"
#include "core/sandbox/red_application.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <limits>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
struct ActName {
    QLatin1StringView name;
    RedEvent event;
    bool bySide; ///< of a side; else of the platform
};
constexpr ActName actNames[] = {
    {"agree"_L1, RedEvent::Agree, true},
    {"refuse"_L1, RedEvent::Refuse, true},
    {"withdraw"_L1, RedEvent::Withdraw, true},
    {"abnormal"_L1, RedEvent::Abnormal, false},
    {"blocked"_L1, RedEvent::Blocked, false},
    {"person_refused"_L1, RedEvent::PersonRefused, false},
    {"refund"_L1, RedEvent::RefundApplied, false},
};

std::optional<RedActor> sideOf(const QString &side)
{
    if (side == u"seller")
        return RedActor::Seller;
    if (side == u"buyer")
        return RedActor::Buyer;
    return std::nullopt;
}

QString stampText(qint64 ms)
{
    return ms == 0 ? QString() : Clock::stamp(Clock::chinaTime(ms));
}

QJsonObject redFormJson(const RedForm &f)
{
    return {{u"uuid"_s, f.uuid}, {u"number"_s, f.number}, {u"applicant"_s, f.bySeller() ? u"seller"_s : u"buyer"_s},
        {u"seller_tax_number"_s, f.sellerTaxNumber}, {u"seller_name"_s, f.sellerName},
        {u"buyer_tax_number"_s, f.buyerTaxNumber}, {u"buyer_name"_s, f.buyerName}, {u"blue_number"_s, f.blueNumber},
        {u"blue_issued_at"_s, f.blueIssuedAt}, {u"kind"_s, f.kind}, {u"net"_s, f.net.toString()},
        {u"tax"_s, f.tax.toString()}, {u"reason"_s, f.reason}, {u"state"_s, f.state},
        {u"entered_at"_s, stampText(f.enteredAt)}, {u"answered_at"_s, stampText(f.answeredAt)},
        {u"red_number"_s, f.redNumber}, {u"red_issued_at"_s, f.redIssuedAt}};
}

QJsonObject useJson(const QString &number, const InvoiceUse &use, const QString &status)
{
    QJsonObject out{{u"number"_s, number}, {u"status"_s, use.voided == u"Y" ? u"2"_s : status}};
    for (const UseField &field : useFields)
        out.insert(field.name, use.*field.member);
    return out;
}

bool isOneOf(const QString &code, QStringView codes)
{
    for (const QStringView known : codes.tokenize(u' '))
        if (known == code)
            return true;
    return false;
}

/// What the request wants of one line of the rest; why not, when it can not be.
QString narrow(UploadedLine &line, Json::Value wanted)
{
    if (const Json::Value quantity = wanted.member("quantity"); !quantity.isEmpty()) {
        const std::optional<Decimal> number = numberOf(quantity, 25, Decimal::maxDecimals);
        if (!number)
            return u"quantity: a number is expected"_s;
        line.quantity = number->isNegative() ? *number : -*number;
    }
    for (const auto &[name, part] : {std::pair{"net", &UploadedLine::net}, {"tax", &UploadedLine::tax}}) {
        const Json::Value value = wanted.member(name);
        if (value.isEmpty())
            continue;
        const std::optional<Money> amount = amountOf(value);
        if (!amount)
            return u"%1: an amount is expected"_s.arg(QLatin1StringView(name));
        line.*part = Decimal::fromMoney(-amount->abs());
    }
    line.gross = plus(line.net, line.tax);
    return {};
}

/// The lines an application asks for: of the whole rest, or of those the request names, each whole or narrowed.
Result<QList<UploadedLine>> wantedLines(const QList<UploadedLine> &rest, Json::Value list, bool quantities)
{
    const auto invalid = [](const QString &words) { return Fault{FaultKind::Invalid, words}; };
    QList<UploadedLine> out;
    if (list.isEmpty())
        out = rest;
    for (const Json::Value &wanted : list.items()) {
        const QString number = wanted.member("line").text();
        const auto found =
            std::find_if(rest.cbegin(), rest.cend(), [&](const UploadedLine &line) { return line.blueLine == number; });
        if (found == rest.cend())
            return invalid(u"line: nothing is left of line \"%1\""_s.arg(number));
        UploadedLine line = *found;
        if (const QString words = narrow(line, wanted); !words.isEmpty())
            return invalid(words);
        out.append(line);
    }
    for (qsizetype i = 0; i < out.size(); ++i) {
        out[i].place = i + 1;
        out[i].lineNumber = QString::number(i + 1);
        if (!quantities)
            out[i].quantity = out[i].price = std::nullopt;
    }
    return out;
}

/// The application a side would make for this invoice, all facts right.
RedApplication applicationFor(
    const UploadedInvoice &blue, RedActor side, const QString &reason, const QList<UploadedLine> &lines)
{
    RedApplication out{{}, lines, blue.specialElement};
    RedForm &form = out.form;
    form.applicant = side == RedActor::Seller ? u"0"_s : u"1"_s;
    form.sellerTaxNumber = blue.sellerTaxNumber;
    form.sellerName = blue.sellerName;
    form.buyerTaxNumber = blue.buyerTaxNumber;
    form.buyerName = blue.buyerName;
    form.blueNumber = blue.number;
    form.blueIssuedAt = Clock::stamp(blue.issuedAt);
    form.blueNet = inFen(blue.net);
    form.blueTax = inFen(blue.tax);
    form.kind = blue.kind;
    form.reason = reason;
    Decimal net;
    Decimal tax;
    for (const UploadedLine &line : lines) {
        net = plus(net, line.net);
        tax = plus(tax, line.tax);
    }
    form.net = inFen(net);
    form.tax = inFen(tax);
    return out;
}
} // namespace

HttpReply Platform::controlUse(const QString &number)
{
    const std::optional<Reversible> found = reversible(*m_store, m_clock.nowMs(), number);
    if (!found)
        return errorReply(404, u"number: no accepted invoice has it"_s);
    return jsonReply(useJson(number, invoiceUse(*m_store, number), found->status()));
}

HttpReply Platform::setUse(Json::Value wanted)
{
    const QString number = wanted.member("number").text();
    if (!acceptedContent(*m_store, number))
        return errorReply(404, u"number: no accepted invoice has it"_s);
    InvoiceUse use = invoiceUse(*m_store, number);
    for (const UseField &field : useFields) {
        const Json::Value value = wanted.member(QByteArrayView(field.name.data(), field.name.size()));
        if (value.isEmpty())
            continue;
        if (!isOneOf(value.text(), field.codes))
            return errorReply(400, field.name + u": one of "_s + field.codes.toString() + u" is expected"_s);
        use.*field.member = value.text();
    }
    setInvoiceUse(*m_store, number, use);
    return controlUse(number);
}

HttpReply Platform::controlRed(const QString &taxNumber)
{
    constexpr qint64 all = std::numeric_limits<qint64>::max();
    const qint64 now = m_clock.nowMs();
    QList<RedForm> found;
    if (taxNumber.isEmpty()) {
        for (const Company &company : companies(*m_store)) // only they sell
            found += forms(*m_store, now, {.asSeller = true, .own = company.taxNumber, .other = {}}, all, 0);
    } else {
        for (const bool asSeller : {true, false})
            found += forms(*m_store, now, {.asSeller = asSeller, .own = taxNumber, .other = {}}, all, 0);
    }
    QJsonArray list;
    QJsonArray rests;
    QSet<QString> seen;
    for (const RedForm &form : std::as_const(found)) {
        list.append(redFormJson(form));
        if (seen.contains(form.blueNumber))
            continue;
        seen.insert(form.blueNumber);
        if (const std::optional<Reversible> blue = reversible(*m_store, now, form.blueNumber))
            rests.append(QJsonObject{{u"number"_s, form.blueNumber}, {u"rest_net"_s, inFen(blue->restNet()).toString()},
                {u"rest_tax"_s, inFen(blue->restTax()).toString()}, {u"status"_s, blue->status()}});
    }
    return jsonReply({{u"forms"_s, list}, {u"blue_invoices"_s, rests}});
}

HttpReply Platform::actRed(Json::Value wanted)
{
    const QString act = wanted.member("act").text();
    if (act == u"apply")
        return applyRed(wanted);
    const auto *known =
        std::find_if(std::begin(actNames), std::end(actNames), [&](const ActName &a) { return a.name == act; });
    if (known == std::end(actNames))
        return errorReply(400, u"act: unknown act \"%1\""_s.arg(act));
    const std::optional<RedActor> side = sideOf(wanted.member("side").text());
    if (known->bySide && !side)
        return errorReply(400, u"side: seller or buyer is expected"_s);
    std::optional<RedForm> form = formByUuid(*m_store, m_clock.nowMs(), wanted.member("uuid").text());
    if (!form)
        return errorReply(404, u"uuid: no such red form"_s);
    const RedActor actor = known->bySide ? *side : RedActor::Platform;
    if (const Check found = moveForm(*m_store, m_clock.nowMs(), *form, known->event, actor))
        return errorReply(409, found->message);
    return jsonReply(redFormJson(*form));
}

HttpReply Platform::applyRed(Json::Value wanted)
{
    const std::optional<RedActor> side = sideOf(wanted.member("side").text());
    if (!side)
        return errorReply(400, u"side: seller or buyer is expected"_s);
    const QString reason = wanted.member("reason").text();
    if (!isOneOf(reason, u"01 02 03 04"))
        return errorReply(400, u"reason: one of 01 02 03 04 is expected"_s);
    const qint64 now = m_clock.nowMs();
    const std::optional<Reversible> blue = reversible(*m_store, now, wanted.member("blue").text());
    const std::optional<Company> seller =
        blue ? companyByTaxNumber(*m_store, blue->blue.sellerTaxNumber) : std::nullopt;
    if (!seller)
        return errorReply(404, u"blue: no accepted invoice has this number"_s);
    const Result<QList<UploadedLine>> lines = wantedLines(blue->wholeRest(), wanted.member("lines"), reason != u"04");
    if (!lines)
        return errorReply(400, lines.fault().message);
    RedApplication application = applicationFor(blue->blue, *side, reason, *lines);
    if (const Check found = enterApplication(*m_store, now, application, seller->area))
        return errorReply(409, found->message);
    return jsonReply(redFormJson(application.form));
}

} // namespace kp::sandbox

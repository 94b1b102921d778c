// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/leqi/red.h"

#include "core/base/clock.h"
#include "core/net/leqi/envelope.h"

#include <algorithm>

namespace kp::leqi
{

namespace
{
/// Electronic forms only: sfzzfpbz, "paper".
constexpr bool paper = false;

void writeLine(JsonWriter &json, const RedFormLine &line)
{
    json.beginObject();
    json.number("lzmxxh", line.blueLine);
    json.number("xh", line.number);
    json.text("sphfwssflhbbm", line.classification);
    json.text("hwhyslwfwmc", u'*' + line.shortName + u'*' + line.item);
    json.text("spfwjc", line.shortName);
    json.text("xmmc", line.item);
    json.textIfAny("ggxh", line.spec);
    json.textIfAny("dw", line.unit);
    if (line.price)
        json.text("fpspdj", line.price->toString());
    if (line.quantity)
        json.text("fpspsl", line.quantity->toString());
    json.number("je", line.net);
    json.number("sl1", line.rate.toDecimal());
    json.number("se", line.tax);
    if (line.deduction)
        json.number("kce", *line.deduction);
    json.textIfAny("yhzcbs", code(line.preference));
    json.endObject();
}

/// A decimal that may be missing, or be written as 0 instead; false when it is there and is none.
bool readDecimal(const JsonObject &line, const char *name, std::optional<Decimal> &to)
{
    const QString text = line.text(name);
    to = text.isEmpty() ? std::nullopt : Decimal::parse(text);
    const bool readable = text.isEmpty() || to.has_value();
    if (to && to->isZero())
        to.reset();
    return readable;
}

Result<RedFormLine> lineFrom(const JsonObject &line)
{
    RedFormLine out;
    const auto net = line.money({"je"});
    const auto tax = line.money({"se"});
    const auto rate = TaxRate::parse(line.text({"sl1", "slv"}));
    const auto preference = preferenceFromCode(line.text("yhzcbs"));
    const auto number = line.whole({"xh"});
    const auto blueLine = line.whole({"lzmxxh"});
    if (!net || !tax || !rate || !preference || !number || !blueLine)
        return unreadable(QStringLiteral("je, se, sl1, yhzcbs, xh or lzmxxh of a form"));
    if (!readDecimal(line, "fpspsl", out.quantity) || !readDecimal(line, "fpspdj", out.price))
        return unreadable(QStringLiteral("fpspsl or fpspdj of a form"));
    out.number = *number;
    out.blueLine = *blueLine;
    out.item = line.text("xmmc");
    out.classification = line.text("sphfwssflhbbm");
    out.shortName = line.text("spfwjc");
    out.spec = line.text("ggxh");
    out.unit = line.text("dw");
    out.net = *net;
    out.rate = *rate;
    out.tax = *tax;
    out.preference = *preference;
    out.deduction = line.money({"kce"});
    return out;
}

/// "yyyy-MM-dd HH:mm:ss", or a day alone: its beginning; invalid when it is missing.
QDateTime timeOf(const JsonObject &answer, const char *name)
{
    const QString text = answer.text(name);
    return Clock::parseChinaTime(text.size() == 10 ? text + QLatin1StringView(" 00:00:00") : text);
}

bool hasKnownCodes(const JsonObject &row)
{
    return fromCode<Side>(row.text("lrfsf")) && invoiceKindFromCode(row.text("lzfppzDm")) &&
           fromCode<RedReason>(row.text("chyyDm")) && fromCode<RedFormState>(row.text("hzqrxxztDm"));
}

/// The head of a form, as the list and the detail give it.
Result<RedForm> headFrom(const JsonObject &answer)
{
    const auto enteredBy = fromCode<Side>(answer.text("lrfsf"));
    const auto kind = invoiceKindFromCode(answer.text("lzfppzDm"));
    const auto reason = fromCode<RedReason>(answer.text("chyyDm"));
    const auto state = fromCode<RedFormState>(answer.text("hzqrxxztDm"));
    const auto blueNet = answer.money({"lzhjje"});
    const auto blueTax = answer.money({"lzhjse"});
    const auto net = answer.money({"hzcxje"});
    const auto tax = answer.money({"hzcxse"});
    RedForm out;
    out.uuid = answer.text("uuid");
    out.number = answer.text("hzfpxxqrdbh");
    out.blueNumber = answer.text("lzfpdm") + answer.text("lzfphm"); // older invoices have a code before their number
    out.enteredAt = timeOf(answer, "lrrq");
    if (!enteredBy || !kind || !reason || !state || out.uuid.isEmpty() || out.number.isEmpty() ||
        out.blueNumber.isEmpty() || !out.enteredAt.isValid())
        return unreadable(QStringLiteral("a form's uuid, hzfpxxqrdbh, lzfphm, lrrq or codes"));
    if (!blueNet || !blueTax || !net || !tax)
        return unreadable(QStringLiteral("lzhjje, lzhjse, hzcxje or hzcxse of a form"));
    out.enteredBy = *enteredBy;
    out.kind = *kind;
    out.reason = *reason;
    out.state = *state;
    out.seller.name = answer.text("xsfmc");
    out.seller.taxNumber = answer.text("xsfnsrsbh");
    out.buyer.name = answer.text("gmfmc");
    out.buyer.taxNumber = answer.text("gmfnsrsbh");
    out.blueIssuedAt = timeOf(answer, "lzkprq");
    out.blueTotals = {*blueNet, *blueTax};
    out.totals = {*net, *tax};
    out.valid = answer.text("yxbz") != QLatin1StringView("N");
    out.confirmedAt = timeOf(answer, "qrrq");
    if (answer.text("ykjhzfpbz") == QLatin1StringView("Y")) {
        out.redNumber = answer.text("hzfphm");
        out.redIssuedAt = timeOf(answer, "hzkprq");
        if (out.redNumber.isEmpty())
            return unreadable(QStringLiteral("hzfphm of a form"));
    }
    return out;
}
} // namespace

QByteArray redApplyQuestion(const RedForm &form)
{
    JsonWriter json;
    json.beginObject();
    json.text("lrfsf", code(form.enteredBy));
    json.text("xsfnsrsbh", form.seller.taxNumber);
    json.text("xsfmc", form.seller.name);
    json.textIfAny("gmfnsrsbh", form.buyer.taxNumber);
    json.text("gmfmc", form.buyer.name);
    json.text("lzfphm", form.blueNumber);
    json.flag("sfzzfpbz", paper);
    json.text("lzkprq", Clock::stamp(form.blueIssuedAt));
    json.number("lzhjje", form.blueTotals.net);
    json.number("lzhjse", form.blueTotals.tax);
    json.text("lzfppzDm", code(form.kind));
    json.number("hzcxje", form.totals.net);
    json.number("hzcxse", form.totals.tax);
    json.text("chyyDm", code(form.reason));
    json.key("hzqrdmxList");
    json.beginArray();
    for (const RedFormLine &line : form.lines)
        writeLine(json, line);
    json.endArray();
    json.endObject();
    return json.bytes();
}

QByteArray redAnswerQuestion(const RedForm &form, RedAnswer answer)
{
    JsonWriter json;
    json.beginObject();
    json.text("xsfnsrsbh", form.seller.taxNumber);
    json.text("uuid", form.uuid);
    json.text("hzqrdbh", form.number);
    json.text("qrlx", QString(QLatin1StringView("YNC").at(static_cast<int>(answer))));
    json.endObject();
    return json.bytes();
}

QByteArray redListQuestion(const QString &taxNumber, const RedFormFilter &filter)
{
    const bool seller = filter.side == Side::Seller;
    const auto day = [](QDate date) { return date.isValid() ? date.toString(Qt::ISODate) : QString(); };
    JsonWriter json;
    json.beginObject();
    json.text("yhjslx", code(filter.side));
    json.text(seller ? "xsfnsrsbh" : "gmfnsrsbh", taxNumber);
    json.text(seller ? "xsfmc" : "gmfmc", filter.partyName);
    if (filter.enteredBy)
        json.text("lrfsf", code(*filter.enteredBy));
    json.textIfAny("lrrqq", day(filter.enteredFrom));
    json.textIfAny("lrrqz", day(filter.enteredTo));
    json.textIfAny("lzfphm", filter.blueNumber);
    json.textIfAny("hzfpxxqrdbh", filter.number);
    if (filter.state)
        json.text("hzqrxxztDm", code(*filter.state));
    if (filter.kind)
        json.text("fppzDm", code(*filter.kind));
    json.number("pageNumber", filter.page);
    json.number("pageSize", filter.pageSize);
    json.endObject();
    return json.bytes();
}

QByteArray redDetailQuestion(const QString &uuid, const QString &seller)
{
    JsonWriter json;
    json.beginObject();
    json.text("uuid", uuid);
    json.text("xsfnsrsbh", seller);
    json.endObject();
    return json.bytes();
}

QByteArray invoiceUseQuestion(InvoiceKind kind, const QString &number, QDate issued)
{
    JsonWriter json;
    json.beginObject();
    json.text("fplx", kind == InvoiceKind::Special ? QStringLiteral("81") : QStringLiteral("82"));
    json.text("fphm", number);
    json.text("kprq", issued.toString(QStringLiteral("yyyyMMdd")));
    json.endObject();
    return json.bytes();
}

Result<RedFormReceipt> redReceiptFrom(const JsonObject &answer)
{
    const auto state = fromCode<RedFormState>(answer.text("hzqrxxztDm"));
    RedFormReceipt out{answer.text("hzfpxxqrdbh"), answer.text("uuid"), state.value_or(RedFormState::NotNeeded)};
    if (!state || out.number.isEmpty() || out.uuid.isEmpty())
        return unreadable(QStringLiteral("hzfpxxqrdbh, uuid or hzqrxxztDm"));
    return out;
}

Result<QDateTime> redAnsweredFrom(const JsonObject &answer)
{
    QDateTime at = timeOf(answer, "qrrq");
    if (!at.isValid())
        return unreadable(QStringLiteral("qrrq"));
    return at;
}

Result<RedFormPage> redPageFrom(const JsonObject &answer)
{
    const auto page = answer.object("hzqrxxList");
    const auto total = page ? page->whole({"total"}) : std::nullopt;
    const auto rows = page ? page->objects({"list"}) : std::nullopt;
    if (!total || (!rows && *total != 0))
        return unreadable(QStringLiteral("hzqrxxList"));
    RedFormPage out{page->whole({"pageNumber"}).value_or(1), *total, 0, {}};
    for (const JsonObject &row : rows.value_or(std::vector<JsonObject>{})) {
        ++out.rows;
        if (!hasKnownCodes(row))
            continue; // of vehicles, or of a newer version of the protocol: the others are read all the same
        KP_TRY(form, headFrom(row));
        out.forms.append(std::move(form));
    }
    return out;
}

Result<RedForm> redFormFrom(const JsonObject &answer)
{
    KP_TRY(form, headFrom(answer));
    const auto mode = fromCode<TaxMode>(answer.text("cezslxDm"));
    form.taxMode = mode.value_or(TaxMode::Ordinary);
    const auto rows = answer.objects({"hzqrdmxList"});
    if (!rows || rows->empty())
        return unreadable(QStringLiteral("hzqrdmxList"));
    Totals sum;
    for (const JsonObject &row : *rows) {
        KP_TRY(line, lineFrom(row));
        sum.net += line.net;
        sum.tax += line.tax;
        form.lines.append(std::move(line));
    }
    std::sort(form.lines.begin(), form.lines.end(),
        [](const RedFormLine &a, const RedFormLine &b) { return a.number < b.number; });
    if (sum != form.totals)
        return unreadable(QStringLiteral("the sums of a form"));
    return form;
}

Result<InvoiceUse> invoiceUseFrom(const JsonObject &answer)
{
    InvoiceUse out{answer.text("fpyt"), answer.text("rzzt"), answer.text("xfsyt"), answer.text("fpzt"),
        answer.text("ycpzzt"), answer.text("hzsdbs") == QLatin1StringView("Y")};
    if (out.status.isEmpty())
        return unreadable(QStringLiteral("fpzt"));
    return out;
}

} // namespace kp::leqi

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/leqi/face.h"

#include "core/base/clock.h"
#include "core/net/leqi/envelope.h"
#include "core/net/leqi/packed.h"

#include <QSet>

#include <algorithm>

namespace kp::leqi
{

namespace
{
/// 按5%简易征收减按1.5%计征, the only policy whose rate no other line has.
constexpr TaxRate reducedLevy = TaxRate::fromMillionths(15'000);

QString verifiedKind(InvoiceKind kind)
{
    return kind == InvoiceKind::Special ? QStringLiteral("81") : QStringLiteral("82");
}

/// Of the fppz of uploads, or the fplx of questions: the facts do not say which a face has.
bool isKind(const QString &code, InvoiceKind kind)
{
    return invoiceKindFromCode(code) == kind || code == verifiedKind(kind);
}

/// An amount no larger than an invoice can have, so that sums and differences of a few fit.
std::optional<Money> amountIn(const JsonObject &object, const char *name)
{
    constexpr Money largest = Money::fromFen(999'999'999'999'999);
    const auto amount = object.money({name});
    return amount && *amount <= largest && *amount >= -largest ? amount : std::nullopt;
}

/// A decimal that may be missing, or be written as 0 instead; false when it is there and is none.
bool readNumber(const QString &text, std::optional<Decimal> &to)
{
    to = text.isEmpty() ? std::nullopt : Decimal::parse(text);
    const bool readable = text.isEmpty() || to.has_value();
    if (to && to->isZero())
        to.reset();
    return readable;
}

/// Rate and what it tells of the policy: untaxed lines may have words in its place.
bool readRate(const QString &text, InvoiceLine &line)
{
    const bool exempt = text == QStringView(u"免税");
    const bool notTaxable = text == QStringView(u"不征税");
    if (exempt || notTaxable) {
        line.preference = exempt ? Preference::Exempt : Preference::NotTaxable;
        return true;
    }
    const auto rate = TaxRate::parse(text);
    line.rate = rate.value_or(TaxRate());
    if (line.rate == reducedLevy)
        line.preference = Preference::Reduced15;
    return rate.has_value();
}

Result<InvoiceLine> faceLineFrom(const JsonObject &row)
{
    InvoiceLine out;
    const auto number = row.whole({"xh"});
    const auto net = amountIn(row, "je");
    const auto tax = amountIn(row, "se");
    const QString deduction = row.text("kce");
    const auto deducted = amountIn(row, "kce");
    out.item = row.text("xmmc");
    out.classification = row.text("sphfwssflhbbm");
    out.shortName = row.text("spfwjc");
    out.spec = row.text("ggxh");
    out.unit = row.text("dw");
    if (!number || *number < 1 || !net || !tax || out.item.isEmpty() || !readRate(row.text("slv"), out))
        return unreadable(QStringLiteral("xh, je, se, slv or xmmc of a face"));
    if (!readNumber(row.text("fpjysl"), out.quantity) || !readNumber(row.text("fpjydj"), out.price) ||
        out.quantity.has_value() != out.price.has_value() || (!deduction.isEmpty() && !deducted))
        return unreadable(QStringLiteral("fpjysl and fpjydj, or kce, of a face"));
    out.number = *number;
    out.net = *net;
    out.tax = *tax;
    if (deducted && !deducted->isZero())
        out.deduction = deducted;
    return out;
}

/// A discount stands below its line, and is what alone is below zero on a blue invoice.
bool markDiscounts(QList<InvoiceLine> &lines)
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!lines.at(i).net.isNegative())
            continue;
        if (i == 0 || lines.at(i - 1).nature != LineNature::Normal)
            return false;
        lines[i].nature = LineNature::Discount;
        lines[i - 1].nature = LineNature::Discounted;
    }
    return true;
}

/// 差额开票 taxes what the deduction leaves; 全额开票 the whole amount.
TaxMode taxModeOf(const QList<InvoiceLine> &lines)
{
    constexpr Money tolerance = Money::fromFen(6);
    for (const InvoiceLine &line : lines) {
        if (line.preference == Preference::Reduced15)
            return TaxMode::Reduced;
        if (!line.deduction)
            continue;
        const auto whole = Decimal::productAsMoney(Decimal::fromMoney(line.net), line.rate.toDecimal());
        return whole && (*whole - line.tax).abs() <= tolerance ? TaxMode::MarginGross : TaxMode::MarginNet;
    }
    return TaxMode::Ordinary;
}

Outcome readLines(const JsonObject &face, Invoice &invoice)
{
    const auto rows = face.objects({"hwxx"});
    if (!rows || rows->empty())
        return unreadable(QStringLiteral("hwxx"));
    std::optional<Decimal> net{Decimal()};
    std::optional<Decimal> tax{Decimal()};
    QSet<int> numbers;
    for (const JsonObject &row : *rows) {
        KP_TRY(line, faceLineFrom(row));
        if (numbers.contains(line.number))
            return unreadable(QStringLiteral("one xh for each line of a face"));
        numbers.insert(line.number);
        net = net ? Decimal::sum(*net, Decimal::fromMoney(line.net)) : net;
        tax = tax ? Decimal::sum(*tax, Decimal::fromMoney(line.tax)) : tax;
        invoice.lines.append(std::move(line));
    }
    if (net != Decimal::fromMoney(invoice.totals.net) || tax != Decimal::fromMoney(invoice.totals.tax))
        return unreadable(QStringLiteral("the sums of a face"));
    if (!invoice.isRed() && !markDiscounts(invoice.lines))
        return unreadable(QStringLiteral("a discount below its line"));
    invoice.taxMode = taxModeOf(invoice.lines);
    return Done{};
}

void readParties(const JsonObject &face, Invoice &invoice)
{
    const auto text = [&](const char *name) { return face.text(name); };
    // The seller's address has a prefix of its own in the facts; it may be a slip of theirs.
    invoice.seller = {
        text("xsfmc"), text("xsfnsrsbh"), face.text({"xhfdz", "xsfdz"}), text("xsfdh"), text("xsfkhh"), text("xsfzh")};
    invoice.buyer = {text("gmfmc"), text("gmfnsrsbh"), text("gmfdz"), text("gmfdh"), text("gmfkhh"), text("gmfzh")};
}

void readElements(const JsonObject &face, Invoice &invoice)
{
    const auto block = face.object("fjysxx");
    const auto rows = block ? block->objects({"fjysList"}) : std::nullopt;
    for (const JsonObject &row : rows.value_or(std::vector<JsonObject>{}))
        invoice.elements.append({row.text("fjysKey"), row.text("sjlx"), row.text("fjysValue")});
}

Result<Invoice> invoiceFrom(const JsonObject &face, const BlueReference &asked)
{
    Invoice out;
    const auto net = amountIn(face, "hjje");
    const auto tax = amountIn(face, "hjse");
    const auto gross = amountIn(face, "jshj");
    out.number = face.text("fphm");
    out.issuedAt = Clock::parseChinaTime(face.text("kprq"));
    if (!net || !tax || !gross || !out.issuedAt.isValid())
        return unreadable(QStringLiteral("hjje, hjse, jshj or kprq of a face"));
    if (*net + *tax != *gross)
        return unreadable(QStringLiteral("the totals of a face"));
    if (out.number != asked.number || !isKind(face.text("fppzDm"), asked.kind) || out.issuedAt.date() != asked.issued ||
        *gross != asked.gross)
        return unreadable(QStringLiteral("the invoice asked for (fphm, fppzDm, kprq, jshj)"));
    out.kind = asked.kind;
    out.totals = {*net, *tax};
    out.state = InvoiceState::Issued;
    const QString blue = face.text("sflzfp");
    out.reversal.blueNumber = face.text("kjhzfpdydlzfphm");
    if ((blue != QLatin1StringView("Y") && blue != QLatin1StringView("N")) ||
        (blue == QLatin1StringView("N")) != out.isRed())
        return unreadable(QStringLiteral("sflzfp with kjhzfpdydlzfphm"));
    readParties(face, out);
    if (out.seller.taxNumber.isEmpty() || out.seller.name.isEmpty() || out.buyer.name.isEmpty())
        return unreadable(QStringLiteral("xsfnsrsbh, xsfmc or gmfmc"));
    out.refund = fromCode<RefundClass>(face.text("zzsjzjtDm")).value_or(RefundClass::None);
    out.issuer = face.text("kpr");
    out.payee = face.text("skrxm");
    out.reviewer = face.text("fhrxm");
    out.remark = face.text("bz");
    readElements(face, out);
    KP_DO(readLines(face, out));
    return out;
}
} // namespace

QByteArray verifyQuestion(const BlueReference &asked, const QString &taxNumber)
{
    JsonWriter json;
    json.beginObject();
    json.text("fplx", verifiedKind(asked.kind));
    json.text("fphm", asked.number);
    json.text("kprq", asked.issued.toString(QStringLiteral("yyyyMMdd")));
    json.number("kpje", asked.gross); // of digital invoices with the tax, of others without
    json.text("nsrsbh", taxNumber);
    json.endObject();
    return json.bytes();
}

Result<Invoice> verifiedFrom(const JsonObject &answer, const BlueReference &asked)
{
    const QString packed = answer.text("cyjgxx");
    if (packed.isEmpty())
        return unreadable(QStringLiteral("cyjgxx"));
    KP_TRY(face, unpacked(packed));
    return invoiceFrom(face, asked);
}

} // namespace kp::leqi

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/uploaded_invoice.h"

#include "core/base/clock.h"
#include "core/sandbox/amounts.h"

namespace kp::sandbox
{

namespace
{
std::optional<Decimal> number(Json::Value value)
{
    return numberOf(value, 36, Decimal::maxDecimals);
}

UploadedLine readLine(Json::Value line, qsizetype place)
{
    const auto text = [&](QByteArrayView name) { return line.member(name).text(); };
    const auto amount = [&](QByteArrayView name) { return number(line.member(name)).value_or(Decimal()); };
    const QString nature = text("fphxz");
    return UploadedLine{.place = place,
        .lineNumber = text("mxxh"),
        .blueLine = text("dylzfpmxxh"),
        .item = text("xmmc"),
        .printedName = text("hwhyslwfwmc"),
        .shortName = text("spfwjc"),
        .spec = text("ggxh"),
        .unit = text("dw"),
        .quantity = number(line.member("sl")),
        .price = number(line.member("dj")),
        .net = amount("je"),
        .rate = amount("slv"),
        .tax = amount("se"),
        .gross = amount("hsje"),
        .deduction = number(line.member("kce")),
        .code = text("sphfwssflhbbm"),
        .nature = nature == u"01"   ? UploadedLine::Nature::Discount
                  : nature == u"02" ? UploadedLine::Nature::Discounted
                                    : UploadedLine::Nature::Normal,
        .preference = text("yhzcbs")};
}

UploadedVoucher readVoucher(Json::Value voucher)
{
    const auto text = [&](QByteArrayView name) { return voucher.member(name).text(); };
    return {.kind = text("pzlx"),
        .code = text("fpdm"),
        .number = text("fphm"),
        .otherNumber = text("cepzhm"),
        .date = text("kjrq"),
        .total = number(voucher.member("pzhjje")).value_or(Decimal()),
        .used = number(voucher.member("bckcje")).value_or(Decimal()),
        .remark = text("bz")};
}
} // namespace

UploadedInvoice readInvoice(Json::Value invoice)
{
    const auto text = [&](QByteArrayView name) { return invoice.member(name).text(); };
    const auto amount = [&](QByteArrayView name) { return number(invoice.member(name)).value_or(Decimal()); };
    UploadedInvoice out{.number = text("fphm"),
        .kind = text("fppz"),
        .red = text("lzfpbz") == u"1",
        .specialElement = text("tdys"),
        .margin = text("cezslxDm"),
        .purchase = text("sgfplxDm"),
        .exportPolicy = text("ckywsyzcDm"),
        .sellerTaxNumber = text("xsfnsrsbh"),
        .sellerName = text("xsfmc"),
        .buyerTaxNumber = text("gmfnsrsbh"),
        .buyerName = text("gmfmc"),
        .naturalPerson = text("gmfzrrbz") == u"Y",
        .hasBuyerDocument = !text("zrrzjlxDm").isEmpty() || !text("zrrzjhm").isEmpty(),
        .refund = text("zzsjzjtDm"),
        .taxService = text("sfkjsszyfwfppm") == u"Y",
        .serviceAgreement = text("sszyfwxybh"),
        .vouchers = {},
        .net = amount("hjje"),
        .tax = amount("hjse"),
        .gross = amount("jshj"),
        .issuedAt = Clock::parseChinaTime(text("kprq")),
        .blueNumber = text("dylzfphm"),
        .formNumber = text("hzqrxxdbh"),
        .formUuid = text("hzqrduuid"),
        .lines = {}};
    for (const Json::Value &voucher : invoice.member("cekcList").items())
        out.vouchers.append(readVoucher(voucher));
    const QList<Json::Value> lines = invoice.member("fpmxList").items();
    out.lines.reserve(lines.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        out.lines.append(readLine(lines.at(i), i + 1));
    return out;
}

} // namespace kp::sandbox

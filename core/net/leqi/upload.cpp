// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/leqi/upload.h"

#include "core/base/clock.h"
#include "core/domain/country.h"
#include "core/net/leqi/json.h"

namespace kp::leqi
{

namespace
{
void writeSeller(JsonWriter &json, const Party &seller)
{
    json.text("xsfnsrsbh", seller.taxNumber);
    json.text("xsfmc", seller.name);
    json.textIfAny("xsfdz", seller.address);
    json.textIfAny("xsfdh", seller.phone);
    json.textIfAny("xsfkhh", seller.bank);
    json.textIfAny("xsfzh", seller.account);
}

void writeBuyer(JsonWriter &json, const Invoice &invoice)
{
    const Party &buyer = invoice.buyer;
    json.textIfAny("gmfnsrsbh", buyer.taxNumber);
    json.text("gmfmc", invoice.printedBuyerName());
    json.textIfAny("gmfdz", buyer.address);
    json.textIfAny("gmfdh", buyer.phone);
    json.textIfAny("gmfkhh", buyer.bank);
    json.textIfAny("gmfzh", buyer.account);
}

QString countryCode(const QString &country)
{
    const CountryRow *row = countryNamed(country);
    return row != nullptr ? QString::fromLatin1(row->code) : QString();
}

/// The person who buys, and who acts for the buyer.
void writePersons(JsonWriter &json, const Invoice &invoice)
{
    const IdDocument &buyer = invoice.buyerDocument;
    json.textIfAny("zrrzjlxDm", buyer.type);
    json.textIfAny("zrrzjhm", buyer.number);
    json.textIfAny("zrrgjDm", countryCode(buyer.country));
    const Agent &agent = invoice.agent;
    json.textIfAny("gmfjbr", agent.name);
    json.textIfAny("jbrsfzjzlDm", agent.document.type);
    json.textIfAny("jbrsfzjhm", agent.document.number);
    json.textIfAny("jbrgjhdqDm", countryCode(agent.document.country));
    json.textIfAny("jbrnsrsbh", agent.taxNumber);
    json.textIfAny("gmfjbrlxdh", agent.phone);
}

/// What is said of the taxation beside the lines.
void writeMarks(JsonWriter &json, const Invoice &invoice)
{
    if (isMargin(invoice.taxMode))
        json.text("cezslxDm", code(invoice.taxMode));
    json.textIfAny("zzsjzjtDm", code(invoice.refund));
    if (invoice.taxService) {
        json.flag("sfkjsszyfwfppm", true);
        json.text("sszyfwxybh", invoice.serviceAgreement);
    }
}

void writeElements(JsonWriter &json, const QList<ExtraElement> &elements)
{
    if (elements.isEmpty())
        return;
    json.key("fjysList");
    json.beginArray();
    for (const ExtraElement &element : elements) {
        json.beginObject();
        json.text("fjysmc", element.name);
        json.textIfAny("fjyslx", element.type);
        json.text("fjysz", element.value);
        json.endObject();
    }
    json.endArray();
}

/// The number of an invoice goes into fphm, that of another voucher into cepzhm.
bool isInvoice(VoucherKind kind)
{
    return kind <= VoucherKind::BusinessTaxInvoice;
}

void writeVouchers(JsonWriter &json, const QList<DeductionVoucher> &vouchers)
{
    if (vouchers.isEmpty())
        return;
    json.key("cekcList");
    json.beginArray();
    int place = 0;
    for (const DeductionVoucher &voucher : vouchers) {
        json.beginObject();
        json.number("xh", ++place);
        json.text("pzlx", code(voucher.kind));
        json.textIfAny("fpdm", voucher.code);
        json.textIfAny(isInvoice(voucher.kind) ? "fphm" : "cepzhm", voucher.number);
        json.textIfAny("kjrq", voucher.date.isValid() ? voucher.date.toString(Qt::ISODate) : QString());
        json.number("pzhjje", voucher.total);
        json.number("bckcje", voucher.used);
        json.textIfAny("bz", voucher.remark);
        json.endObject();
    }
    json.endArray();
}

void writeLine(JsonWriter &json, const InvoiceLine &line)
{
    json.beginObject();
    json.number("mxxh", line.number);
    if (line.blueLine > 0)
        json.number("dylzfpmxxh", line.blueLine);
    json.text("xmmc", line.item);
    json.text("hwhyslwfwmc", line.printedName());
    json.text("spfwjc", line.shortName);
    json.textIfAny("ggxh", line.spec);
    json.textIfAny("dw", line.unit);
    if (line.quantity)
        json.text("sl", line.quantity->toString());
    if (line.price)
        json.text("dj", line.price->toString());
    json.number("je", line.net);
    json.number("slv", line.rate.toDecimal());
    json.number("se", line.tax);
    json.number("hsje", line.gross());
    if (line.deduction)
        json.number("kce", *line.deduction);
    json.text("sphfwssflhbbm", line.classification);
    json.text("fphxz", code(line.nature));
    json.textIfAny("yhzcbs", code(line.preference));
    json.endObject();
}

void writeInvoice(JsonWriter &json, const Invoice &invoice, const UploadFrame &frame)
{
    json.beginObject();
    json.text("fphm", invoice.number);
    json.text("lzfpbz", invoice.isRed() ? QStringLiteral("1") : QStringLiteral("0"));
    json.text("ptbh", frame.connectionPlatformId);
    json.text("fppz", code(invoice.kind));
    json.flag("gmfzrrbz", invoice.naturalPerson);
    json.text("qyDm", frame.areaCode);
    writeMarks(json, invoice);
    writeSeller(json, invoice.seller);
    writeBuyer(json, invoice);
    writePersons(json, invoice);
    json.textIfAny("dylzfphm", invoice.reversal.blueNumber);
    json.textIfAny("hzqrxxdbh", invoice.reversal.form);
    json.textIfAny("hzqrduuid", invoice.reversal.formUuid);
    json.number("hjje", invoice.totals.net);
    json.number("hjse", invoice.totals.tax);
    json.number("jshj", invoice.totals.gross());
    json.text("kpr", invoice.issuer);
    json.textIfAny("bz", invoice.remark);
    json.text("ip", frame.device.ip);
    json.text("macdz", frame.device.mac);
    json.text("kprq", Clock::stamp(invoice.issuedAt));
    json.flag("sfzsxsfyhzhbq", invoice.showSellerBank);
    json.flag("sfzsgmfyhzhbq", invoice.showBuyerBank);
    json.flag("sfzsxsfdzdh", invoice.showSellerContact);
    json.flag("sfzsgmfdzdh", invoice.showBuyerContact);
    json.textIfAny("skrxm", invoice.payee);
    json.textIfAny("fhrxm", invoice.reviewer);
    json.text("fpkjfsDm", frame.selfUse ? QStringLiteral("5") : QStringLiteral("4"));
    json.key("fpmxList");
    json.beginArray();
    for (const InvoiceLine &line : invoice.lines)
        writeLine(json, line);
    json.endArray();
    writeElements(json, invoice.elements);
    writeVouchers(json, invoice.vouchers);
    json.endObject();
}
} // namespace

QByteArray uploadQuestion(const QList<Invoice> &invoices, const UploadFrame &frame)
{
    JsonWriter json;
    json.beginArray();
    for (const Invoice &invoice : invoices)
        writeInvoice(json, invoice, frame);
    json.endArray();
    return json.bytes();
}

QString areaCode(const QString &taxNumber)
{
    return taxNumber.size() == 18 ? taxNumber.mid(2, 2) : taxNumber.left(2);
}

} // namespace kp::leqi

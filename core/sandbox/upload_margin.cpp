// SPDX-License-Identifier: GPL-3.0-or-later
// The margin scheme: leqi-protocol §4.9, §6.4, §7.4.
#include "core/sandbox/margin_codes.h"
#include "core/sandbox/operation.h"
#include "core/sandbox/upload_rules.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
constexpr MarginCode open[] = {
    {u"3040802", true, false, true, {60, 0}},    // 经纪代理服务
    {u"3040803", true, false, true, {60, 50}},   // 劳务派遣, 人力资源
    {u"3040804", true, false, true, {60, 50}},   // 安全保护服务
    {u"3040403", true, false, true, {60, 0}},    // 客运场站
    {u"3040501", false, false, true, {130, 90}}, // 融资租赁
    {u"3060109", false, false, true, {60, 0}},   // 融资性售后回租
    {u"30604", true, false, false, {60, 0}},     // 金融商品转让
    {u"3070301", true, false, true, {60, 0}},    // 旅游服务
    {u"305", true, true, true, {90, 30}},        // 建筑服务
    {u"501", true, true, true, {90, 50}},        // 建筑物
};

Finding lineFinding(const QString &what)
{
    return {Group::Line, what};
}

Check checkVoucher(const UploadedVoucher &voucher, qsizetype place)
{
    const auto found = [&](const QString &what) {
        return Finding{Group::Field, u"第%1张扣除凭证"_s.arg(place) + what};
    };
    const QStringView kind = voucher.kind;
    const bool digital = kind == u"01";
    const bool older = kind == u"02" || kind == u"03" || kind == u"04";
    const bool other = kind == u"08" || kind == u"09";
    if (older == voucher.code.isEmpty())
        return found(older ? u"缺少发票代码"_s : u"不填发票代码"_s);
    if ((digital || older) == voucher.number.isEmpty())
        return found(voucher.number.isEmpty() ? u"缺少发票号码"_s : u"不填发票号码"_s);
    if ((digital || older) && voucher.date.isEmpty())
        return found(u"缺少开具日期"_s);
    if (other && voucher.remark.isEmpty())
        return found(u"缺少备注"_s);
    if (voucher.used <= Decimal() || voucher.used > voucher.total)
        return found(u"本次扣除金额有误"_s);
    return std::nullopt;
}

Check checkVouchers(const UploadedInvoice &invoice, const Decimal &deduction)
{
    Decimal used;
    for (qsizetype i = 0; i < invoice.vouchers.size(); ++i) {
        KP_CHECK(checkVoucher(invoice.vouchers.at(i), i + 1));
        used = Decimal::sum(used, invoice.vouchers.at(i).used).value_or(Decimal());
    }
    if (used != deduction)
        return Finding{Group::Amount, u"扣除额不等于本次扣除金额之和"_s};
    return std::nullopt;
}

Check checkMarginCode(const UploadedInvoice &invoice, const UploadedLine &line)
{
    const bool net = invoice.margin == u"02";
    const MarginCode *code = marginCode(line.code);
    if (code == nullptr)
        return lineFinding(u"该编码不适用差额征税"_s);
    if (net && !code->netInvoice)
        return lineFinding(u"该编码不能差额开票"_s);
    if (invoice.isSpecial() && !(net ? code->netSpecialInvoice : code->grossSpecialInvoice))
        return lineFinding(u"该编码差额征税不能开具专用发票"_s);
    if (!isMarginRate(*code, line.rate))
        return lineFinding(u"税率与差额征税编码不匹配"_s);
    return std::nullopt;
}
} // namespace

const MarginCode *marginCode(QStringView code)
{
    const auto *found =
        std::find_if(std::begin(open), std::end(open), [&](const MarginCode &c) { return code.startsWith(c.code); });
    return found == std::end(open) ? nullptr : found;
}

bool isMarginRate(const MarginCode &code, const Decimal &rate)
{
    const Decimal levy3 = Decimal::fromParts(30, 3); // small-scale taxpayers
    const Decimal levy5 = Decimal::fromParts(50, 3);
    return rate == levy3 || rate == levy5 ||
           std::any_of(std::begin(code.rates), std::end(code.rates),
               [&](int allowed) { return allowed > 0 && rate == Decimal::fromParts(allowed, 3); });
}

Check checkMargin(const UploadedInvoice &invoice)
{
    const auto found = [](const QString &what) { return Finding{Group::Amount, what}; };
    if (invoice.margin.isEmpty()) {
        if (!invoice.vouchers.isEmpty())
            return found(u"非差额征税发票不填扣除凭证"_s);
        for (const UploadedLine &line : invoice.lines)
            if (line.deduction && !line.deduction->isZero())
                return lineFinding(place(line.place) + u"非差额征税发票不填扣除额"_s);
        return std::nullopt;
    }
    if (invoice.lines.size() != 1)
        return lineFinding(u"差额征税发票只能有一行明细"_s);
    const UploadedLine &line = invoice.lines.first();
    if (!line.deduction)
        return found(u"差额征税发票须填扣除额"_s);
    const bool net = invoice.margin == u"02";
    if (line.deduction->isNegative() || (net && line.deduction->isZero()) || *line.deduction > line.gross)
        return found(u"扣除额须大于零且不超过含税金额"_s);
    KP_CHECK(checkVouchers(invoice, *line.deduction));
    return checkMarginCode(invoice, line);
}

Answer marginCodes(const Call &)
{
    const auto flag = [](bool value) { return value ? u"Y"_s : u"N"_s; };
    QJsonArray list;
    for (const MarginCode &code : open) {
        QStringList rates;
        for (const int rate : code.rates)
            if (rate > 0)
                rates.append(QString::number(rate / 10) + u'%');
        list.append(QJsonObject{{u"sphfwssflhbbm"_s, code.code.toString().leftJustified(19, u'0')},
            {u"sfkycekp"_s, flag(code.netInvoice)}, {u"cekpsfkykzp"_s, flag(code.netSpecialInvoice)},
            {u"qekpsfkykzp"_s, flag(code.grossSpecialInvoice)}, {u"ybnsrsl"_s, rates.join(u'、')},
            {u"ybnsrzsl"_s, u"3%、5%"_s}, {u"xgmnsrzsl"_s, u"3%、5%"_s}});
    }
    return success({{u"count"_s, QString::number(list.size())}, {u"cezsbmList"_s, list}});
}

} // namespace kp::sandbox

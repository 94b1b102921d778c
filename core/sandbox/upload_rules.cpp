// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/upload_rules.h"

#include "core/sandbox/line_amounts.h"

#include <QSet>

#include <algorithm>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
constexpr qint64 uploadWindowSeconds = 48LL * 3600;

Check checkLineAmounts(const UploadedLine &line, const UploadedInvoice &invoice)
{
    const auto found = [&](const QString &what) { return Finding{Group::Amount, place(line.place) + what}; };
    if (plus(line.net, line.tax) != line.gross)
        return found(u"含税金额不等于金额加税额"_s);
    if (!within(expectedTax(line, invoice.margin), line.tax, lineTaxTolerance))
        return found(u"税额与金额乘税率相差超过0.06"_s);
    if (line.isDiscount())
        return std::nullopt;
    if (line.net.isNegative() || line.tax.isNegative())
        return found(u"金额、税额不能为负数"_s);
    if (line.quantity.has_value() != line.price.has_value())
        return found(u"数量和单价须同时填写"_s);
    if (!line.quantity)
        return std::nullopt;
    if (*line.quantity <= Decimal() || *line.price <= Decimal())
        return found(u"数量和单价须大于零"_s);
    if (!within(times(*line.quantity, *line.price), line.net, oneFen))
        return found(u"金额与单价乘数量相差超过0.01"_s);
    return std::nullopt;
}

Check checkPair(const UploadedLine &discounted, const UploadedLine &discount)
{
    const auto found = [&](const QString &what) { return Finding{Group::Line, place(discount.place) + what}; };
    if (!discount.spec.isEmpty() || !discount.unit.isEmpty() || discount.quantity || discount.price)
        return found(u"折扣行规格单位数量单价须为空"_s);
    if (discount.item != discounted.item || discount.printedName != discounted.printedName ||
        discount.shortName != discounted.shortName || discount.rate != discounted.rate ||
        discount.code != discounted.code || discount.preference != discounted.preference)
        return found(u"折扣行名称编码税率须同被折扣行"_s);
    if (discount.net >= Decimal() || discount.tax > Decimal())
        return found(u"折扣行金额须为负数"_s);
    if (plus(discounted.net, discount.net).isNegative() || plus(discounted.tax, discount.tax).isNegative())
        return found(u"折扣超过被折扣行金额"_s);
    return std::nullopt;
}
} // namespace

Check checkRight(const Company &company)
{
    const auto found = [](const QString &what) { return Finding{Group::Right, what}; };
    if (company.risk == u"01")
        return found(u"纳税人风险等级为高，不能开具发票"_s);
    if (company.alert == u"01")
        return found(u"纳税人处于红色预警，不能开具发票"_s);
    if (company.flagged == u"Y")
        return found(u"风险纳税人不能开具发票"_s);
    if (company.state != u"03" && company.state != u"09")
        return found(u"纳税人状态为%1，不能开具发票"_s.arg(company.state));
    return std::nullopt;
}

Check checkHead(const UploadedInvoice &invoice, const Company &company)
{
    const auto found = [](const QString &what) { return Finding{Group::Field, what}; };
    if (!invoice.specialElement.isEmpty())
        return found(u"基础开票能力不受理特定要素发票"_s);
    if (!invoice.purchase.isEmpty())
        return found(u"练习平台暂不受理收购发票"_s);
    if (invoice.sellerTaxNumber != company.taxNumber)
        return Finding{Group::Right, u"销售方税号与使用单位不符"_s};
    if (invoice.sellerName != company.name)
        return found(u"销售方名称与税务登记名称不符"_s);
    if (invoice.isSpecial() && invoice.buyerTaxNumber.isEmpty())
        return found(u"专用发票须填写购买方税号"_s);
    if (invoice.isSpecial() && invoice.naturalPerson)
        return found(u"自然人不能取得专用发票"_s);
    if (invoice.hasBuyerDocument && !invoice.naturalPerson)
        return found(u"非自然人购买方不填自然人证件"_s);
    if (invoice.taxService == invoice.serviceAgreement.isEmpty())
        return found(u"涉税专业服务标志与协议编号须同时填写"_s);
    return std::nullopt;
}

Check checkTime(const UploadedInvoice &invoice, const QDateTime &now)
{
    const auto found = [](const QString &what) { return Finding{Group::Number, what}; };
    if (invoice.issuedAt > now)
        return found(u"开票日期晚于当前时间"_s);
    if (invoice.issuedAt.secsTo(now) >= uploadWindowSeconds)
        return found(u"开票日期距今已满48小时，不能上传"_s);
    if (invoice.number.first(2) != invoice.issuedAt.toString(u"yy"_s))
        return found(u"发票号码年份与开票日期年份不符"_s);
    return std::nullopt;
}

Check checkAmounts(const UploadedInvoice &invoice)
{
    const auto found = [](const QString &what) { return Finding{Group::Amount, what}; };
    Decimal net;
    Decimal tax;
    for (const UploadedLine &line : invoice.lines) {
        KP_CHECK(checkLineAmounts(line, invoice));
        net = plus(net, line.net);
        tax = plus(tax, expectedTax(line, invoice.margin));
    }
    if (!within(net, invoice.net, oneFen))
        return found(u"合计金额与明细金额之和相差超过0.01"_s);
    if (!within(tax, invoice.tax, invoiceTaxTolerance))
        return found(u"合计税额与明细计算税额相差超过1.27"_s);
    if (plus(invoice.net, invoice.tax) != invoice.gross)
        return found(u"价税合计不等于合计金额加合计税额"_s);
    if (invoice.gross <= Decimal())
        return found(u"蓝字发票价税合计须大于零"_s);
    return std::nullopt;
}

Check checkDiscounts(const UploadedInvoice &invoice)
{
    QSet<QString> numbers;
    const UploadedLine *before = nullptr;
    for (const UploadedLine &line : invoice.lines) {
        const auto found = [&](const QString &what) { return Finding{Group::Line, place(line.place) + what}; };
        if (numbers.contains(line.lineNumber))
            return found(u"序号重复"_s);
        numbers.insert(line.lineNumber);
        if (!line.blueLine.isEmpty())
            return found(u"蓝字发票不填对应蓝字明细序号"_s);
        const bool awaited = before != nullptr && before->nature == UploadedLine::Nature::Discounted;
        if (awaited && !line.isDiscount())
            return Finding{Group::Line, place(before->place) + u"被折扣行之后须为折扣行"_s};
        if (line.isDiscount() && !awaited)
            return found(u"折扣行之前须为被折扣行"_s);
        if (line.isDiscount())
            KP_CHECK(checkPair(*before, line));
        before = &line;
    }
    if (before != nullptr && before->nature == UploadedLine::Nature::Discounted)
        return Finding{Group::Line, place(before->place) + u"被折扣行之后须为折扣行"_s};
    return std::nullopt;
}

} // namespace kp::sandbox

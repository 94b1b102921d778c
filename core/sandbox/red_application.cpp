// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/red_application.h"

#include "core/base/clock.h"
#include "core/sandbox/amounts.h"
#include "core/sandbox/field_table.h"
#include "core/sandbox/line_amounts.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <array>
#include <iterator>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
constexpr std::array applicationFields = {
    Field{"lrfsf", u"录入方身份", 1, Need::Must, Form::OneOf, u"0 1"},
    Field{"xsfnsrsbh", u"销售方税号", 20, Need::Must, Form::TaxNumber},
    Field{"xsfmc", u"销售方名称", 300, Need::Must},
    Field{"gmfnsrsbh", u"购买方税号", 20, Need::May, Form::TaxNumber},
    Field{"gmfmc", u"购买方名称", 300, Need::Must},
    Field{"lzfpdm", u"蓝字发票代码", 12, Need::May, Form::Digits},
    Field{"lzfphm", u"蓝字发票号码", 20, Need::Must, Form::Digits},
    Field{"sfzzfpbz", u"是否纸质发票标志", 1, Need::Must, Form::OneOf, u"Y N"},
    Field{"lzkprq", u"蓝字开票日期", 19, Need::Must, Form::Time},
    Field{"lzhjje", u"蓝字合计金额", 20, Need::Must, Form::Amount},
    Field{"lzhjse", u"蓝字合计税额", 20, Need::Must, Form::Amount},
    Field{"lzfppzDm", u"蓝字发票票种", 2, Need::Must, Form::OneOf, u"01 02 03 04"},
    Field{"lzfpTdyslxDm", u"蓝字特定要素", 2},
    Field{"hzcxje", u"红字冲销金额", 20, Need::Must, Form::Amount},
    Field{"hzcxse", u"红字冲销税额", 20, Need::Must, Form::Amount},
    Field{"chyyDm", u"红字冲销原因", 2, Need::Must, Form::OneOf, u"01 02 03 04"},
};

constexpr std::array applicationLineFields = {
    Field{"lzmxxh", u"蓝字明细序号", 8, Need::Must, Form::Count},
    Field{"xh", u"序号", 8, Need::Must, Form::Count},
    Field{"sphfwssflhbbm", u"税收分类编码", 19, Need::Must, Form::Digits},
    Field{"hwhyslwfwmc", u"货物服务名称", 300, Need::Must},
    Field{"spfwjc", u"商品服务简称", 120, Need::Must},
    Field{"xmmc", u"项目名称", 600, Need::Must},
    Field{"ggxh", u"规格型号", 150},
    Field{"dw", u"单位", 300},
    Field{"fpspdj", u"单价", 25, Need::May, Form::Decimal},
    Field{"fpspsl", u"数量", 25, Need::May, Form::Decimal},
    Field{"je", u"金额", 20, Need::Must, Form::Amount},
    Field{"sl1", u"税率", 17, Need::Must, Form::Rate},
    Field{"se", u"税额", 20, Need::Must, Form::Amount},
    Field{"kce", u"扣除额", 20, Need::May, Form::Amount},
    Field{"yhzcbs", u"优惠政策标识", 2},
};

/// What a reason lets the applicant change (invoice-rules §3.3).
struct ReasonRule {
    QStringView code;
    bool wholeOnly;           ///< nothing may be left of the invoice, and nothing may have been reversed before
    bool quantities;          ///< quantity and price stand on the lines; else both are empty
    bool freeAmount;          ///< the amount of a line without quantity may be a part
    QStringView foreignCodes; ///< first digits of the codes the reason does not suit
    QStringView foreignWords;
};
constexpr ReasonRule reasonRules[] = {
    {u"01", true, true, false, u"", u""},                         // 开票有误
    {u"02", false, true, false, u"3", u"服务不能以销货退回红冲"}, // 销货退回
    {u"03", false, true, true, u"12", u"货物不能以服务中止红冲"}, // 服务中止
    {u"04", false, false, true, u"", u""},                        // 销售折让
};

const ReasonRule &ruleOf(const QString &reason)
{
    return *std::find_if(
        std::begin(reasonRules), std::end(reasonRules), [&](const ReasonRule &rule) { return rule.code == reason; });
}

/// What the applicant says of the blue invoice must be so.
Check checkBlueFacts(const RedApplication &application, const UploadedInvoice &blue)
{
    const RedForm &form = application.form;
    const auto found = [](const QString &what) { return Finding{Group::Field, what + u"与蓝字发票不符"_s}; };
    if (form.sellerTaxNumber != blue.sellerTaxNumber || form.sellerName != blue.sellerName)
        return found(u"销售方税号或名称"_s);
    if (form.buyerTaxNumber != blue.buyerTaxNumber || form.buyerName != blue.buyerName)
        return found(u"购买方税号或名称"_s);
    if (form.blueIssuedAt != Clock::stamp(blue.issuedAt))
        return found(u"蓝字开票日期"_s);
    if (Decimal::fromMoney(form.blueNet) != blue.net)
        return found(u"蓝字合计金额"_s);
    if (Decimal::fromMoney(form.blueTax) != blue.tax)
        return found(u"蓝字合计税额"_s);
    if (form.kind != blue.kind)
        return found(u"蓝字发票票种"_s);
    if (application.specialElement != blue.specialElement)
        return found(u"蓝字特定要素"_s);
    return std::nullopt;
}

bool samePrice(const UploadedLine &red, const ReversibleLine &rest)
{
    if (!rest.discounted)
        return red.price == rest.line.price;
    // What a discount leaves as the price is a quotient; how far the applicant carried it is its own affair.
    return within(times(*red.price, *rest.line.quantity), rest.line.net, oneFen);
}

Check checkQuantity(
    const UploadedLine &red, const ReversibleLine &rest, const ReasonRule &reason, const Decimal &tolerance)
{
    const auto found = [&](const QString &what) { return Finding{Group::Line, place(red.place) + what}; };
    if (red.quantity.has_value() != red.price.has_value())
        return found(u"数量和单价须同时填写"_s);
    if (!reason.quantities && red.quantity)
        return found(u"销售折让不填数量和单价"_s);
    if (reason.quantities && red.quantity.has_value() != rest.line.quantity.has_value())
        return found(red.quantity ? u"蓝字明细没有数量和单价"_s : u"须填数量和单价"_s);
    if (!red.quantity)
        return std::nullopt;
    if (*red.quantity >= Decimal())
        return found(u"数量须为负数"_s);
    if (!samePrice(red, rest))
        return found(u"单价须同蓝字明细"_s);
    if (-*red.quantity > rest.restQuantity)
        return found(u"数量超过可红冲数量%1"_s.arg(rest.restQuantity.toString().left(12)));
    if (!within(times(*red.quantity, *red.price), red.net, tolerance))
        return found(u"金额与单价乘数量相差超过0.01"_s);
    return std::nullopt;
}

bool isWhole(const UploadedLine &red, const ReversibleLine &rest)
{
    return red.net == -rest.restNet && red.tax == -rest.restTax &&
           (!red.quantity || *red.quantity == -rest.restQuantity);
}

Check checkSameItem(const UploadedLine &red, const UploadedLine &blue)
{
    const auto found = [&](const QString &what) { return Finding{Group::Line, place(red.place) + what}; };
    if (red.item != blue.item || red.printedName != blue.printedName || red.shortName != blue.shortName)
        return found(u"名称须同蓝字明细"_s);
    if (red.spec != blue.spec || red.unit != blue.unit)
        return found(u"规格型号和单位须同蓝字明细"_s);
    if (red.code != blue.code || red.rate != blue.rate)
        return found(u"税收分类编码和税率须同蓝字明细"_s);
    // Newer clients send these two along; they may be left out.
    if (!red.preference.isEmpty() && red.preference != blue.preference)
        return found(u"优惠政策标识须同蓝字明细"_s);
    if (red.deduction && *red.deduction != -blue.deduction.value_or(Decimal()))
        return found(u"扣除额须为蓝字扣除额的负数"_s);
    return std::nullopt;
}

Check checkApplicationLine(
    const UploadedLine &red, const ReversibleLine &rest, const ReasonRule &reason, const Reversible &whole)
{
    const auto found = [&](const QString &what) { return Finding{Group::Line, place(red.place) + what}; };
    KP_CHECK(checkSameItem(red, rest.line));
    if (reason.foreignCodes.contains(red.code.front()))
        return found(reason.foreignWords.toString());
    if (rest.isUsedUp())
        return found(u"没有可红冲的金额"_s);
    if (red.net >= Decimal() || red.tax > Decimal())
        return found(u"金额须为负数，税额不能为正数"_s);
    if (-red.net > rest.restNet)
        return found(u"金额超过可红冲金额%1"_s.arg(inFen(rest.restNet).toString()).left(24));
    if (-red.tax > rest.restTax)
        return found(u"税额超过可红冲税额%1"_s.arg(inFen(rest.restTax).toString()).left(24));
    // Each part reversed before may have been off by as much, and the last one takes what they left.
    const bool last = isWhole(red, rest);
    const Decimal parts = Decimal(last ? whole.forms.size() + 1 : 1);
    KP_CHECK(checkQuantity(red, rest, reason, times(parts, oneFen)));
    if (!red.quantity && !reason.freeAmount && !last)
        return found(u"没有数量的明细须全额红冲"_s);
    if (!red.rate.isZero() && (red.net == -rest.restNet) != (red.tax == -rest.restTax))
        return found(u"金额和税额须同时红冲完"_s);
    UploadedLine reckoned = red;
    reckoned.preference = rest.line.preference;
    if (rest.line.deduction)
        reckoned.deduction = -*rest.line.deduction;
    if (!within(expectedTax(reckoned, whole.blue.margin), red.tax, times(parts, lineTaxTolerance)))
        return found(u"税额与金额乘税率相差超过0.06"_s);
    return std::nullopt;
}

Check checkWholeInvoice(const RedApplication &application, const Reversible &reversible, const QString &words)
{
    qsizetype whole = 0;
    for (const UploadedLine &red : application.lines)
        if (const ReversibleLine *rest = reversible.line(red.blueLine); rest != nullptr && isWhole(red, *rest))
            ++whole;
    const auto left = std::count_if(reversible.lines.cbegin(), reversible.lines.cend(),
        [](const ReversibleLine &line) { return !line.isUsedUp(); });
    if (whole != application.lines.size() || whole != left)
        return Finding{Group::Amount, words};
    return std::nullopt;
}

/// Who may apply, and whether in part: that depends on what the buyer has done with the invoice.
Check checkExtent(const RedApplication &application, const Reversible &reversible, const InvoiceUse &use)
{
    const auto found = [](const QString &what) { return Finding{Group::Right, what}; };
    const bool unused = use.unused() || reversible.blue.naturalPerson;
    if (unused && !application.form.bySeller())
        return found(u"未确认用途和入账的发票只能由销售方申请"_s);
    const ReasonRule &reason = ruleOf(application.form.reason);
    if (reason.wholeOnly && !reversible.forms.isEmpty())
        return found(reversible.hasOpenForm() ? u"存在进行中的红字确认单"_s : u"已部分红冲，原因不能为开票有误"_s);
    if (unused)
        KP_CHECK(checkWholeInvoice(application, reversible, u"未确认用途和入账的发票须全额红冲"_s));
    if (reason.wholeOnly)
        KP_CHECK(checkWholeInvoice(application, reversible, u"开票有误须全额红冲"_s));
    if (!reversible.blue.margin.isEmpty())
        KP_CHECK(checkWholeInvoice(application, reversible, u"差额征税发票须全额红冲"_s));
    return std::nullopt;
}

Check checkApplicationLines(const RedApplication &application, const Reversible &reversible)
{
    const ReasonRule &reason = ruleOf(application.form.reason);
    QSet<QString> seen;
    Decimal net;
    Decimal tax;
    for (const UploadedLine &red : application.lines) {
        const auto found = [&](const QString &what) { return Finding{Group::Line, place(red.place) + what}; };
        if (red.lineNumber != QString::number(red.place))
            return found(u"序号须从1起连续"_s);
        if (seen.contains(red.blueLine))
            return found(u"蓝字明细序号重复"_s);
        seen.insert(red.blueLine);
        const ReversibleLine *rest = reversible.line(red.blueLine);
        if (rest == nullptr)
            return found(u"蓝字明细序号%1不可红冲"_s.arg(red.blueLine));
        KP_CHECK(checkApplicationLine(red, *rest, reason, reversible));
        net = plus(net, red.net);
        tax = plus(tax, red.tax);
    }
    if (net != Decimal::fromMoney(application.form.net))
        return Finding{Group::Amount, u"红字冲销金额不等于明细金额之和"_s};
    if (tax != Decimal::fromMoney(application.form.tax))
        return Finding{Group::Amount, u"红字冲销税额不等于明细税额之和"_s};
    return std::nullopt;
}

QString firstState(const RedForm &form, const UploadedInvoice &blue, const InvoiceUse &use)
{
    if (use.unused() || blue.naturalPerson)
        return u"01"_s;
    return form.bySeller() ? u"02"_s : u"03"_s;
}

QByteArray linesJson(const QList<UploadedLine> &lines, const Reversible &reversible)
{
    QJsonArray out;
    for (UploadedLine line : lines) {
        const ReversibleLine *rest = reversible.line(line.blueLine);
        line.preference = rest->line.preference;
        line.deduction = rest->line.deduction;
        if (line.deduction)
            line.deduction = -*line.deduction;
        out.append(formLineJson(line));
    }
    return QJsonDocument(out).toJson(QJsonDocument::Compact);
}
} // namespace

Check checkApplicationFields(Json::Value request)
{
    if (!request.isObject())
        return Finding{Group::Field, u"请求须为红字确认单对象"_s};
    KP_CHECK(checkAgainst(applicationFields, request, 0));
    const QList<Json::Value> lines = request.member("hzqrdmxList").items();
    if (lines.isEmpty())
        return Finding{Group::Field, u"确认单明细hzqrdmxList不能为空"_s};
    for (qsizetype i = 0; i < lines.size(); ++i)
        KP_CHECK(checkAgainst(applicationLineFields, lines.at(i), i + 1));
    if (request.member("sfzzfpbz").text() == u"Y" || !request.member("lzfpdm").isEmpty())
        return Finding{Group::Field, u"练习平台只受理数电发票的红字确认单"_s};
    return std::nullopt;
}

RedApplication readApplication(Json::Value request)
{
    const auto text = [&](QByteArrayView name) { return request.member(name).text(); };
    const auto amount = [&](QByteArrayView name) { return amountOf(request.member(name)).value_or(Money()); };
    RedApplication out{{}, {}, text("lzfpTdyslxDm")};
    RedForm &form = out.form;
    form.applicant = text("lrfsf");
    form.sellerTaxNumber = text("xsfnsrsbh");
    form.sellerName = text("xsfmc");
    form.buyerTaxNumber = text("gmfnsrsbh");
    form.buyerName = text("gmfmc");
    form.blueNumber = text("lzfphm");
    form.blueIssuedAt = text("lzkprq");
    form.blueNet = amount("lzhjje");
    form.blueTax = amount("lzhjse");
    form.kind = text("lzfppzDm");
    form.net = amount("hzcxje");
    form.tax = amount("hzcxse");
    form.reason = text("chyyDm");
    const QList<Json::Value> lines = request.member("hzqrdmxList").items();
    for (qsizetype i = 0; i < lines.size(); ++i)
        out.lines.append(readFormLine(lines.at(i), i + 1));
    return out;
}

Check checkApplication(const RedApplication &application, const Reversible &reversible, const InvoiceUse &use)
{
    if (reversible.blue.red)
        return Finding{Group::Right, u"红字发票不能再红冲"_s};
    KP_CHECK(checkBlueFacts(application, reversible.blue));
    KP_CHECK(checkReversible(use));
    if (reversible.restNet().isZero() && reversible.restTax().isZero())
        return Finding{Group::Right, reversible.hasOpenForm() ? u"存在进行中的红字确认单"_s : u"没有可红冲的金额"_s};
    KP_CHECK(checkExtent(application, reversible, use));
    return checkApplicationLines(application, reversible);
}

Check enterApplication(Store &store, qint64 nowMs, RedApplication &application, const QString &area)
{
    RedForm &form = application.form;
    const std::optional<Reversible> blue = reversible(store, nowMs, form.blueNumber);
    if (!blue)
        return Finding{Group::Number, u"蓝字发票不存在"_s};
    const QString &own = form.bySeller() ? form.sellerTaxNumber : form.buyerTaxNumber;
    if (own != (form.bySeller() ? blue->blue.sellerTaxNumber : blue->blue.buyerTaxNumber))
        return Finding{Group::Right, u"不是该蓝字发票的购销方，不能申请"_s};
    const InvoiceUse use = invoiceUse(store, form.blueNumber);
    KP_CHECK(checkApplication(application, *blue, use));
    form.margin = blue->blue.margin;
    form.state = firstState(form, blue->blue, use);
    form.lineCount = application.lines.size();
    form.lines = linesJson(application.lines, *blue);
    form.enteredAt = nowMs;
    enterForm(store, form, area);
    return std::nullopt;
}

} // namespace kp::sandbox

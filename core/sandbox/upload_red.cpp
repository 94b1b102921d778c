// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/upload_red.h"

#include "core/sandbox/line_amounts.h"

#include <QHash>
#include <QSet>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype maxRedRemarkBytes = 382;

Check checkRedLine(const UploadedLine &red, const UploadedLine &form)
{
    const auto found = [&](const QString &what) { return Finding{Group::Line, place(red.place) + what}; };
    if (red.nature != UploadedLine::Nature::Normal)
        return found(u"红字发票行性质须为00"_s);
    if (red.item != form.item || red.printedName != form.printedName || red.shortName != form.shortName)
        return found(u"名称与红字确认单不一致"_s);
    if (red.spec != form.spec || red.unit != form.unit)
        return found(u"规格型号或单位与红字确认单不一致"_s);
    if (red.code != form.code)
        return found(u"税收分类编码与红字确认单不一致"_s);
    if (red.quantity != form.quantity)
        return found(u"数量与红字确认单不一致"_s);
    if (red.price != form.price)
        return found(u"单价与红字确认单不一致"_s);
    if (red.net != form.net)
        return found(u"金额与红字确认单不一致"_s);
    if (red.rate != form.rate)
        return found(u"税率与红字确认单不一致"_s);
    if (red.tax != form.tax)
        return found(u"税额与红字确认单不一致"_s);
    if (plus(red.net, red.tax) != red.gross)
        return found(u"含税金额不等于金额加税额"_s);
    if (red.deduction.value_or(Decimal()) != form.deduction.value_or(Decimal()))
        return found(u"扣除额须为蓝字扣除额的负数"_s);
    if (red.preference != form.preference)
        return found(u"优惠政策标识须同蓝字明细"_s);
    return std::nullopt;
}

Check checkRedLines(const UploadedInvoice &red, const RedForm &form)
{
    if (red.lines.size() != form.lineCount)
        return Finding{Group::Line, u"明细行数与红字确认单不一致"_s};
    QHash<QString, UploadedLine> wanted;
    for (const UploadedLine &line : linesOf(form))
        wanted.insert(line.blueLine, line);
    QSet<QString> numbers;
    for (const UploadedLine &line : red.lines) {
        const auto found = [&](const QString &what) { return Finding{Group::Line, place(line.place) + what}; };
        if (numbers.contains(line.lineNumber))
            return found(u"序号重复"_s);
        numbers.insert(line.lineNumber);
        if (line.blueLine.isEmpty())
            return found(u"对应蓝字明细序号不能为空"_s);
        // Taken out, so that no line of the form can be issued twice.
        const auto ordered = wanted.constFind(line.blueLine);
        if (ordered == wanted.cend())
            return found(u"对应蓝字明细序号不在红字确认单中"_s);
        KP_CHECK(checkRedLine(line, *ordered));
        wanted.erase(ordered);
    }
    return std::nullopt;
}

Check checkRedHead(const UploadedInvoice &red, const RedForm &form, const UploadedInvoice &blue)
{
    const auto found = [](const QString &what) { return Finding{Group::Field, what}; };
    if (blue.red)
        return found(u"对应蓝字发票本身是红字发票"_s);
    if (red.kind != form.kind)
        return found(u"发票票种与蓝字发票不一致"_s);
    if (red.buyerTaxNumber != form.buyerTaxNumber || red.buyerName != form.buyerName)
        return found(u"购买方税号或名称与蓝字发票不一致"_s);
    if (red.naturalPerson != blue.naturalPerson)
        return found(u"购买方自然人标志与蓝字发票不一致"_s);
    if (red.margin != form.margin)
        return found(u"差额征税类型与蓝字发票不一致"_s);
    if (!red.vouchers.isEmpty())
        return found(u"红字发票不填差额扣除凭证"_s);
    return std::nullopt;
}
} // namespace

RedBasis redBasis(Store &store, qint64 nowMs, const Company &company, const UploadedInvoice &red)
{
    const auto refused = [](Group group, const QString &what) { return RedBasis{{}, Finding{group, what}}; };
    if (red.blueNumber.isEmpty())
        return refused(Group::Field, u"对应蓝字发票号码dylzfphm不能为空"_s);
    if (red.formNumber.isEmpty())
        return refused(Group::Field, u"红字确认单编号hzqrxxdbh不能为空"_s);
    if (red.formUuid.isEmpty())
        return refused(Group::Field, u"红字确认单hzqrduuid不能为空"_s);
    std::optional<RedForm> form = formByUuid(store, nowMs, red.formUuid);
    if (!form)
        return refused(Group::Right, u"红字确认单不存在"_s);
    if (form->sellerTaxNumber != company.taxNumber)
        return refused(Group::Right, u"红字确认单不属于该销售方"_s);
    if (form->number != red.formNumber)
        return refused(Group::Right, u"红字确认单编号与UUID不符"_s);
    if (form->isIssued())
        return refused(Group::Right, u"红字确认单已开具红字发票"_s);
    if (!isIssuable(form->state))
        return refused(Group::Right, u"红字确认单的状态不满足开具条件，无法开具红字发票"_s);
    if (form->blueNumber != red.blueNumber)
        return refused(Group::Right, u"对应蓝字发票号码与红字确认单不一致"_s);
    return RedBasis{std::move(form), std::nullopt};
}

Check checkRedInvoice(const UploadedInvoice &red, const RedForm &form, const UploadedInvoice &blue)
{
    KP_CHECK(checkRedHead(red, form, blue));
    KP_CHECK(checkRedLines(red, form));
    const auto found = [](const QString &what) { return Finding{Group::Amount, what}; };
    if (red.net != Decimal::fromMoney(form.net))
        return found(u"合计金额与红字确认单不一致"_s);
    if (red.tax != Decimal::fromMoney(form.tax))
        return found(u"合计税额与红字确认单不一致"_s);
    if (plus(red.net, red.tax) != red.gross)
        return found(u"价税合计不等于合计金额加合计税额"_s);
    return std::nullopt;
}

Check checkRedRemark(Json::Value invoice)
{
    if (invoice.member("bz").text().toUtf8().size() > maxRedRemarkBytes)
        return Finding{Group::Field, u"红字发票备注bz超过%1字节"_s.arg(maxRedRemarkBytes)};
    return std::nullopt;
}

} // namespace kp::sandbox

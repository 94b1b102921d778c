// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/upload_fields.h"

#include "core/sandbox/field_table.h"

#include <array>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
constexpr QStringView yesNo = u"Y N";
constexpr QStringView refundCodes = u"01 02 03 04 05 06 07 08 09 10 11 12";
constexpr QStringView preferenceCodes = u"01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18";
constexpr QStringView voucherCodes = u"01 02 03 04 05 06 07 08 09";
constexpr QStringView channelCodes = u"001 002 003 004 005 006 007 008 009 010 011 012 013 099";

constexpr std::array headFields = {
    Field{"fphm", u"发票号码", 20, Need::Must, Form::Digits},
    Field{"lzfpbz", u"蓝字发票标志", 1, Need::Must, Form::OneOf, u"0 1"},
    Field{"ptbh", u"平台编号", 20, Need::Must},
    Field{"fppz", u"发票票种", 2, Need::Must, Form::OneOf, u"01 02"},
    Field{"gmfzrrbz", u"购买方自然人标志", 1, Need::May, Form::OneOf, yesNo},
    Field{"tdys", u"特定要素", 2},
    Field{"qyDm", u"区域代码", 20, Need::Must},
    Field{"cezslxDm", u"差额征税类型", 2, Need::May, Form::OneOf, u"01 02"},
    Field{"sgfplxDm", u"收购发票类型", 2, Need::May, Form::OneOf, u"01 02 03"},
    Field{"ckywsyzcDm", u"出口业务适用政策", 2, Need::May, Form::OneOf, u"01 02 03"},
    Field{"zzsjzjtDm", u"增值税即征即退", 2, Need::May, Form::OneOf, refundCodes},
    Field{"xsfnsrsbh", u"销售方税号", 20, Need::Must, Form::TaxNumber},
    Field{"xsfmc", u"销售方名称", 300, Need::Must},
    Field{"xsfdz", u"销售方地址", 300},
    Field{"xsfdh", u"销售方电话", 60},
    Field{"xsfkhh", u"销售方开户行", 120},
    Field{"xsfzh", u"销售方账号", 50},
    Field{"gmfnsrsbh", u"购买方税号", 20, Need::May, Form::TaxNumber},
    Field{"gmfmc", u"购买方名称", 300, Need::Must},
    Field{"gmfdz", u"购买方地址", 300},
    Field{"gmfdh", u"购买方电话", 60},
    Field{"gmfkhh", u"购买方开户行", 120},
    Field{"gmfzh", u"购买方账号", 50},
    Field{"gmfjbr", u"经办人", 150},
    Field{"jbrsfzjhm", u"经办人证件号码", 30},
    Field{"gmfjbrlxdh", u"经办人电话", 60},
    Field{"hjje", u"合计金额", 20, Need::Must, Form::Amount},
    Field{"hjse", u"合计税额", 20, Need::Must, Form::Amount},
    Field{"jshj", u"价税合计", 20, Need::Must, Form::Amount},
    Field{"skyhmc", u"收款银行", 120},
    Field{"skyhzh", u"收款账号", 100},
    Field{"jsfs", u"结算方式", 2, Need::May, Form::OneOf, u"01 02 03 04 05 99"},
    Field{"ysxwfsd", u"应税行为发生地", 11},
    Field{"kpr", u"开票人", 300, Need::Must},
    Field{"kprzjhm", u"开票人证件号码", 30},
    Field{"kprzjlx", u"开票人证件类型", 4},
    Field{"dylzfphm", u"对应蓝字发票号码", 20, Need::May, Form::Digits},
    Field{"hzqrxxdbh", u"红字确认单编号", 20},
    Field{"hzqrduuid", u"红字确认单UUID", 32},
    Field{"bz", u"备注", 450},
    Field{"ip", u"开票终端IP", 20, Need::Must},
    Field{"macdz", u"开票终端MAC地址", 20, Need::Must},
    Field{"cpuid", u"CPU序列号", 20},
    Field{"zbxlh", u"主板序列号", 20},
    Field{"kprq", u"开票日期", 19, Need::Must, Form::Time},
    Field{"sfzsxsfyhzhbq", u"展示销售方银行标志", 1, Need::May, Form::OneOf, yesNo},
    Field{"sfzsgmfyhzhbq", u"展示购买方银行标志", 1, Need::May, Form::OneOf, yesNo},
    Field{"skrxm", u"收款人", 150},
    Field{"fhrxm", u"复核人", 75},
    // Added by V5.001.
    Field{"zrrzjlxDm", u"自然人证件类型", 3, Need::May, Form::OneOf, u"201 208 210 213 227 233 237 238"},
    Field{"zrrzjhm", u"自然人证件号码", 30},
    Field{"zrrgjDm", u"自然人国籍", 3},
    Field{"jbrsfzjzlDm", u"经办人证件种类", 3},
    Field{"jbrgjhdqDm", u"经办人国家地区", 3},
    Field{"jbrnsrsbh", u"经办人税号", 20, Need::May, Form::TaxNumber},
    Field{"sfzsxsfdzdh", u"展示销售方地址标志", 1, Need::May, Form::OneOf, yesNo},
    Field{"sfzsgmfdzdh", u"展示购买方地址标志", 1, Need::May, Form::OneOf, yesNo},
    Field{"fpkjfsDm", u"发票开具方式", 1, Need::Must, Form::OneOf, u"4 5"},
    Field{"lqkpmsDm", u"乐企开票模式", 2, Need::May, Form::OneOf, u"01 02"},
    Field{"mtpzxx", u"煤炭品质信息", 50},
    Field{"sszyfwxybh", u"涉税服务协议编号", 20},
    Field{"sfkjsszyfwfppm", u"涉税服务品目标志", 1, Need::May, Form::OneOf, yesNo},
};

constexpr std::array lineFields = {
    Field{"mxxh", u"序号", 8, Need::Must, Form::Count},
    Field{"dylzfpmxxh", u"对应蓝字明细序号", 8, Need::May, Form::Count},
    Field{"xmmc", u"项目名称", 600, Need::Must},
    Field{"hwhyslwfwmc", u"货物服务名称", 300, Need::Must},
    Field{"spfwjc", u"商品服务简称", 120, Need::Must},
    Field{"ggxh", u"规格型号", 150},
    Field{"dw", u"单位", 300},
    Field{"sl", u"数量", 25, Need::May, Form::Decimal},
    Field{"dj", u"单价", 25, Need::May, Form::Decimal},
    Field{"je", u"金额", 20, Need::Must, Form::Amount},
    Field{"slv", u"税率", 17, Need::Must, Form::Rate},
    Field{"se", u"税额", 20, Need::Must, Form::Amount},
    Field{"hsje", u"含税金额", 20, Need::Must, Form::Amount},
    Field{"kce", u"扣除额", 20, Need::May, Form::Amount},
    Field{"sphfwssflhbbm", u"税收分类编码", 19, Need::Must, Form::Digits},
    Field{"fphxz", u"发票行性质", 2, Need::Must, Form::OneOf, u"00 01 02"},
    Field{"yhzcbs", u"优惠政策标识", 2, Need::May, Form::OneOf, preferenceCodes},
    Field{"mtzl", u"煤炭种类", 4, Need::May, Form::OneOf, u"0100 0201 0202 0203 0204 0300"},
};

constexpr std::array elementFields = {
    Field{"fjysmc", u"附加要素名称", 200},
    Field{"fjyslx", u"附加要素类型", 200},
    Field{"fjysz", u"附加要素值", 200},
};

constexpr std::array voucherFields = {
    Field{"xh", u"序号", 8, Need::Must, Form::Count},
    Field{"pzlx", u"凭证类型", 2, Need::Must, Form::OneOf, voucherCodes},
    Field{"fpdm", u"发票代码", 12, Need::May, Form::Digits},
    Field{"fphm", u"发票号码", 30, Need::May, Form::Digits},
    Field{"cepzhm", u"凭证号码", 40},
    Field{"kjrq", u"开具日期", 10, Need::May, Form::Day},
    Field{"pzhjje", u"凭证合计金额", 20, Need::Must, Form::Amount},
    Field{"bckcje", u"本次扣除金额", 20, Need::Must, Form::Amount},
    Field{"bz", u"备注", 450},
};

constexpr std::array paymentFields = {
    Field{"zfqdDm", u"支付渠道", 3, Need::May, Form::OneOf, channelCodes},
    Field{"jydh", u"交易单号", 40},
    Field{"jylsh", u"交易流水号", 50},
};

constexpr qsizetype maxLines = 5000;
} // namespace

Check checkFields(Json::Value invoice)
{
    KP_CHECK(checkAgainst(headFields, invoice, 0));
    KP_CHECK(checkList(invoice.member("fjysList"), elementFields, u"附加要素fjysList"));
    KP_CHECK(checkList(invoice.member("cekcList"), voucherFields, u"扣除凭证cekcList"));
    KP_CHECK(checkList(invoice.member("zfxxList"), paymentFields, u"支付信息zfxxList"));
    const QList<Json::Value> lines = invoice.member("fpmxList").items();
    if (lines.isEmpty())
        return Finding{Group::Field, u"发票明细fpmxList不能为空"_s};
    if (lines.size() > maxLines)
        return Finding{Group::Field, u"发票明细超过%1行"_s.arg(maxLines)};
    for (qsizetype i = 0; i < lines.size(); ++i)
        KP_CHECK(checkAgainst(lineFields, lines.at(i), i + 1));
    return std::nullopt;
}

} // namespace kp::sandbox

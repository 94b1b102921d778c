// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/order_fields.h"

#include "core/document/workbook/texts.h"

namespace kp::workbook
{

namespace
{
using Draft = InvoiceDraft;
using Line = DraftLine;

/// The choices of both 是否展示… columns name what they show.
constexpr QStringView contactChoice = u"地址";
constexpr QStringView bankChoice = u"银行";

template<auto Member>
QString putDraftText(Draft &draft, const QString &text)
{
    draft.*Member = text;
    return {};
}
template<auto Member>
QString putBuyer(Draft &draft, const QString &text)
{
    draft.buyer.*Member = text;
    return {};
}
QString putDocumentType(IdDocument &document, const QString &text)
{
    const IdDocumentRow *type = idDocumentTypeNamed(text);
    document.type = type != nullptr ? QString::fromLatin1(type->code) : QString();
    return type != nullptr
               ? QString()
               : OrderWorkbookText::tr("\"%1\" is not an identity document of the official list.").arg(text);
}
QString putBuyerDocumentType(Draft &draft, const QString &text)
{
    return putDocumentType(draft.buyerDocument, text);
}
QString putAgentDocumentType(Draft &draft, const QString &text)
{
    return putDocumentType(draft.agent.document, text);
}
template<auto Member>
QString putBuyerDocument(Draft &draft, const QString &text)
{
    draft.buyerDocument.*Member = text;
    return {};
}
template<auto Member>
QString putAgent(Draft &draft, const QString &text)
{
    draft.agent.*Member = text;
    return {};
}
template<auto Member>
QString putAgentDocument(Draft &draft, const QString &text)
{
    draft.agent.document.*Member = text;
    return {};
}
QString putWaiver(Draft &draft, const QString &text)
{
    draft.waiver = fromOfficial<WaiverReason>(text).value_or(WaiverReason::None); // the drop-down knows no other
    return {};
}
template<auto Member>
QString putElement(ExtraElement &element, const QString &text)
{
    element.*Member = text;
    return {};
}
template<auto Member>
QString putFlag(Draft &draft, const QString &text)
{
    draft.*Member = text == u"是";
    return {};
}
template<auto Contact, auto Bank>
QString putShown(Draft &draft, const QString &text)
{
    draft.*Contact = text.contains(contactChoice);
    draft.*Bank = text.contains(bankChoice);
    return {};
}
QString putKind(Draft &draft, const QString &text)
{
    draft.kind = invoiceKindFromOfficial(text).value_or(InvoiceKind::Ordinary); // the drop-down knows no third
    return {};
}

template<auto Member>
QString putLineText(Line &line, const QString &text)
{
    line.*Member = text;
    return {};
}
template<auto Member>
QString putDecimal(Line &line, const QString &text)
{
    line.*Member = Decimal::parse(text);
    return line.*Member ? QString() : OrderWorkbookText::tr("\"%1\" is not a number.").arg(text);
}
template<auto Member>
QString putMoney(Line &line, const QString &text)
{
    line.*Member = Money::parse(text);
    return line.*Member ? QString() : OrderWorkbookText::tr("%1 is too large an amount.").arg(text);
}
QString putDiscount(Line &line, const QString &text)
{
    const QString problem = putMoney<&Line::discount>(line, text);
    if (line.discount && line.discount->isZero())
        line.discount.reset(); // 0 says: no discount
    return problem;
}
QString putRate(Line &line, const QString &text)
{
    line.rate = TaxRate::parse(text);
    return line.rate ? QString() : OrderWorkbookText::tr("\"%1\" is not a tax rate; write 13% as 0.13.").arg(text);
}
QString putPreference(Line &line, const QString &text)
{
    const auto preference = preferenceFromOfficial(text);
    line.preference = preference.value_or(Preference::None);
    return preference ? QString() : OrderWorkbookText::tr("The preferential policy %1 is not supported yet.").arg(text);
}

constexpr ColumnField<Draft> headTable[] = {
    {u"发票流水号", "serial", Cleaning::Loose, putDraftText<&Draft::serial>},
    {u"发票类型", "kind", Cleaning::Code, putKind},
    {u"是否含税", "taxIncluded", Cleaning::Code, putFlag<&Draft::taxIncluded>},
    {u"受票方自然人标识", "naturalPerson", Cleaning::Code, putFlag<&Draft::naturalPerson>},
    {u"购买方名称", "buyer.name", Cleaning::Words, putBuyer<&Party::name>},
    {u"购买方纳税人识别号", "buyer.taxNumber", Cleaning::Capitals, putBuyer<&Party::taxNumber>},
    {u"购买方证件类型", "buyer.idType", Cleaning::Code, putBuyerDocumentType},
    {u"购买方证件号码", "buyer.idNumber", Cleaning::Capitals, putBuyerDocument<&IdDocument::number>},
    {u"购买方国籍（或地区）", "buyer.country", Cleaning::Words, putBuyerDocument<&IdDocument::country>},
    {u"购买方地址", "buyer.address", Cleaning::Words, putBuyer<&Party::address>},
    {u"购买方电话", "buyer.phone", Cleaning::Loose, putBuyer<&Party::phone>},
    {u"购买方开户银行", "buyer.bank", Cleaning::Words, putBuyer<&Party::bank>},
    {u"购买方银行账号", "buyer.account", Cleaning::Loose, putBuyer<&Party::account>},
    {u"是否展示购买方地址电话银行账号", "showBuyerContact", Cleaning::Code,
        putShown<&Draft::showBuyerContact, &Draft::showBuyerBank>},
    {u"是否开具涉税专业服务发票品目", "taxService", Cleaning::Code, putFlag<&Draft::taxService>},
    {u"涉税专业服务协议编号", "serviceAgreement", Cleaning::Loose, putDraftText<&Draft::serviceAgreement>},
    {u"备注", "remark", Cleaning::Paragraph, putDraftText<&Draft::remark>},
    {u"是否展示销售方地址电话银行账号", "showSellerContact", Cleaning::Code,
        putShown<&Draft::showSellerContact, &Draft::showSellerBank>},
    {u"购买方邮箱", "buyerEmail", Cleaning::Code, putDraftText<&Draft::buyerEmail>},
    {u"购买方经办人姓名", "agent.name", Cleaning::Words, putAgent<&Agent::name>},
    {u"购买方经办人证件类型", "agent.idType", Cleaning::Words, putAgentDocumentType},
    {u"购买方经办人证件号码", "agent.idNumber", Cleaning::Capitals, putAgentDocument<&IdDocument::number>},
    {u"经办人国籍(地区)", "agent.country", Cleaning::Words, putAgentDocument<&IdDocument::country>},
    {u"经办人自然人纳税人识别号", "agent.taxNumber", Cleaning::Capitals, putAgent<&Agent::taxNumber>},
    {u"放弃享受减按1%征收率原因", "waiver", Cleaning::Code, putWaiver},
    {u"收款人", "payee", Cleaning::Words, putDraftText<&Draft::payee>},
    {u"复核人", "reviewer", Cleaning::Words, putDraftText<&Draft::reviewer>},
};

constexpr ColumnField<Line> lineTable[] = {
    {u"项目名称", "item", Cleaning::Words, putLineText<&Line::item>},
    {u"商品和服务税收编码", "classification", Cleaning::Code, putLineText<&Line::classification>},
    {u"规格型号", "spec", Cleaning::Words, putLineText<&Line::spec>},
    {u"单位", "unit", Cleaning::Words, putLineText<&Line::unit>},
    {u"数量", "quantity", Cleaning::Number, putDecimal<&Line::quantity>},
    {u"单价", "price", Cleaning::Number, putDecimal<&Line::price>},
    {u"金额", "amount", Cleaning::Number, putMoney<&Line::amount>},
    {u"税率", "rate", Cleaning::Number, putRate},
    {u"折扣金额", "discount", Cleaning::Number, putDiscount},
    {u"优惠政策类型", "preference", Cleaning::Code, putPreference},
};

constexpr ColumnField<ExtraElement> elementTable[] = {
    {u"附加要素名称", "name", Cleaning::Words, putElement<&ExtraElement::name>},
    {u"附加要素内容", "value", Cleaning::Words, putElement<&ExtraElement::value>},
};

constexpr ColumnField<Line> items[] = {
    {u"项目名称", "item", Cleaning::Words, putLineText<&Line::item>},
    {u"商品和服务税收分类编码", "classification", Cleaning::Code, putLineText<&Line::classification>},
    {u"规格型号", "spec", Cleaning::Words, putLineText<&Line::spec>},
    {u"单位", "unit", Cleaning::Words, putLineText<&Line::unit>},
    {u"商品数量", "quantity", Cleaning::Number, putDecimal<&Line::quantity>},
    {u"商品单价", "price", Cleaning::Number, putDecimal<&Line::price>},
    {u"金额", "amount", Cleaning::Number, putMoney<&Line::amount>},
    {u"税率", "rate", Cleaning::Number, putRate},
    {u"折扣金额", "discount", Cleaning::Number, putDiscount},
    {u"优惠政策类型", "preference", Cleaning::Code, putPreference},
};
} // namespace

std::span<const ColumnField<Draft>> headFields()
{
    return headTable;
}

std::span<const ColumnField<Line>> lineFields()
{
    return lineTable;
}

std::span<const ColumnField<ExtraElement>> elementFields()
{
    return elementTable;
}

std::span<const ColumnField<Line>> itemFields()
{
    return items;
}

bool isSellersOwn(QStringView column)
{
    return column == u"销售方开户行" || column == u"销售方银行账号";
}

} // namespace kp::workbook

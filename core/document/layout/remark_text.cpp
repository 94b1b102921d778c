// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/layout/remark_text.h"

#include <QStringList>

#include <initializer_list>
#include <utility>

namespace kp::document
{

using namespace Qt::StringLiterals;

namespace
{
/// What stands between the parts of the first paragraph.
const QString gap = u";    "_s;

/// "标签:值;" for each pair that has a value, joined as the official face joins them.
QString labelled(std::initializer_list<std::pair<QString, QString>> pairs)
{
    QString out;
    for (const auto &[label, value] : pairs) {
        if (value.isEmpty())
            continue;
        if (!out.isEmpty())
            out += u' ';
        out += label + u':' + value + u';';
    }
    return out;
}

/// One party's line of the remark.
QString partyRemark(const Party &party, const QString &side, bool showContact, bool showBank)
{
    QString out;
    if (showContact)
        out += labelled({{side + u"地址"_s, party.address}, {u"电话"_s, party.phone}});
    if (showBank)
        out += labelled({{side + u"开户银行"_s, party.bank}, {u"银行账号"_s, party.account}});
    return out;
}

/// What the tax mode says: 差额开票 only that it is one, 全额开票 how much is deducted.
QString deductionRemark(const Invoice &invoice)
{
    switch (invoice.taxMode) {
    case TaxMode::MarginNet:
        return u"差额征税"_s;
    case TaxMode::MarginGross:
        if (!invoice.lines.isEmpty() && invoice.lines.first().deduction)
            return u"扣除额：%1元。"_s.arg(invoice.lines.first().deduction->toString());
        break;
    case TaxMode::Ordinary:
    case TaxMode::Reduced:
        break;
    }
    return {};
}

/// What is reversed, deduction, elements, the clerk's own words: one paragraph.
QString firstParagraph(const Invoice &invoice)
{
    QStringList parts;
    if (invoice.isRed())
        parts.append(u"被红冲发票号码："_s + invoice.reversal.blueNumber);
    parts.append(deductionRemark(invoice));
    for (const ExtraElement &element : invoice.elements)
        parts.append(element.name + u':' + element.value);
    parts.append(invoice.remark);
    parts.removeAll(QString());
    return parts.join(gap);
}
} // namespace

QString remarkText(const Invoice &invoice)
{
    QStringList lines{firstParagraph(invoice),
        partyRemark(invoice.buyer, u"购方"_s, invoice.showBuyerContact, invoice.showBuyerBank),
        partyRemark(invoice.seller, u"销方"_s, invoice.showSellerContact, invoice.showSellerBank),
        labelled({{u"收款人"_s, invoice.payee}, {u"复核人"_s, invoice.reviewer}})};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace kp::document

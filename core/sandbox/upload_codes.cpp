// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the upload rules that concerns names, codes, rates and preferences: §7.4, §7.5.
#include "core/sandbox/upload_rules.h"

#include <algorithm>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
Decimal permille(int value)
{
    return Decimal::fromParts(value, 3);
}

bool isZeroRated(const UploadedLine &line)
{
    return line.rate.isZero();
}

/// 未发生销售行为的不征税项目: codes 6….
bool isUntaxedItem(const UploadedLine &line)
{
    return line.code.startsWith(u'6');
}

/// Telecom companies may use three headings, each at one rate (§7.4).
bool isTelecomHeading(const UploadedLine &line, const UploadedInvoice &invoice, const Company &company)
{
    if (!company.industry.startsWith(u"63"))
        return false;
    if (line.code == u"3030100000000000000")
        return line.rate == permille(90);
    if (line.code == u"3030200000000000000")
        return line.rate == permille(60);
    return line.code == u"3030000000000000000" && isZeroRated(line) && line.preference == u"04" && !invoice.isSpecial();
}

/// Preference against rate (§7.5): the words of the objection, empty when they agree.
QString preferenceObjection(const UploadedLine &line, Rate::Kind rateKind)
{
    const QString &preference = line.preference;
    const Decimal &rate = line.rate;
    if (preference.isEmpty())
        return {};
    const QString words = u"优惠政策%1与税率不匹配"_s.arg(preference);
    bool fits = false;
    if (preference == u"01")
        fits = rate == permille(30) || rate == permille(50);
    else if (preference == u"03" || preference == u"04")
        fits = rate.isZero();
    else if (preference == u"08")
        fits = rate == permille(30);
    else if (preference == u"09")
        fits = rate == permille(50);
    else if (preference == u"10")
        fits = rate == permille(15) && line.code.startsWith(u"304050202"); // 不动产经营租赁 only
    else // refunds and rare earths are taxed at the normal rate
        fits = rateKind == Rate::Kind::Tax && !rate.isZero();
    return fits ? QString() : words;
}

Check checkLine(const UploadedLine &line, const UploadedInvoice &invoice, const Company &company,
    const Classification &classification, const QList<Rate> &rates)
{
    const auto found = [&](const QString &what) { return Finding{Group::Line, place(line.place) + what}; };
    if (!classification.contains(line.code))
        return found(u"税收分类编码不存在"_s);
    if (classification.isSummary(line.code) && !isTelecomHeading(line, invoice, company))
        return found(u"汇总项编码不能用于开票"_s);
    if (!classification.hasShortName(line.code, line.shortName, invoice.issuedAt.date()))
        return found(u"简称与编码不符，应为%1"_s.arg(classification.shortName(line.code)).left(24));
    if (line.printedName != u'*' + line.shortName + u'*' + line.item)
        return found(u"货物服务名称须为*简称*项目名称"_s);

    const auto rate = std::find_if(rates.cbegin(), rates.cend(), [&](const Rate &r) { return r.value == line.rate; });
    if (rate == rates.cend())
        return found(u"税率%1不在可用税率内"_s.arg(line.rate.toString()));
    if (!rate->inUse())
        return found(u"税率%1已停用"_s.arg(line.rate.toString()));
    if (invoice.isSpecial() && isZeroRated(line))
        return found(u"专用发票不能有零税率或免税行"_s);
    if (const QString words = preferenceObjection(line, rate->kind); !words.isEmpty())
        return found(words);
    if (isZeroRated(line) && line.preference.isEmpty() && invoice.exportPolicy.isEmpty())
        return found(u"零税率须填优惠政策或出口政策"_s);
    if (isUntaxedItem(line) && line.preference != u"04")
        return found(u"6开头编码须填优惠政策04不征税"_s);
    if (line.preference == u"04" && !isUntaxedItem(line) && !classification.isSummary(line.code))
        return found(u"不征税只能用6开头的编码"_s);
    return std::nullopt;
}

bool isPassengerAir(const UploadedLine &line)
{
    return line.code.startsWith(u"3010301010") || line.code.startsWith(u"3010504010");
}

/// 不征税 stands alone on an invoice, but for two charges that come with what they are charged for (§7.5).
Check checkUntaxedMix(const UploadedInvoice &invoice)
{
    const auto untaxed = [](const UploadedLine &line) { return line.preference == u"04"; };
    const QList<UploadedLine> &lines = invoice.lines;
    if (std::none_of(lines.cbegin(), lines.cend(), untaxed) || std::all_of(lines.cbegin(), lines.cend(), untaxed))
        return std::nullopt;
    const bool waterOnly = std::all_of(lines.cbegin(), lines.cend(),
        [&](const UploadedLine &line) { return !untaxed(line) || line.code == u"6110000000000000000"; });
    const bool flightWithFund = std::all_of(lines.cbegin(), lines.cend(), [&](const UploadedLine &line) {
        return untaxed(line) ? line.code == u"6130000000000000000" : isPassengerAir(line);
    });
    if (waterOnly || flightWithFund)
        return std::nullopt;
    return Finding{Group::Line, u"不征税项目不能与其他项目混开"_s};
}

Check checkReducedRentMix(const UploadedInvoice &invoice)
{
    const auto reduced = [](const UploadedLine &line) { return line.preference == u"10"; };
    if (std::none_of(invoice.lines.cbegin(), invoice.lines.cend(), reduced) ||
        std::all_of(invoice.lines.cbegin(), invoice.lines.cend(), reduced))
        return std::nullopt;
    return Finding{Group::Line, u"减按1.5%计征不能与其他项目混开"_s};
}
} // namespace

Check checkCodes(const UploadedInvoice &invoice, const Company &company, const Classification &classification,
    const QList<Rate> &rates)
{
    for (const UploadedLine &line : invoice.lines)
        KP_CHECK(checkLine(line, invoice, company, classification, rates));
    KP_CHECK(checkUntaxedMix(invoice));
    KP_CHECK(checkReducedRentMix(invoice));
    return std::nullopt;
}

} // namespace kp::sandbox

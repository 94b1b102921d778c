// SPDX-License-Identifier: GPL-3.0-or-later
// Usable rates and classification codes: leqi-protocol §4.7, §4.8.
#include "core/sandbox/operation.h"
#include "core/sandbox/rates.h"

#include <QJsonArray>

#include <algorithm>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

QList<Rate> ratesFor(const QString &taxpayerKind)
{
    const auto permille = [](int value) { return Decimal::fromParts(value, 3); };
    const Rate::Kind tax = Rate::Kind::Tax;
    const Rate::Kind levy = Rate::Kind::Levy;
    if (taxpayerKind == u"2")
        return {{levy, permille(10), {}, {}}, {levy, permille(30), {}, {}}, {levy, permille(50), {}, {}},
            {levy, permille(15), {}, {}}, {tax, permille(0), {}, {}}};
    return {{tax, permille(130), u"17%,16%"_s, {}}, {tax, permille(90), u"11%,10%"_s, {}}, {tax, permille(60), {}, {}},
        {tax, permille(0), {}, {}}, {levy, permille(50), {}, {}}, {levy, permille(30), {}, {}},
        {levy, permille(15), {}, {}}, {tax, permille(170), {}, u"2018-04-30"_s},
        {tax, permille(110), {}, u"2018-04-30"_s}, {tax, permille(160), {}, u"2019-03-31"_s},
        {tax, permille(100), {}, u"2019-03-31"_s}};
}

Answer rateList(const Call &call)
{
    QJsonArray list;
    for (const Rate &rate : ratesFor(call.company.kind)) {
        const QString plain = rate.value.toString();
        const QString fraction = plain.section(u'.', 1);
        list.append(QJsonObject{{u"csxz"_s, rate.kind == Rate::Kind::Tax ? u"1"_s : u"2"_s},
            {u"slzsl"_s, plain.section(u'.', 0, 0) + u'.' + fraction.leftJustified(6, u'0')},
            {u"yslbz"_s, rate.inUse() ? u"N"_s : u"Y"_s}, {u"dyysl"_s, rate.replaces},
            {u"cszt"_s, rate.inUse() ? u"0"_s : u"1"_s}, {u"yxqq"_s, u"2016-05-01"_s},
            {u"yxqz"_s, rate.inUse() ? u"9999-12-31"_s : rate.stoppedOn}, {u"tyrq"_s, rate.stoppedOn}});
    }
    return success({{u"count"_s, QString::number(list.size())}, {u"slzslList"_s, list}});
}

Answer classificationTable(const Call &call)
{
    if (const std::optional<Answer> refused = refusedTaxpayer(call))
        return *refused;
    const QString since = call.request.member("sjc").text();
    const bool plain = std::all_of(since.cbegin(), since.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!plain || (!since.isEmpty() && since.size() != 14))
        return refusal(u"时间戳sjc须为yyyyMMddHHmmss"_s);
    const Classification::Extract extract = call.classification.changedSince(since);
    // A platform whose clock was set back must not hand out a stamp older than its table.
    const QString stamp = std::max(call.clock.now().toString(u"yyyyMMddHHmmss"_s), call.classification.edition());
    // Written by hand: the list is megabytes of JSON already.
    return R"({"returncode":"00","returnmsg":"成功","sjc":")" + stamp.toLatin1() + R"(","count":")" +
           QByteArray::number(extract.count) + R"(","ssbmList":)" + extract.list + "}";
}

} // namespace kp::sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
// Who the taxpayer is and whether it may issue: leqi-protocol §3.4, §4.5, §4.6.
#include "core/sandbox/operation.h"

#include <QJsonArray>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

Answer taxpayerFacts(const Call &call)
{
    if (const std::optional<Answer> refused = refusedTaxpayer(call))
        return *refused;
    const Company &c = call.company;
    const QJsonObject facts{{u"nsrsbh"_s, c.taxNumber},
        {u"djxh"_s, u"1000"_s + c.area + u"0000"_s + c.taxNumber.sliced(8, 9)}, {u"ssdabh"_s, c.taxNumber},
        {u"nsrmc"_s, c.name}, {u"nsrlx"_s, c.kind}, {u"scjydz"_s, c.address}, {u"zcdyzbm"_s, u"000000"_s},
        {u"zcdlxdh"_s, c.phone}, {u"fddbrxm"_s, c.representative}, {u"djzclxdm"_s, u"173"_s}, {u"hydm"_s, c.industry},
        {u"qxjswjgdm"_s, c.authority()}, {u"zgswskfjdm"_s, c.authority()}, {u"zgswskfjmc"_s, u"演练税务所"_s},
        {u"cwfzrxm"_s, c.representative}, {u"khhmc"_s, c.bank}, {u"yhzh"_s, c.account}, {u"bsrxm"_s, c.representative},
        {u"xdpsdqybz"_s, u"Y"_s}, {u"ckqyfldm"_s, QString()}, {u"zfjglxdm"_s, u"0"_s}, {u"yhyywddm"_s, QString()},
        {u"nsrztdm"_s, c.state}, {u"yxqq"_s, u"2020-01-01"_s}, {u"yxqz"_s, u"9999-12-31"_s}};
    return success({{u"jcxx"_s, facts}, {u"qyhyxzGrid"_s, QJsonArray()}, {u"xfsnsrlxGrid"_s, QJsonArray()}});
}

Answer taxpayerRisk(const Call &call)
{
    if (const std::optional<Answer> refused = refusedTaxpayer(call))
        return *refused;
    const Company &c = call.company;
    return success({{u"nsrsbh"_s, c.taxNumber}, {u"fxnsrlx"_s, c.risk}, {u"nsrxydj"_s, c.credit},
        {u"nsryjjb"_s, c.alert}, {u"fxnsrbz"_s, c.flagged}});
}

// The answers of the two initialisers are not documented (§3.4); these members are this platform's own choice.
Answer virtualCompany(const Call &call)
{
    if (const std::optional<Answer> refused = refusedTaxpayer(call))
        return *refused;
    const Company &c = call.company;
    return success(
        {{u"nsrsbh"_s, c.taxNumber}, {u"nsrmc"_s, c.name}, {u"ssjswjgDm"_s, c.authority()}, {u"sydwptbh"_s, c.unitId}});
}

Answer initialiseCompany(const Call &call)
{
    if (const std::optional<Answer> refused = refusedTaxpayer(call))
        return *refused;
    forgetCompany(call.store, call.company.taxNumber);
    return success({{u"nsrsbh"_s, call.company.taxNumber}});
}

} // namespace kp::sandbox

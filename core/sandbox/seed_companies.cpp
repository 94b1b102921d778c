// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/company.h"

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

QList<Company> seedCompanies()
{
    // 演练 = practice. The organisation codes begin with YL and belong to nobody; both check digits of each
    // 统一社会信用代码 (GB 32100, GB 11714) are right, since clients check them.
    const QString firstConnection = u"5a6d00000000000001a1"_s;
    const Company technology{.taxNumber = u"91110000YL0000012K"_s,
        .unitId = firstConnection,
        .connectionId = firstConnection,
        .name = u"演练云杉科技有限公司"_s,
        .kind = u"1"_s,
        .area = u"11"_s,
        .industry = u"6510"_s,
        .address = u"北京市演练区云杉路1号"_s,
        .phone = u"010-00000001"_s,
        .bank = u"演练银行云杉支行"_s,
        .account = u"1100000000000000001"_s,
        .representative = u"演云杉"_s,
        .quota = Money::fromFen(1'000'000'000'000)};
    const Company trade{.taxNumber = u"91310000YL0000020U"_s,
        .unitId = u"5a6d00000000000001b2"_s,
        .connectionId = firstConnection,
        .name = u"演练海棠商贸有限公司"_s,
        .kind = u"1"_s,
        .area = u"31"_s,
        .industry = u"5191"_s,
        .address = u"上海市演练区海棠路2号"_s,
        .phone = u"021-00000002"_s,
        .bank = u"演练银行海棠支行"_s,
        .account = u"3100000000000000002"_s,
        .representative = u"演海棠"_s,
        .quota = Money::fromFen(1'000'000'000'00)};
    const Company catering{.taxNumber = u"91440000YL0000039U"_s,
        .unitId = u"5a6d00000000000002a1"_s,
        .connectionId = u"5a6d00000000000002a1"_s,
        .name = u"演练小满餐饮店"_s,
        .kind = u"2"_s,
        .area = u"44"_s,
        .industry = u"6210"_s,
        .address = u"广州市演练区小满巷3号"_s,
        .phone = u"020-00000003"_s,
        .bank = u"演练银行小满支行"_s,
        .account = u"4400000000000000003"_s,
        .representative = u"演小满"_s,
        .quota = Money::fromFen(5'000'000'00)};
    const Company risky{.taxNumber = u"91330000YL0000047U"_s,
        .unitId = u"5a6d00000000000003a1"_s,
        .connectionId = u"5a6d00000000000003a1"_s,
        .name = u"演练高风险贸易有限公司"_s,
        .kind = u"1"_s,
        .area = u"33"_s,
        .industry = u"5191"_s,
        .address = u"杭州市演练区惊蛰路4号"_s,
        .phone = u"0571-00000004"_s,
        .bank = u"演练银行惊蛰支行"_s,
        .account = u"3300000000000000004"_s,
        .representative = u"演惊蛰"_s,
        .risk = u"01"_s,
        .credit = u"D"_s,
        .quota = Money::fromFen(1'000'000'00)};
    const Company telecom{.taxNumber = u"91510000YL0000055U"_s,
        .unitId = u"5a6d00000000000004a1"_s,
        .connectionId = u"5a6d00000000000004a1"_s,
        .name = u"演练灵犀通信有限公司"_s,
        .kind = u"1"_s,
        .area = u"51"_s,
        .industry = u"6312"_s,
        .address = u"成都市演练区灵犀路5号"_s,
        .phone = u"028-00000005"_s,
        .bank = u"演练银行灵犀支行"_s,
        .account = u"5100000000000000005"_s,
        .representative = u"演灵犀"_s,
        .quota = Company::onDemandQuota};
    return {technology, trade, catering, risky, telecom};
}

} // namespace kp::sandbox

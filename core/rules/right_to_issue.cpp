// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/right_to_issue.h"

#include "core/rules/texts.h"

namespace kp::rules
{

QStringList obstaclesToIssuing(const Company &company)
{
    QStringList out;
    if (!company.stateCode.isEmpty() && company.stateCode != u"03" && company.stateCode != u"09")
        out.append(ChecksText::tr("The taxpayer's state is %1. Only 03 (normal) and 09 (reported for inspection) may "
                                  "issue. Ask the tax office.")
                       .arg(company.stateCode));
    if (company.riskClass == u"01" || company.alert == u"01" || company.riskMarked)
        out.append(
            ChecksText::tr("The tax authority has marked this company as a risk and does not let it issue. Ask the tax "
                           "office."));
    return out;
}

} // namespace kp::rules

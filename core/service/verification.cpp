// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/verification.h"

#include <QCoreApplication>

#include <algorithm>

namespace kp::service
{

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Verification)
};
} // namespace

bool VerificationReport::clean() const
{
    return complaints().isEmpty();
}

QStringList VerificationReport::complaints() const
{
    QStringList out;
    for (const QString &broken : damage)
        out.append(Text::tr("The database file is damaged: %1").arg(broken));
    if (!audit.clean())
        out.append(Text::tr("The audit journal is broken at entry %1: %2").arg(audit.firstBad).arg(audit.reason));
    for (const OfCompany &one : companies) {
        const QString name = one.company.party.name;
        for (const QString &number : one.numbers.lost)
            out.append(Text::tr("%1: number %2 was handed out and is neither used nor free.").arg(name, number));
        for (const QString &number : one.numbers.doubled)
            out.append(Text::tr("%1: number %2 is used more than once.").arg(name, number));
        for (const QString &number : one.numbers.foreign)
            out.append(Text::tr("%1: number %2 belongs to no range of this company.").arg(name, number));
        for (const store::RangeAccount &range : one.numbers.ranges)
            if (!range.adds())
                out.append(Text::tr("%1: the range from %2 does not add up.").arg(name, range.range.range.first));
    }
    return out;
}

Result<VerificationReport> verifyBooks(store::Stores &stores)
{
    VerificationReport report;
    KP_TRY(damage, stores.database.damage());
    report.damage = damage;
    KP_TRY(audit, stores.audit.verify());
    report.audit = audit;
    KP_TRY(companies, stores.companies.companies(store::Scope::everything()));
    for (const Company &company : companies) {
        KP_TRY(numbers, stores.numbers.accounting(company.id));
        report.companies.append({company, numbers});
    }
    return report;
}

} // namespace kp::service

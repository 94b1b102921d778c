// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/buyer_proposals.h"

#include "ui/pages/issuing/look_up.h"

namespace kp
{

namespace
{
constexpr int mostBuyers = 20;

Proposal proposalOf(const Customer &customer)
{
    const QString &number = customer.party.taxNumber;
    const QString detail = customer.code.isEmpty() ? number : customer.code + QStringLiteral("   ") + number;
    return {.text = customer.party.name, .detail = detail, .value = QVariant::fromValue(customer)};
}
} // namespace

Proposer buyerProposer(Office &office, QObject *context)
{
    return [&office, context](const QString &typed) {
        const auto found = office.reader().run(
            [actor = office.actor(), company = companyOf(office), typed](
                service::Reading &reading) { return reading.customers(actor, company, typed.trimmed(), mostBuyers); });
        const auto proposalIn = [alone = areInitials(typed.trimmed())](const Customer &customer, bool isOnly) {
            Proposal proposal = proposalOf(customer);
            proposal.sure = alone && isOnly;
            return proposal;
        };
        return proposals<Customer>(context, found, proposalIn);
    };
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/customer_meant.h"

#include "core/rules/tax_number.h"

#include <algorithm>

namespace kp::service
{

namespace
{
bool isRight(const QString &number)
{
    return rules::checkTaxNumber(number) == rules::NumberCheck::Valid;
}
} // namespace

Result<std::optional<QString>> numberMeant(store::Stores &stores, const Customer &buyer, CustomerId upTo)
{
    const QString &number = buyer.party.taxNumber;
    if (number.isEmpty() || isRight(number))
        return std::optional<QString>();
    KP_TRY(known, stores.customers.taxNumbers(buyer.company, buyer.party.name, upTo));
    const auto right = std::find_if(known.cbegin(), known.cend(), isRight);
    if (known.contains(number) || right == known.cend()) // somebody has entered it as it is, or nothing is known better
        return std::optional<QString>();
    return std::optional(*right);
}

} // namespace kp::service

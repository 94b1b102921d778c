// SPDX-License-Identifier: GPL-3.0-or-later
// The customers as proposals for the buyer of an invoice, wherever one is written.
#pragma once

#include "ui/kit/proposals.h"
#include "ui/pages/office.h"

namespace kp
{

/// Customers by a part of their name or tax number, by short code or initials. The value of a proposal is the Customer.
Proposer buyerProposer(Office &office, QObject *context);

} // namespace kp

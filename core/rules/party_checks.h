// SPDX-License-Identifier: GPL-3.0-or-later
// What check() has to say of the buyer and of who acts for the buyer; used within core/rules only.
#pragma once

#include "core/domain/invoice.h"
#include "core/rules/report.h"

namespace kp::rules
{

void checkBuyer(Report &report, const InvoiceDraft &draft);
void checkAgent(Report &report, const Agent &agent);

} // namespace kp::rules

// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a party wherever it is entered: the buyer of a draft, who acts for the buyer, a customer.
#pragma once

#include "core/domain/invoice.h"
#include "core/rules/report.h"

namespace kp::rules
{

void checkBuyer(Report &report, const InvoiceDraft &draft);
void checkAgent(Report &report, const Agent &agent);

/// A normalized tax number: characters the platform refuses are an error; a wrong check digit or an unusual form is a
/// warning, as there are old numbers that fail. Nothing is said of an empty one, or of one that is too long.
void checkTaxNumber(Report &report, const char *field, const QString &number);

/// Nothing is said of an empty one.
void checkEmail(Report &report, const char *field, const QString &email);

} // namespace kp::rules

// SPDX-License-Identifier: GPL-3.0-or-later
// The business object of each operation as the port's values (fact sheet §4, §5). Whatever the operation must tell and
// does not makes the answer unreadable; nothing is guessed.
#pragma once

#include "core/domain/platform.h"
#include "core/net/leqi/json.h"

namespace kp::leqi
{

Result<Taxpayer> taxpayerFrom(const JsonObject &answer);
Result<TaxpayerRisk> riskFrom(const JsonObject &answer);
/// Stopped rates are left out.
Result<QList<UsableRate>> ratesFrom(const JsonObject &answer);
/// A rate that can not be read is left out.
Result<QList<MarginCode>> marginCodesFrom(const JsonObject &answer);
/// A code the platform has stopped comes as a summary node, so that an older row of it becomes unusable too.
Result<ClassificationUpdate> classificationFrom(const JsonObject &answer);
Result<CreditState> creditFrom(const JsonObject &answer);
/// Both days must be there, except for credit given back: then the platform sends none.
Result<CreditValidity> validityFrom(const JsonObject &answer, bool givenBack);
/// First and last must be 20 digits and hold exactly the count between them.
Result<NumberRange> numbersFrom(const JsonObject &answer);
Result<QString> receiptFrom(const JsonObject &answer);
Result<QList<UploadVerdict>> verdictsFrom(const JsonObject &answer);

/// The provincial authority over a county's (qxjswjgdm, 11 digits: 1, six of the division, four of its own): 1, two
/// digits, eight zeros; the five planned cities are authorities of their own and keep four digits.
QString provincialAuthority(const QString &county);

} // namespace kp::leqi

// SPDX-License-Identifier: GPL-3.0-or-later
// 纳税人识别号 and identity cards: forms and check digits (GB 32100-2015, GB 11714-1997, GB 11643-1999).
#pragma once

#include <QString>

namespace kp::rules
{

enum class NumberCheck {
    Valid,
    WrongCheckDigit, ///< the form is right, a check digit is not: worth asking, as some old numbers fail
    WrongForm,       ///< neither length nor characters are those of such a number
};

/// The form numbers are stored and compared in: capitals, ASCII, no spaces.
QString normalizeTaxNumber(const QString &text);

/// Whether the platform takes it at all: 1 … 20 digits and capitals.
bool hasTaxNumberCharacters(QStringView number);

/// A normalized 统一社会信用代码 (18), identity card (18), or older number (15, 17, 20: only the characters are known).
NumberCheck checkTaxNumber(QStringView number);

/// 统一社会信用代码: both its own check digit and that of the organisation code within it.
NumberCheck checkCreditCode(QStringView number);

/// Resident identity card: area, date of birth and check digit.
NumberCheck checkIdCard(QStringView number);

} // namespace kp::rules

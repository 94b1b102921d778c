// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of fields: which a request has, which must be there, how long they may be and of what form.
#pragma once

#include "core/sandbox/finding.h"
#include "core/sandbox/json.h"

#include <span>

namespace kp::sandbox
{

enum class Need { Must, May };
enum class Form {
    Text,
    Digits,
    TaxNumber, // digits and capitals
    Amount,    // number(18,2)
    Rate,      // number(16,6), a fraction from 0 to under 1
    Decimal,   // a decimal number as text
    Count,     // a whole number from 1 on
    Time,      // yyyy-MM-dd HH:mm:ss
    Day,       // yyyy-MM-dd
    OneOf,     // one of the codes listed
};

struct Field {
    const char *name;
    QStringView label;
    int bytes;
    Need need = Need::May;
    Form form = Form::Text;
    QStringView codes = {}; // for OneOf, with blanks between
};

/// Checks an object's fields for presence, length in UTF-8 bytes, form and range. @p line as for place().
Check checkAgainst(std::span<const Field> fields, Json::Value object, qsizetype line);
/// The same for the objects of an optional list, which is called @p label.
Check checkList(Json::Value list, std::span<const Field> fields, QStringView label);

} // namespace kp::sandbox

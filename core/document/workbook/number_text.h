// SPDX-License-Identifier: GPL-3.0-or-later
// What a clerk sees of a numeric cell: plain decimals, dates and times, leading zeros.
#pragma once

#include <QString>

#include <string_view>

namespace kp::workbook
{

/// What of a cell's number format changes its value's meaning; colours, separators and decimals do not.
struct NumberFormat {
    bool date = false;
    bool time = false;
    bool elapsed = false; ///< [h]:mm, hours beyond a day
    int zeroPadding = 0;  ///< "000000": at least so many digits

    [[nodiscard]] bool isMoment() const { return date || time; }
    friend bool operator==(const NumberFormat &, const NumberFormat &) = default;
};

/// Reads a format code such as `yyyy"年"m"月"d"日"` or `#,##0.00`.
NumberFormat numberFormat(QStringView code);

/// The formats that files name by number only (ECMA-376 §18.8.30, with the East Asian dates 27–36 and 50–58).
NumberFormat builtInFormat(int id);

/// The number without exponent, exact up to 15 significant digits and rounded to them beyond: Excel writes the binary
/// neighbour of what it shows (1.1300000000000001 for 1.13). Text that is no number comes back unchanged.
QString plainNumber(std::string_view raw);

/// A day number as ISO text: "2026-01-31", "2026-01-31 08:30:00" or "08:30:00", as the format shows a date, a time or
/// both. Empty when the number lies outside the calendar of Excel (1900-01-01 … 9999-12-31).
/// @param date1904 the workbook counts its days from 1904-01-01
QString momentText(std::string_view serial, const NumberFormat &format, bool date1904);

} // namespace kp::workbook

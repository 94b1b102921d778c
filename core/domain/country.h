// SPDX-License-Identifier: GPL-3.0-or-later
// 国家(地区): the names of the official template's drop-down, in its order.
#pragma once

#include <QStringView>

#include <span>

namespace kp
{

struct CountryRow {
    const char *code; ///< GB/T 2659, three digits; empty for a name that has none
    const char16_t *official;
};
std::span<const CountryRow> countries();
/// Null when the official list has no such name.
const CountryRow *countryNamed(QStringView official);

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// A database of many issued invoices of invented companies.
#pragma once

#include "app/bench/workshop.h"

namespace kp::bench
{

/// A closed database of so many invoices; made at the first call and kept in the cache. Fault: Storage.
Result<QString> manyInvoices(const Workshop &workshop, int count);

/// What a clerk may type: two characters from a buyer's name or an item. The same seed gives the same.
QString twoCharacters(quint32 seed);
/// One to six characters, now and then of kinds that need care.
QString anyText(quint32 seed);

} // namespace kp::bench

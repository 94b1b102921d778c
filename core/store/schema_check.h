// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the file still has the tables, indexes, views and triggers that the migrations gave it. The triggers are what
// keeps issued invoices and the journal from being changed, so one that is gone is a finding in itself.
#pragma once

#include "core/store/database.h"

namespace kp::store
{

/// One sentence part for each thing that is missing, not as this program makes it, or made by another hand. Compares
/// with an empty database that went through the same migrations. Fault: Storage.
Result<QStringList> schemaFlaws(Database &database);

} // namespace kp::store

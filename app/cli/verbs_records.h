// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs of base data: items, customers, business-types, elements, scenes; each with list, and those that are kept
// in files also with import, export and template.
#pragma once

#include "app/cli/verbs.h"

namespace kp::cli
{

bool isRecordVerb(const QString &verb);
/// "customers template": needs no profile. @return whether this is it
bool isRecordTemplate(const Arguments &arguments);
Result<int> writeRecordTemplate(const Arguments &arguments);
Result<int> workOnRecords(const Session &session);

} // namespace kp::cli

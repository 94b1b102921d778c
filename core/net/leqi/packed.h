// SPDX-License-Identifier: GPL-3.0-or-later
// 数据流: JSON that the platform sends packed within a member of its answer (fact sheet §10.1).
#pragma once

#include "core/base/result.h"
#include "core/net/leqi/json.h"

namespace kp::leqi
{

/// The JSON object in a packed member: Base64, with or without line breaks, of a ZIP archive with one entry or of gzip.
/// Fault: Uncertain, when it is neither, damaged, encrypted, has other than one entry, holds no JSON object, or is more
/// than a platform's invoice can be.
Result<JsonObject> unpacked(const QString &member);

} // namespace kp::leqi

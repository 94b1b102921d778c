// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of an uploaded invoice (leqi-protocol §6): which there are, which must be there, how long they may be.
#pragma once

#include "core/sandbox/finding.h"
#include "core/sandbox/json.h"

namespace kp::sandbox
{

/// Checks every field of the head, its lists and its lines for presence, length in UTF-8 bytes, form and range.
Check checkFields(Json::Value invoice);

} // namespace kp::sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/invoice.h"

namespace kp::document
{

/// What stands in the remark box of the face, in the order of the platform's face: what a red invoice reverses, what
/// the tax mode says, the elements, the clerk's own words; then, a line each, the contacts whose display is switched
/// on, payee and reviewer.
QString remarkText(const Invoice &invoice);

} // namespace kp::document

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/layout/invoice_face.h"

namespace kp::document
{

/// The face of a stored invoice, with what the rules derive from it.
InvoiceFace faceOf(const Invoice &invoice);

} // namespace kp::document

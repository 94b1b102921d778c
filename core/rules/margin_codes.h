// SPDX-License-Identifier: GPL-3.0-or-later
// Which classification codes the margin scheme is open to (protocol CXCEZSBM); used within core/rules only.
#pragma once

#include "core/domain/company.h"
#include "core/domain/finding.h"
#include "core/domain/invoice.h"

namespace kp::rules
{

/// What the platform would refuse of a margin invoice for the code of its line. Says nothing while the platform has
/// not told which codes are open.
void checkMarginCode(QList<Finding> &findings, const InvoiceDraft &draft, const QList<MarginCode> &open);

} // namespace kp::rules

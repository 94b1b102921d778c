// SPDX-License-Identifier: GPL-3.0-or-later
// 发票查验: the question of FPCY_NEW, and the face of an invoice it gives back (fact sheet §10.1, §10.2).
#pragma once

#include "core/domain/red_platform.h"
#include "core/net/leqi/json.h"

namespace kp::leqi
{

/// FPCY_NEW. @param taxNumber of the company that asks
QByteArray verifyQuestion(const BlueReference &asked, const QString &taxNumber);
/// The invoice in an answer to it. A face says less than an upload: of the nature of a line, of preferential policies
/// and of the margin scheme no more than follows from its amounts and rates. Sums that do not agree, and an invoice
/// other than the one asked for, make it unreadable.
Result<Invoice> verifiedFrom(const JsonObject &answer, const BlueReference &asked);

} // namespace kp::leqi

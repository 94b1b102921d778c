// SPDX-License-Identifier: GPL-3.0-or-later
// What check() has to say of the tax mode, its vouchers and the marks that go with it; used within core/rules only.
#pragma once

#include "core/domain/company.h"
#include "core/domain/finding.h"
#include "core/rules/totals.h"

namespace kp::rules
{

/// 差额征税 and 减按征税: what they allow on an invoice. A voucher's findings have fields like "vouchers.0.number".
void checkMode(
    QList<Finding> &findings, const InvoiceDraft &draft, const Composed &composed, const IssuingFacts &facts);

/// 放弃享受减按1%征收率原因, 即征即退类型, 涉税专业服务.
void checkMarks(QList<Finding> &findings, const InvoiceDraft &draft, const IssuingFacts &facts);

/// 附加要素: fields like "elements.0.name".
void checkElements(QList<Finding> &findings, const QList<ExtraElement> &elements);

} // namespace kp::rules

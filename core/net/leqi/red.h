// SPDX-License-Identifier: GPL-3.0-or-later
// Confirmation forms: questions and answers of QDHZQRDSQ, QDHZQRDQR, CXQDHZQRDLB, CXQDHZQRDMX and FPZTXXCX (fact sheet
// §9.1–9.3, §10.1).
#pragma once

#include "core/domain/red_platform.h"
#include "core/net/leqi/json.h"

namespace kp::leqi
{

/// QDHZQRDSQ.
QByteArray redApplyQuestion(const RedForm &form);
/// QDHZQRDQR.
QByteArray redAnswerQuestion(const RedForm &form, RedAnswer answer);
/// CXQDHZQRDLB.
QByteArray redListQuestion(const QString &taxNumber, const RedFormFilter &filter);
/// CXQDHZQRDMX. @param seller the seller's tax number
QByteArray redDetailQuestion(const QString &uuid, const QString &seller);
/// FPZTXXCX.
QByteArray invoiceUseQuestion(InvoiceKind kind, const QString &number, QDate issued);

Result<RedFormReceipt> redReceiptFrom(const JsonObject &answer);
Result<QDateTime> redAnsweredFrom(const JsonObject &answer);
Result<RedFormPage> redPageFrom(const JsonObject &answer);
/// With its lines. Sums that do not agree make it unreadable.
Result<RedForm> redFormFrom(const JsonObject &answer);
Result<InvoiceUse> invoiceUseFrom(const JsonObject &answer);

} // namespace kp::leqi

// SPDX-License-Identifier: GPL-3.0-or-later
// The schemas of the records of an invoice.
#pragma once

#include "core/domain/invoice.h"
#include "core/domain/schema.h"

namespace kp
{

template<>
const Schema<DraftLine> &schema<DraftLine>();
template<>
const Schema<InvoiceDraft> &schema<InvoiceDraft>();
template<>
const Schema<InvoiceLine> &schema<InvoiceLine>();
template<>
const Schema<Invoice> &schema<Invoice>();
template<>
const Schema<InvoiceSummary> &schema<InvoiceSummary>();
template<>
const Schema<ExtraElement> &schema<ExtraElement>();
template<>
const Schema<DeductionVoucher> &schema<DeductionVoucher>();

/// A draft with its lines and lists, as it is kept in the draft store.
QJsonObject draftToJson(const InvoiceDraft &draft);
InvoiceDraft draftFromJson(const QJsonObject &json);

/// "Buyer": the label of a field in the language of the interface.
QString fieldLabel(const char *label);

} // namespace kp

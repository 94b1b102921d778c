// SPDX-License-Identifier: GPL-3.0-or-later
// Which column of the official template fills which field of a draft.
#pragma once

#include "core/document/workbook/cell_text.h"
#include "core/domain/invoice.h"

#include <QString>

#include <span>

namespace kp::workbook
{

/// A column of the template and the field it fills. @c put takes a text that passed checkCell and returns what is still
/// wrong with it, or nothing.
template<class Record>
struct ColumnField {
    const char16_t *column; ///< the template's header
    const char *key;        ///< the field's key in Schema<Record>
    Cleaning cleaning;
    QString (*put)(Record &, const QString &);
};

/// Columns of the template without an entry here have no place in an invoice yet: filled in, they keep it from being
/// issued, since an issued invoice can not be completed later.
std::span<const ColumnField<InvoiceDraft>> headFields();
std::span<const ColumnField<DraftLine>> lineFields();
std::span<const ColumnField<ExtraElement>> elementFields();
/// The item template names the same fields in its own way.
std::span<const ColumnField<DraftLine>> itemFields();

/// The seller's bank and account: always those of the company's own record, whatever the workbook says.
bool isSellersOwn(QStringView column);

} // namespace kp::workbook

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/layout/form.h"
#include "core/domain/invoice.h"

#include <QHash>

namespace kp::document
{

/// What a form is filled with.
struct Filling {
    QHash<QString, QString> fields; ///< by key; those of single pages are reckoned
    QList<InvoiceLine> lines;
    TaxMode taxMode = TaxMode::Ordinary;
    QrMatrix symbol = {}; ///< for forms that bear one
    bool practice = false;
};

/// One page as long as it has room for all lines, else several with 小计; totals stand on the last.
QList<Page> pagesOf(const Form &form, Filling filling);

} // namespace kp::document

// SPDX-License-Identifier: GPL-3.0-or-later
// What the fields and columns of an invoice face say (print marks of the tax platform's face, 《版式规范》), and which
// there are.
#pragma once

#include "core/document/layout/invoice_face.h"
#include "core/document/layout/layout.h"

#include <QHash>

namespace kp::document
{

/// The keys a layout file may use: of an invoice, of a confirmation form.
LayoutKeys invoiceKeys();
LayoutKeys redFormKeys();

/// Values of all fields that are the same on each page.
QHash<QString, QString> fieldTexts(const InvoiceFace &face);

/// A cell of a line; @p column is one of invoiceKeys().columns.
QString cellText(const InvoiceLine &line, TaxMode mode, const QString &column);

/// "¥94.34".
QString yuan(Money amount);

/// "¥94.34"; the tax is "***" when none of the lines bears any.
struct SumTexts {
    QString net;
    QString tax;
};
SumTexts sumTexts(const Totals &sum, const QList<InvoiceLine> &lines);

} // namespace kp::document

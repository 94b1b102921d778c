// SPDX-License-Identifier: GPL-3.0-or-later
// What of a blue invoice can still be reversed: leqi-protocol §9.1.
#pragma once

#include "core/sandbox/red_form.h"

#include <QHash>

namespace kp::sandbox
{

/// A blue line with its discount netted into it, and what red invoices and open forms have left of it.
struct ReversibleLine {
    UploadedLine line;       ///< positive; its number is that of the discounted line
    bool discounted = false; ///< so that its price is what the discount has left of it
    Decimal restQuantity, restNet, restTax;

    [[nodiscard]] bool isUsedUp() const { return restNet.isZero() && restTax.isZero(); }
};

/// A blue invoice, seen as something to reverse.
struct Reversible {
    UploadedInvoice blue;
    QList<ReversibleLine> lines;      ///< without those a discount has taken whole
    QHash<QString, qsizetype> places; ///< in @c lines, by their numbers
    QList<RedForm> forms;             ///< of this invoice, those that count: open ones and those with a red invoice
    Decimal issuedNet;                ///< reversed by red invoices, positive
    Decimal issuedTax;

    [[nodiscard]] Decimal restNet() const;
    [[nodiscard]] Decimal restTax() const;
    [[nodiscard]] bool hasOpenForm() const;
    [[nodiscard]] const ReversibleLine *line(const QString &blueLine) const;
    /// The rest as the lines of a form: negative, numbered from 1.
    [[nodiscard]] QList<UploadedLine> wholeRest() const;
    /// fpzt, as far as red invoices decide it: 0 untouched, 7 partly, 8 fully reversed.
    [[nodiscard]] QString status() const;
};

/// An accepted invoice with what is left of it; nothing when the number is not accepted. Of a red invoice only
/// @c blue means something.
std::optional<Reversible> reversible(Store &store, qint64 nowMs, const QString &number);

} // namespace kp::sandbox

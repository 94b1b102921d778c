// SPDX-License-Identifier: GPL-3.0-or-later
// What the buyer has done with an accepted invoice, and what stands against reversing it: leqi-protocol §8.10. Nothing
// of it comes from the buyer's client here; a teacher or a test sets it.
#pragma once

#include "core/sandbox/finding.h"
#include "core/sandbox/store.h"

namespace kp::sandbox
{

/// As §8.10 codes it. An invoice nobody has touched is as this struct begins.
struct InvoiceUse {
    QString vat = QStringLiteral("0");      ///< fpyt
    QString posted = QStringLiteral("01");  ///< rzzt
    QString stock = QStringLiteral("00");   ///< xfsyt
    QString voucher = QStringLiteral("01"); ///< ycpzzt
    QString locked = QStringLiteral("N");   ///< hzsdbs
    QString voided = QStringLiteral("N"); ///< fpzt 2, which no 数电票 has; kept so that clients can be tried with it

    /// Neither ticked for any purpose nor posted: only the seller may reverse it.
    [[nodiscard]] bool unused() const;
};

/// A member of InvoiceUse: its name at the control interface and the codes it may have, with blanks between.
struct UseField {
    QLatin1StringView name;
    QString InvoiceUse::*member;
    QStringView codes;
};
inline constexpr UseField useFields[] = {
    {QLatin1StringView("vat_use"), &InvoiceUse::vat, u"0 1 2 3 4 5 6 7 8 9 10 11"},
    {QLatin1StringView("posted"), &InvoiceUse::posted, u"01 02 03"},
    {QLatin1StringView("stock_use"), &InvoiceUse::stock, u"00 01"},
    {QLatin1StringView("voucher"), &InvoiceUse::voucher, u"01 02 03"},
    {QLatin1StringView("locked"), &InvoiceUse::locked, u"Y N"},
    {QLatin1StringView("voided"), &InvoiceUse::voided, u"Y N"},
};

InvoiceUse invoiceUse(Store &store, const QString &number);
void setInvoiceUse(Store &store, const QString &number, const InvoiceUse &use);

/// Why an invoice so used can not be reversed at all (§9.1).
Check checkReversible(const InvoiceUse &use);

} // namespace kp::sandbox

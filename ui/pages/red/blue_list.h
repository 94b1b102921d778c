// SPDX-License-Identifier: GPL-3.0-or-later
// The invoices that may be reversed: issued, and not red themselves.
#pragma once

#include "ui/kit/list_page.h"
#include "ui/pages/office.h"

namespace kp
{

/// @param key where order and widths are remembered @param open id of the command that Enter runs
/// @param red the issued red invoices instead
ListPage *makeBlueList(Office &office, const QString &key, const QString &title, const QList<Command> &commands,
    const QString &open, bool red, QWidget *parent);

/// The number of the chosen invoice; empty when none, or more than one, is chosen.
QString chosenNumber(const CommandContext &context);
/// For whyDisabled: one invoice must be chosen.
QString oneInvoiceNeeded(const CommandContext &context);

} // namespace kp

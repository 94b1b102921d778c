// SPDX-License-Identifier: GPL-3.0-or-later
// The issuing page as a clerk works it, by keyboard.
#pragma once

#include "tests/gui/desk.h"

class QLabel;

namespace gui
{

inline const QString buyerName = u"演练客户有限公司"_s;
inline const QString buyerTaxNumber = u"91110000YL0000012K"_s;

/// Buyer and one line of ten, by Enter from field to field.
void fillInvoice(TestDesk &desk, const QString &item, const QString &price);
/// Puts a text on the clipboard and presses Ctrl+V.
void paste(const QString &text);
/// What a label says.
QString textOf(QWidget *root, const QString &name);

} // namespace gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/office.h"

class QWidget;

namespace kp
{

class Banner;

/// Asks where to, and writes the PDF of each invoice there, one after another beside the UI thread; the banner tells
/// how far it is and what went wrong. One invoice is saved under a name of the user's choice, several into a folder.
/// @param number of the invoice when it is a single one; proposes the file's name
void savePdfs(Office &office, QWidget *page, Banner &banner, const QList<InvoiceId> &invoices, const QString &number);

} // namespace kp

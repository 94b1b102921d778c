// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/office.h"

namespace kp
{

class PagePicture;

/// Reads an invoice and shows how it looks, unless @p wanted says by then that another one is.
void showPicture(Office &office, PagePicture *picture, InvoiceId id, const std::function<bool()> &wanted);

} // namespace kp

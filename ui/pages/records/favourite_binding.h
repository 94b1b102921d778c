// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/office.h"

class QCheckBox;

namespace kp
{

class ListPage;

/// Whether issuers of the company may use the favourites only. What went wrong stands at @p list.
QCheckBox *bindingBox(Office &office, ListPage *list, QWidget *parent);

} // namespace kp

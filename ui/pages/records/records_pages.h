// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of base data (基础信息), one file each.
#pragma once

#include "ui/pages/office.h"

class QWidget;

namespace kp
{

QWidget *makeItemsPage(Office &office, QWidget *parent);
QWidget *makeCustomersPage(Office &office, QWidget *parent);
QWidget *makeExtrasPage(Office &office, QWidget *parent);
QWidget *makeBusinessTypesPage(Office &office, QWidget *parent);
QWidget *makeFavouritesPage(Office &office, QWidget *parent);

} // namespace kp

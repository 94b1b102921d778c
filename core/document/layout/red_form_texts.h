// SPDX-License-Identifier: GPL-3.0-or-later
// What the fields of a 红字发票信息确认单 say.
#pragma once

#include "core/domain/red.h"

#include <QHash>

namespace kp::document
{

/// Values of all fields that are the same on each page.
QHash<QString, QString> redFormTexts(const RedForm &form);
/// Its lines as those of the red invoice that it allows.
QList<InvoiceLine> redFormLines(const RedForm &form);

} // namespace kp::document

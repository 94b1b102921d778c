// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/red.h"

#include <QByteArray>

namespace kp::document
{

/// A 红字发票信息确认单 as a PDF: a table of what the platform has told of it, on as many pages as its lines need. It
/// bears no seal. The same form gives the same bytes, as with invoicePdf(). Any thread may call it.
/// @param practice the form is of a practice platform, and is marked so
/// Faults: Conflict (its lines are not known yet), NotFound (no Chinese font is installed), Internal (the layout file).
Result<QByteArray> redFormPdf(const RedForm &form, bool practice);

/// The name of a form's file.
QString redFormFileName(const QString &number);

} // namespace kp::document

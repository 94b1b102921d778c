// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/layout/form.h"

#include <QByteArray>
#include <QDateTime>

namespace kp::document
{

/// The pages as a file. @param time of what the document is about, never of the clock; may be invalid
QByteArray pdfDocument(const QList<Page> &pages, const Form &form, const QString &title, const QDateTime &time);

} // namespace kp::document

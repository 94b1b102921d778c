// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/layout/form.h"
#include "core/document/layout/page.h"
#include "core/document/pdf/pdf_fonts.h"

namespace kp::document
{

/// The content stream of a page (ISO 32000-1, 7.8). Characters it draws are entered into @p codes.
QByteArray pageContent(const Page &page, const Form &form, PdfFonts &codes);

} // namespace kp::document

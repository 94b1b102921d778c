// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/layout/layout.h"

#include <memory>

namespace kp::document
{

/// A layout with its fonts, ready to be filled in; never changes, so that all threads share one.
struct Form {
    Layout layout;
    std::array<FontStack, fontRoleCount> fonts; ///< by FontRole

    [[nodiscard]] const FontStack &font(FontRole role) const { return fonts[static_cast<std::size_t>(role)]; }
};

/// The form of the basic invoice face, read once. Faults: NotFound (a role has no installed font), Internal (the file
/// in the program is wrong, or there is no QGuiApplication).
const Result<Form> &invoiceForm();
/// The form of a 红字发票信息确认单. Faults as invoiceForm().
const Result<Form> &redFormForm();

} // namespace kp::document

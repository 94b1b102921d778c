// SPDX-License-Identifier: GPL-3.0-or-later
// What the platform demands of a red invoice beyond its fields: leqi-protocol §9.4.
#pragma once

#include "core/sandbox/company.h"
#include "core/sandbox/red_form.h"

namespace kp::sandbox
{

/// The form a red invoice is issued on, if there is one and it allows that.
struct RedBasis {
    std::optional<RedForm> form;
    Check refused; ///< why not, when there is no form
};
RedBasis redBasis(Store &store, qint64 nowMs, const Company &company, const UploadedInvoice &red);

/// Compares a red invoice with its form and with its blue invoice.
Check checkRedInvoice(const UploadedInvoice &red, const RedForm &form, const UploadedInvoice &blue);

/// The remark of a red invoice may be shorter: what it reverses is printed before it.
Check checkRedRemark(Json::Value invoice);

} // namespace kp::sandbox

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/company.h"

#include <QStringList>

namespace kp::rules
{

/// Why the tax office lets this taxpayer issue nothing: neither an invoice, blue or red, nor an application for a
/// confirmation form or consent to one (leqi-protocol §4.5, §4.6). Each for the clerk, with what to do next. Empty when
/// it does, or when the platform was not asked yet.
QStringList obstaclesToIssuing(const Company &company);

} // namespace kp::rules

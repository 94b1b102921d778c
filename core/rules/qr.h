// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/invoice.h"

namespace kp::rules
{

/// What the QR code of an invoice says: "01,32,,number,gross,yyyymmdd,,CRC". The checksum is CRC-16 (polynomial 0x8005,
/// start 0, not reflected) over everything before it; the field knows other forms too, so a reader must not refuse on
/// it.
QString qrText(const Invoice &invoice);

} // namespace kp::rules

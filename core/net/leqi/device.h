// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kp
{

/// The device an invoice is issued on; the platform wants both with every upload.
struct Device {
    QString ip;  ///< IPv4, dotted: the field has 20 characters, too few for IPv6
    QString mac; ///< "00:1A:2B:3C:4D:5E"
};

/// The first running network card with an IPv4 address: a real one before a virtual one. Without any, the loopback
/// address and a MAC of zeros.
Device thisDevice();

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslKey>
#include <QString>

namespace kp
{

/// A certificate nobody vouches for, made on the spot.
struct SelfSigned {
    QSslCertificate certificate;
    QSslKey key;
};
SelfSigned selfSigned(const QString &commonName);

} // namespace kp

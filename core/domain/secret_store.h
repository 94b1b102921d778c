// SPDX-License-Identifier: GPL-3.0-or-later
// Where API keys and passwords for other systems live: the system's keychain, or the vault file.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QFuture>
#include <QString>

namespace kp
{

class SecretStore
{
public:
    virtual ~SecretStore() = default;
    /// Faults: NotFound, Denied (locked), Storage.
    virtual QFuture<Result<Secret>> read(const QString &name) = 0;
    virtual QFuture<Outcome> write(const QString &name, const Secret &secret) = 0;
    virtual QFuture<Outcome> remove(const QString &name) = 0;
};

} // namespace kp

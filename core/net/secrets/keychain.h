// SPDX-License-Identifier: GPL-3.0-or-later
// The system's keychain: Windows credentials, macOS keychain, Secret Service or KWallet. Only in builds that have
// QtKeychain (KP_HAVE_KEYCHAIN).
#pragma once

#include "core/domain/secret_store.h"

#include <QObject>

namespace kp
{

/// Asynchronous throughout; lives on one thread with an event loop and is called there.
class Keychain final : public QObject, public SecretStore
{
    Q_OBJECT
public:
    /// The largest secret every system takes: Windows holds 2560 bytes in a credential.
    static constexpr qsizetype largestSecret = 2560;

    /// @param service under this name the system lists the entries
    explicit Keychain(QString service = QStringLiteral("kaipiao"), QObject *parent = nullptr);

    /// Whether a keychain answers here; on Linux a short question to the session bus.
    static bool available();

    /// Faults: NotFound, Denied (locked, or the person said no), Storage (no keychain service, or it failed).
    QFuture<Result<Secret>> read(const QString &name) override;
    /// As read(), and Invalid: the secret is larger than largestSecret.
    QFuture<Outcome> write(const QString &name, const Secret &secret) override;
    QFuture<Outcome> remove(const QString &name) override;

private:
    QString m_service;
};

} // namespace kp

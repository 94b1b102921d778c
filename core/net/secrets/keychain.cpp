// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/secrets/keychain.h"

#include <QCoreApplication>
#include <QPromise>

#include <qt6keychain/keychain.h>

#ifdef KP_HAVE_DBUS
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#endif

#include <algorithm>
#include <memory>

namespace kp
{

namespace
{
struct KeychainText {
    Q_DECLARE_TR_FUNCTIONS(Keychain)
};

Fault faultOf(const QKeychain::Job &job)
{
    const QString detail = QStringLiteral("keychain error %1: %2").arg(job.error()).arg(job.errorString());
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {FaultKind::NotFound, KeychainText::tr("The system's keychain holds no secret \"%1\".").arg(job.key()),
            detail};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {FaultKind::Denied,
            KeychainText::tr("The system's keychain is locked or refused access. Unlock it and try again."), detail};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {FaultKind::Storage,
            KeychainText::tr("This system has no keychain that can be used. Keep the secrets in the vault instead."),
            detail};
    default:
        return {
            FaultKind::Storage, KeychainText::tr("The system's keychain failed: %1").arg(job.errorString()), detail};
    }
}

/// Runs a job of QtKeychain, which deletes itself, and gives what @p outcome makes of it when it succeeded.
template<class T, class Job, class Value>
QFuture<Result<T>> run(Job *job, const QString &name, Value value)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, promise, value] {
        promise->addResult(job->error() == QKeychain::NoError ? value(*job) : Result<T>(faultOf(*job)));
        promise->finish();
    });
    job->start();
    return promise->future();
}
} // namespace

Keychain::Keychain(QString service, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
{
}

bool Keychain::available()
{
#ifdef KP_HAVE_DBUS
    const auto *bus = QDBusConnection::sessionBus().interface();
    if (bus == nullptr)
        return false;
    static const QString services[] = {QStringLiteral("org.freedesktop.secrets"), QStringLiteral("org.kde.kwalletd6"),
        QStringLiteral("org.kde.kwalletd5")};
    const QStringList startable = bus->activatableServiceNames();
    return std::any_of(std::begin(services), std::end(services),
        [&](const QString &name) { return startable.contains(name) || bus->isServiceRegistered(name).value(); });
#else
    return true; // part of Windows and of macOS
#endif
}

QFuture<Result<Secret>> Keychain::read(const QString &name)
{
    return run<Secret>(new QKeychain::ReadPasswordJob(m_service), name,
        [](const QKeychain::ReadPasswordJob &job) -> Result<Secret> { return Secret(job.binaryData()); });
}

QFuture<Outcome> Keychain::write(const QString &name, const Secret &secret)
{
    if (secret.reveal().size() > largestSecret)
        return QtFuture::makeReadyFuture(Outcome(Fault{FaultKind::Invalid,
            KeychainText::tr("The secret \"%1\" is too long for the system's keychain: at most %2 bytes fit.")
                .arg(name)
                .arg(largestSecret)}));
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setBinaryData(secret.reveal());
    return run<Done>(job, name, [](const QKeychain::WritePasswordJob &) -> Outcome { return Done{}; });
}

QFuture<Outcome> Keychain::remove(const QString &name)
{
    return run<Done>(new QKeychain::DeletePasswordJob(m_service), name,
        [](const QKeychain::DeletePasswordJob &) -> Outcome { return Done{}; });
}

} // namespace kp

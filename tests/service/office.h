// SPDX-License-Identifier: GPL-3.0-or-later
// A desk for tests: real store in a temporary folder, scripted platform, secrets in memory, a clock that is moved.
#pragma once

#include "core/service/services.h"
#include "tests/service/scripted_platform.h"
#include "tests/service/waiting.h"

#include <QTemporaryDir>
#include <QTest>

namespace kp::test
{

inline QString operator""_s(const char *text, std::size_t size)
{
    return QString::fromUtf8(text, static_cast<qsizetype>(size));
}

class OpenSecrets final : public SecretStore
{
public:
    QFuture<Result<Secret>> read(const QString &name) override;
    QFuture<Outcome> write(const QString &name, const Secret &secret) override;
    QFuture<Outcome> remove(const QString &name) override;

private:
    QHash<QString, Secret> m_secrets;
};

/// A cheap scheme: what is tested is who may sign in, not Argon2.
service::PasswordScheme plainScheme();

/// Waits for a conversation while the event loop runs.
template<class T>
T await(QCoro::Task<T> task)
{
    std::optional<T> out;
    task.then([&out](const T &value) { out = value; });
    if (!waitUntil([&] { return out.has_value(); }, 20'000))
        qFatal("the conversation did not end");
    return *out;
}

inline Secret password()
{
    return Secret(QByteArrayLiteral("correct horse"));
}

/// One run of the program over a folder that outlives it.
class Run
{
public:
    Run(const QString &folder, FixedClock &clock, ScriptedPlatform &platform, OpenSecrets &secrets);
    ~Run();
    Q_DISABLE_COPY_MOVE(Run)

    std::unique_ptr<store::Database> database;
    std::unique_ptr<store::Stores> stores;
    std::unique_ptr<service::Services> services;
};

class Office
{
public:
    Office();
    ~Office();
    Q_DISABLE_COPY_MOVE(Office)

    void open();
    /// Connects the practice company and loads what the rules need.
    void connectCompany();
    [[nodiscard]] service::Services &services() { return *run->services; }
    [[nodiscard]] store::Stores &stores() { return *run->stores; }

    [[nodiscard]] static InvoiceDraft draft(const QString &serial, const QString &amount = QStringLiteral("113.00"));
    [[nodiscard]] static QList<InvoiceDraft> drafts(int count);
    /// Lets the runner work until the outbox is empty, moving the clock over every delay.
    [[nodiscard]] bool drain(int most = 20'000);
    /// The client's books and the platform's ledger agree: nothing lost, nothing doubled, nothing stuck.
    [[nodiscard]] QString disagreement();

    FixedClock clock{QDateTime(QDate(2026, 11, 20), QTime(10, 0), Qt::OffsetFromUTC, 8 * 3600).toMSecsSinceEpoch()};
    ScriptedPlatform platform;
    std::unique_ptr<Run> run;
    Actor actor;
    CompanyId company;

private:
    QTemporaryDir m_folder;
    OpenSecrets m_secrets;
};

} // namespace kp::test

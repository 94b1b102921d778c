// SPDX-License-Identifier: GPL-3.0-or-later
// The real programs as child processes: kaipiao-cli and kaipiao-sandbox.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

namespace kp::test
{

constexpr int programPatienceMs = 60'000;

/// How a program ended and what it printed.
struct Ended {
    int code = -1; ///< -1: it was killed, or never started
    QByteArray out, err;

    [[nodiscard]] QJsonObject json() const;
    /// For a failure's message: everything.
    [[nodiscard]] QString words() const;
};

/// What kaipiao-cli runs with: no display, no desktop, English, no keychain, and the password where scripts put it.
QProcessEnvironment cliEnvironment(const QString &password = QStringLiteral("practise-at-home"));

/// Runs kaipiao-cli to its end.
Ended cli(const QStringList &arguments, const QProcessEnvironment &environment = cliEnvironment());
/// Starts it and returns at once.
void startCli(QProcess &process, const QStringList &arguments);
Ended endOf(QProcess &process);

/// A practice platform in a process of its own, on a folder that outlives it.
class SandboxProgram
{
public:
    ~SandboxProgram();

    /// Starts it, on the port it had before when it ran already. False: it did not come up.
    bool start();
    /// Starts on a copy of what another keeps that is stopped.
    bool startAsCopyOf(const SandboxProgram &other);
    void kill();
    /// As a person stops it.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }

    /// Writes what --print-credentials prints into a file of the folder and gives its path.
    [[nodiscard]] QString credentialsFile();
    QJsonObject control(const QByteArray &page, const QByteArray &json = {}) const;
    [[nodiscard]] QJsonArray ledger() const;
    [[nodiscard]] const QUrl &url() const { return m_url; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QUrl m_url;
};

} // namespace kp::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/programs.h"

#include "core/base/files.h"
#include "tests/sandbox/wire_client.h"

#include <QDir>
#include <QJsonDocument>

namespace kp::test
{

using namespace Qt::StringLiterals;

QJsonObject Ended::json() const
{
    return QJsonDocument::fromJson(out).object();
}

QString Ended::words() const
{
    return u"exit code %1\n%2%3"_s.arg(code).arg(QString::fromUtf8(out), QString::fromUtf8(err));
}

QProcessEnvironment cliEnvironment(const QString &password)
{
    static const QTemporaryDir runtime;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KAIPIAO_PASSWORD"_s, password);
    environment.insert(u"KAIPIAO_LANGUAGE"_s, u"en"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"XDG_RUNTIME_DIR"_s, runtime.path());
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/dev/null"_s); // no keychain of the developer's
    return environment;
}

void startCli(QProcess &process, const QStringList &arguments)
{
    if (process.processEnvironment().isEmpty())
        process.setProcessEnvironment(cliEnvironment());
    process.start(QStringLiteral(KP_BIN_DIR "/kaipiao-cli"), arguments);
}

Ended endOf(QProcess &process)
{
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(programPatienceMs)) {
        process.kill();
        process.waitForFinished(programPatienceMs);
    }
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {code, process.readAllStandardOutput(), process.readAllStandardError()};
}

Ended cli(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    startCli(process, arguments);
    return endOf(process);
}

SandboxProgram::~SandboxProgram()
{
    kill();
}

bool SandboxProgram::start()
{
    m_process.start(QStringLiteral(KP_BIN_DIR "/kaipiao-sandbox"),
        {u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_url.port(0)), u"--data"_s, m_folder.path(), u"--relax-throttle"_s});
    while (!m_process.canReadLine() && m_process.waitForReadyRead(programPatienceMs)) {
    }
    const QByteArray line = m_process.readLine().trimmed();
    constexpr QByteArrayView promise = "listening on ";
    if (!line.startsWith(promise))
        return false;
    m_url = QUrl(QString::fromLatin1(line.sliced(promise.size())));
    return m_url.isValid();
}

bool SandboxProgram::startAsCopyOf(const SandboxProgram &other)
{
    const QDir from(other.m_folder.path());
    const QStringList names = from.entryList(QDir::Files);
    for (const QString &name : names)
        if (!QFile::copy(from.filePath(name), m_folder.filePath(name)))
            return false;
    return start();
}

void SandboxProgram::kill()
{
    m_process.kill();
    m_process.waitForFinished(programPatienceMs);
}

void SandboxProgram::stop()
{
    m_process.terminate();
    m_process.waitForFinished(programPatienceMs);
}

QString SandboxProgram::credentialsFile()
{
    QProcess process;
    process.start(
        QStringLiteral(KP_BIN_DIR "/kaipiao-sandbox"), {u"--data"_s, m_folder.path(), u"--print-credentials"_s});
    const QString path = m_folder.filePath(u"credentials.json"_s);
    const Outcome written = writeFile(path, endOf(process).out);
    return written.ok() ? path : QString();
}

QJsonObject SandboxProgram::control(const QByteArray &page, const QByteArray &json) const
{
    return practice::controlled(m_url, "/control/" + page, json);
}

QJsonArray SandboxProgram::ledger() const
{
    return control("ledger").value(u"invoices"_s).toArray();
}

} // namespace kp::test

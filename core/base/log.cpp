// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <QDateTime>
#include <QFile>
#include <QMutex>
#include <QRandomGenerator>
#include <QTextStream>

#include <memory>

namespace kp
{

namespace
{
constexpr qint64 maxLogBytes = 2 * 1024 * 1024;

struct LogFile {
    QMutex mutex;
    QFile file;
};

LogFile &logFile()
{
    static LogFile instance;
    return instance;
}

QString lineOf(const char *level, const char *category, const QString &text)
{
    return QStringLiteral("%1 %2 %3: %4\n")
        .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), QString::fromLatin1(level),
            QString::fromUtf8(category != nullptr ? category : "-"), text);
}

/// The caller holds the mutex.
void append(LogFile &log, const QString &line)
{
    if (!log.file.isOpen())
        return;
    if (log.file.size() > maxLogBytes) {
        const QString path = log.file.fileName();
        log.file.close();
        QFile::remove(path + QStringLiteral(".old"));
        QFile::rename(path, path + QStringLiteral(".old"));
        log.file.open(QIODevice::WriteOnly | QIODevice::Append);
    }
    log.file.write(line.toUtf8());
    log.file.flush();
}

void write(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    static constexpr const char *names[] = {"debug", "warning", "critical", "fatal", "info"};
    const QString line = lineOf(names[type], context.category, text);
    LogFile &log = logFile();
    const QMutexLocker lock(&log.mutex);
    append(log, line);
    if (type == QtWarningMsg || type == QtCriticalMsg || type == QtFatalMsg)
        QTextStream(stderr) << line;
}
} // namespace

void startLog(const QString &path)
{
    LogFile &log = logFile();
    {
        const QMutexLocker lock(&log.mutex);
        log.file.close();
        log.file.setFileName(path);
        log.file.open(QIODevice::WriteOnly | QIODevice::Append);
    }
    qInstallMessageHandler(write);
}

void stopLog()
{
    LogFile &log = logFile();
    const QMutexLocker lock(&log.mutex);
    log.file.close();
}

void logNote(const QString &text)
{
    LogFile &log = logFile();
    const QMutexLocker lock(&log.mutex);
    append(log, lineOf("info", "default", text));
}

void logFault(const Fault &fault)
{
    const QString detail = fault.detail.isEmpty() ? QString() : QStringLiteral(" | ") + fault.detail;
    LogFile &log = logFile();
    const QMutexLocker lock(&log.mutex);
    append(log, lineOf("warning", "default", fault.message + detail));
}

QString logReference(const QString &detail)
{
    const QString reference = QString::number(QRandomGenerator::global()->generate(), 16).rightJustified(8, u'0');
    qWarning("[%s] %s", qPrintable(reference), qPrintable(detail));
    return reference;
}

} // namespace kp

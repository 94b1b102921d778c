// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/data_folder.h"

#include "core/base/files.h"
#include "core/sandbox/company.h"

#include <QDir>
#include <QFile>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

DataFolder::DataFolder(const QString &path)
    : m_path(path)
    , m_lock(QDir(path).filePath(u"lock"_s))
{
    m_lock.setStaleLockTime(0); // a lock is stale when its process is gone, never because it is old
}

Outcome DataFolder::take(int waitMs)
{
    if (!QDir().mkpath(m_path))
        return Fault{FaultKind::Storage, u"无法建立目录 %1"_s.arg(m_path)};
    if (m_lock.tryLock(waitMs))
        return Done{};
    if (m_lock.error() == QLockFile::LockFailedError)
        return Fault{FaultKind::Conflict, u"另一个练习平台正在使用目录 %1"_s.arg(m_path)};
    return Fault{FaultKind::Storage, u"无法锁定目录 %1"_s.arg(m_path)};
}

QString DataFolder::storePath() const
{
    return QDir(m_path).filePath(u"sandbox.sqlite"_s);
}

Outcome DataFolder::announce(const QUrl &server)
{
    return writeFile(QDir(m_path).filePath(u"listening"_s), server.toEncoded());
}

void DataFolder::withdraw()
{
    QFile::remove(QDir(m_path).filePath(u"listening"_s));
}

std::optional<QUrl> DataFolder::announced() const
{
    const Result<QByteArray> text = readFile(QDir(m_path).filePath(u"listening"_s), 1024);
    if (!text || text->isEmpty())
        return std::nullopt;
    return QUrl::fromEncoded(*text, QUrl::StrictMode);
}

QList<Credential> credentialsIn(Store &store, const QUrl &server)
{
    QUrl base = server;
    base.setPath(u"/access/sandbox/v2/invoke"_s);
    QList<Credential> out;
    for (const Company &company : companies(store)) {
        const std::optional<QByteArray> key = connectionKey(store, company.connectionId);
        out.append(Credential{company.name, company.taxNumber, company.unitId, company.connectionId,
            QString::fromLatin1(key.value_or(QByteArray()).toHex()), base});
    }
    return out;
}

} // namespace kp::sandbox

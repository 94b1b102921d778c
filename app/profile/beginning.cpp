// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/beginning.h"

#include "core/base/log.h"

#include <QDir>

namespace kp::app
{

namespace
{
const QString books = QStringLiteral("kaipiao.db");
const QString practicePlatform = QStringLiteral("sandbox");
const QString files[] = {books, books + QStringLiteral("-wal"), books + QStringLiteral("-shm"), QStringLiteral("vault"),
    QStringLiteral("kaipiao.log")};
} // namespace

Beginning::Beginning(const QString &folder)
    : m_folder(QDir(folder).absolutePath())
{
    const QStringList entries = QDir(m_folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    m_before = QSet<QString>(entries.begin(), entries.end());
    for (QString path = m_folder; !QFileInfo::exists(path); path = QFileInfo(path).path())
        m_newFolder = path;
}

void Beginning::takeBack() const
{
    // A lock that is there once the profile is closed is of a program that came in between: the books are its own.
    if (m_before.contains(books) || QFileInfo::exists(m_folder + u'/' + books + QStringLiteral(".lock")))
        return;
    stopLog();
    QDir folder(m_folder);
    for (const QString &file : files)
        if (!m_before.contains(file))
            folder.remove(file);
    if (!m_before.contains(practicePlatform))
        QDir(folder.filePath(practicePlatform)).removeRecursively();
    if (m_newFolder.isEmpty())
        return;
    // Upwards as long as they are empty: rmdir refuses what somebody else has put there meanwhile.
    for (QString path = m_folder; QDir().rmdir(path) && path != m_newFolder;)
        path = QFileInfo(path).path();
}

} // namespace kp::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace kp
{

namespace
{
struct FilesText {
    Q_DECLARE_TR_FUNCTIONS(Files)
};
} // namespace

Result<QByteArray> readFile(const QString &path, qint64 maxBytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Fault{
            FaultKind::NotFound, FilesText::tr("The file %1 can not be read: %2").arg(path, file.errorString())};
    if (file.size() > maxBytes)
        return Fault{FaultKind::Invalid,
            FilesText::tr("The file %1 is larger than %2 MiB.").arg(path).arg(maxBytes / (1024 * 1024))};
    return file.readAll();
}

Outcome writeFile(const QString &path, const QByteArray &content, bool ownerOnly)
{
    QSaveFile file(path);
    const auto failed = [&] {
        return Fault{
            FaultKind::Storage, FilesText::tr("The file %1 can not be written: %2").arg(path, file.errorString())};
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    if (ownerOnly)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(content) != content.size() || !file.commit())
        return failed();
    return Done{};
}

} // namespace kp

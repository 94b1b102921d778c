// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/secrets/vault_file.h"

#include "core/base/files.h"
#include "core/net/secrets/texts.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kp
{

namespace
{
constexpr qint64 largestFile = 8 * 1024 * 1024;
constexpr int formatVersion = 1;
const QString formatName = QStringLiteral("kaipiao-vault");

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytesOf(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QJsonArray usersJson(const QList<VaultUser> &users)
{
    QJsonArray out;
    for (const VaultUser &user : users)
        out.append(QJsonObject{{QStringLiteral("account"), user.account}, {QStringLiteral("salt"), base64(user.salt)},
            {QStringLiteral("memory_kib"), user.cost.memoryKiB}, {QStringLiteral("passes"), user.cost.passes},
            {QStringLiteral("lanes"), user.cost.lanes}, {QStringLiteral("wrapped_key"), base64(user.wrappedKey)}});
    return out;
}

VaultUser userFrom(const QJsonObject &json)
{
    return {json[QStringLiteral("account")].toString(), bytesOf(json[QStringLiteral("salt")]),
        {json[QStringLiteral("memory_kib")].toInt(), json[QStringLiteral("passes")].toInt(),
            json[QStringLiteral("lanes")].toInt()},
        bytesOf(json[QStringLiteral("wrapped_key")])};
}

/// Tells a damaged file from a wrong password. It is no protection: that is what the two tags are for.
QString digest(const VaultFile &file)
{
    const QByteArray hash = QCryptographicHash::hash(file.usersBytes() + file.secrets, QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex());
}
} // namespace

qsizetype VaultFile::indexOf(const QString &account) const
{
    const auto it =
        std::find_if(users.begin(), users.end(), [&](const VaultUser &user) { return user.account == account; });
    return it == users.end() ? -1 : std::distance(users.begin(), it);
}

QByteArray VaultFile::usersBytes() const
{
    return QJsonDocument(usersJson(users)).toJson(QJsonDocument::Compact);
}

Fault damagedVault(const QString &path, const QString &detail)
{
    return {FaultKind::Storage,
        VaultText::tr("The vault %1 is damaged or was changed from outside. Restore it from a backup, or enter the API "
                      "keys again; the damaged file is then kept beside the new one.")
            .arg(path),
        detail};
}

Result<VaultFile> readVaultFile(const QString &path)
{
    if (!QFileInfo::exists(path))
        return Fault{FaultKind::NotFound, VaultText::tr("There is no vault at %1.").arg(path)};
    const auto bytes = readFile(path, largestFile);
    if (!bytes.ok())
        return Fault{FaultKind::Storage, bytes.fault().message};

    const QJsonObject json = QJsonDocument::fromJson(*bytes).object();
    if (json[QStringLiteral("format")] != formatName)
        return damagedVault(path, QStringLiteral("not a vault file"));
    if (json[QStringLiteral("version")] != formatVersion)
        return Fault{FaultKind::Invalid,
            VaultText::tr("The vault %1 was written by a newer version of this program. Install that version.")
                .arg(path)};
    VaultFile file;
    for (const auto &user : json[QStringLiteral("users")].toArray())
        file.users.append(userFrom(user.toObject()));
    file.secrets = bytesOf(json[QStringLiteral("secrets")]);
    if (json[QStringLiteral("digest")].toString() != digest(file) ||
        !std::all_of(file.users.begin(), file.users.end(), [](const VaultUser &user) { return user.cost.isSane(); }))
        return damagedVault(path, QStringLiteral("digest or costs of the vault do not fit"));
    return file;
}

Outcome writeVaultFile(const QString &path, const VaultFile &file)
{
    const QJsonObject json{{QStringLiteral("format"), formatName}, {QStringLiteral("version"), formatVersion},
        {QStringLiteral("users"), usersJson(file.users)}, {QStringLiteral("secrets"), base64(file.secrets)},
        {QStringLiteral("digest"), digest(file)}};
    return writeFile(path, QJsonDocument(json).toJson(QJsonDocument::Indented), true);
}

} // namespace kp

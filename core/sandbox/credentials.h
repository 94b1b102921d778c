// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace kp::sandbox
{

/// What a client needs to issue for one practice company. The key is a practice secret: it opens nothing but this
/// sandbox's own data folder.
struct Credential {
    QString name;
    QString taxNumber;
    QString platformId;           ///< 使用单位平台编号
    QString connectionPlatformId; ///< 直连单位平台编号
    QString keyHex;               ///< SM4 key, 32 hex digits
    QUrl url;                     ///< ends in /access/sandbox/v2/invoke
    int pollSeconds = 1;
};

/// {"companies":[{"name","tax_number","platform_id","connection":{"platform_id","key","url","poll_seconds"}}]}
QByteArray credentialsJson(const QList<Credential> &credentials);

/// The credentials of a data folder, whether or not a server runs on it; makes folder, companies and keys when they
/// are missing. @p server is the address to name ("http://127.0.0.1:8700"). Faults: Storage, Internal.
Result<QList<Credential>> readCredentials(const QString &dataDir, const QUrl &server);

/// The address of the server that now runs on a data folder; nothing when none does.
std::optional<QUrl> runningServer(const QString &dataDir);

} // namespace kp::sandbox

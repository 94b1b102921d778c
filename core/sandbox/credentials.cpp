// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/credentials.h"

#include "core/sandbox/company.h"
#include "core/sandbox/data_folder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

QByteArray credentialsJson(const QList<Credential> &credentials)
{
    QJsonArray list;
    for (const Credential &c : credentials) {
        const QJsonObject connection{{u"platform_id"_s, c.connectionPlatformId}, {u"key"_s, c.keyHex},
            {u"url"_s, QString::fromLatin1(c.url.toEncoded())}, {u"poll_seconds"_s, c.pollSeconds}};
        list.append(QJsonObject{{u"name"_s, c.name}, {u"tax_number"_s, c.taxNumber}, {u"platform_id"_s, c.platformId},
            {u"connection"_s, connection}});
    }
    return QJsonDocument(QJsonObject{{u"companies"_s, list}}).toJson();
}

Result<QList<Credential>> readCredentials(const QString &dataDir, const QUrl &server)
{
    DataFolder folder(dataDir);
    const Outcome taken = folder.take(0);
    if (!taken && taken.fault().kind != FaultKind::Conflict)
        return taken.fault();
    Store store;
    // Whoever holds the folder may write; beside a running server one only looks.
    KP_DO(store.open(folder.storePath(), taken ? Store::Access::ReadWrite : Store::Access::ReadOnly));
    if (taken) {
        store.begin();
        KP_DO(seed(store));
        KP_DO(store.commit());
    }
    const QList<Credential> found = credentialsIn(store, server);
    if (found.isEmpty())
        return Fault{FaultKind::Storage, u"目录 %1 中没有练习企业"_s.arg(dataDir)};
    return found;
}

std::optional<QUrl> runningServer(const QString &dataDir)
{
    DataFolder folder(dataDir);
    const Outcome taken = folder.take(0);
    if (taken || taken.fault().kind != FaultKind::Conflict)
        return std::nullopt;
    return folder.announced();
}

} // namespace kp::sandbox

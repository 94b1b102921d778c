// SPDX-License-Identifier: GPL-3.0-or-later
// The folder one practice platform keeps: its store, the lock that keeps a second server out, and the address of the
// running one.
#pragma once

#include "core/base/result.h"
#include "core/sandbox/credentials.h"
#include "core/sandbox/store.h"

#include <QLockFile>

#include <optional>

namespace kp::sandbox
{

class DataFolder
{
public:
    explicit DataFolder(const QString &path);

    /// Makes the folder and takes it for this process, as long as this object lives. Faults: Storage, Conflict (taken).
    Outcome take(int waitMs);

    [[nodiscard]] QString storePath() const;
    /// Names the address of the running server for other processes.
    Outcome announce(const QUrl &server);
    void withdraw();
    /// What the last server announced; it need not run any more.
    [[nodiscard]] std::optional<QUrl> announced() const;

private:
    QString m_path;
    QLockFile m_lock;
};

/// The companies and keys in an open store. @p server as for readCredentials.
QList<Credential> credentialsIn(Store &store, const QUrl &server);

} // namespace kp::sandbox

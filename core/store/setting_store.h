// SPDX-License-Identifier: GPL-3.0-or-later
// Settings that belong to the profile. Never a secret: those go to the SecretStore.
#pragma once

#include "core/store/database.h"

namespace kp::store
{

class SettingStore
{
public:
    explicit SettingStore(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] Result<QString> value(const QString &key, const QString &otherwise = {});
    Outcome setValue(const QString &key, const QString &value);

private:
    Database &m_database;
};

} // namespace kp::store

// SPDX-License-Identifier: GPL-3.0-or-later
// The two forms of the first start.
#pragma once

#include "core/domain/access.h"
#include "core/service/company_setup.h"
#include "ui/shell/entry_frame.h"

namespace kp
{

class Entrance;

class AdministratorForm final : public EntryColumn
{
    Q_OBJECT
public:
    AdministratorForm(Entrance &entrance, QWidget *parent = nullptr);
    /// @param practice proposes an account and shows its password, so that practising begins with one key
    void begin(bool practice);

Q_SIGNALS:
    void back();
    void made(const kp::Actor &actor);

private:
    void submit();
    void make(const Secret &password);

    Entrance &m_entrance;
    bool m_practice = false;
    QLineEdit *m_account;
    QLineEdit *m_name;
    QLineEdit *m_password;
    QLineEdit *m_again;
    QLabel *m_note;
};

class ConnectionForm final : public EntryColumn
{
    Q_OBJECT
public:
    ConnectionForm(Entrance &entrance, QWidget *parent = nullptr);
    void begin(const Actor &actor);

Q_SIGNALS:
    void connected();
    /// Practise instead.
    void practiceAsked();

private:
    [[nodiscard]] service::CompanyCredentials credentials() const;
    void verify();
    void save();
    void forgetVerification();

    Entrance &m_entrance;
    Actor m_actor;
    QLineEdit *m_taxNumber;
    QLineEdit *m_companyId;
    QLineEdit *m_connectionId;
    QLineEdit *m_key;
    QLineEdit *m_url;
    QLabel *m_taxpayer;
    QPushButton *m_verify;
    QPushButton *m_save;
};

} // namespace kp

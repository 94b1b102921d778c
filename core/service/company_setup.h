// SPDX-License-Identifier: GPL-3.0-or-later
// Connections and companies: entering them, verifying them at the platform, keeping what it says of them fresh.
#pragma once

#include "core/base/clock.h"
#include "core/domain/platform.h"
#include "core/service/routes.h"
#include "core/store/stores.h"

#include <QCoro/QCoroTask>

namespace kp::service
{

/// What somebody who sets up a company has in hand (S2 2.1, 2.2).
struct CompanyCredentials {
    QString name; ///< may be empty: the platform knows it
    QString taxNumber;
    QString platformId;           ///< 使用单位乐企 ID
    QString connectionPlatformId; ///< 直连单位乐企 ID
    Secret key;                   ///< API 密钥, 16 bytes
    QString url;
    int pollSeconds = 10;
};

/// A company as a window offers it.
struct CompanyChoice {
    Company company;
    bool practice = false; ///< nothing issued here is a real invoice
};

class CompanySetup
{
public:
    CompanySetup(store::Stores &stores, const Clock &clock, TaxPlatform &platform, SecretStore &secrets, Routes &routes)
        : m_stores(stores)
        , m_clock(clock)
        , m_platform(platform)
        , m_secrets(secrets)
        , m_routes(routes)
    {
    }

    /// A profile is for one kind of platform: the practice platform of the program, the tax office's test platform, or
    /// the real one. Numbers and credit drawn from one are worth nothing at another. Fault: Invalid, when these
    /// addresses and the connections stored already are not of one kind.
    [[nodiscard]] Outcome checkOneKind(const QStringList &urls);
    /// 验证: asks the platform for the taxpayer's basic facts; stores nothing. Faults: Denied, Invalid (also: refused
    /// by the platform, named in its words), Offline, Uncertain.
    QCoro::Task<Result<Taxpayer>> verify(Actor by, CompanyCredentials credentials);
    /// 验证并保存: verifies all of them, then keeps the keys in the secret store and stores connections and companies
    /// with all facts. After a fault none of them is stored. Faults: as verify(), and Storage.
    QCoro::Task<Result<QList<CompanyId>>> verifyAndSaveAll(Actor by, QList<CompanyCredentials> credentials);
    /// The same for one.
    QCoro::Task<Result<CompanyId>> verifyAndSave(Actor by, CompanyCredentials credentials);
    /// Asks the platform again for taxpayer, risk, rates and classification when the last answer is older than a day
    /// (or always, when @p now). What it has is kept when the platform does not answer.
    QCoro::Task<Outcome> refresh(CompanyId company, bool now = false);
    /// The companies in the actor's data scope, by name.
    [[nodiscard]] Result<QList<CompanyChoice>> companies(const Actor &actor);
    /// The company a new window and the command line begin with: the setting, else the first one.
    [[nodiscard]] Result<CompanyId> defaultCompany();
    Outcome setDefaultCompany(CompanyId company);

private:
    /// All that the platform knows of a taxpayer.
    struct Facts {
        Taxpayer taxpayer;
        TaxpayerRisk risk;
        QList<UsableRate> rates;
        ClassificationUpdate classification;
        std::optional<QList<MarginCode>> marginCodes; ///< empty: not told, what is known stays
    };
    [[nodiscard]] Route routeOf(const CompanyCredentials &credentials) const;
    Outcome mayConnect(const Actor &by, const QList<CompanyCredentials> &credentials);
    /// @param mark of the classification that is there already
    QCoro::Task<Result<Facts>> ask(Route route, QString mark);
    /// Inside the caller's transaction.
    Result<CompanyId> keep(const Actor &by, const CompanyCredentials &credentials, const Facts &facts);
    Result<CompanyId> keep(Company company, const Facts &facts);

    store::Stores &m_stores;
    const Clock &m_clock;
    TaxPlatform &m_platform;
    SecretStore &m_secrets;
    Routes &m_routes;
};

} // namespace kp::service

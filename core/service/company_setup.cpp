// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/company_setup.h"

#include "core/service/guard.h"

#include <QCoro/QCoroFuture>

#include <QCoreApplication>

namespace kp::service
{

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(CompanySetup)
};

const QString defaultCompanyKey = QStringLiteral("company.default");
constexpr qint64 freshForMs = 24LL * 3600 * 1000; // 乐企 §4.5 suggests 24 h for the risk facts

Outcome checkForm(const CompanyCredentials &c)
{
    if (c.taxNumber.isEmpty() || c.platformId.isEmpty() || c.connectionPlatformId.isEmpty() || c.url.isEmpty())
        return Fault{FaultKind::Invalid, Text::tr("Tax number, LeQi ID and address are needed.")};
    if (c.key.reveal().size() != 16)
        return Fault{FaultKind::Invalid, Text::tr("The API key must be 32 hexadecimal digits.")};
    return Done{};
}
} // namespace

Route CompanySetup::routeOf(const CompanyCredentials &c) const
{
    return {m_routes.url({{}, c.connectionPlatformId, c.url}), c.connectionPlatformId, c.platformId, c.taxNumber, c.key,
        c.pollSeconds};
}

QCoro::Task<Result<Taxpayer>> CompanySetup::verify(Actor by, CompanyCredentials credentials)
{
    KP_CO_DO(require(m_stores.users, by, Permission::ConfigureConnections));
    KP_CO_DO(checkForm(credentials));
    const Route route = routeOf(credentials);
    co_return co_await m_platform.taxpayer(route);
}

QCoro::Task<Result<CompanyId>> CompanySetup::verifyAndSave(Actor by, CompanyCredentials credentials)
{
    KP_CO_TRY(taxpayer, co_await verify(by, credentials));
    Connection connection{{}, credentials.connectionPlatformId, credentials.url, credentials.pollSeconds};
    const QString secretName = connection.secretName();
    KP_CO_DO(co_await m_secrets.write(secretName, credentials.key));

    KP_CO_TRY(connections, m_stores.companies.connections());
    for (const Connection &known : connections)
        if (known.platformId == connection.platformId)
            connection.id = known.id;
    KP_CO_TRY(known, m_stores.companies.findByTaxNumber(credentials.taxNumber));
    Company company = known.value_or(Company());
    company.platformId = credentials.platformId;
    company.party = taxpayer.party;
    company.party.taxNumber = credentials.taxNumber;
    if (company.party.name.isEmpty())
        company.party.name = credentials.name;
    company.taxpayerKind = taxpayer.kind;
    company.authority = taxpayer.authority;
    company.stateCode = taxpayer.stateCode;
    {
        store::Transaction transaction(m_stores.database);
        KP_CO_TRY(connectionId, m_stores.companies.save(connection));
        company.connection = connectionId;
        KP_CO_TRY(companyId, m_stores.companies.save(company));
        company.id = companyId;
        KP_CO_DO(m_stores.audit.append(
            {0, {}, by.account, QStringLiteral("company.save"), QStringLiteral("company/%1").arg(companyId.value()),
                store::fieldChanges(
                    {}, {{QStringLiteral("taxNumber"), company.party.taxNumber},
                            {QStringLiteral("name"), company.party.name}, {QStringLiteral("url"), connection.url}})},
            m_clock.nowMs()));
        KP_CO_DO(transaction.commit());
    }
    KP_CO_DO(co_await refresh(company.id, true));
    co_return company.id;
}

QCoro::Task<Outcome> CompanySetup::refresh(CompanyId id, bool now)
{
    KP_CO_TRY(company, m_stores.companies.company(id));
    if (!now && company.factsAt.isValid() && company.factsAt.toMSecsSinceEpoch() + freshForMs > m_clock.nowMs())
        co_return Done{};
    KP_CO_TRY(route, co_await m_routes.find(id));
    KP_CO_TRY(taxpayer, co_await m_platform.taxpayer(route));
    KP_CO_TRY(risk, co_await m_platform.risk(route));
    KP_CO_TRY(rates, co_await m_platform.rates(route));
    KP_CO_TRY(mark, m_stores.classifications.mark());
    KP_CO_TRY(classification, co_await m_platform.classification(route, mark));

    KP_CO_TRY(latest, m_stores.companies.company(id)); // somebody may have edited it while the platform answered
    latest.taxpayerKind = taxpayer.kind;
    latest.authority = taxpayer.authority;
    latest.stateCode = taxpayer.stateCode;
    latest.riskClass = risk.riskClass;
    latest.alert = risk.alert;
    latest.riskMarked = risk.marked;
    latest.factsAt = m_clock.now();
    store::Transaction transaction(m_stores.database);
    KP_CO_TRY(saved, m_stores.companies.save(latest));
    KP_CO_DO(m_stores.companies.setRates(saved, rates));
    KP_CO_DO(m_stores.classifications.merge(classification));
    co_return transaction.commit();
}

Result<QList<CompanyChoice>> CompanySetup::companies(const Actor &actor)
{
    KP_TRY(companies, m_stores.companies.companies(store::Scope::of(actor)));
    QList<CompanyChoice> choices;
    for (const Company &company : companies) {
        KP_TRY(connection, m_stores.companies.connection(company.connection));
        choices.append({company, connection.isPractice()});
    }
    return choices;
}

Result<CompanyId> CompanySetup::defaultCompany()
{
    KP_TRY(setting, m_stores.settings.value(defaultCompanyKey));
    KP_TRY(companies, m_stores.companies.companies(store::Scope::everything()));
    for (const Company &company : companies)
        if (QString::number(company.id.value()) == setting)
            return company.id;
    if (companies.isEmpty())
        return Fault{FaultKind::NotFound, Text::tr("No company is set up yet. Connect one first.")};
    return companies.first().id;
}

Outcome CompanySetup::setDefaultCompany(CompanyId company)
{
    return m_stores.settings.setValue(defaultCompanyKey, QString::number(company.value()));
}

} // namespace kp::service

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/company_setup.h"

#include "core/service/guard.h"

#include <QCoro/QCoroFuture>

#include <QCoreApplication>

namespace kp::service
{

namespace
{
struct CompanySetupText {
    Q_DECLARE_TR_FUNCTIONS(CompanySetup)
};

const QString defaultCompanyKey = QStringLiteral("company.default");
constexpr qint64 freshForMs = 24LL * 3600 * 1000; // 乐企 §4.5 suggests 24 h for the risk facts

Outcome checkForm(const CompanyCredentials &c)
{
    if (c.taxNumber.isEmpty() || c.platformId.isEmpty() || c.connectionPlatformId.isEmpty() || c.url.isEmpty())
        return Fault{FaultKind::Invalid, CompanySetupText::tr("Tax number, LeQi ID and address are needed.")};
    if (c.key.reveal().size() != 16)
        return Fault{FaultKind::Invalid, CompanySetupText::tr("The API key must be 32 hexadecimal digits.")};
    return Done{};
}

enum class PlatformKind { BuiltIn, Test, Real };

PlatformKind kindOf(const Connection &connection)
{
    if (connection.isEmbedded())
        return PlatformKind::BuiltIn;
    return connection.isPractice() ? PlatformKind::Test : PlatformKind::Real;
}

QString nameOf(PlatformKind kind)
{
    switch (kind) {
    case PlatformKind::BuiltIn:
        return CompanySetupText::tr("the practice platform built into the program");
    case PlatformKind::Test:
        return CompanySetupText::tr("a test platform");
    case PlatformKind::Real:
        break;
    }
    return CompanySetupText::tr("the real tax platform");
}

/// What the platform refuses is what somebody entered: it names whose credentials are to be corrected.
Fault refused(const CompanyCredentials &credentials, Fault fault)
{
    if (fault.kind != FaultKind::Rejected)
        return fault;
    fault.kind = FaultKind::Invalid;
    fault.message = CompanySetupText::tr("The tax platform refuses the credentials of company %1: %2")
                        .arg(credentials.taxNumber, fault.message);
    return fault;
}

QString secretNameOf(const CompanyCredentials &credentials)
{
    return Connection{{}, credentials.connectionPlatformId, credentials.url, credentials.pollSeconds}.secretName();
}
} // namespace

Route CompanySetup::routeOf(const CompanyCredentials &c) const
{
    return {m_routes.url({{}, c.connectionPlatformId, c.url}), c.connectionPlatformId, c.platformId, c.taxNumber, c.key,
        c.pollSeconds};
}

Outcome CompanySetup::checkOneKind(const QStringList &urls)
{
    KP_TRY(connections, m_stores.companies.connections());
    const bool fresh = connections.isEmpty();
    for (const QString &url : urls)
        connections.append({{}, {}, url});
    for (const Connection &connection : std::as_const(connections)) {
        const PlatformKind first = kindOf(connections.constFirst());
        const PlatformKind other = kindOf(connection);
        if (first == other)
            continue;
        if (fresh)
            return Fault{FaultKind::Invalid,
                CompanySetupText::tr(
                    "These companies are on different platforms: %1 and %2. A profile is for one of them; make "
                    "another profile for the other.")
                    .arg(nameOf(first), nameOf(other))};
        return Fault{FaultKind::Invalid,
            CompanySetupText::tr(
                "This profile works with %1 and can not be connected to %2: its invoice numbers and its credit "
                "are worth nothing there. Make another profile for that.")
                .arg(nameOf(first), nameOf(other))};
    }
    return Done{};
}

Outcome CompanySetup::mayConnect(const Actor &by, const QList<CompanyCredentials> &credentials)
{
    KP_DO(require(m_stores.users, by, Permission::ConfigureConnections));
    QStringList urls;
    for (const CompanyCredentials &one : credentials) {
        KP_DO(checkForm(one));
        urls.append(one.url);
    }
    return checkOneKind(urls);
}

QCoro::Task<Result<Taxpayer>> CompanySetup::verify(Actor by, CompanyCredentials credentials)
{
    const QList<CompanyCredentials> one{credentials};
    KP_CO_DO(mayConnect(by, one));
    const Route route = routeOf(credentials);
    Result<Taxpayer> taxpayer = co_await m_platform.taxpayer(route);
    if (!taxpayer.ok())
        co_return refused(credentials, taxpayer.fault());
    co_return taxpayer;
}

QCoro::Task<Result<QList<CompanyId>>> CompanySetup::verifyAndSaveAll(Actor by, QList<CompanyCredentials> credentials)
{
    KP_CO_DO(mayConnect(by, credentials));
    KP_CO_TRY(mark, m_stores.classifications.mark());
    QList<Facts> answers;
    for (const CompanyCredentials &one : std::as_const(credentials)) {
        const Route route = routeOf(one);
        const Result<Facts> facts = co_await ask(route, mark);
        if (!facts.ok())
            co_return refused(one, facts.fault());
        mark = facts->classification.mark; // each asks only for what those before it have not got
        answers.append(*facts);
    }
    for (const CompanyCredentials &one : std::as_const(credentials)) {
        const QString name = secretNameOf(one);
        KP_CO_DO(co_await m_secrets.write(name, one.key));
        m_routes.forgetKey(name);
    }
    QList<CompanyId> out;
    store::Transaction transaction(m_stores.database);
    for (qsizetype i = 0; i < credentials.size(); ++i) {
        KP_CO_TRY(id, keep(by, credentials.at(i), answers.at(i)));
        out.append(id);
    }
    KP_CO_DO(transaction.commit());
    co_return out;
}

QCoro::Task<Result<CompanyId>> CompanySetup::verifyAndSave(Actor by, CompanyCredentials credentials)
{
    const QList<CompanyCredentials> one{credentials};
    KP_CO_TRY(ids, co_await verifyAndSaveAll(by, one));
    co_return ids.constFirst();
}

Result<CompanyId> CompanySetup::keep(const Actor &by, const CompanyCredentials &credentials, const Facts &facts)
{
    Connection connection{{}, credentials.connectionPlatformId, credentials.url, credentials.pollSeconds};
    KP_TRY(connections, m_stores.companies.connections());
    for (const Connection &known : connections)
        if (known.platformId == connection.platformId)
            connection.id = known.id;
    KP_TRY(connectionId, m_stores.companies.save(connection));
    KP_TRY(known, m_stores.companies.findByTaxNumber(credentials.taxNumber));
    Company company = known.value_or(Company());
    company.connection = connectionId;
    company.platformId = credentials.platformId;
    company.party = facts.taxpayer.party;
    company.party.taxNumber = credentials.taxNumber;
    if (company.party.name.isEmpty())
        company.party.name = credentials.name;
    KP_TRY(id, keep(company, facts));
    KP_DO(m_stores.audit.append(
        {0, {}, by.account, QStringLiteral("company.save"), QStringLiteral("company/%1").arg(id.value()),
            store::fieldChanges(
                {}, {{QStringLiteral("taxNumber"), company.party.taxNumber},
                        {QStringLiteral("name"), company.party.name}, {QStringLiteral("url"), connection.url}})},
        m_clock.nowMs()));
    return id;
}

Result<CompanyId> CompanySetup::keep(Company company, const Facts &facts)
{
    company.taxpayerKind = facts.taxpayer.kind;
    company.authority = facts.taxpayer.authority;
    company.stateCode = facts.taxpayer.stateCode;
    company.riskClass = facts.risk.riskClass;
    company.alert = facts.risk.alert;
    company.riskMarked = facts.risk.marked;
    company.factsAt = m_clock.now();
    KP_TRY(saved, m_stores.companies.save(company));
    KP_DO(m_stores.companies.setRates(saved, facts.rates));
    if (facts.marginCodes)
        KP_DO(m_stores.companies.setMarginCodes(saved, *facts.marginCodes));
    KP_DO(m_stores.classifications.merge(facts.classification));
    return saved;
}

QCoro::Task<Result<CompanySetup::Facts>> CompanySetup::ask(Route route, QString mark)
{
    KP_CO_TRY(taxpayer, co_await m_platform.taxpayer(route));
    KP_CO_TRY(risk, co_await m_platform.risk(route));
    KP_CO_TRY(rates, co_await m_platform.rates(route));
    KP_CO_TRY(classification, co_await m_platform.classification(route, mark));
    // Not every connection may ask this. Without an answer the platform judges alone, as it does in the end anyway.
    const Result<QList<MarginCode>> marginCodes = co_await m_platform.marginCodes(route);
    Facts facts{taxpayer, risk, rates, classification, {}};
    if (marginCodes.ok())
        facts.marginCodes = *marginCodes;
    co_return facts;
}

QCoro::Task<Outcome> CompanySetup::refresh(CompanyId id, bool now)
{
    KP_CO_TRY(company, m_stores.companies.company(id));
    if (!now && company.factsAt.isValid() && company.factsAt.toMSecsSinceEpoch() + freshForMs > m_clock.nowMs())
        co_return Done{};
    KP_CO_TRY(route, co_await m_routes.find(id));
    KP_CO_TRY(mark, m_stores.classifications.mark());
    KP_CO_TRY(facts, co_await ask(route, mark));
    KP_CO_TRY(latest, m_stores.companies.company(id)); // somebody may have edited it while the platform answered
    store::Transaction transaction(m_stores.database);
    KP_CO_TRY(kept, keep(latest, facts));
    Q_UNUSED(kept)
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
        return Fault{FaultKind::NotFound, CompanySetupText::tr("No company is set up yet. Connect one first.")};
    return companies.first().id;
}

Outcome CompanySetup::setDefaultCompany(CompanyId company)
{
    return m_stores.settings.setValue(defaultCompanyKey, QString::number(company.value()));
}

} // namespace kp::service

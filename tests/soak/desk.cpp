// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/desk.h"

#include "core/service/verification.h"

#include <QFile>

namespace kp::test
{

using namespace std::chrono_literals;

namespace
{
const QString account = QStringLiteral("admin");

QString wordsOf(const Fault &fault)
{
    return fault.message + u' ' + fault.detail;
}
} // namespace

Desk::Desk(QString folder, const sandbox::Credential &company)
    : m_folder(std::move(folder))
    , m_credential(company)
    , m_leqi(m_client, {.answerWithin = 2s, .downloadWithin = 60s, .device = [] {
                            return Device{QStringLiteral("192.0.2.7"), QStringLiteral("00:1A:2B:3C:4D:5E")};
                        }})
{
}

QString Desk::open()
{
    auto run = std::make_unique<Run>();
    auto opened = store::Database::openWriter(databasePath());
    if (!opened.ok())
        return wordsOf(opened.fault());
    run->database = std::move(opened).value();
    run->stores = std::make_unique<store::Stores>(*run->database);
    run->services = std::make_unique<service::Services>(*run->stores, m_clock, m_watched, m_secrets, plainScheme());
    run->reversing = std::make_unique<service::Reversing>(*run->services, m_watched);
    m_run = std::move(run);
    const auto fresh = services().accounts.isEmpty();
    if (!fresh.ok())
        return wordsOf(fresh.fault());
    const auto actor = *fresh ? services().accounts.createAdministrator(account, QStringLiteral("Li Si"), password())
                              : services().accounts.signIn(account, password());
    if (!actor.ok())
        return wordsOf(actor.fault());
    m_actor = *actor;
    const Connection connection{{}, m_credential.connectionPlatformId, {}, 1};
    m_secrets.write(connection.secretName(), Secret(QByteArray::fromHex(m_credential.keyHex.toLatin1())));
    if (const Outcome loaded = services().issuing.loadClassification(); !loaded.ok())
        return wordsOf(loaded.fault());
    if (const Outcome recovered = services().runner.recover(); !recovered.ok())
        return wordsOf(recovered.fault());
    services().runner.start();
    return {};
}

QCoro::Task<QString> Desk::connectCompany()
{
    const service::CompanyCredentials credentials{m_credential.name, m_credential.taxNumber, m_credential.platformId,
        m_credential.connectionPlatformId, Secret(QByteArray::fromHex(m_credential.keyHex.toLatin1())),
        m_credential.url.toString(), 1};
    const Result<CompanyId> company = co_await services().setup.verifyAndSave(m_actor, credentials);
    co_return company.ok() ? QString() : wordsOf(company.fault());
}

QString Desk::takeOver(const QString &folder)
{
    if (!QFile::copy(folder + QStringLiteral("/kaipiao.db"), databasePath()))
        return QStringLiteral("the store can not be copied");
    if (const QString trouble = open(); !trouble.isEmpty())
        return trouble;
    return moveAddress();
}

QString Desk::moveAddress()
{
    store::CompanyStore &companies = m_run->stores->companies;
    auto connections = companies.connections();
    if (!connections.ok() || connections->isEmpty())
        return QStringLiteral("the store knows no connection");
    Connection connection = connections->first();
    if (connection.url == m_credential.url.toString())
        return {};
    connection.url = m_credential.url.toString();
    const auto saved = companies.save(connection);
    return saved.ok() ? QString() : wordsOf(saved.fault());
}

QCoro::Task<Result<service::BatchReport>> Desk::issue(OrderSheet sheet, std::chrono::milliseconds most)
{
    KP_CO_TRY(company, services().setup.defaultCompany());
    co_return co_await services().batch.issue(m_actor, company, sheet, most);
}

QString Desk::complaints()
{
    const auto report = service::verifyBooks(*m_run->stores);
    return report.ok() ? report->complaints().join(u'\n') : wordsOf(report.fault());
}

} // namespace kp::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"

#include "app/cli/output.h"
#include "app/cli/password.h"
#include "app/cli/texts.h"
#include "app/cli/verbs_records.h"
#include "app/cli/verbs_red.h"
#include "app/profile/beginning.h"
#include "core/base/log.h"
#include "core/document/workbook/order_writer.h"

#include <QDir>
#include <QJsonArray>

namespace kp::cli
{

namespace
{
const QStringList &verbs()
{
    static const QStringList list{QStringLiteral("classify"), QStringLiteral("init"), QStringLiteral("issue"),
        QStringLiteral("template"), QStringLiteral("list"), QStringLiteral("show"), QStringLiteral("pdf"),
        QStringLiteral("red"), QStringLiteral("status"), QStringLiteral("verify")};
    return list;
}

/// Makes a profile, or connects one again: administrator, connection, companies. It is closed at the end.
QCoro::Task<Result<int>> connectProfile(
    const Arguments &arguments, QList<service::CompanyCredentials> companies, Secret password)
{
    KP_CO_TRY(profile, app::Profile::open(arguments.profile));
    KP_CO_TRY(first, profile->services().accounts.isEmpty());
    const QString name = arguments.name.isEmpty() ? CommandLineText::tr("Administrator") : arguments.name;
    // What an older attempt, or the window, has begun goes on. Nothing is sent before the connection is known to fit.
    const Result<Actor> actor = first ? profile->createAdministrator(arguments.user, name, password)
                                      : profile->signIn(arguments.user, password, app::Profile::Outbox::Rest);
    if (!actor.ok())
        co_return actor.fault();
    if (arguments.practice)
        KP_CO_DO(co_await profile->connectPractice(*actor));
    else
        KP_CO_DO(co_await profile->connectCompanies(*actor, companies));
    KP_CO_TRY(stored, profile->stores().companies.companies(store::Scope::of(*actor)));
    QJsonArray list;
    for (const Company &company : stored) {
        list.append(QJsonObject{
            {QStringLiteral("name"), company.party.name}, {QStringLiteral("tax_number"), company.party.taxNumber}});
        if (!arguments.json)
            print(CommandLineText::tr("Connected: %1 %2").arg(company.party.taxNumber, company.party.name));
    }
    if (arguments.json)
        print(QJsonObject{{QStringLiteral("profile"), QDir(arguments.profile).absolutePath()},
            {QStringLiteral("account"), arguments.user}, {QStringLiteral("companies"), list}});
    co_return Success;
}

QCoro::Task<Result<int>> init(const Arguments &arguments)
{
    if (arguments.practice == !arguments.credentials.isEmpty()) {
        printError(CommandLineText::tr("init needs either --practice or --credentials FILE."));
        co_return Usage;
    }
    QList<service::CompanyCredentials> companies;
    if (!arguments.practice) {
        KP_CO_TRY(read, app::readCredentials(arguments.credentials));
        companies = read;
    }
    KP_CO_TRY(password, readPassword());
    const app::Beginning beginning(arguments.profile);
    const Result<int> connected = co_await connectProfile(arguments, companies, password);
    if (!connected.ok())
        beginning.takeBack();
    co_return connected;
}

QCoro::Task<Result<int>> runVerb(const Arguments &arguments)
{
    if (arguments.verb == QLatin1StringView("init"))
        co_return co_await init(arguments);
    if (arguments.verb == QLatin1StringView("template")) {
        if (arguments.output.isEmpty()) {
            printError(CommandLineText::tr("template needs -o FILE."));
            co_return Usage;
        }
        KP_CO_DO(workbook::writeOrderTemplate(arguments.output));
        co_return Success;
    }
    if (isRecordTemplate(arguments))
        co_return writeRecordTemplate(arguments);
    const bool classifies = arguments.verb == QLatin1StringView("classify");
    if (classifies && !arguments.profileGiven)
        co_return classify(arguments, nullptr);
    if (!QFileInfo::exists(arguments.profile + QStringLiteral("/kaipiao.db")))
        co_return Fault{FaultKind::NotFound,
            CommandLineText::tr("There is no profile in %1. Make one with kaipiao-cli init.").arg(arguments.profile)};
    KP_CO_TRY(password, readPassword());
    KP_CO_TRY(profile, app::Profile::open(arguments.profile));
    const bool red = arguments.verb == QLatin1StringView("red");
    const bool sends = red || (arguments.verb == QLatin1StringView("issue") && !arguments.dryRun);
    KP_CO_TRY(actor,
        profile->signIn(arguments.user, password, sends ? app::Profile::Outbox::Start : app::Profile::Outbox::Rest));
    KP_CO_TRY(warning, profile->keysWarning());
    if (!warning.text.isEmpty())
        printError(warning.text + u' ' + warning.details + u' ' +
                   CommandLineText::tr("With kaipiao-cli: init --credentials FILE, or init --practice."));
    const Session session{arguments, *profile, actor};
    if (classifies)
        co_return classify(arguments, &session);
    if (arguments.verb == QLatin1StringView("issue"))
        co_return co_await issueOrders(session);
    if (red)
        co_return co_await workOnRedForms(session);
    if (arguments.verb == QLatin1StringView("list"))
        co_return listInvoices(session);
    if (arguments.verb == QLatin1StringView("show"))
        co_return showInvoice(session);
    if (arguments.verb == QLatin1StringView("pdf"))
        co_return writePdf(session);
    if (arguments.verb == QLatin1StringView("status"))
        co_return showStatus(session);
    if (isRecordVerb(arguments.verb))
        co_return workOnRecords(session);
    co_return verify(session);
}
} // namespace

Result<CompanyId> Session::company() const
{
    if (arguments.company.isEmpty())
        return profile.services().setup.defaultCompany();
    KP_TRY(found, profile.stores().companies.findByTaxNumber(arguments.company));
    if (!found)
        return Fault{FaultKind::NotFound,
            CommandLineText::tr("No company with tax number %1 is set up.").arg(arguments.company)};
    return found->id;
}

QCoro::Task<int> run(Arguments arguments)
{
    if (!verbs().contains(arguments.verb) && !isRecordVerb(arguments.verb)) {
        printError(CommandLineText::tr("Unknown verb %1. kaipiao-cli --help lists them.").arg(arguments.verb));
        co_return Usage;
    }
    const Result<int> result = co_await runVerb(arguments);
    const int code = result.ok() ? *result : exitCodeOf(result.fault());
    if (!result.ok()) {
        logFault(result.fault());
        if (arguments.json)
            print(QJsonObject{{QStringLiteral("error"), result.fault().message}});
        printError(result.fault().message);
    }
    logNote(QStringLiteral("kaipiao-cli %1 ended with exit code %2").arg(arguments.verb).arg(code));
    co_return code;
}

} // namespace kp::cli

// SPDX-License-Identifier: GPL-3.0-or-later
// A desk for tests: real store in a temporary folder, scripted platform, secrets in memory, a clock that is moved.
#pragma once

#include "core/service/services.h"
#include "tests/service/scripted_platform.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

namespace kp::test
{

inline QString operator""_s(const char *text, std::size_t size)
{
    return QString::fromUtf8(text, static_cast<qsizetype>(size));
}

class OpenSecrets final : public SecretStore
{
public:
    QFuture<Result<Secret>> read(const QString &name) override
    {
        const auto it = m_secrets.constFind(name);
        return QtFuture::makeReadyFuture(
            it != m_secrets.cend() ? Result<Secret>(*it) : Result<Secret>(Fault{FaultKind::NotFound, name}));
    }
    QFuture<Outcome> write(const QString &name, const Secret &secret) override
    {
        m_secrets.insert(name, secret);
        return QtFuture::makeReadyFuture(Outcome(Done{}));
    }
    QFuture<Outcome> remove(const QString &name) override
    {
        m_secrets.remove(name);
        return QtFuture::makeReadyFuture(Outcome(Done{}));
    }

private:
    QHash<QString, Secret> m_secrets;
};

/// A cheap scheme: what is tested is who may sign in, not Argon2.
inline service::PasswordScheme plainScheme()
{
    return {[](const Secret &password) { return Result<QString>(QString::fromUtf8(password.reveal().toHex())); },
        [](const QString &hash, const Secret &password) {
            return hash == QString::fromUtf8(password.reveal().toHex());
        }};
}

/// Waits for a conversation while the event loop runs.
template<class T>
T await(QCoro::Task<T> task)
{
    std::optional<T> out;
    task.then([&out](const T &value) { out = value; });
    const bool came = QTest::qWaitFor([&] { return out.has_value(); }, 20'000);
    if (!came)
        qFatal("the conversation did not end");
    return *out;
}

inline Secret password()
{
    return Secret(QByteArrayLiteral("correct horse"));
}

/// One run of the program over a folder that outlives it.
class Run
{
public:
    Run(const QString &folder, FixedClock &clock, ScriptedPlatform &platform, OpenSecrets &secrets)
    {
        auto opened = store::Database::openWriter(folder + QStringLiteral("/kaipiao.db"));
        if (!opened.ok())
            qFatal("%s", qPrintable(opened.fault().message));
        database = std::move(opened).value();
        stores = std::make_unique<store::Stores>(*database);
        services = std::make_unique<service::Services>(*stores, clock, platform, secrets, plainScheme());
    }

    std::unique_ptr<store::Database> database;
    std::unique_ptr<store::Stores> stores;
    std::unique_ptr<service::Services> services;
};

class Office
{
public:
    Office() { open(); }

    void open()
    {
        run.reset();
        run = std::make_unique<Run>(m_folder.path(), clock, platform, m_secrets);
        if (*services().accounts.isEmpty())
            actor =
                *services().accounts.createAdministrator(QStringLiteral("admin"), QStringLiteral("Li Si"), password());
    }
    /// Connects the practice company and loads what the rules need.
    void connectCompany()
    {
        const auto id = await(services().setup.verifyAndSave(
            actor, {QStringLiteral("Practice Trading"), QStringLiteral("91310000MA1FW9A80N"), QStringLiteral("c0ffee"),
                       QStringLiteral("beef"), Secret(QByteArray(16, 'k')),
                       QStringLiteral("https://platform.example/invoke"), 1}));
        if (!id.ok())
            qFatal("%s", qPrintable(id.fault().message));
        company = *id;
        if (!services().issuing.loadClassification().ok())
            qFatal("no classification");
    }
    [[nodiscard]] service::Services &services() { return *run->services; }
    [[nodiscard]] store::Stores &stores() { return *run->stores; }

    [[nodiscard]] static InvoiceDraft draft(const QString &serial, const QString &amount = QStringLiteral("113.00"))
    {
        InvoiceDraft draft;
        draft.serial = serial;
        draft.buyer.name = QStringLiteral("Sample Buyer");
        draft.buyer.taxNumber = QStringLiteral("91430104MA4T8FT50U");
        DraftLine line;
        line.item = QStringLiteral("Copy paper");
        line.classification = QStringLiteral("1060105040000000000");
        line.rate = TaxRate::fromMillionths(130'000);
        line.amount = Money::parse(amount);
        draft.lines.append(line);
        return draft;
    }
    [[nodiscard]] static QList<InvoiceDraft> drafts(int count)
    {
        QList<InvoiceDraft> out;
        for (int i = 0; i < count; ++i)
            out.append(draft(QStringLiteral("S%1").arg(i)));
        return out;
    }
    /// Lets the runner work until the outbox is empty, moving the clock over every delay.
    [[nodiscard]] bool drain(int most = 20'000)
    {
        return QTest::qWaitFor(
            [&] {
                clock.advance(1000);
                if (!services().runner.wake().ok())
                    return false;
                return *stores().outbox.pendingCount() == 0;
            },
            most);
    }
    /// The client's books and the platform's ledger agree: nothing lost, nothing doubled, nothing stuck.
    [[nodiscard]] QString disagreement()
    {
        const auto issued = stores().invoices.inState(InvoiceState::Issued);
        if (!issued.ok())
            return issued.fault().message;
        if (issued->size() != platform.ledger.size())
            return QStringLiteral("%1 issued here, %2 at the platform").arg(issued->size()).arg(platform.ledger.size());
        const auto invoices = stores().invoices.findAll(*issued);
        for (const Invoice &invoice : *invoices)
            if (platform.ledger.value(invoice.number).totals != invoice.totals)
                return QStringLiteral("number %1 differs").arg(invoice.number);
        const auto accounting = stores().numbers.accounting(company);
        if (!accounting.ok() || !accounting->clean())
            return QStringLiteral("numbers do not add up");
        return {};
    }

    FixedClock clock{QDateTime(QDate(2026, 11, 20), QTime(10, 0), Qt::OffsetFromUTC, 8 * 3600).toMSecsSinceEpoch()};
    ScriptedPlatform platform;
    std::unique_ptr<Run> run;
    Actor actor;
    CompanyId company;

private:
    QTemporaryDir m_folder;
    OpenSecrets m_secrets;
};

} // namespace kp::test

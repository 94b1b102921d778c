// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/office.h"

namespace kp::test
{

service::PasswordScheme plainScheme()
{
    return {[](const Secret &password) { return Result<QString>(QString::fromUtf8(password.reveal().toHex())); },
        [](const QString &hash, const Secret &password) {
            return hash == QString::fromUtf8(password.reveal().toHex());
        }};
}

QFuture<Result<Secret>> OpenSecrets::read(const QString &name)
{
    const auto it = m_secrets.constFind(name);
    return QtFuture::makeReadyFuture(
        it != m_secrets.cend() ? Result<Secret>(*it) : Result<Secret>(Fault{FaultKind::NotFound, name}));
}

QFuture<Outcome> OpenSecrets::write(const QString &name, const Secret &secret)
{
    m_secrets.insert(name, secret);
    return QtFuture::makeReadyFuture(Outcome(Done{}));
}

QFuture<Outcome> OpenSecrets::remove(const QString &name)
{
    m_secrets.remove(name);
    return QtFuture::makeReadyFuture(Outcome(Done{}));
}

Run::Run(const QString &folder, FixedClock &clock, ScriptedPlatform &platform, OpenSecrets &secrets)
{
    auto opened = store::Database::openWriter(folder + QStringLiteral("/kaipiao.db"));
    if (!opened.ok())
        qFatal("%s", qPrintable(opened.fault().message));
    database = std::move(opened).value();
    stores = std::make_unique<store::Stores>(*database);
    services = std::make_unique<service::Services>(*stores, clock, platform, secrets, plainScheme());
}

Run::~Run() = default;

Office::Office()
{
    open();
}

Office::~Office() = default;

void Office::open()
{
    run.reset();
    run = std::make_unique<Run>(m_folder.path(), clock, platform, m_secrets);
    if (*services().accounts.isEmpty())
        actor = *services().accounts.createAdministrator(QStringLiteral("admin"), QStringLiteral("Li Si"), password());
}

void Office::connectCompany()
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

InvoiceDraft Office::draft(const QString &serial, const QString &amount)
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

QList<InvoiceDraft> Office::drafts(int count)
{
    QList<InvoiceDraft> out;
    for (int i = 0; i < count; ++i)
        out.append(draft(QStringLiteral("S%1").arg(i)));
    return out;
}

bool Office::drain(int most)
{
    return waitUntil(
        [&] {
            clock.advance(1000);
            if (!services().runner.wake().ok())
                return false;
            return *stores().outbox.pendingCount() == 0;
        },
        most);
}

QString Office::disagreement()
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

} // namespace kp::test

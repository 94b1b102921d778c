// SPDX-License-Identifier: GPL-3.0-or-later
// A seller's desk over a practice platform of its own, for reversing; the buyer is played at its control interface.
#pragma once

#include "core/service/red_planning.h"
#include "core/service/reversing.h"
#include "core/service/verification.h"
#include "tests/net/practice.h"
#include "tests/service/office.h"
#include "tests/soak/watched_platform.h"

/// The value of a result; the test fails with the fault when there is none.
#define TRY_RESULT(name, expression)                                                                                   \
    auto name##Result = (expression);                                                                                  \
    QVERIFY2(name##Result.ok(), name##Result.ok() ? "" : qPrintable(kp::test::words(name##Result.fault())));           \
    auto name = *name##Result

namespace kp::test
{

using Qt::StringLiterals::operator""_s; // beside the one of office.h

inline const QString trade = u"演练海棠商贸有限公司"_s;
inline const QString tradeNumber = u"91310000YL0000020U"_s;

inline QString words(const Fault &fault)
{
    return fault.message + u" / "_s + fault.detail;
}

/// The computer's clock, set wrong.
class ShiftedClock final : public Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override { return SystemClock().nowMs() + shiftMs; }
    qint64 shiftMs = 0;
};

/// A seller's desk over a platform of its own.
class Shop
{
public:
    Shop() { open(); }

    void open()
    {
        close();
        auto opened = store::Database::openWriter(m_folder.filePath(u"kaipiao.db"_s));
        if (!opened.ok())
            qFatal("%s", qPrintable(opened.fault().message));
        m_database = std::move(opened).value();
        m_stores = std::make_unique<store::Stores>(*m_database);
        m_link = std::make_unique<WatchedPlatform>(practice.platform(), practice.red());
        m_services = std::make_unique<service::Services>(*m_stores, clock, *m_link, m_secrets, plainScheme());
        m_reversing = std::make_unique<service::Reversing>(*m_services, *m_link);
        m_planning = std::make_unique<service::RedPlanning>(*m_services, *m_reversing);
        if (!company.isValid())
            connectCompany();
        else if (!services().issuing.loadClassification().ok() || !services().runner.recover().ok())
            qFatal("the books can not be opened again");
        services().runner.start();
    }
    /// In the middle of whatever is under way.
    void close()
    {
        if (m_link)
            m_link->die();
        m_planning.reset();
        m_reversing.reset();
        m_services.reset();
        m_stores.reset();
        m_database.reset();
    }

    WatchedPlatform &link() { return *m_link; }
    service::Services &services() { return *m_services; }
    service::Reversing &reversing() { return *m_reversing; }
    service::RedPlanning &planning() { return *m_planning; }
    store::Stores &stores() { return *m_stores; }

    /// Lets the runner work until nothing is on its way.
    bool settled()
    {
        QTimer hurry; // nothing waits out its delay
        QObject::connect(&hurry, &QTimer::timeout, &services().runner, [this] { (void)services().runner.wake().ok(); });
        hurry.start(5);
        return waitUntil([&] { return m_stores->outbox.pendingCount().valueOr(-1) == 0; }, 20'000);
    }

    /// Issues an invoice to the other practice company: pens by the piece, coding by the amount.
    Invoice blue(const QString &serial)
    {
        InvoiceDraft draft;
        draft.serial = serial;
        draft.taxIncluded = false;
        draft.buyer.name = trade;
        draft.buyer.taxNumber = tradeNumber;
        DraftLine pens;
        pens.item = u"圆珠笔"_s;
        pens.classification = u"1060402010200000000"_s;
        pens.quantity = Decimal(10);
        pens.price = Decimal::parse(u"33.33");
        pens.rate = TaxRate::fromMillionths(130'000);
        DraftLine coding;
        coding.item = u"软件开发"_s;
        coding.classification = u"3040201010000000000"_s;
        coding.amount = Money::fromFen(100'00);
        coding.rate = TaxRate::fromMillionths(60'000);
        draft.lines = {pens, coding};
        const service::Submission submission = await(services().desk.issue(actor, company, draft, {}));
        if (!submission.invoice.ok())
            qFatal("%s", qPrintable(words(submission.invoice.fault())));
        if (!settled())
            qFatal("the blue invoice did not come to an end");
        return m_stores->invoices.find(*submission.invoice).valueOr(Invoice());
    }
    /// The buyer ticks it.
    void tick(const Invoice &invoice)
    {
        if (!practice.control(u"use"_s, R"({"number":")" + invoice.number.toLatin1() + R"(","vat_use":"1"})"))
            qFatal("the invoice can not be ticked");
    }
    bool act(const QByteArray &act, const RedForm &form)
    {
        return practice.control(
            u"red"_s, R"({"act":")" + act + R"(","side":"buyer","uuid":")" + form.uuid.toLatin1() + R"("})");
    }
    service::Prospect prospect(const Invoice &invoice)
    {
        auto out = await(reversing().prospect(actor, company, invoice.number));
        if (!out.ok())
            qFatal("%s", qPrintable(words(out.fault())));
        return *out;
    }
    /// The state the platform has of each form, by uuid.
    QHash<QString, QString> platformStates()
    {
        QHash<QString, QString> out;
        const auto forms = practice.told(u"red"_s).value(u"forms"_s).toArray();
        for (const auto &form : forms)
            out.insert(form[u"uuid"_s].toString(), form[u"state"_s].toString());
        return out;
    }
    Money credit() { return services().stock.level(company).valueOr(service::StockLevel()).credit; }
    /// What is wrong with the books; empty when nothing is.
    QString complaints()
    {
        const auto report = service::verifyBooks(*m_stores);
        return report.ok() ? report->complaints().join(u'\n') : words(report.fault());
    }

    Practice practice;
    ShiftedClock clock;
    Actor actor;
    CompanyId company;

private:
    void connectCompany()
    {
        static ClassificationUpdate downloaded; // once a process: it is long, and the same for every shop
        if (!downloaded.mark.isEmpty() && !m_stores->classifications.merge(downloaded).ok())
            qFatal("the classification can not be stored");
        actor = *services().accounts.createAdministrator(u"admin"_s, u"李样例"_s, password());
        const Route route = practice.route();
        const auto id = await(services().setup.verifyAndSave(
            actor, {practice.companyName(), route.taxNumber, route.companyPlatformId, route.connectionPlatformId,
                       Secret(QByteArray::fromHex(route.key.reveal())), route.url, 1}));
        if (!id.ok())
            qFatal("%s", qPrintable(words(id.fault())));
        company = *id;
        if (!services().issuing.loadClassification().ok())
            qFatal("no classification");
        if (downloaded.mark.isEmpty())
            downloaded = ClassificationUpdate{
                m_stores->classifications.mark().valueOr(QString()), m_stores->classifications.all().valueOr({})};
    }

    QTemporaryDir m_folder;
    OpenSecrets m_secrets;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<store::Stores> m_stores;
    std::unique_ptr<WatchedPlatform> m_link;
    std::unique_ptr<service::Services> m_services;
    std::unique_ptr<service::Reversing> m_reversing;
    std::unique_ptr<service::RedPlanning> m_planning;
};

} // namespace kp::test

// SPDX-License-Identifier: GPL-3.0-or-later
// Confirmation forms read from the platform: twenty thousand of them, which stand at a practice platform in another
// process. Ours: Reversing::synchronise, which decodes, judges and stores each page. Floor: the same requests,
// encrypted beforehand and sent one after the other by a bare QNetworkAccessManager that does nothing with the answers.
// Wall time: it is the wire that is waited for.
//
// The second bar looks at the real window with the list of the forms open while they are read into its profile: how
// late the 99th of a hundred frames is painted, a frame being due each 16 ms.
#include "core/net/leqi/red.h"
#include "app/bench/desk.h"
#include "app/bench/million.h"
#include "app/bench/stopwatch.h"
#include "app/bench/workshop.h"
#include "core/net/leqi/envelope.h"
#include "core/sandbox/red_form.h"
#include "core/service/reversing.h"

#include <QCoro/QCoroSignal>

#include <QDir>
#include <QNetworkReply>

namespace kp::bench
{

namespace
{
constexpr int formCount = 20'000;
constexpr int formsOfPage = 100; // as Reversing asks for them
constexpr int syncRounds = 3;
constexpr int daysBack = 25;
constexpr double frameLimitMs = 33;

/// Forms on invoices of the company, entered by either side over the last weeks, of which nothing is awaited any more.
Outcome fillPlatform(const QString &folder, const sandbox::Credential &company)
{
    sandbox::Store store;
    KP_DO(store.open(folder + QStringLiteral("/sandbox.sqlite"), sandbox::Store::Access::ReadWrite));
    store.write("PRAGMA foreign_keys = OFF"); // the invoices that they reverse are nobody's question here
    const qint64 now = SystemClock().nowMs();
    store.begin();
    for (int i = 0; i < formCount; ++i) {
        sandbox::RedForm form;
        form.applicant = QString::number(i % 2);
        form.sellerTaxNumber = company.taxNumber;
        form.sellerName = company.name;
        form.buyerTaxNumber = QStringLiteral("91330106MA0DEM0133");
        form.buyerName = QStringLiteral(u"示例第%1采购有限公司").arg(i % 500);
        form.blueNumber = QStringLiteral("2631%1").arg(i, 16, 10, QLatin1Char('0'));
        form.enteredAt = now - qint64(i % daysBack) * 86'400'000 - i;
        form.blueIssuedAt = Clock::stamp(Clock::chinaTime(form.enteredAt - 3'600'000));
        form.blueNet = Money::fromFen(100'000 + i);
        form.blueTax = Money::fromFen(13'000);
        form.kind = QStringLiteral("01");
        form.net = -form.blueNet;
        form.tax = -form.blueTax;
        form.reason = QStringLiteral("01");
        form.lineCount = 1;
        form.lines = "[]";
        form.state = QStringLiteral("04");
        form.answeredAt = form.enteredAt + 60'000;
        sandbox::enterForm(store, form, QStringLiteral("31"));
    }
    return store.commit();
}

struct Span {
    QDate from;
    QDate to;
};

Span readDays()
{
    const QDate today = SystemClock().today();
    return {today.addDays(-daysBack - 1), today};
}

QCoro::Task<Result<double>> synchronised(Workshop &workshop, sandbox::Credential company)
{
    const QString path = workshop.folder + QStringLiteral("/red.db");
    QFile::remove(path);
    KP_CO_TRY(desk, Desk::open(path));
    const QList<InvoiceDraft> none;
    KP_CO_DO(co_await desk->setUp(company, none));
    service::Reversing reversing(desk->services(), desk->platform());
    const Span days = readDays();
    const Stopwatch watch;
    KP_CO_TRY(sync, co_await reversing.synchronise(desk->actor(), desk->company(), days.from, days.to));
    const double seconds = watch.wall();
    if (sync.read != formCount)
        co_return Fault{FaultKind::Internal, QStringLiteral("%1 forms were read").arg(sync.read)};
    co_return seconds;
}

/// The requests that reading all of them makes.
QList<QByteArray> requestBodies(const sandbox::Credential &company)
{
    const Secret key(QByteArray::fromHex(company.keyHex.toLatin1()));
    const Span days = readDays();
    QList<QByteArray> bodies;
    for (const Side side : {Side::Seller, Side::Buyer})
        for (int page = 1; page <= (side == Side::Seller ? formCount / formsOfPage : 1); ++page) {
            RedFormFilter filter;
            filter.side = side;
            filter.partyName = company.name;
            filter.enteredFrom = days.from;
            filter.enteredTo = days.to;
            filter.page = page;
            filter.pageSize = formsOfPage;
            bodies.append(leqi::sealed(leqi::redListQuestion(company.taxNumber, filter), key).valueOr(QByteArray()));
        }
    return bodies;
}

QCoro::Task<Result<double>> transferred(sandbox::Credential company)
{
    const QList<QByteArray> bodies = requestBodies(company);
    QNetworkAccessManager access;
    QNetworkRequest request(QUrl(company.url.toString() + QStringLiteral("/202007/CXQDHZQRDLB")));
    request.setRawHeader("jrdwptbh", company.connectionPlatformId.toLatin1());
    request.setRawHeader("sydwptbh", company.platformId.toLatin1());
    request.setRawHeader("Content-Type", "text/plain;charset=UTF-8");
    const Stopwatch watch;
    for (const QByteArray &body : bodies) {
        const std::unique_ptr<QNetworkReply> reply(access.post(request, body));
        co_await qCoro(reply.get(), &QNetworkReply::finished);
        if (reply->error() != QNetworkReply::NoError)
            co_return Fault{FaultKind::Internal, reply->errorString()};
        reply->readAll();
    }
    co_return watch.wall();
}

/// The real window over a new profile; the 99th of a hundred frames, in ms.
QCoro::Task<Result<double>> frames(Workshop &workshop, sandbox::Credential company)
{
    const QString folder = workshop.folder + QStringLiteral("/red-profile");
    QDir(folder).removeRecursively();
    KP_CO_DO(co_await makeProfile(folder, company, 0));
    Child child;
    child.start(QStringLiteral("kaipiao-bench-red"), {folder});
    KP_CO_TRY(read, co_await child.line(QStringLiteral("forms ")));
    if (read.toInt() != formCount)
        co_return Fault{FaultKind::Internal, QStringLiteral("the window has read %1 forms").arg(read)};
    KP_CO_TRY(p99, co_await child.line(QStringLiteral("frame-p99 ")));
    co_return p99.toDouble();
}
} // namespace

Bars redBars(Workshop &workshop)
{
    Practice practice;
    const QString folder = workshop.folder + QStringLiteral("/red-platform");
    KP_CO_DO(co_await practice.start(folder, 0));
    const sandbox::Credential company = practice.company();
    KP_CO_DO(fillPlatform(folder, company));
    QList<double> ours;
    QList<double> floor;
    for (int round = 0; round < syncRounds; ++round) {
        KP_CO_TRY(bare, co_await transferred(company));
        KP_CO_TRY(full, co_await synchronised(workshop, company));
        floor.append(bare);
        ours.append(full);
    }
    KP_CO_TRY(late, co_await frames(workshop, company));
    const Bar sync{QStringLiteral("20,000 confirmation forms read and stored: their pages bare"), median(ours),
        median(floor), QStringLiteral("s"), Bar::Wants::AtMost, 2};
    const Bar frame{QStringLiteral("window meanwhile, p99 of a frame: 33 ms"), late, frameLimitMs, QStringLiteral("ms"),
        Bar::Wants::AtMost, 1};
    co_return QList<Bar>{sync, frame};
}

} // namespace kp::bench

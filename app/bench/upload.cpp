// SPDX-License-Identifier: GPL-3.0-or-later
// Ours: a prepared batch through OutboxRunner against a platform in another process that answers 50 ms late, from
// start() until the last invoice is settled. Floor: the same number of uploads and polls, four uploads at once as ours,
// encrypted beforehand and sent by a bare QNetworkAccessManager, which waits out the same poll interval and reads
// nothing of the verdicts. Wall time: it is the clerk who waits.
#include "core/net/leqi/upload.h"
#include "app/bench/desk.h"
#include "app/bench/stopwatch.h"
#include "app/bench/workshop.h"
#include "core/net/leqi/answers.h"
#include "core/net/leqi/envelope.h"
#include "core/net/leqi/questions.h"

#include <QCoro/QCoroTimer>

#include <QDeadlineTimer>
#include <QFile>
#include <QNetworkReply>
#include <QTimer>

#include <functional>

namespace kp::bench
{

using namespace std::chrono_literals;

namespace
{
constexpr int rounds = 3;
constexpr int together = 100; // invoices in an upload
constexpr int atOnce = 4;     // uploads under way, as OutboxRunner has them
constexpr auto patience = 120s;

Fault stuck(const QString &what)
{
    return {FaultKind::Internal, what + QStringLiteral(" did not end")};
}

/// Sends prepared bodies and asks for their results, with no more ceremony than the protocol needs.
class BareSender : public QObject
{
public:
    BareSender(const sandbox::Credential &company, QList<QByteArray> bodies)
        : m_company(company)
        , m_key(QByteArray::fromHex(company.keyHex.toLatin1()))
        , m_bodies(std::move(bodies))
        , m_left(m_bodies.size())
    {
    }
    void start()
    {
        for (int i = 0; i < atOnce; ++i)
            uploadNext();
    }
    [[nodiscard]] bool isDone() const { return m_left == 0; }
    [[nodiscard]] const QString &trouble() const { return m_trouble; }

private:
    void post(const char *operation, const QByteArray &body, const std::function<void(const HttpAnswer &)> &then)
    {
        QNetworkRequest request(
            QUrl(m_company.url.toString() + QStringLiteral("/202007/") + QLatin1StringView(operation)));
        request.setRawHeader("jrdwptbh", m_company.connectionPlatformId.toLatin1());
        request.setRawHeader("sydwptbh", m_company.platformId.toLatin1());
        request.setRawHeader("Content-Type", "text/plain;charset=UTF-8");
        QNetworkReply *reply = m_access.post(request, body);
        connect(reply, &QNetworkReply::finished, this, [reply, then] {
            then({reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()});
            reply->deleteLater();
        });
    }
    void uploadNext()
    {
        if (m_next >= m_bodies.size())
            return;
        post("QDFPSC", m_bodies.at(m_next++), [this](const HttpAnswer &answer) {
            uploadNext();
            const auto business = leqi::opened(answer, m_key);
            const auto receipt = business.ok() ? leqi::receiptFrom(*business) : Result<QString>(business.fault());
            if (!receipt.ok()) {
                m_trouble = receipt.fault().message;
                return;
            }
            QTimer::singleShot(std::chrono::seconds(m_company.pollSeconds), this, [this, id = *receipt] { poll(id); });
        });
    }
    void poll(const QString &receipt)
    {
        const auto body = leqi::sealed(leqi::uploadResultQuestion(receipt), m_key);
        post("CXQDFPSCJG", body.valueOr(QByteArray()), [this](const HttpAnswer &answer) {
            --m_left;
            if (answer.status != 200)
                m_trouble = QStringLiteral("HTTP %1").arg(answer.status);
        });
    }

    sandbox::Credential m_company;
    Secret m_key;
    QList<QByteArray> m_bodies;
    QNetworkAccessManager m_access;
    qsizetype m_next = 0;
    qsizetype m_left;
    QString m_trouble;
};

/// A desk with the batch prepared and nothing sent; each has numbers of its own.
QCoro::Task<Result<std::unique_ptr<Desk>>> preparedDesk(Workshop &workshop)
{
    const QString path = workshop.folder + QStringLiteral("/upload.db");
    QFile::remove(path);
    const QList<InvoiceDraft> all = drafts(batch);
    KP_CO_TRY(desk, Desk::open(path));
    const sandbox::Credential company = workshop.practice.company();
    KP_CO_DO(co_await desk->setUp(company, all));
    KP_CO_TRY(submissions, desk->services().issuing.submitAll(desk->actor(), desk->company(), all));
    for (const service::Submission &submission : std::as_const(submissions))
        if (!submission.invoice.ok())
            co_return submission.invoice.fault();
    co_return std::move(desk);
}

QCoro::Task<Result<double>> throughOutbox(Workshop &workshop)
{
    KP_CO_TRY(desk, co_await preparedDesk(workshop));
    service::OutboxRunner &runner = desk->services().runner;
    int ended = 0;
    QObject::connect(&runner, &service::OutboxRunner::ended, &runner, [&ended] { ++ended; });
    const QDeadlineTimer deadline(patience);
    const Stopwatch watch;
    runner.start();
    while (ended < batch && !deadline.hasExpired())
        co_await QCoro::sleepFor(2ms);
    const double seconds = watch.wall();
    KP_CO_TRY(issued, desk->stores().invoices.inState(InvoiceState::Issued));
    if (issued.size() != batch)
        co_return stuck(QStringLiteral("the outbox"));
    co_return seconds;
}

QCoro::Task<Result<double>> bare(Workshop &workshop)
{
    KP_CO_TRY(desk, co_await preparedDesk(workshop));
    KP_CO_TRY(ids, desk->stores().invoices.inState(InvoiceState::Queued));
    const sandbox::Credential company = workshop.practice.company();
    const Secret key(QByteArray::fromHex(company.keyHex.toLatin1()));
    const leqi::UploadFrame frame{company.connectionPlatformId, leqi::areaCode(company.taxNumber), true, thisDevice()};
    QList<QByteArray> bodies;
    for (qsizetype at = 0; at < ids.size(); at += together) {
        KP_CO_TRY(invoices, desk->stores().invoices.findAll(ids.mid(at, together)));
        KP_CO_TRY(body, leqi::sealed(leqi::uploadQuestion(invoices, frame), key));
        bodies.append(body);
    }
    BareSender sender(company, bodies);
    const QDeadlineTimer deadline(patience);
    const Stopwatch watch;
    sender.start();
    while (!sender.isDone() && sender.trouble().isEmpty() && !deadline.hasExpired())
        co_await QCoro::sleepFor(2ms);
    const double seconds = watch.wall();
    if (!sender.isDone())
        co_return stuck(QStringLiteral("the bare uploads ") + sender.trouble());
    co_return seconds;
}
} // namespace

Bars uploadBars(Workshop &workshop)
{
    QList<double> ours;
    QList<double> floor;
    for (int round = 0; round < rounds; ++round) {
        KP_CO_TRY(plain, co_await bare(workshop));
        KP_CO_TRY(full, co_await throughOutbox(workshop));
        floor.append(plain);
        ours.append(full);
    }
    const Bar bar{QStringLiteral("upload 5,000 invoices at 50 ms latency: the requests bare"), median(ours),
        median(floor), QStringLiteral("s"), Bar::Wants::AtMost, 1.5};
    co_return QList<Bar>{bar};
}

} // namespace kp::bench

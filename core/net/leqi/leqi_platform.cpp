// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/leqi/leqi_platform.h"

#include "core/net/leqi/answers.h"
#include "core/net/leqi/envelope.h"
#include "core/net/leqi/face.h"
#include "core/net/leqi/questions.h"
#include "core/net/leqi/red.h"
#include "core/net/leqi/sm4.h"
#include "core/net/leqi/upload.h"

#include <QCoreApplication>
#include <QMutex>
#include <QSet>

namespace kp
{

namespace
{
struct LeqiPlatformText {
    Q_DECLARE_TR_FUNCTIONS(LeqiPlatform)
};

const QString baseAbility = QStringLiteral("202007");
const QString collectingAbility = QStringLiteral("203067");
const QString verifyingAbility = QStringLiteral("203059");
constexpr int mostNumbers = 5000;
constexpr int mostInvoices = 100;

template<class T>
QFuture<Result<T>> failed(Fault fault)
{
    return QtFuture::makeReadyFuture(Result<T>(std::move(fault)));
}

/// What the clerk can do about an answer that did not come or can not be used.
Fault withNextStep(Fault fault, bool mayHaveActed)
{
    if (fault.kind == FaultKind::Uncertain)
        fault.message =
            (mayHaveActed ? LeqiPlatformText::tr("%1 It is not known yet whether the tax platform carried it out; it "
                                                 "will be asked before anything is sent anew.")
                          : LeqiPlatformText::tr("%1 Nothing was changed; try again in a few minutes."))
                .arg(fault.message);
    return fault;
}

/// The platform answered, but does not know who asks, or can not read it: waiting does not help.
Fault notIntroduced(Fault fault, const QString &connection)
{
    fault.kind = FaultKind::Rejected;
    fault.message = LeqiPlatformText::tr("%1 Check the API key, the LeQi IDs and the address of the connection %2.")
                        .arg(fault.message, connection);
    return fault;
}

/// A header that is there even when it is empty: Qt takes a null array as the wish to have none.
QPair<QByteArray, QByteArray> header(const char *name, const QString &value)
{
    return {QByteArray(name), value.isEmpty() ? QByteArray("") : value.toLatin1()};
}
} // namespace

/// Asked and told from any thread; futures may end after the platform has gone.
class LeqiPlatform::Older
{
public:
    [[nodiscard]] bool contains(const QString &connection)
    {
        const QMutexLocker guard(&m_mutex);
        return m_connections.contains(connection);
    }
    void insert(const QString &connection)
    {
        const QMutexLocker guard(&m_mutex);
        m_connections.insert(connection);
    }

private:
    QMutex m_mutex;
    QSet<QString> m_connections;
};

LeqiPlatform::LeqiPlatform(HttpClient &client, LeqiSettings settings)
    : m_client(client)
    , m_settings(std::move(settings))
    , m_older(std::make_shared<Older>())
{
}

LeqiPlatform::~LeqiPlatform() = default;

template<class T, class Decode>
QFuture<Result<T>> LeqiPlatform::ask(
    const Route &route, const char *service, Effect effect, const QByteArray &question, Decode decode)
{
    return askOver<T>(m_client, m_settings, baseAbility, route, service, effect, question, decode, nullptr);
}

template<class T, class Decode>
QFuture<Result<T>> LeqiPlatform::askOver(HttpClient &client, const LeqiSettings &settings, const QString &ability,
    const Route &route, const char *service, Effect effect, const QByteArray &question, Decode decode,
    Answered answered)
{
    const auto key = leqi::sm4Key(route.key);
    if (!key)
        return failed<T>({FaultKind::Invalid,
            LeqiPlatformText::tr(
                "The API key of the connection has not the right form: it must be 32 digits and letters A to F. "
                "Enter it again in the connection's settings.")});
    const auto body = leqi::sealed(question, *key);
    if (!body.ok())
        return failed<T>(body.fault());

    const QString fwbm = QString::fromLatin1(service);
    HttpRequest request;
    request.url = QUrl(route.url + u'/' + ability + u'/' + fwbm, QUrl::StrictMode);
    request.headers = {header("fwbm", fwbm), header("nlbm", ability), header("jrdwptbh", route.connectionPlatformId),
        header("sydwptbh", route.companyPlatformId), header("ylbm", settings.useCases.value(fwbm, ability)),
        // Every known client sends it empty; its algorithm is not published.
        header("access_signature", QString()), header("sxcsbz", settings.sandboxFlag),
        header("Content-Type", QStringLiteral("text/plain;charset=UTF-8"))};
    request.body = *body;
    request.answerWithin = fwbm == QLatin1StringView("CXSSFLBM") ? settings.downloadWithin : settings.answerWithin;
    const auto understood = [key, decode, answered = std::move(answered)](
                                const Result<HttpAnswer> &answer) -> Result<T> {
        if (!answer.ok())
            return answer.fault();
        if (answered)
            *answered = true;
        KP_TRY(business, leqi::opened(*answer, *key));
        return decode(business);
    };
    const auto concluded = [understood, effect, connection = route.connectionPlatformId](
                               const Result<HttpAnswer> &answer) -> Result<T> {
        Result<T> result = understood(answer);
        if (result.ok())
            return result;
        const bool heard = answer.ok() && answer->status == 200 && result.fault().kind == FaultKind::Uncertain;
        if (heard && effect == Effect::Introduces)
            return notIntroduced(result.fault(), connection);
        return withNextStep(result.fault(), effect == Effect::Acts);
    };
    return client.post(std::move(request)).then(concluded);
}

QFuture<Result<Taxpayer>> LeqiPlatform::taxpayer(const Route &route)
{
    return ask<Taxpayer>(
        route, "CXNSRJBXX", Effect::Introduces, leqi::taxNumberQuestion(route.taxNumber), leqi::taxpayerFrom);
}

QFuture<Result<TaxpayerRisk>> LeqiPlatform::risk(const Route &route)
{
    return ask<TaxpayerRisk>(
        route, "CXNSRFXXX", Effect::Reads, leqi::taxNumberQuestion(route.taxNumber), leqi::riskFrom);
}

QFuture<Result<QList<UsableRate>>> LeqiPlatform::rates(const Route &route)
{
    return ask<QList<UsableRate>>(route, "CXKYSL", Effect::Reads, leqi::emptyQuestion(), leqi::ratesFrom);
}

QFuture<Result<QList<MarginCode>>> LeqiPlatform::marginCodes(const Route &route)
{
    return ask<QList<MarginCode>>(route, "CXCEZSBM", Effect::Reads, leqi::emptyQuestion(), leqi::marginCodesFrom);
}

QFuture<Result<ClassificationUpdate>> LeqiPlatform::classification(const Route &route, const QString &mark)
{
    return ask<ClassificationUpdate>(route, "CXSSFLBM", Effect::Reads,
        leqi::classificationQuestion(route.taxNumber, mark), leqi::classificationFrom);
}

QFuture<Result<CreditState>> LeqiPlatform::credit(const Route &route)
{
    return ask<CreditState>(route, "CXSXED", Effect::Reads, leqi::taxNumberQuestion(route.taxNumber), leqi::creditFrom);
}

QFuture<Result<CreditValidity>> LeqiPlatform::moveCredit(const Route &route, const CreditMove &move)
{
    return ask<CreditValidity>(route, "XZTHSXED", Effect::Acts,
        leqi::creditMoveQuestion(route.taxNumber, route.connectionPlatformId, move),
        [givenBack = move.giveBack](const leqi::JsonObject &answer) { return leqi::validityFrom(answer, givenBack); });
}

QFuture<Result<CreditValidity>> LeqiPlatform::extendCredit(const Route &route, QDate month)
{
    return ask<CreditValidity>(route, "TZSXEDYXQ", Effect::Acts, leqi::extendCreditQuestion(route.taxNumber, month),
        [](const leqi::JsonObject &answer) { return leqi::validityFrom(answer, false); });
}

QFuture<Result<NumberRange>> LeqiPlatform::numbers(const Route &route, int count, const QString &requestId)
{
    if (count < 1 || count > mostNumbers)
        return failed<NumberRange>({FaultKind::Invalid,
            LeqiPlatformText::tr("Between 1 and %1 invoice numbers can be drawn at once.").arg(mostNumbers)});
    return ask<NumberRange>(
        route, "QDFPPLFM", Effect::Acts, leqi::numbersQuestion(route.taxNumber, count, requestId), leqi::numbersFrom);
}

QFuture<Result<QString>> LeqiPlatform::upload(const Route &route, const QList<Invoice> &invoices)
{
    if (invoices.isEmpty() || invoices.size() > mostInvoices)
        return failed<QString>({FaultKind::Invalid,
            LeqiPlatformText::tr("Between 1 and %1 invoices can be uploaded at once.").arg(mostInvoices)});
    const leqi::UploadFrame frame{route.connectionPlatformId,
        m_settings.areaCodes.value(route.taxNumber, leqi::areaCode(route.taxNumber)), m_settings.selfUse,
        m_settings.device()};
    return ask<QString>(route, "QDFPSC", Effect::Acts, leqi::uploadQuestion(invoices, frame), leqi::receiptFrom);
}

QFuture<Result<QList<UploadVerdict>>> LeqiPlatform::uploadResult(const Route &route, const QString &receipt)
{
    return ask<QList<UploadVerdict>>(
        route, "CXQDFPSCJG", Effect::Reads, leqi::uploadResultQuestion(receipt), leqi::verdictsFrom);
}

QFuture<Result<RedFormReceipt>> LeqiPlatform::applyForRed(const Route &route, const RedForm &form)
{
    return ask<RedFormReceipt>(route, "QDHZQRDSQ", Effect::Acts, leqi::redApplyQuestion(form), leqi::redReceiptFrom);
}

QFuture<Result<QDateTime>> LeqiPlatform::answerRedForm(const Route &route, const RedForm &form, RedAnswer answer)
{
    return ask<QDateTime>(
        route, "QDHZQRDQR", Effect::Acts, leqi::redAnswerQuestion(form, answer), leqi::redAnsweredFrom);
}

QFuture<Result<RedFormPage>> LeqiPlatform::redForms(const Route &route, const RedFormFilter &filter)
{
    return ask<RedFormPage>(
        route, "CXQDHZQRDLB", Effect::Reads, leqi::redListQuestion(route.taxNumber, filter), leqi::redPageFrom);
}

QFuture<Result<RedForm>> LeqiPlatform::redForm(const Route &route, const QString &uuid, const QString &seller)
{
    return ask<RedForm>(route, "CXQDHZQRDMX", Effect::Reads, leqi::redDetailQuestion(uuid, seller), leqi::redFormFrom);
}

QFuture<Result<InvoiceUse>> LeqiPlatform::invoiceUse(
    const Route &route, InvoiceKind kind, const QString &number, QDate issued)
{
    const auto over = [&client = m_client, settings = m_settings, route,
                          question = leqi::invoiceUseQuestion(kind, number, issued)](
                          const QString &ability, const Answered &answered) {
        return askOver<InvoiceUse>(
            client, settings, ability, route, "FPZTXXCX", Effect::Reads, question, leqi::invoiceUseFrom, answered);
    };
    if (m_older->contains(route.connectionPlatformId))
        return over(collectingAbility, nullptr);
    // How the platform says that a connection lacks an operation is not published: whatever it says but success, the
    // other ability is asked too, which changes nothing there. Where no answer came, none would come from that either.
    const auto answered = std::make_shared<std::atomic_bool>(false);
    const auto asBefore = [over, answered, older = m_older, connection = route.connectionPlatformId](
                              const Result<InvoiceUse> &base) {
        if (base.ok() || !*answered)
            return QtFuture::makeReadyFuture(base);
        return over(collectingAbility, nullptr).then([older, connection, base](const Result<InvoiceUse> &collected) {
            if (collected.ok())
                older->insert(connection);
            return collected.ok() ? collected : base;
        });
    };
    return over(baseAbility, answered).then(asBefore).unwrap();
}

QFuture<Result<Invoice>> LeqiPlatform::verifiedInvoice(const Route &route, const BlueReference &blue)
{
    return askOver<Invoice>(
        m_client, m_settings, verifyingAbility, route, "FPCY_NEW", Effect::Reads,
        leqi::verifyQuestion(blue, route.taxNumber),
        [blue](const leqi::JsonObject &answer) { return leqi::verifiedFrom(answer, blue); }, nullptr);
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// The tax platform over the 乐企 protocol, base ability 202007 (乐企自用基础版开票能力). The state of an invoice
// (FPZTXXCX) came into it with V6; connections approved before have it in 203067 (归集) only.
#pragma once

#include "core/domain/platform.h"
#include "core/domain/red_platform.h"
#include "core/net/http/http_client.h"
#include "core/net/leqi/device.h"

#include <QHash>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace kp
{

/// What the protocol leaves to the subscription, or what its published texts do not settle.
struct LeqiSettings {
    std::chrono::milliseconds answerWithin{60'000};    ///< for each operation
    std::chrono::milliseconds downloadWithin{300'000}; ///< for the classification, which is large
    std::function<Device()> device = thisDevice;       ///< ip and macdz of every upload
    bool selfUse = true;                               ///< fpkjfsDm: 5 own platform (自用), else 4 (联用 / 他用)
    QHash<QString, QString> useCases = {};             ///< ylbm by fwbm; absent: the ability code
    QString sandboxFlag = {};                          ///< sxcsbz; its values are not published
    QHash<QString, QString> areaCodes = {};            ///< qyDm by tax number; absent: see leqi::areaCode()
};

/// Codec and conversation for each operation of the port. A question is sent at most once (see HttpClient); whether an
/// unanswered one is asked again is the caller's decision, and safe: the platform answers a repeated number range or
/// credit move with the first result, and a repeated invoice with the verdict Duplicate. Thread-safe as far as the
/// client is: calls may come from any thread, the futures finish on the client's thread. The client must outlive the
/// platform's last future.
class LeqiPlatform final : public TaxPlatform, public RedPlatform
{
public:
    explicit LeqiPlatform(HttpClient &client, LeqiSettings settings = {});
    ~LeqiPlatform() override;

    QFuture<Result<Taxpayer>> taxpayer(const Route &route) override;
    QFuture<Result<TaxpayerRisk>> risk(const Route &route) override;
    QFuture<Result<QList<UsableRate>>> rates(const Route &route) override;
    QFuture<Result<QList<MarginCode>>> marginCodes(const Route &route) override;
    QFuture<Result<ClassificationUpdate>> classification(const Route &route, const QString &mark) override;
    QFuture<Result<CreditState>> credit(const Route &route) override;
    QFuture<Result<CreditValidity>> moveCredit(const Route &route, const CreditMove &move) override;
    QFuture<Result<CreditValidity>> extendCredit(const Route &route, QDate month) override;
    QFuture<Result<NumberRange>> numbers(const Route &route, int count, const QString &requestId) override;
    QFuture<Result<QString>> upload(const Route &route, const QList<Invoice> &invoices) override;
    QFuture<Result<QList<UploadVerdict>>> uploadResult(const Route &route, const QString &receipt) override;

    QFuture<Result<RedFormReceipt>> applyForRed(const Route &route, const RedForm &form) override;
    QFuture<Result<QDateTime>> answerRedForm(const Route &route, const RedForm &form, RedAnswer answer) override;
    QFuture<Result<RedFormPage>> redForms(const Route &route, const RedFormFilter &filter) override;
    QFuture<Result<RedForm>> redForm(const Route &route, const QString &uuid, const QString &seller) override;
    QFuture<Result<InvoiceUse>> invoiceUse(
        const Route &route, InvoiceKind kind, const QString &number, QDate issued) override;
    QFuture<Result<Invoice>> verifiedInvoice(const Route &route, const BlueReference &blue) override;

private:
    enum class Effect {
        Reads,
        Acts,
        Introduces, ///< the first question over a connection: an error tells that the connection is wrong
    };
    class Older;
    using Answered = std::shared_ptr<std::atomic_bool>; ///< set when an answer has come, whatever it says; may be null
    template<class T, class Decode>
    QFuture<Result<T>> ask(
        const Route &route, const char *service, Effect effect, const QByteArray &question, Decode decode);
    template<class T, class Decode>
    static QFuture<Result<T>> askOver(HttpClient &client, const LeqiSettings &settings, const QString &ability,
        const Route &route, const char *service, Effect effect, const QByteArray &question, Decode decode,
        Answered answered);

    HttpClient &m_client;
    LeqiSettings m_settings;
    std::shared_ptr<Older> m_older; ///< connections that know FPZTXXCX in 203067 only
};

} // namespace kp

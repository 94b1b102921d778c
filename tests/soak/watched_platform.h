// SPDX-License-Identifier: GPL-3.0-or-later
// A tax platform seen through glass: it tells of each call before it leaves and of each answer before it is handled;
// and it can be darkened.
#pragma once

#include "core/domain/platform.h"
#include "core/domain/red_platform.h"

#include <QCoreApplication>
#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>

namespace kp::test
{

enum class Operation { Numbers, Quota, Upload, Result, RedApply, RedAnswer, RedList, RedDetail, InvoiceUse };

class WatchedPlatform final : public TaxPlatform, public RedPlatform
{
public:
    using Witness = std::function<void(Operation)>;

    WatchedPlatform(TaxPlatform &platform, RedPlatform &red)
        : m_platform(platform)
        , m_red(red)
    {
    }
    Witness before = [](Operation) {};
    Witness after = [](Operation) {};

    QFuture<Result<Taxpayer>> taxpayer(const Route &route) override { return passed(m_platform.taxpayer(route)); }
    QFuture<Result<TaxpayerRisk>> risk(const Route &route) override { return passed(m_platform.risk(route)); }
    QFuture<Result<QList<UsableRate>>> rates(const Route &route) override { return passed(m_platform.rates(route)); }
    QFuture<Result<QList<MarginCode>>> marginCodes(const Route &route) override
    {
        return passed(m_platform.marginCodes(route));
    }
    QFuture<Result<ClassificationUpdate>> classification(const Route &route, const QString &mark) override
    {
        return passed(m_platform.classification(route, mark));
    }
    QFuture<Result<CreditState>> credit(const Route &route) override { return passed(m_platform.credit(route)); }
    QFuture<Result<CreditValidity>> extendCredit(const Route &route, QDate month) override
    {
        return passed(m_platform.extendCredit(route, month));
    }
    QFuture<Result<CreditValidity>> moveCredit(const Route &route, const CreditMove &move) override
    {
        before(Operation::Quota);
        return seen(Operation::Quota, m_platform.moveCredit(route, move));
    }
    QFuture<Result<NumberRange>> numbers(const Route &route, int count, const QString &requestId) override
    {
        before(Operation::Numbers);
        return seen(Operation::Numbers, m_platform.numbers(route, count, requestId));
    }
    QFuture<Result<QString>> upload(const Route &route, const QList<Invoice> &invoices) override
    {
        before(Operation::Upload);
        return seen(Operation::Upload, m_platform.upload(route, invoices));
    }
    QFuture<Result<QList<UploadVerdict>>> uploadResult(const Route &route, const QString &receipt) override
    {
        before(Operation::Result);
        return seen(Operation::Result, m_platform.uploadResult(route, receipt));
    }
    QFuture<Result<RedFormReceipt>> applyForRed(const Route &route, const RedForm &form) override
    {
        before(Operation::RedApply);
        return seen(Operation::RedApply, m_red.applyForRed(route, form));
    }
    QFuture<Result<QDateTime>> answerRedForm(const Route &route, const RedForm &form, RedAnswer answer) override
    {
        before(Operation::RedAnswer);
        return seen(Operation::RedAnswer, m_red.answerRedForm(route, form, answer));
    }
    QFuture<Result<RedFormPage>> redForms(const Route &route, const RedFormFilter &filter) override
    {
        before(Operation::RedList);
        return seen(Operation::RedList, m_red.redForms(route, filter));
    }
    QFuture<Result<RedForm>> redForm(const Route &route, const QString &uuid, const QString &seller) override
    {
        before(Operation::RedDetail);
        return seen(Operation::RedDetail, m_red.redForm(route, uuid, seller));
    }
    QFuture<Result<InvoiceUse>> invoiceUse(
        const Route &route, InvoiceKind kind, const QString &number, QDate issued) override
    {
        before(Operation::InvoiceUse);
        return seen(Operation::InvoiceUse, m_red.invoiceUse(route, kind, number, issued));
    }
    QFuture<Result<Invoice>> verifiedInvoice(const Route &route, const BlueReference &blue) override
    {
        return passed(m_red.verifiedInvoice(route, blue));
    }

    /// The program has crashed, as far as the platform is concerned: whatever is asked is carried out there, and no
    /// answer is handled any more.
    void die() { *m_dead = true; }

private:
    template<class T>
    QFuture<T> seen(Operation operation, QFuture<T> answer)
    {
        return passed(std::move(answer), [witness = after, operation] { witness(operation); });
    }
    /// Copies of everything: the answer may come when this object is gone.
    template<class T>
    QFuture<T> passed(
        QFuture<T> answer, const std::function<void()> &told = [] {})
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        answer.then(QCoreApplication::instance(), [promise, told, dead = m_dead](const T &value) {
            static QList<std::shared_ptr<void>> withheld; // a promise that went would tell that there is no answer
            if (*dead) {
                withheld.append(promise);
                return;
            }
            told();
            promise->addResult(value);
            promise->finish();
        });
        return promise->future();
    }

    TaxPlatform &m_platform;
    RedPlatform &m_red;
    const std::shared_ptr<bool> m_dead = std::make_shared<bool>(false);
};

} // namespace kp::test

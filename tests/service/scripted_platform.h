// SPDX-License-Identifier: GPL-3.0-or-later
// A tax platform in memory that keeps a ledger and misbehaves on command. Small on purpose: the real protocol is tested
// against the sandbox.
#pragma once

#include "core/domain/platform.h"

#include <QHash>
#include <QSet>

namespace kp::test
{

/// What becomes of one call.
enum class Turn {
    Answer,     ///< works
    Offline,    ///< nothing arrives
    LostCall,   ///< nothing arrives, but the caller can not know
    LostAnswer, ///< it is done, and the answer is lost
    Refuse,     ///< the call is refused; nothing is done
};

class ScriptedPlatform final : public TaxPlatform
{
public:
    ScriptedPlatform();
    ~ScriptedPlatform() override;
    Q_DISABLE_COPY_MOVE(ScriptedPlatform)

    QList<Turn> script;          ///< next turns; Answer when empty
    QHash<QString, QString> bad; ///< number → why it fails (status 02)
    QString poisonedItem;        ///< an upload with this item is refused whole
    int processingPolls = 0;     ///< so many results are "still processing"
    Money pool = Money::fromFen(1'000'000'000'00);
    int numbersLeft = 100'000;
    QList<MarginCode> margin;

    QHash<QString, int> received;   ///< number → uploads that arrived
    QHash<QString, Invoice> ledger; ///< accepted
    int uploads = 0;
    int largestUpload = 0;
    Money downloaded;

    QFuture<Result<Taxpayer>> taxpayer(const Route &route) override;
    QFuture<Result<TaxpayerRisk>> risk(const Route &) override;
    QFuture<Result<QList<UsableRate>>> rates(const Route &) override;
    QFuture<Result<QList<MarginCode>>> marginCodes(const Route &) override;
    QFuture<Result<ClassificationUpdate>> classification(const Route &, const QString &) override;
    QFuture<Result<CreditState>> credit(const Route &) override;
    QFuture<Result<CreditValidity>> moveCredit(const Route &, const CreditMove &move) override;
    QFuture<Result<CreditValidity>> extendCredit(const Route &, QDate) override;
    QFuture<Result<NumberRange>> numbers(const Route &, int count, const QString &requestId) override;
    QFuture<Result<QString>> upload(const Route &, const QList<Invoice> &invoices) override;
    QFuture<Result<QList<UploadVerdict>>> uploadResult(const Route &, const QString &receipt) override;
    void forgetReceipts() { m_receipts.clear(); }

private:
    template<class T, class Make>
    QFuture<Result<T>> turn(Make make);
    template<class T, class Make>
    QFuture<Result<T>> answer(Make make);

    QSet<QString> m_moves;
    QHash<QString, NumberRange> m_ranges;
    QHash<QString, QList<UploadVerdict>> m_receipts;
    int m_next = 1;
};

} // namespace kp::test

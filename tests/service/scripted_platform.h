// SPDX-License-Identifier: GPL-3.0-or-later
// A tax platform in memory that keeps a ledger and misbehaves on command. Small on purpose: the real protocol is tested
// against the sandbox.
#pragma once

#include "core/domain/platform.h"

#include <QHash>
#include <QTimer>

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

    QFuture<Result<Taxpayer>> taxpayer(const Route &route) override
    {
        return turn<Taxpayer>([&] {
            return Taxpayer{{QStringLiteral("Practice Trading"), route.taxNumber, {}, {}, {}, {}},
                TaxpayerKind::General, QStringLiteral("13100000000"), QStringLiteral("03")};
        });
    }
    QFuture<Result<TaxpayerRisk>> risk(const Route &) override
    {
        return turn<TaxpayerRisk>([] { return TaxpayerRisk{}; });
    }
    QFuture<Result<QList<UsableRate>>> rates(const Route &) override
    {
        return turn<QList<UsableRate>>([] {
            QList<UsableRate> list;
            for (const int percent : {13, 9, 6})
                list.append({TaxRate::fromMillionths(percent * 10'000), false, QDate(2019, 4, 1), {}});
            return list;
        });
    }
    QFuture<Result<QList<MarginCode>>> marginCodes(const Route &) override
    {
        return turn<QList<MarginCode>>([&] { return margin; });
    }
    QFuture<Result<ClassificationUpdate>> classification(const Route &, const QString &) override
    {
        return turn<ClassificationUpdate>([] {
            return ClassificationUpdate{
                QStringLiteral("20260101000000"), {{QStringLiteral("1060105040000000000"), QStringLiteral("Paper"),
                                                      QStringLiteral("Paper"), QStringLiteral("13%"), false, {}}}};
        });
    }
    QFuture<Result<CreditState>> credit(const Route &) override
    {
        return turn<CreditState>([&] { return CreditState{false, pool, pool, downloaded, {}, {}}; });
    }
    QFuture<Result<CreditValidity>> moveCredit(const Route &, const CreditMove &move) override
    {
        return answer<CreditValidity>([this, move]() -> Result<CreditValidity> {
            if (!m_moves.contains(move.requestId)) {
                if (move.amount > pool)
                    return Fault{FaultKind::Rejected, QStringLiteral("the pool is empty")};
                pool -= move.amount;
                downloaded += move.amount;
                m_moves.insert(move.requestId);
            }
            return CreditValidity{QDate(2026, 11, 1), QDate(2026, 11, 30)};
        });
    }
    QFuture<Result<CreditValidity>> extendCredit(const Route &, QDate) override
    {
        return turn<CreditValidity>([] { return CreditValidity{QDate(2026, 11, 1), QDate(2026, 11, 30)}; });
    }
    QFuture<Result<NumberRange>> numbers(const Route &, int count, const QString &requestId) override
    {
        return answer<NumberRange>([this, count, requestId]() -> Result<NumberRange> {
            if (const auto it = m_ranges.constFind(requestId); it != m_ranges.cend())
                return *it;
            if (count > numbersLeft)
                return Fault{FaultKind::Rejected, QStringLiteral("no numbers left")};
            numbersLeft -= count;
            const auto number = [](int n) {
                return QStringLiteral("26317") + QString::number(n).rightJustified(15, u'0');
            };
            const NumberRange range{number(m_next), number(m_next + count - 1), count};
            m_next += count;
            m_ranges.insert(requestId, range);
            return range;
        });
    }
    QFuture<Result<QString>> upload(const Route &, const QList<Invoice> &invoices) override
    {
        ++uploads;
        largestUpload = std::max(largestUpload, static_cast<int>(invoices.size()));
        return answer<QString>([this, invoices]() -> Result<QString> {
            for (const Invoice &invoice : invoices)
                for (const InvoiceLine &line : invoice.lines)
                    if (!poisonedItem.isEmpty() && line.item == poisonedItem)
                        return Fault{FaultKind::Rejected, QStringLiteral("malformed")};
            const QString receipt = QStringLiteral("receipt%1").arg(m_receipts.size());
            QList<UploadVerdict> verdicts;
            for (const Invoice &invoice : invoices) {
                ++received[invoice.number];
                UploadVerdict verdict{invoice.number, UploadVerdict::Kind::Accepted, {}};
                if (ledger.contains(invoice.number)) {
                    verdict.kind = UploadVerdict::Kind::Duplicate;
                } else if (const auto why = bad.constFind(invoice.number); why != bad.cend()) {
                    verdict.kind = UploadVerdict::Kind::Failed;
                    verdict.message = *why;
                } else {
                    ledger.insert(invoice.number, invoice);
                }
                verdicts.append(verdict);
            }
            m_receipts.insert(receipt, verdicts);
            return receipt;
        });
    }
    QFuture<Result<QList<UploadVerdict>>> uploadResult(const Route &, const QString &receipt) override
    {
        return answer<QList<UploadVerdict>>([this, receipt]() -> Result<QList<UploadVerdict>> {
            QList<UploadVerdict> verdicts = m_receipts.value(receipt);
            if (processingPolls > 0) {
                --processingPolls;
                for (UploadVerdict &verdict : verdicts)
                    verdict.kind = UploadVerdict::Kind::Processing;
            }
            return verdicts;
        });
    }
    void forgetReceipts() { m_receipts.clear(); }

private:
    template<class T, class Make>
    QFuture<Result<T>> turn(Make make)
    {
        return answer<T>([make]() -> Result<T> { return make(); });
    }
    /// Answers from the event loop, as a network does.
    template<class T, class Make>
    QFuture<Result<T>> answer(Make make)
    {
        const Turn now = script.isEmpty() ? Turn::Answer : script.takeFirst();
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QTimer::singleShot(0, [promise, now, make] {
            if (now == Turn::Answer || now == Turn::LostAnswer) {
                const Result<T> made = make();
                promise->addResult(
                    now == Turn::Answer ? made : Result<T>(Fault{FaultKind::Uncertain, QStringLiteral("no answer")}));
            } else if (now == Turn::Refuse) {
                promise->addResult(Result<T>(Fault{FaultKind::Rejected, QStringLiteral("refused")}));
            } else {
                promise->addResult(Result<T>(Fault{now == Turn::Offline ? FaultKind::Offline : FaultKind::Uncertain,
                    QStringLiteral("not reachable")}));
            }
            promise->finish();
        });
        return promise->future();
    }

    QSet<QString> m_moves;
    QHash<QString, NumberRange> m_ranges;
    QHash<QString, QList<UploadVerdict>> m_receipts;
    int m_next = 1;
};

} // namespace kp::test

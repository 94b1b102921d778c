// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/scripted_platform.h"

#include <QTimer>

namespace kp::test
{

ScriptedPlatform::ScriptedPlatform() = default;
ScriptedPlatform::~ScriptedPlatform() = default;

template<class T, class Make>
QFuture<Result<T>> ScriptedPlatform::turn(Make make)
{
    return answer<T>([make]() -> Result<T> { return make(); });
}

/// Answers from the event loop, as a network does.
template<class T, class Make>
QFuture<Result<T>> ScriptedPlatform::answer(Make make)
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
            promise->addResult(Result<T>(Fault{
                now == Turn::Offline ? FaultKind::Offline : FaultKind::Uncertain, QStringLiteral("not reachable")}));
        }
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<Taxpayer>> ScriptedPlatform::taxpayer(const Route &route)
{
    return turn<Taxpayer>([&] {
        return Taxpayer{{QStringLiteral("Practice Trading"), route.taxNumber, {}, {}, {}, {}}, TaxpayerKind::General,
            QStringLiteral("13100000000"), QStringLiteral("03")};
    });
}

QFuture<Result<TaxpayerRisk>> ScriptedPlatform::risk(const Route &)
{
    return turn<TaxpayerRisk>([] { return TaxpayerRisk{}; });
}

QFuture<Result<QList<UsableRate>>> ScriptedPlatform::rates(const Route &)
{
    return turn<QList<UsableRate>>([] {
        QList<UsableRate> list;
        for (const int percent : {13, 9, 6})
            list.append({TaxRate::fromMillionths(percent * 10'000), false, QDate(2019, 4, 1), {}});
        return list;
    });
}

QFuture<Result<QList<MarginCode>>> ScriptedPlatform::marginCodes(const Route &)
{
    return turn<QList<MarginCode>>([&] { return margin; });
}

QFuture<Result<ClassificationUpdate>> ScriptedPlatform::classification(const Route &, const QString &)
{
    return turn<ClassificationUpdate>([] {
        return ClassificationUpdate{
            QStringLiteral("20260101000000"), {{QStringLiteral("1060105040000000000"), QStringLiteral("Paper"),
                                                  QStringLiteral("Paper"), QStringLiteral("13%"), false, {}}}};
    });
}

QFuture<Result<CreditState>> ScriptedPlatform::credit(const Route &)
{
    return turn<CreditState>([&] { return CreditState{false, pool, pool, downloaded, {}, {}}; });
}

QFuture<Result<CreditValidity>> ScriptedPlatform::moveCredit(const Route &, const CreditMove &move)
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

QFuture<Result<CreditValidity>> ScriptedPlatform::extendCredit(const Route &, QDate)
{
    return turn<CreditValidity>([] { return CreditValidity{QDate(2026, 11, 1), QDate(2026, 11, 30)}; });
}

QFuture<Result<NumberRange>> ScriptedPlatform::numbers(const Route &, int count, const QString &requestId)
{
    return answer<NumberRange>([this, count, requestId]() -> Result<NumberRange> {
        if (const auto it = m_ranges.constFind(requestId); it != m_ranges.cend())
            return *it;
        if (count > numbersLeft)
            return Fault{FaultKind::Rejected, QStringLiteral("no numbers left")};
        numbersLeft -= count;
        const auto number = [](int n) { return QStringLiteral("26317") + QString::number(n).rightJustified(15, u'0'); };
        const NumberRange range{number(m_next), number(m_next + count - 1), count};
        m_next += count;
        m_ranges.insert(requestId, range);
        return range;
    });
}

QFuture<Result<QString>> ScriptedPlatform::upload(const Route &, const QList<Invoice> &invoices)
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

QFuture<Result<QList<UploadVerdict>>> ScriptedPlatform::uploadResult(const Route &, const QString &receipt)
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

} // namespace kp::test

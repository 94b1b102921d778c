// SPDX-License-Identifier: GPL-3.0-or-later
// Carries prepared invoices to the platform and their answers back.
//
// Whatever happens between two commits, the next start finds one of these: Queued (nothing was sent), Sending (marked
// before the bytes left), Processing (a receipt is stored), Unknown (no answer). None of them ever takes a new number,
// so sending again can not issue twice: the platform answers "duplicate", and that settles it.
#pragma once

#include "core/base/clock.h"
#include "core/domain/platform.h"
#include "core/service/passage.h"
#include "core/service/routes.h"
#include "core/store/stores.h"

#include <QCoro/QCoroTask>

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>

namespace kp::service
{

class OutboxRunner final : public QObject
{
    Q_OBJECT
public:
    OutboxRunner(
        store::Stores &stores, const Clock &clock, TaxPlatform &platform, Routes &routes, QObject *parent = nullptr);
    ~OutboxRunner() override;

    /// Once, before start(): what an earlier run was sending becomes Unknown, as does what has lost its row of the
    /// outbox or its receipt, and everything is due at once.
    Outcome recover();
    void start();
    /// New rows are there, or a person asked to try now: nothing waits out its delay any longer.
    Outcome wake();
    /// Invoices that are on their way. Fault: Storage.
    [[nodiscard]] Result<qint64> waiting() { return m_stores.outbox.pendingCount(); }
    /// Waits until none of the invoices is on its way any more, or the time is over. True: all are settled.
    QCoro::Task<bool> settled(QList<InvoiceId> invoices, std::chrono::milliseconds most);
    /// What was the matter with the platform in the last conversation, in the clerk's words; empty when it answered.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }

Q_SIGNALS:
    /// An invoice came to Issued or Refused.
    void ended(kp::InvoiceId id);
    /// The platform can not be reached, or its answer makes no sense; the runner goes on trying.
    void troubled(const QString &message);
    /// The platform answered.
    void reached();

private:
    Outcome recoverLost();
    void pump();
    void pumpSoon();
    void schedule();
    void indexWhileIdle();
    Result<bool> uploadDue(qint64 now);
    QCoro::Task<> upload(CompanyId company, QList<store::OutboxEntry> entries);
    Outcome afterUpload(const QList<store::OutboxEntry> &entries, const Result<QString> &receipt, int pollSeconds);
    QCoro::Task<> ask(store::ReceiptDue due);
    Outcome afterResult(const store::ReceiptDue &due, const Result<QList<UploadVerdict>> &verdicts, int pollSeconds);
    Outcome apply(const QList<Passenger> &passengers, rules::InvoiceEvent event, const QString &message);
    /// Commits and tells who is done.
    Outcome commit(store::Transaction &transaction);
    void report(const Outcome &outcome);

    static constexpr int uploadsAtOnce = 4;
    static constexpr int invoicesPerUpload = 100; // QDFPSC takes no more (leqi §7.2)

    store::Stores &m_stores;
    const Clock &m_clock;
    TaxPlatform &m_platform;
    Routes &m_routes;
    QTimer m_timer;
    bool m_running = false;
    int m_uploads = 0;
    QSet<QString> m_asking;           ///< receipts under way
    QHash<InvoiceId, int> m_together; ///< of a batch the platform refused whole: how many of them may travel together
    QList<InvoiceId> m_done;          ///< in the open transaction
    QString m_trouble;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace kp::service

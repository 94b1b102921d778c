// SPDX-License-Identifier: GPL-3.0-or-later
// A whole workbook of orders: checked first, then issued as far as rules, numbers and credit go. The serial is the key:
// running the same workbook again issues nothing twice and goes on with what was left. The window keeps the workbook a
// person has in hand, so that it can go on after a restart.
#pragma once

#include "core/service/batch_report.h"
#include "core/service/classifying.h"
#include "core/service/issuing.h"
#include "core/service/outbox_runner.h"
#include "core/service/stock.h"

#include <QCoro/QCoroTask>

#include <chrono>
#include <memory>

namespace kp::service
{

/// The workbook a person has in hand, as it was kept.
struct KeptBatch : store::StoredBatch {
    bool running = false; ///< it is being issued now
};

class BatchIssuing
{
public:
    /// Which orders are sent; what is on its way already is waited for in any case.
    enum class Which {
        All,
        Fresh,   ///< those that have no invoice yet
        Refused, ///< those that were refused, as they read now
    };

    BatchIssuing(store::Stores &stores, Issuing &issuing, Stock &stock, OutboxRunner &runner, Classifying &classifying)
        : m_stores(stores)
        , m_issuing(issuing)
        , m_stock(stock)
        , m_runner(runner)
        , m_classifying(classifying)
    {
    }
    ~BatchIssuing() { *m_alive = false; }
    Q_DISABLE_COPY_MOVE(BatchIssuing)

    /// Checks everything and changes nothing. Fault: Denied.
    Result<BatchReport> dryRun(const Actor &actor, CompanyId company, const OrderSheet &sheet);
    /// What the store knows of the orders now: only those that have an invoice say something. Faults: Denied, Storage.
    Result<BatchReport> states(const Actor &actor, CompanyId company, const OrderSheet &sheet);
    /// Draws what numbers and credit are missing, prepares the good orders, and waits until the platform has settled
    /// them or @p most has passed. Faults: Denied, Storage; the platform's troubles stand at the orders.
    QCoro::Task<Result<BatchReport>> issue(
        Actor actor, CompanyId company, OrderSheet sheet, std::chrono::milliseconds most);
    /// The same in portions, each when the one before is settled, until all are done or pause() is called. The first
    /// portions are small: what is wrong with all orders shows before all are refused. Faults: as issue(); Conflict
    /// while the company's orders are being issued already.
    QCoro::Task<Result<BatchReport>> run(Actor actor, CompanyId company, OrderSheet sheet, Which which);
    /// No further portion of run() is handed in; what was handed in goes to its end. Nothing to do is no fault.
    Outcome pause(const Actor &actor, CompanyId company);
    [[nodiscard]] bool isRunning(CompanyId company) const { return m_runs.contains(company); }
    /// Credit that can still be downloaded, as Stock::pool. Fault also: Denied.
    QCoro::Task<Result<Money>> pool(Actor actor, CompanyId company);

    /// Keeps the workbook that the actor has in hand for the company, in place of the one before. Faults: Denied,
    /// Conflict (the one before is being issued), Storage.
    Outcome keep(const Actor &actor, CompanyId company, const QString &name, const QByteArray &workbook);
    Outcome keepRepairs(const Actor &actor, CompanyId company, const CellTexts &repairs);
    /// Faults: as keep().
    Outcome drop(const Actor &actor, CompanyId company);
    [[nodiscard]] Result<std::optional<KeptBatch>> kept(const Actor &actor, CompanyId company);

private:
    struct Plan;
    enum class Reader { OfReport, OfWindow };
    Result<BatchReport> checkedReport(const Actor &actor, CompanyId company, const OrderSheet &sheet);
    Result<Plan> plan(const Actor &actor, CompanyId company, const OrderSheet &sheet, Which which);
    QCoro::Task<Outcome> draw(CompanyId company, Plan &plan);
    Outcome handIn(const Actor &actor, CompanyId company, const OrderSheet &sheet, Plan &plan, qsizetype count);
    QCoro::Task<Result<BatchReport>> runPortions(
        Actor actor, CompanyId company, OrderSheet sheet, Which which, std::shared_ptr<bool> pausing);
    Outcome readStates(CompanyId company, const OrderSheet &sheet, BatchReport &report, Reader reader);
    [[nodiscard]] QStringList wordsOf(const InvoiceSummary &invoice, Reader reader) const;
    Outcome whileQuiet(const Actor &actor, CompanyId company);

    store::Stores &m_stores;
    Issuing &m_issuing;
    Stock &m_stock;
    OutboxRunner &m_runner;
    Classifying &m_classifying;
    QHash<CompanyId, std::shared_ptr<bool>> m_runs; ///< under way; true: shall pause
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace kp::service

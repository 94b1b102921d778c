// SPDX-License-Identifier: GPL-3.0-or-later
// A whole workbook of orders: checked first, then issued as far as rules, numbers and credit go. The serial is the key:
// running the same workbook again issues nothing twice and goes on with what was left.
#pragma once

#include "core/service/batch_report.h"
#include "core/service/classifying.h"
#include "core/service/issuing.h"
#include "core/service/outbox_runner.h"
#include "core/service/stock.h"

#include <QCoro/QCoroTask>

#include <chrono>

namespace kp::service
{

class BatchIssuing
{
public:
    BatchIssuing(store::Stores &stores, Issuing &issuing, Stock &stock, OutboxRunner &runner, Classifying &classifying)
        : m_stores(stores)
        , m_issuing(issuing)
        , m_stock(stock)
        , m_runner(runner)
        , m_classifying(classifying)
    {
    }

    /// Checks everything and changes nothing. Fault: Denied.
    Result<BatchReport> dryRun(const Actor &actor, CompanyId company, const OrderSheet &sheet);
    /// Draws what numbers and credit are missing, prepares the good orders, and waits until the platform has settled
    /// them or @p most has passed. Faults: Denied, Storage; the platform's troubles stand at the orders.
    QCoro::Task<Result<BatchReport>> issue(
        Actor actor, CompanyId company, OrderSheet sheet, std::chrono::milliseconds most);

private:
    Result<BatchReport> checkedReport(const Actor &actor, CompanyId company, const OrderSheet &sheet);
    Outcome readStates(CompanyId company, const OrderSheet &sheet, BatchReport &report);
    [[nodiscard]] QStringList wordsOf(const InvoiceSummary &invoice) const;

    store::Stores &m_stores;
    Issuing &m_issuing;
    Stock &m_stock;
    OutboxRunner &m_runner;
    Classifying &m_classifying;
};

} // namespace kp::service

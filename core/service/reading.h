// SPDX-License-Identifier: GPL-3.0-or-later
// What a window reads beside the work thread: lists and look-ups over a read-only connection of their own. Lives on the
// thread that opened it. Every answer keeps to the actor's rights and data scope as they stand at that moment.
#pragma once

#include "core/domain/access.h"
#include "core/service/invoices.h"
#include "core/service/record_reading.h"
#include "core/service/red_forms.h"
#include "core/store/completion.h"
#include "core/store/favourites.h"

#include <atomic>
#include <memory>

namespace kp::service
{

/// A scene as the issuing page takes it.
struct SceneWithElements {
    Scene scene;
    QList<ElementDefinition> elements; ///< in the scene's order
};

class Reading
{
public:
    /// Faults: NotFound, Invalid, Storage.
    static Result<std::unique_ptr<Reading>> open(const QString &databasePath);
    ~Reading();

    // As store::InvoiceList; of the query's scope only what the actor may see counts. Fault: also Denied.
    [[nodiscard]] Result<qint64> count(const Actor &actor, const store::ListQuery &query);
    [[nodiscard]] Result<store::ListTotals> totals(const Actor &actor, const store::ListQuery &query);
    [[nodiscard]] Result<store::ListTotals> totals(const Actor &actor, const QList<InvoiceId> &ids);
    [[nodiscard]] Result<store::InvoicePage> page(
        const Actor &actor, const store::ListQuery &query, const std::optional<store::ListKey> &after, int limit);
    [[nodiscard]] Result<store::InvoicePage> pageAt(
        const Actor &actor, const store::ListQuery &query, const store::KeyLadder &ladder, qint64 position, int limit);
    [[nodiscard]] Result<store::KeyLadder> ladder(
        const Actor &actor, const store::ListQuery &query, const std::atomic_bool &stop);

    /// Faults: Denied, NotFound.
    [[nodiscard]] Result<InvoiceDetail> invoice(const Actor &actor, InvoiceId id);
    [[nodiscard]] Result<InvoiceDetail> invoice(const Actor &actor, const QString &number);
    /// Lists of records: reading.records<Item>().page(…).
    template<class T>
    [[nodiscard]] RecordReading<T> records()
    {
        return RecordReading<T>(m_stores);
    }
    /// The company's customers while one is typed: by part of name, tax number or short code, or by pinyin initials of
    /// the name. Last used first. Fault: Denied.
    [[nodiscard]] Result<QList<Customer>> customers(
        const Actor &actor, CompanyId company, const QString &text, int limit);
    /// The company's items while one is typed, in the same way: favourites first.
    [[nodiscard]] Result<QList<Item>> items(const Actor &actor, CompanyId company, const QString &text, int limit);
    /// 常用开票项 in their order. Fault: Denied.
    [[nodiscard]] Result<QList<Item>> favourites(const Actor &actor, CompanyId company);
    /// 历史邮箱 of a customer, last used first. Faults: Denied, NotFound.
    [[nodiscard]] Result<QStringList> emails(const Actor &actor, CustomerId customer);
    /// 场景模板 by name, each with its elements in order. Fault: Denied.
    [[nodiscard]] Result<QList<SceneWithElements>> scenes(const Actor &actor, CompanyId company);

    /// Lists of confirmation forms.
    [[nodiscard]] RedForms &redForms() { return m_redForms; }

    static constexpr int mostScenes = 1000; ///< a company's scenes that are offered

private:
    explicit Reading(std::unique_ptr<store::Database> database);
    Result<store::ListQuery> seen(const Actor &actor, store::ListQuery query);

    std::unique_ptr<store::Database> m_database;
    store::Stores m_stores;
    Invoices m_invoices;
    RedForms m_redForms;
    store::Completion m_customerNames;
    store::Completion m_itemNames;
};

} // namespace kp::service

// SPDX-License-Identifier: GPL-3.0-or-later
// Confirmation forms as they are kept here. Only those of companies that the actor sees count. Faults: Denied,
// NotFound.
#pragma once

#include "core/domain/access.h"
#include "core/store/stores.h"

namespace kp::service
{

class RedForms
{
public:
    explicit RedForms(store::Stores &stores)
        : m_stores(stores)
    {
    }

    /// With its lines.
    [[nodiscard]] Result<RedForm> find(const Actor &actor, RedFormId id);
    /// @param name the form's number or uuid
    [[nodiscard]] Result<RedForm> findByName(const Actor &actor, CompanyId company, const QString &name);
    /// Of an invoice, with their lines, oldest first.
    [[nodiscard]] Result<QList<RedForm>> ofInvoice(const Actor &actor, CompanyId company, const QString &blueNumber);
    [[nodiscard]] Result<QList<store::RedFormStep>> history(const Actor &actor, RedFormId id);
    /// 处理意见: what was written last when the form was answered here; the platform has no field for it.
    [[nodiscard]] Result<QString> opinion(const Actor &actor, RedFormId id);
    /// As the audit log names a form.
    [[nodiscard]] static QString object(RedFormId id);
    static constexpr const char *opinionField = "opinion"; ///< of the audit log

    // As store::RedFormStore.
    [[nodiscard]] Result<qint64> count(const Actor &actor, const store::RedFormQuery &query);
    [[nodiscard]] Result<QList<RedForm>> page(
        const Actor &actor, const store::RedFormQuery &query, qint64 offset, int limit);
    [[nodiscard]] Result<QList<RedFormId>> ids(
        const Actor &actor, const store::RedFormQuery &query, qint64 offset, int limit);
    [[nodiscard]] Result<store::RedFormSums> sums(const Actor &actor, const store::RedFormQuery &query);
    [[nodiscard]] Result<QHash<RedFormState, qint64>> countByState(
        const Actor &actor, const store::RedFormQuery &query);

private:
    Result<store::RedFormQuery> seen(const Actor &actor, store::RedFormQuery query);

    store::Stores &m_stores;
};

} // namespace kp::service

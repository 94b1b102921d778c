// SPDX-License-Identifier: GPL-3.0-or-later
// 红字确认单: what the platform has told of them. What was applied for never changes; state, answer and red invoice do.
#pragma once

#include "core/domain/red.h"
#include "core/store/database.h"
#include "core/store/scope.h"
#include "core/store/table.h"

#include <QHash>

namespace kp::store
{

/// Which forms a list shows. What is empty does not narrow it down.
struct RedFormQuery {
    Scope scope;
    std::optional<QList<RedFormId>> only;
    std::optional<bool> sent; ///< 我发出的, else 我收到的
    std::optional<Side> side; ///< which of the two the company is
    QList<RedFormState> states;
    std::optional<bool> issued;
    std::optional<bool> valid;
    QString text; ///< a part of its number, of the blue or red invoice's, or of the other side's name or tax number
    QString counterparty; ///< a part of the other side's name or tax number
    QString blueNumber;   ///< a part of it
    QDate blueFrom;       ///< 原蓝票开票日期, both inclusive
    QDate blueTo;
    QDate enteredFrom;
    QDate enteredTo;
};

/// How many forms, and what they come to.
struct RedFormSums {
    qint64 count = 0;
    Totals totals;
};

/// One step of a form's life.
struct RedFormStep {
    QDateTime at;
    std::optional<RedFormState> from; ///< empty: it was heard of first
    RedFormState to = RedFormState::NotNeeded;
    QString redNumber; ///< the red invoice this step brought

    friend bool operator==(const RedFormStep &, const RedFormStep &) = default;
};

class RedFormStore
{
public:
    explicit RedFormStore(Database &database);

    /// Keeps what was heard of a form: a new one, or another state of one that is known by company and uuid, whose
    /// lines are added when they were not known. Faults: Conflict (it says something else than was applied for, or its
    /// red invoice is issued already).
    Result<RedFormId> keep(const RedForm &form, qint64 nowMs);
    /// The same over what findByUuid() has just found of it; the form as it is kept now.
    Result<RedForm> keepOver(const std::optional<RedForm> &known, RedForm form, qint64 nowMs);

    /// With its lines. Fault: NotFound.
    [[nodiscard]] Result<RedForm> find(RedFormId id);
    [[nodiscard]] Result<std::optional<RedForm>> findByUuid(CompanyId company, const QString &uuid);
    /// By its number or its uuid. Fault: NotFound.
    [[nodiscard]] Result<RedForm> findByName(CompanyId company, const QString &name);
    /// Of an invoice, with their lines, oldest first.
    [[nodiscard]] Result<QList<RedForm>> ofInvoice(CompanyId company, const QString &blueNumber);

    [[nodiscard]] Result<qint64> count(const RedFormQuery &query);
    /// Without their lines, the last entered first.
    [[nodiscard]] Result<QList<RedForm>> page(const RedFormQuery &query, qint64 offset, int limit);
    /// The ids of that page.
    [[nodiscard]] Result<QList<RedFormId>> ids(const RedFormQuery &query, qint64 offset, int limit);
    [[nodiscard]] Result<RedFormSums> sums(const RedFormQuery &query);
    [[nodiscard]] Result<QHash<RedFormState, qint64>> countByState(const RedFormQuery &query);
    [[nodiscard]] Result<QList<RedFormStep>> history(RedFormId id);

private:
    Outcome loadLines(RedForm &form);
    [[nodiscard]] Result<QList<RedForm>> all(Query &query, bool withLines);

    Database &m_database;
    Table<RedForm> m_forms;
    Table<RedFormLine> m_lines;
};

} // namespace kp::store

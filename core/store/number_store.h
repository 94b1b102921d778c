// SPDX-License-Identifier: GPL-3.0-or-later
// 号段: invoice numbers drawn from the platform. Ranges are bound to a year. A number is unused, used by exactly one
// invoice, or free again after that invoice was discarded; there is no fourth case, and accounting() proves it.
#pragma once

#include "core/domain/company.h"
#include "core/store/database.h"

namespace kp::store
{

struct StoredRange {
    qint64 id = 0;
    CompanyId company;
    int year = 0;
    NumberRange range;
    int taken = 0; ///< numbers handed out, from the first on
};

/// What became of the numbers of one range.
struct RangeAccount {
    StoredRange range;
    qint64 used = 0;
    qint64 freed = 0;
    qint64 unused = 0;
    [[nodiscard]] bool adds() const { return used + freed + unused == range.range.count; }
};

struct NumberAccounting {
    QList<RangeAccount> ranges;
    QStringList lost;    ///< handed out, but neither used nor free
    QStringList doubled; ///< held by more than one invoice, or used and free, or used and not yet handed out
    QStringList foreign; ///< on an invoice, but in no range of its company
    [[nodiscard]] bool clean() const { return lost.isEmpty() && doubled.isEmpty() && foreign.isEmpty(); }
};

class NumberStore
{
public:
    explicit NumberStore(Database &database)
        : m_database(database)
    {
    }

    /// Adds a range the platform gave. The same range of the same company again is no fault (a repeated request gives
    /// it twice). Faults: Invalid (not 20 digits, first and last do not fit the count), Conflict (overlaps another).
    Outcome addRange(CompanyId company, const NumberRange &range, int year);
    /// Hands out so many numbers, freed ones first, both in rising order. They must be put on invoices in the same
    /// transaction. Fault: Conflict when there are not enough.
    Result<QStringList> take(CompanyId company, int year, int count);
    /// Gives the number of a discarded invoice back, to be taken again. Fault: Conflict when an invoice still holds it
    /// or it is free already.
    Outcome release(const QString &number);
    [[nodiscard]] Result<qint64> available(CompanyId company, int year);
    [[nodiscard]] Result<QList<StoredRange>> ranges(CompanyId company);
    [[nodiscard]] Result<NumberAccounting> accounting(CompanyId company);

private:
    Database &m_database;
};

} // namespace kp::store

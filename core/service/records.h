// SPDX-License-Identifier: GPL-3.0-or-later
// Base data: looking at records, entering, changing and deleting them, one kind at a time. Every change is checked,
// audited field by field in the same transaction, and refused when somebody else has changed the record meanwhile.
#pragma once

#include "core/base/clock.h"
#include "core/domain/access.h"
#include "core/domain/finding.h"
#include "core/domain/records.h"
#include "core/service/issuing.h"
#include "core/store/stores.h"

namespace kp::service
{

/// A record as it would be kept, and what there is to say of it.
template<class T>
struct CheckedRecord {
    T record; ///< tidied
    QList<Finding> findings;
};

/// What became of a record handed in.
template<class T>
struct SavedRecord {
    Result<T> record; ///< as stored; Invalid (see findings), Conflict (changed meanwhile), Denied, NotFound, Storage
    QList<Finding> findings;
};

/// What became of a batch of deletions.
struct Removal {
    struct Kept {
        qint64 id = 0;
        QString name;
        QString reason; ///< why it was not deleted
    };
    qint64 removed = 0;
    QList<Kept> kept;
};

template<class T>
class Records
{
public:
    using Id = decltype(T::id);

    Records(store::Stores &stores, const Clock &clock, const Issuing &issuing)
        : m_stores(stores)
        , m_clock(clock)
        , m_issuing(issuing)
    {
    }

    /// Faults: Denied, NotFound (also for what lies outside the scope).
    [[nodiscard]] Result<T> find(const Actor &actor, Id id);
    /// What the rules and the other records of the company say of it; stores nothing. Fault: Denied.
    [[nodiscard]] Result<CheckedRecord<T>> check(const Actor &actor, const T &record);
    /// Adds a record (id not valid) or changes the one with its id; record.company says whose it is. Warnings do not
    /// keep it from being stored. A record to be changed carries the stamp it was read with.
    SavedRecord<T> save(const Actor &actor, const T &record);
    /// Deletes what may be deleted of them; the others stay, each with its reason. Fault: Denied, Storage.
    Result<Removal> remove(const Actor &actor, const QList<qint64> &ids);

private:
    store::RecordStore<T> &records() { return m_stores.records<T>(); }
    Result<CheckedRecord<T>> judged(const T &record);
    Outcome put(const Actor &actor, T &record);
    Outcome removeOne(const Actor &actor, const T &record);

    store::Stores &m_stores;
    const Clock &m_clock;
    const Issuing &m_issuing;
};

extern template class Records<Item>;
extern template class Records<Customer>;
extern template class Records<ElementDefinition>;
extern template class Records<Scene>;
extern template class Records<BusinessType>;

/// The fields of a record as they are audited.
template<class T>
store::FieldValues auditedFields(const T &record);

} // namespace kp::service

// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles with many issued invoices of invented companies.
#pragma once

#include "app/bench/workshop.h"

namespace kp::bench
{

/// The folder of a closed profile with so many invoices, all of them indexed for search; made at the first call and
/// kept in the cache. Fault: Storage.
QCoro::Task<Result<QString>> profileWith(Workshop &workshop, int invoices);
/// A closed profile in a new folder: the account of the bench, the company, and so many invoices. Fault: Storage.
QCoro::Task<Outcome> makeProfile(QString folder, sandbox::Credential company, int invoices);
/// Its database.
inline QString databaseIn(const QString &profile)
{
    return profile + QStringLiteral("/kaipiao.db");
}

/// What a clerk may type: two characters from a buyer's name or an item. The same seed gives the same.
QString twoCharacters(quint32 seed);
/// One to six characters, now and then of kinds that need care.
QString anyText(quint32 seed);

} // namespace kp::bench

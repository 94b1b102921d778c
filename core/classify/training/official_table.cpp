// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/classify/training/official_table.h"

#include "core/base/csv.h"

#include <algorithm>

namespace kp::classify
{

namespace
{
Result<QList<QStringList>> table(const QString &path, const QStringList &columns)
{
    KP_TRY(rows, readCsvFile(path));
    if (rows.isEmpty() || rows.takeFirst() != columns)
        return Fault{FaultKind::Invalid, QStringLiteral("%1 has not the columns %2.").arg(path, columns.join(u' '))};
    return rows;
}
} // namespace

Result<OfficialTable> readOfficialTable(const QString &classification, const QString &history)
{
    const auto list = [](const char *words) { return QString::fromLatin1(words).split(u' '); };
    KP_TRY(rows, table(classification, list("code name short_name rate is_summary keywords description")));
    KP_TRY(periods, table(history, list("code name short_name valid_from valid_to")));
    OfficialTable out;
    for (const QStringList &row : std::as_const(rows))
        out.rows.append({row.at(0), row.at(1), row.at(2), row.at(3), row.at(4) == u"1", row.at(6)});
    std::sort(out.rows.begin(), out.rows.end(),
        [](const Classification &a, const Classification &b) { return a.code < b.code; });
    for (const QStringList &row : std::as_const(periods))
        out.history.append({row.at(0), row.at(2), QDate::fromString(row.at(3), Qt::ISODate),
            QDate::fromString(row.value(4), Qt::ISODate)});
    return out;
}

} // namespace kp::classify

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/job_watch.h"
#include "ui/kit/row_source.h"

class QPrinter;

namespace kp
{

/// Rows that one print may hold; beyond that a file is the better way.
constexpr int mostPrintedRows = 5'000;

/// What a printed list says: its heading, the columns with their widths (px, shared out over the page), its rows.
struct ListPrint {
    QString title;
    QStringList facts; ///< under the title: the filters in words, who printed it and when
    QList<ColumnSpec> columns;
    QList<QStringList> cells; ///< as shown, in the order of the columns
};

/// The filters in force, in words: "State: Issued".
QStringList filterWords(const QList<FilterSpec> &filters, const ListQuery &query);

/// Fetches the rows of a selection (or all that the query finds) in the order of the list, as they are shown.
/// @param columns of the list, by which its rows are read; @param shown which of them are wanted, in their order
/// Faults: Invalid (too many rows; stopped), and those of the source.
void fetchCells(QObject *context, const std::shared_ptr<RowSource> &source, const ListQuery &query,
    const ListSelection &selection, const QList<ColumnSpec> &columns, const QList<int> &shown, const JobWatchPtr &watch,
    const std::function<void(const Result<QList<QStringList>> &)> &use);

/// Paints the list, a few rows at a time so that the window stays usable: heading, a header row on every page, "Page 2
/// of 7" below. Faults: Storage (the printer does not take it), Invalid (stopped).
void printList(QObject *context, ListPrint list, const std::shared_ptr<QPrinter> &printer, const JobWatchPtr &watch,
    const std::function<void(const Outcome &)> &done);

} // namespace kp

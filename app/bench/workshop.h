// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the bench share, and the parts themselves.
#pragma once

#include "app/bench/bar.h"
#include "app/bench/practice.h"

#include <QCoro/QCoroTask>

namespace kp::bench
{

struct Workshop {
    QString folder; ///< goes when the bench ends
    QString cache;  ///< stays: the database of a million invoices
    Practice practice;
    QString desk; ///< a closed database with company, rates, classification, 5,000 numbers and credit for drafts(5000)
};

using Bars = QCoro::Task<Result<QList<Bar>>>;

/// Durable preparation of a batch against one commit for each invoice.
Bars prepareBars(Workshop &workshop);
/// The batch through the outbox against the same requests sent bare.
Bars uploadBars(Workshop &workshop);
/// A list of a million invoices: first page, jump, search.
Bars listBars(Workshop &workshop);
/// PDFs against QPdfWriter drawing the same texts.
Bars pdfBars(Workshop &workshop);
/// The window's start against an empty window, and its memory with a million invoices against a thousand.
Bars windowBars(Workshop &workshop);
/// The line grid: a key until it is painted against a frame, a paste against a bare model.
Bars linesBars(Workshop &workshop);
/// The official workbook, read and checked, against unpacking and parsing it.
Bars importBars(Workshop &workshop);
/// A hundred thousand customers: import, export, proposals while typing.
Bars recordBars(Workshop &workshop);
/// Confirmation forms read from the platform, and the window meanwhile.
Bars redBars(Workshop &workshop);
/// Classification codes: speed, size of the model, errors beside a plain search's.
Bars classifyBars(Workshop &workshop);

inline constexpr int batch = 5000; ///< invoices

} // namespace kp::bench

// SPDX-License-Identifier: GPL-3.0-or-later
// What is read from the official workbooks 批量开票 and 项目信息导入: drafts and lines, and for each field the cell it
// came from.
#pragma once

#include "core/domain/finding.h"
#include "core/domain/invoice.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

namespace kp
{

/// A cell of a workbook: sheet by name, row and column counted from 1. column 0 means the whole row.
struct CellPlace {
    QString sheet;
    int row = 0;
    int column = 0;

    friend bool operator==(const CellPlace &, const CellPlace &) = default;
};

/// Texts that stand in cells instead of what a file says: sheet → row → column, from 1.
using CellTexts = QMap<QString, QMap<int, QMap<int, QString>>>;

/// A finding at its cell.
struct CellFinding {
    CellPlace place;
    QString text;
    Severity severity = Severity::Error;

    friend bool operator==(const CellFinding &, const CellFinding &) = default;
};

/// The row that a draft or one of its lines came from. The columns are the same for all rows of a sheet and shared.
struct OrderRow {
    QString sheet;
    int row = 0;
    QHash<QString, int> columns; ///< field key → column, from 1

    /// The cell of a field; the serial's cell when the field has none of its own.
    [[nodiscard]] CellPlace place(const QString &field) const;
};

/// One order: a draft and where its fields stand. Field keys are those of Schema<InvoiceDraft> and Schema<DraftLine>,
/// and for extra elements "elements.<index>.<key>".
struct Order {
    InvoiceDraft draft;
    OrderRow head;
    QList<OrderRow> lines;       ///< as draft.lines
    QList<OrderRow> elements;    ///< as draft.elements
    QList<CellFinding> findings; ///< what reading already found wrong; an error keeps it from being issued

    /// The cell of a finding of the rules; the serial's cell when the field has none of its own.
    [[nodiscard]] CellPlace place(const Finding &finding) const;
};

/// A whole workbook. Findings that belong to no order (a line without head, a missing column) stand on their own.
struct OrderSheet {
    QList<Order> orders;
    QList<CellFinding> findings;
};

/// A line of an item workbook (项目信息导入模板) and the row it came from.
struct ImportedLine {
    DraftLine line;
    OrderRow row;
    QList<CellFinding> findings; ///< what is wrong with the row; with an error it is left out of a partial import
};

/// A whole item workbook.
struct LineSheet {
    QList<ImportedLine> lines;
    QList<CellFinding> findings; ///< that belong to no line: a missing column, a sheet that can not be carried

    /// Everything found, for the marked copy.
    [[nodiscard]] QList<CellFinding> allFindings() const;
};

} // namespace kp

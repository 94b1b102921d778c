// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the official 批量开票 workbook (template V260401) into orders.
#pragma once

#include "core/document/workbook/order_template.h"
#include "core/document/workbook/reader.h"
#include "core/domain/order_sheet.h"

#include <QSet>

namespace kp::workbook
{

/// Reads the sheets 1-发票基本信息 and 2-发票明细信息, joined by 发票流水号, and checks what belongs to the sheet
/// itself: required cells, lengths, choices, forms of numbers, serials that stand twice, lines without an invoice and
/// the reverse, columns and sheets this program can not carry into an invoice. What the tax rules say is for
/// core/rules. When a required column is missing, there are findings but no orders. Faults: those of Reader::open;
/// Invalid when it is not the official template.
Result<OrderSheet> readOrders(const QString &path, const ReadLimits &limits = {});
Result<OrderSheet> readOrders(const Reader &reader);

/// A sheet of the workbook as a clerk repairs it: the template's columns that it has, and rows of it as they stand.
struct RepairSheet {
    QString sheet;
    QList<TemplateColumn> columns;
    QList<int> positions; ///< by column: where it stands in the sheet, from 1
    struct Row {
        int number = 0;
        QStringList texts; ///< by column
    };
    QList<Row> rows;
};

/// The rows of the workbook's sheets that are asked for, by sheet; sheets without such rows stay away.
Result<QList<RepairSheet>> readRepairSheets(const Reader &reader, const QMap<QString, QSet<int>> &rows);

} // namespace kp::workbook

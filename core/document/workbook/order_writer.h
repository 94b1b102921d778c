// SPDX-License-Identifier: GPL-3.0-or-later
// Writes workbooks in the shape of the official templates 批量开票 V260401 and 项目信息 mx;20250501.
#pragma once

#include "core/base/result.h"
#include "core/document/workbook/book_writer.h"
#include "core/document/workbook/order_template.h"

#include <QList>
#include <QStringList>

namespace kp::workbook
{

/// Rows of the four sheets; a row's texts stand in the order of the template's columns and may end early.
struct OrderRows {
    QList<QStringList> head;
    QList<QStringList> lines;
    QList<QStringList> business;
    QList<QStringList> elements;
};

/// An order workbook with those rows from row 4 on. Fault: Storage.
Outcome writeOrderWorkbook(const QString &path, const OrderRows &rows);

/// The empty template, for the clerk to fill in. Fault: Storage.
Outcome writeOrderTemplate(const QString &path);

/// The empty item template (项目信息导入模板). Fault: Storage.
Outcome writeLineTemplate(const QString &path);

/// Drop-downs of a sheet of the template, down to @p lastRow.
void addDropDowns(BookWriter &book, const TemplateSheet &layout, int lastRow);

} // namespace kp::workbook

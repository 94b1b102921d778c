// SPDX-License-Identifier: GPL-3.0-or-later
// The files that records are imported from and exported to, as data: sheet, columns, their names and choices. They are
// Chinese in every language of the interface: their headings are the names of official fields.
#pragma once

#include "core/document/workbook/book_writer.h"
#include "core/document/workbook/cell_text.h"
#include "core/document/workbook/order_template.h"
#include "core/domain/records.h"

#include <QHash>
#include <QList>

namespace kp::workbook
{

/// A word of a closed list: as files write it, and as the schema's plain text has it.
struct RecordChoice {
    QString word;
    QString plain;
    QStringList otherWords = {}; ///< as other programs write it
};

struct RecordColumn {
    QString key;           ///< of the field
    TemplateColumn column; ///< heading, limits, drop-down
    QStringList aliases;   ///< headings of other programs
    Cleaning cleaning = Cleaning::Words;
    QList<RecordChoice> choices;
};

struct RecordTemplate {
    QString sheet;
    QString version;    ///< mark on a hidden sheet, by which a later program knows the template
    QString exportName; ///< what an exported file is called, before its time
    QList<RecordColumn> columns;

    [[nodiscard]] const RecordColumn *find(const QString &heading) const;
};

template<class T>
const RecordTemplate &recordTemplate();
template<>
const RecordTemplate &recordTemplate<Item>();
template<>
const RecordTemplate &recordTemplate<Customer>();
template<>
const RecordTemplate &recordTemplate<BusinessType>();

/// Instructions and headings stand in these rows of a template; below them are the records.
constexpr int recordInstructionRow = 1;
constexpr int recordHeadingRow = 2;

/// "商品信息导出列表20261120103000.xlsx".
QString exportFileName(const RecordTemplate &form, const QDateTime &now);

/// The empty template, for the clerk to fill in: drop-downs, required columns marked, an instruction row. Fault:
/// Storage.
Outcome writeRecordTemplate(const QString &path, const RecordTemplate &form);

/// Headings of a sheet of records with their drop-downs down to @p lastRow.
void writeRecordHeadings(BookWriter &book, const RecordTemplate &form);
void addRecordDropDowns(BookWriter &book, const RecordTemplate &form, int lastRow);

} // namespace kp::workbook

// SPDX-License-Identifier: GPL-3.0-or-later
// What clerks keep lists in: a workbook (.xlsx) or a CSV file, read alike.
#pragma once

#include "core/document/workbook/csv_table.h"
#include "core/document/workbook/reader.h"

#include <variant>

namespace kp::workbook
{

class TableFile
{
public:
    /// A file whose name ends in .csv or .txt is read as CSV, any other as a workbook. Faults: NotFound; Invalid,
    /// saying what the file is instead or which limit it breaks.
    static Result<TableFile> open(const QString &path, const ReadLimits &limits = {});

    explicit TableFile(Reader reader);

    /// The visible sheets hold what a clerk sees; a CSV file has one, named as the file.
    [[nodiscard]] const QList<SheetEntry> &sheets() const { return m_sheets; }
    /// As Reader::readRows.
    Result<QList<CellRange>> readRows(qsizetype sheet, const Reader::RowSink &sink) const;

private:
    explicit TableFile(CsvTable table);

    std::variant<Reader, CsvTable> m_file;
    QList<SheetEntry> m_sheets;
};

} // namespace kp::workbook

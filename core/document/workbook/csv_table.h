// SPDX-License-Identifier: GPL-3.0-or-later
// A CSV file as rows of cells. UTF-8 (with or without byte order mark) and GB18030, which holds GBK, are told apart
// strictly; a file that mixes them is refused with the line where it begins to.
#pragma once

#include "core/document/workbook/reader.h"

#include <QByteArrayView>

namespace kp::workbook
{

/// The text of a CSV file. Fault: Invalid, naming the first line that is not of the file's encoding.
Result<QString> csvText(QByteArrayView bytes, const QString &fileName);

class CsvTable
{
public:
    /// Reads the whole file. Faults: NotFound; Invalid (too large, empty, mixed encodings).
    static Result<CsvTable> open(const QString &path, const ReadLimits &limits);

    /// The file's name without folders stands for the sheet's.
    [[nodiscard]] const QString &fileName() const { return m_fileName; }
    /// Streams the rows; every cell is a text. Fault: Invalid (a cell that is too long).
    Outcome readRows(const Reader::RowSink &sink) const;

private:
    QString m_text;
    QString m_fileName;
    QChar m_separator;
};

} // namespace kp::workbook

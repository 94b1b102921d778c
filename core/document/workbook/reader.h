// SPDX-License-Identifier: GPL-3.0-or-later
// Reads .xlsx workbooks as streams of rows. Text is what the clerk sees in the cell: formulas give their last value,
// dates come as ISO text, numbers as exact plain decimals.
#pragma once

#include "core/base/result.h"
#include "core/document/workbook/archive.h"
#include "core/document/workbook/parts.h"
#include "core/domain/order_sheet.h"

#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace kp::workbook
{

enum class CellKind {
    Text,
    Number,  ///< stored as a number: beyond 15 digits it has lost its end
    Moment,  ///< a date, a time or both, as ISO text
    Boolean, ///< TRUE or FALSE
    Error,   ///< #N/A and its like
};

/// What Excel lets a cell hold.
inline constexpr qsizetype maxCellText = 32'767;

/// A cell that holds something.
struct Cell {
    int column = 0; ///< from 1
    CellKind kind = CellKind::Text;
    QString text; ///< never empty
};

/// The cells of a row that hold something, in the order of the file (ascending columns, as every writer has it).
struct Row {
    int number = 0; ///< from 1
    std::vector<Cell> cells;
};

/// Rows and columns from 1, both ends included.
struct CellRange {
    int firstRow = 0;
    int firstColumn = 0;
    int lastRow = 0;
    int lastColumn = 0;

    friend bool operator==(const CellRange &, const CellRange &) = default;
};

/// "AB12" → row 12, column 28; row 0 when it is no such reference or lies outside a sheet.
CellRange cellReference(std::string_view reference);

class Reader
{
public:
    /// Receives each row that holds something; returns whether it wants the next. The row is reused afterwards.
    using RowSink = std::function<bool(const Row &)>;

    /// Opens a workbook and reads all but its sheets. Faults: NotFound; Invalid, with a sentence that says what the
    /// file is instead (protected, .xls, text, OpenDocument …), that it is damaged, or that it breaks a limit.
    static Result<Reader> open(const QString &path, const ReadLimits &limits = {});
    /// The same for a file that is in memory already. @param fileName for messages
    static Result<Reader> open(const QByteArray &bytes, const QString &fileName, const ReadLimits &limits = {});

    /// From now on rows come with these texts in their cells; an empty one clears its cell. Rows that hold nothing stay
    /// away. Names of sheets are compared without blanks.
    void replaceCells(const CellTexts &texts);
    /// Hears of each row before it is handed on; gives false to end the reading.
    void watchRows(std::function<bool()> watch) { m_watch = std::move(watch); }

    /// Sheets in the order of their tabs, hidden ones included.
    [[nodiscard]] const QList<SheetEntry> &sheets() const { return m_outline.sheets; }

    /// Streams the sheet of that index; the merged ranges come back when it was read to its end. A value of merged
    /// cells stands in their upper left cell only. Fault: Invalid (damaged, or a cell that is too long).
    Result<QList<CellRange>> readRows(qsizetype sheet, const RowSink &sink) const;

private:
    static Result<Reader> over(Archive archive);
    Reader(Archive archive, BookOutline outline)
        : m_archive(std::move(archive))
        , m_outline(std::move(outline))
    {
    }

    Archive m_archive;
    BookOutline m_outline;
    std::vector<NumberFormat> m_formats;
    SharedStrings m_strings;
    CellTexts m_texts; ///< by name of the sheet without blanks
    std::function<bool()> m_watch;
};

} // namespace kp::workbook

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/order_rows.h"

#include "core/document/workbook/cell_text.h"
#include "core/document/workbook/texts.h"

#include <algorithm>

namespace kp::workbook
{

namespace
{
/// Twenty times the largest batch the platform takes in a day's work; bounds the memory of a sheet.
constexpr std::size_t maxRows = 100'000;
/// The headers stand in row 3; rows of instructions may have been added or taken away above them.
constexpr int lastHeaderRow = 10;

class RowCollector
{
public:
    RowCollector(SheetRows &out, const TemplateSheet &layout)
        : m_out(out)
        , m_layout(layout)
    {
        m_out.sheet = layout.name;
        m_out.positions.assign(static_cast<std::size_t>(layout.columns.size()), 0);
    }

    bool take(const Row &row)
    {
        if (m_headerRow == 0)
            return row.number > lastHeaderRow ? false : (takeHeader(row), true);
        takeData(row);
        return m_out.rows.size() <= maxRows;
    }

    void finish(const QList<CellRange> &merged)
    {
        if (m_headerRow == 0) {
            m_out.findings.append({{m_layout.name, templateHeaderRow, 1},
                OrderWorkbookText::tr("The headers of the official template are missing: row %1 must begin with %2.")
                    .arg(templateHeaderRow)
                    .arg(header(0))});
            return;
        }
        // Honest ranges do not overlap, so that they cover no cell twice.
        m_spreadable = m_out.rows.size() * m_out.positions.size();
        for (const CellRange &range : merged)
            spread(range);
        reportMissing();
    }

private:
    void takeHeader(const Row &row)
    {
        const bool isHeader = std::any_of(
            row.cells.cbegin(), row.cells.cend(), [&](const Cell &cell) { return nameKey(cell.text) == header(0); });
        if (!isHeader)
            return;
        m_headerRow = row.number;
        for (const Cell &cell : row.cells) {
            const QString key = nameKey(cell.text);
            std::size_t column = 0; // a header may stand several times: the next free column of that name
            for (; column < m_out.positions.size(); ++column)
                if (m_out.positions[column] == 0 && nameKey(header(column)) == key)
                    break;
            if (column < m_out.positions.size()) {
                m_out.positions[column] = cell.column;
                setTarget(cell.column, static_cast<int>(column));
            } else if (!key.isEmpty()) {
                m_out.findings.append({{m_layout.name, m_headerRow, cell.column},
                    OrderWorkbookText::tr("The official template has no column %1; what stands in it is not used.")
                        .arg(cell.text),
                    Severity::Warning});
            }
        }
    }

    void takeData(const Row &row)
    {
        SheetRow *target = nullptr;
        for (const Cell &cell : row.cells) {
            const int column = cell.column < int(m_targets.size()) ? m_targets[std::size_t(cell.column)] : -1;
            if (column < 0 || (cell.text.front().isSpace() && cleaned(cell.text, Cleaning::Words).isEmpty()))
                continue;
            if (target == nullptr) {
                target = &m_out.rows.emplace_back();
                target->number = row.number;
                target->cells.resize(m_out.positions.size());
            }
            target->cells[std::size_t(column)] = cell;
        }
    }

    /// A merged range holds its value in its upper left cell only. For the serial the rest follows from it; for any
    /// other column (an amount!) it must not be guessed.
    void spread(const CellRange &range)
    {
        if (range.firstRow == range.lastRow || range.firstRow <= m_headerRow ||
            range.firstColumn >= int(m_targets.size()))
            return;
        const int column = m_targets[std::size_t(range.firstColumn)];
        const auto first = std::lower_bound(m_out.rows.begin(), m_out.rows.end(), range.firstRow,
            [](const SheetRow &row, int number) { return row.number < number; });
        if (column < 0 || first == m_out.rows.end() || first->number != range.firstRow)
            return;
        const Cell value = first->cells[std::size_t(column)];
        if (value.text.isEmpty())
            return;
        for (auto row = first + 1; row != m_out.rows.end() && row->number <= range.lastRow; ++row) {
            if (m_spreadable == 0)
                return;
            --m_spreadable;
            if (header(std::size_t(column)) == serialColumn)
                row->cells[std::size_t(column)] = value;
            else
                row->merged.push_back(column);
        }
    }

    void reportMissing()
    {
        for (std::size_t column = 0; column < m_out.positions.size(); ++column) {
            if (m_out.positions[column] != 0)
                continue;
            const TemplateColumn &missing = m_layout.columns.at(qsizetype(column));
            m_out.findings.append({{m_layout.name, m_headerRow, missing.number},
                OrderWorkbookText::tr("The column %1 of the official template is missing.").arg(missing.name),
                missing.required ? Severity::Error : Severity::Warning});
        }
    }

    [[nodiscard]] const QString &header(std::size_t column) const
    {
        return m_layout.columns.at(qsizetype(column)).name;
    }
    void setTarget(int sheetColumn, int column)
    {
        if (int(m_targets.size()) <= sheetColumn)
            m_targets.resize(std::size_t(sheetColumn) + 1, -1);
        m_targets[std::size_t(sheetColumn)] = column;
    }

    SheetRows &m_out;
    const TemplateSheet &m_layout;
    int m_headerRow = 0;
    std::size_t m_spreadable = 0;
    std::vector<int> m_targets; ///< by column of the sheet: template column, or -1
};
} // namespace

Result<SheetRows> readSheetRows(const Reader &reader, qsizetype sheet, const TemplateSheet &layout)
{
    SheetRows out;
    RowCollector collector(out, layout);
    KP_TRY(merged, reader.readRows(sheet, [&collector](const Row &row) { return collector.take(row); }));
    if (out.rows.size() > maxRows)
        return Fault{FaultKind::Invalid,
            OrderWorkbookText::tr("The sheet %1 has more than %2 rows. Split it into several workbooks.")
                .arg(layout.name)
                .arg(maxRows)};
    collector.finish(merged);
    return out;
}

} // namespace kp::workbook

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/table_file.h"

namespace kp::workbook
{

TableFile::TableFile(Reader reader)
    : m_file(std::move(reader))
    , m_sheets(std::get<Reader>(m_file).sheets())
{
}

TableFile::TableFile(CsvTable table)
    : m_file(std::move(table))
    , m_sheets({{std::get<CsvTable>(m_file).fileName(), false, {}}})
{
}

Result<TableFile> TableFile::open(const QString &path, const ReadLimits &limits)
{
    const bool isText = path.endsWith(QLatin1StringView(".csv"), Qt::CaseInsensitive) ||
                        path.endsWith(QLatin1StringView(".txt"), Qt::CaseInsensitive);
    if (isText) {
        KP_TRY(table, CsvTable::open(path, limits));
        return TableFile(std::move(table));
    }
    KP_TRY(reader, Reader::open(path, limits));
    return TableFile(std::move(reader));
}

Result<QList<CellRange>> TableFile::readRows(qsizetype sheet, const Reader::RowSink &sink) const
{
    if (const auto *reader = std::get_if<Reader>(&m_file))
        return reader->readRows(sheet, sink);
    KP_DO(std::get<CsvTable>(m_file).readRows(sink));
    return QList<CellRange>();
}

} // namespace kp::workbook

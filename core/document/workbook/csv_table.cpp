// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/csv_table.h"

#include "core/base/csv.h"
#include "core/base/files.h"
#include "core/base/gb18030.h"
#include "core/document/workbook/refusals.h"
#include "core/document/workbook/texts.h"

#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>

namespace kp::workbook
{

namespace
{
enum class Encoding { Plain, Utf8, Gb18030, Neither };

bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString ignored = decoder(bytes);
    return !decoder.hasError();
}

Encoding encodingOf(QByteArrayView line)
{
    if (std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return Encoding::Plain;
    if (isUtf8(line))
        return Encoding::Utf8;
    return fromGb18030(line) ? Encoding::Gb18030 : Encoding::Neither;
}

QString nameOf(Encoding encoding)
{
    return encoding == Encoding::Utf8 ? QStringLiteral("UTF-8") : QStringLiteral("GB18030 (GBK)");
}

Fault undecodable(const QString &fileName, int line)
{
    return {FaultKind::Invalid,
        WorkbookText::tr("%1, line %2: these bytes are neither UTF-8 nor GBK. Save the file as UTF-8 and try again.")
            .arg(fileName)
            .arg(line)};
}

Fault mixed(const QString &fileName, int line, Encoding here, Encoding before)
{
    return {FaultKind::Invalid,
        WorkbookText::tr("%1, line %2: this line is written in %3, the lines before it in %4. Save the "
                         "file in one encoding and try again.")
            .arg(fileName)
            .arg(line)
            .arg(nameOf(here), nameOf(before))};
}

/// Line by line, for a file that is not UTF-8 throughout. A line of GBK may look like UTF-8 by chance, if hardly ever;
/// two bytes of it (Latin, Greek, Cyrillic letters) much sooner than three (Han), so only those count.
Outcome checkLines(QByteArrayView bytes, const QString &fileName)
{
    Encoding file = Encoding::Plain;
    int number = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        qsizetype end = bytes.indexOf('\n', at);
        end = end < 0 ? bytes.size() : end;
        const QByteArrayView line = bytes.sliced(at, end - at);
        at = end + 1;
        ++number;
        Encoding here = encodingOf(line);
        if (here == Encoding::Neither)
            return undecodable(fileName, number);
        const bool hasHan =
            std::any_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
        if (here == Encoding::Utf8 && !hasHan)
            here = Encoding::Plain;
        if (here != Encoding::Plain && file != Encoding::Plain && here != file)
            return mixed(fileName, number, here, file);
        if (here != Encoding::Plain)
            file = here;
    }
    return Done{};
}

/// A tab when the first line has one, since names hold commas sooner than tabs.
QChar separatorOf(const QString &text)
{
    const QStringView first = QStringView(text).left(text.indexOf(u'\n'));
    return first.contains(u'\t') ? QChar(u'\t') : QChar(u',');
}
} // namespace

Result<QString> csvText(QByteArrayView bytes, const QString &fileName)
{
    constexpr char mark[] = "\xEF\xBB\xBF";
    const bool marked = bytes.startsWith(QByteArrayView(mark, 3));
    if (marked)
        bytes = bytes.sliced(3);
    if (isUtf8(bytes))
        return QString::fromUtf8(bytes);
    KP_DO(checkLines(bytes, fileName));
    if (const auto text = fromGb18030(bytes); text && !marked)
        return *text;
    return undecodable(fileName, 1);
}

Result<CsvTable> CsvTable::open(const QString &path, const ReadLimits &limits)
{
    KP_TRY(bytes, readFile(path, limits.fileBytes));
    CsvTable table;
    table.m_fileName = QFileInfo(path).fileName();
    if (bytes.isEmpty())
        return emptyFile(table.m_fileName);
    KP_TRY(text, csvText(bytes, table.m_fileName));
    table.m_text = std::move(text);
    table.m_separator = separatorOf(table.m_text);
    return table;
}

Outcome CsvTable::readRows(const Reader::RowSink &sink) const
{
    Row row;
    std::optional<Fault> refusal;
    eachCsvRow(m_text, m_separator, [&](int number, QStringList &fields) {
        row.number = number;
        row.cells.clear();
        for (qsizetype i = 0; i < fields.size(); ++i) {
            if (fields[i].size() > maxCellText) {
                refusal = cellTooLong(m_fileName, {m_fileName, number, static_cast<int>(i) + 1});
                return false;
            }
            if (!fields[i].isEmpty())
                row.cells.push_back({static_cast<int>(i) + 1, CellKind::Text, fields[i]});
        }
        return row.cells.empty() || sink(row);
    });
    if (refusal)
        return *refusal;
    return Done{};
}

} // namespace kp::workbook

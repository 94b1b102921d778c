// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/reader.h"

#include "core/document/workbook/cell_text.h"
#include "core/document/workbook/refusals.h"
#include "core/document/workbook/xml_events.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>

namespace kp::workbook
{

namespace
{
constexpr int maxRow = 1'048'576;
constexpr int maxColumn = 16'384;
constexpr std::size_t maxTextBytes = 1 << 20; // a cell holds 32,767 characters

enum class Type { Number, Shared, Inline, Formula, Boolean, Error, IsoDate };

Type typeOf(std::string_view name)
{
    if (name == "s")
        return Type::Shared;
    if (name == "inlineStr")
        return Type::Inline;
    if (name == "str")
        return Type::Formula;
    if (name == "b")
        return Type::Boolean;
    if (name == "e")
        return Type::Error;
    if (name == "d")
        return Type::IsoDate;
    return Type::Number;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// "2026-01-31T00:00:00" → "2026-01-31"; the clock stays where it says something.
QString isoText(std::string_view raw)
{
    QString text = QString::fromUtf8(raw.data(), static_cast<qsizetype>(raw.size()));
    text.replace(u'T', u' ').remove(u'Z');
    if (const qsizetype fraction = text.indexOf(u'.'); fraction > 0)
        text.truncate(fraction);
    if (text.endsWith(u" 00:00:00"))
        text.truncate(text.size() - 9);
    return text;
}

class SheetReceiver final : public XmlReceiver
{
public:
    SheetReceiver(const Archive &archive, const BookOutline &outline, const std::vector<NumberFormat> &formats,
        const SharedStrings &strings, QString sheet, const Reader::RowSink &sink)
        : m_archive(archive)
        , m_date1904(outline.date1904)
        , m_formats(formats)
        , m_strings(strings)
        , m_sheet(std::move(sheet))
        , m_sink(sink)
    {
    }
    QList<CellRange> merged;

    void started(int depth, std::string_view element, const XmlAttributes &attributes) override
    {
        switch (depth) {
        case 2:
            m_section = element == "sheetData"    ? Section::Rows
                        : element == "mergeCells" ? Section::Merges
                                                  : Section::Other;
            break;
        case 3:
            if (m_section == Section::Rows && element == "row")
                startRow(attributes);
            else if (m_section == Section::Merges && element == "mergeCell")
                addMerge(attributes.value("ref"));
            break;
        case 4:
            m_inCell = m_section == Section::Rows && element == "c";
            if (m_inCell)
                startCell(attributes);
            break;
        case 5:
            m_inInline = m_inCell && element == "is";
            m_collecting = m_inCell && element == "v";
            break;
        case 6:
            m_inRun = m_inInline && element == "r";
            m_collecting = m_inInline && element == "t";
            break;
        case 7:
            m_collecting = m_inRun && element == "t";
            break;
        default:
            m_collecting = false;
        }
    }

    void ended(int depth) override
    {
        m_collecting = false;
        if (depth == 4 && m_inCell)
            endCell();
        else if (depth == 3 && m_section == Section::Rows && !m_row.cells.empty())
            endRow();
        else if (depth == 2)
            m_section = Section::Other;
    }

    void text(std::string_view utf8) override
    {
        if (!m_collecting)
            return;
        m_text.append(utf8);
        if (m_text.size() > maxTextBytes)
            refuse(cellTooLong(m_archive.fileName(), {m_sheet, m_row.number, m_column}));
    }

    [[nodiscard]] Fault damaged(const Archive &archive, const QString &detail) const override
    {
        return m_row.number == 0
                   ? archive.damaged(detail)
                   : damagedCell(archive.fileName(), {m_sheet, m_row.number, std::max(m_column, 1)}, detail);
    }

private:
    enum class Section { Other, Rows, Merges };

    void startRow(const XmlAttributes &attributes)
    {
        const std::string_view reference = attributes.value("r");
        int number = m_row.number + 1;
        if (!reference.empty())
            std::from_chars(reference.data(), reference.data() + reference.size(), number);
        if (number < 1 || number > maxRow)
            refuse(m_archive.damaged(QStringLiteral("a row outside the sheet")));
        m_row.number = number;
        m_column = 0;
    }

    void startCell(const XmlAttributes &attributes)
    {
        int column = m_column + 1; // some writers leave the reference out
        m_type = Type::Number;
        m_style = 0;
        m_text.clear();
        for (const char **at = attributes.list(); *at != nullptr; at += 2) {
            const std::string_view name = *at;
            const std::string_view value = at[1];
            if (name == "r")
                column = cellReference(value).firstColumn;
            else if (name == "t")
                m_type = typeOf(value);
            else if (name == "s")
                std::from_chars(value.data(), value.data() + value.size(), m_style);
        }
        if (column < 1 || column > maxColumn)
            refuse(m_archive.damaged(QStringLiteral("a cell outside the sheet")));
        m_column = column;
    }

    void endCell()
    {
        m_inCell = false;
        CellKind kind = CellKind::Text;
        QString shown = value(kind);
        if (shown.size() > maxCellText)
            refuse(cellTooLong(m_archive.fileName(), {m_sheet, m_row.number, m_column}));
        else if (!shown.isEmpty())
            m_row.cells.push_back({m_column, kind, std::move(shown)});
    }

    void endRow()
    {
        const bool more = m_sink(m_row);
        m_row.cells.clear();
        if (!more)
            stop();
    }

    QString value(CellKind &kind)
    {
        switch (m_type) {
        case Type::Shared:
            return sharedString();
        case Type::Inline:
        case Type::Formula:
            return typedText(m_text);
        case Type::Boolean:
            kind = CellKind::Boolean;
            return trimmed(m_text).empty()          ? QString()
                   : trimmed(m_text).front() == '1' ? QStringLiteral("TRUE")
                                                    : QStringLiteral("FALSE");
        case Type::Error:
            kind = CellKind::Error;
            return typedText(m_text);
        case Type::IsoDate:
            kind = CellKind::Moment;
            return isoText(trimmed(m_text));
        case Type::Number:
            break;
        }
        return numeric(trimmed(m_text), kind);
    }

    QString sharedString()
    {
        const std::string_view digits = trimmed(m_text);
        if (digits.empty())
            return {};
        std::size_t index = m_strings.size();
        std::from_chars(digits.data(), digits.data() + digits.size(), index);
        if (index < m_strings.size())
            return typedText(m_strings.at(index));
        refuse(m_archive.damaged(QStringLiteral("a shared string is missing")));
        return {};
    }

    QString numeric(std::string_view raw, CellKind &kind) const
    {
        if (raw.empty())
            return {};
        kind = CellKind::Number;
        const NumberFormat format = m_style >= 0 && static_cast<std::size_t>(m_style) < m_formats.size()
                                        ? m_formats[static_cast<std::size_t>(m_style)]
                                        : NumberFormat{};
        if (format.isMoment()) {
            if (QString moment = momentText(raw, format, m_date1904); !moment.isEmpty()) {
                kind = CellKind::Moment;
                return moment;
            }
        }
        QString number = plainNumber(raw);
        if (format.zeroPadding > number.size() && !number.contains(u'.') && !number.startsWith(u'-'))
            number = number.rightJustified(format.zeroPadding, u'0');
        return number;
    }

    void addMerge(std::string_view reference)
    {
        const std::size_t colon = reference.find(':');
        if (colon == std::string_view::npos)
            return;
        const CellRange first = cellReference(reference.substr(0, colon));
        const CellRange last = cellReference(reference.substr(colon + 1));
        if (first.firstRow > 0 && last.firstRow > 0)
            merged.append({first.firstRow, first.firstColumn, last.firstRow, last.firstColumn});
    }

    const Archive &m_archive;
    const bool m_date1904;
    const std::vector<NumberFormat> &m_formats;
    const SharedStrings &m_strings;
    const QString m_sheet;
    const Reader::RowSink &m_sink;

    Section m_section = Section::Other;
    bool m_inCell = false;
    bool m_inInline = false;
    bool m_inRun = false;
    bool m_collecting = false;
    Type m_type = Type::Number;
    int m_style = 0;
    int m_column = 0;
    std::string m_text;
    Row m_row;
};

/// The row with other texts in some of its cells.
Row withTexts(const Row &row, const QMap<int, QString> &texts)
{
    std::map<int, Cell> cells;
    for (const Cell &cell : row.cells)
        cells.emplace(cell.column, cell);
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        if (text->isEmpty())
            cells.erase(text.key());
        else
            cells.insert_or_assign(text.key(), Cell{text.key(), CellKind::Text, *text});
    }
    Row changed{row.number, {}};
    for (auto &[column, cell] : cells)
        changed.cells.push_back(std::move(cell));
    return changed;
}
} // namespace

void Reader::replaceCells(const CellTexts &texts)
{
    m_texts.clear();
    for (auto sheet = texts.cbegin(); sheet != texts.cend(); ++sheet)
        m_texts.insert(cleaned(sheet.key(), Cleaning::Code), *sheet);
}

CellRange cellReference(std::string_view reference)
{
    int column = 0;
    std::size_t at = 0;
    for (; at < reference.size(); ++at) {
        const char c = reference[at];
        const int letter = c >= 'A' && c <= 'Z' ? c - 'A' + 1 : c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
        if (letter == 0)
            break;
        column = column * 26 + letter;
        if (column > maxColumn)
            return {};
    }
    int row = 0;
    const char *end = reference.data() + reference.size();
    const auto [stop, error] = std::from_chars(reference.data() + at, end, row);
    if (column < 1 || error != std::errc() || stop != end || row < 1 || row > maxRow)
        return {};
    return {row, column, row, column};
}

Result<Reader> Reader::open(const QString &path, const ReadLimits &limits)
{
    KP_TRY(archive, Archive::open(path, limits));
    return over(std::move(archive));
}

Result<Reader> Reader::open(const QByteArray &bytes, const QString &fileName, const ReadLimits &limits)
{
    KP_TRY(archive, Archive::open(bytes, fileName, limits));
    return over(std::move(archive));
}

Result<Reader> Reader::over(Archive archive)
{
    KP_TRY(outline, readOutline(archive));
    Reader reader(std::move(archive), std::move(outline));
    KP_TRY(formats, readFormats(reader.m_archive, reader.m_outline.styles));
    KP_TRY(strings, readSharedStrings(reader.m_archive, reader.m_outline.sharedStrings));
    reader.m_formats = std::move(formats);
    reader.m_strings = std::move(strings);
    return reader;
}

Result<QList<CellRange>> Reader::readRows(qsizetype sheet, const RowSink &sink) const
{
    const QByteArray &part = m_outline.sheets.at(sheet).part;
    if (part.isEmpty())
        return QList<CellRange>();
    const QString &name = m_outline.sheets.at(sheet).name;
    const QMap<int, QMap<int, QString>> texts = m_texts.value(cleaned(name, Cleaning::Code));
    const RowSink changing = [&](const Row &row) {
        if (m_watch && !m_watch())
            return false;
        const auto changed = texts.constFind(row.number);
        return sink(changed == texts.cend() ? row : withTexts(row, *changed));
    };
    const bool asItIs = texts.isEmpty() && !m_watch;
    SheetReceiver receiver(m_archive, m_outline, m_formats, m_strings, name, asItIs ? sink : changing);
    KP_DO(readXml(m_archive, part, receiver));
    return std::move(receiver.merged);
}

} // namespace kp::workbook

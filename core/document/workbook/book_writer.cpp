// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/book_writer.h"

#include "core/base/files.h"
#include "core/document/workbook/texts.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <algorithm>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

namespace kp::workbook
{

namespace
{
constexpr qsizetype maxText = 32'767;   // characters of a cell and of a comment
constexpr qsizetype maxListBytes = 255; // of a cell's own drop-down list: Excel takes 255 characters, but libxlsxwriter
                                        // 1.1.4 writes beyond its buffer when they are more bytes than that
constexpr qint64 maxFileBytes = 1LL << 30; // what we wrote ourselves
constexpr int narrowest = 8;
constexpr int widest = 40;

lxw_row_t rowIndex(int row)
{
    return static_cast<lxw_row_t>(row - 1);
}

lxw_col_t columnIndex(int column)
{
    return static_cast<lxw_col_t>(column - 1);
}

/// Width in Latin letters; a Han character takes two. The longest line counts.
int widthOf(const QString &text)
{
    int width = 0;
    int line = 0;
    for (const QChar c : text) {
        line = c == u'\n' ? 0 : line + (c.unicode() >= 0x2E80 ? 2 : 1);
        width = std::max(width, line);
    }
    return width;
}

/// _x000D_ in a file means a carriage return; libxlsxwriter leaves it to us to write such a text itself.
QByteArray utf8(const QString &text)
{
    static const QRegularExpression escape(QStringLiteral("_(?=x[0-9A-Fa-f]{4}_)"));
    QString out = text.left(maxText);
    if (out.contains(u"_x"))
        out.replace(escape, QStringLiteral("_x005F_"));
    return out.toUtf8();
}

void validateList(lxw_worksheet *sheet, int firstRow, int lastRow, int column, lxw_data_validation &validation)
{
    validation.ignore_blank = LXW_VALIDATION_ON;
    validation.dropdown = LXW_VALIDATION_ON;
    worksheet_data_validation_range(
        sheet, rowIndex(firstRow), columnIndex(column), rowIndex(lastRow), columnIndex(column), &validation);
}
} // namespace

struct BookWriter::Folder {
    QTemporaryDir dir;
    QByteArray path = QFile::encodeName(dir.path()); ///< where rows wait; the library keeps this pointer
    [[nodiscard]] QString file() const { return dir.filePath(QStringLiteral("book.xlsx")); }
};

void BookWriter::Free::operator()(lxw_workbook *book) const
{
    lxw_workbook_free(book);
}

BookWriter::BookWriter(Memory memory)
    : m_folder(std::make_unique<Folder>())
{
    lxw_workbook_options options = {};
    options.constant_memory = memory == Memory::Rows ? LXW_TRUE : LXW_FALSE;
    options.tmpdir = m_folder->path.data();
    m_book.reset(workbook_new_opt(QFile::encodeName(m_folder->file()).constData(), &options));
    // A fixed time instead of now: the same cells give the same bytes.
    lxw_doc_properties properties = {};
    properties.created = 1775001600; // 2026-04-01, the day of the template
    workbook_set_properties(m_book.get(), &properties);
}

BookWriter::~BookWriter() = default;

void BookWriter::addSheet(const QString &name, bool hidden)
{
    const QByteArray wanted = name.toUtf8();
    const bool allowed = workbook_validate_sheet_name(m_book.get(), wanted.constData()) == LXW_NO_ERROR;
    m_sheet = workbook_add_worksheet(m_book.get(), allowed ? wanted.constData() : nullptr);
    m_sheetWidths = &m_widths[m_sheet];
    if (hidden) {
        worksheet_hide(m_sheet);
    } else if (!m_hasVisible) {
        m_hasVisible = true;
        worksheet_activate(m_sheet);
        worksheet_set_first_sheet(m_sheet);
    }
}

lxw_format *BookWriter::format(CellLook look)
{
    lxw_format *&made = m_formats[look];
    if (made != nullptr)
        return made;
    made = workbook_add_format(m_book.get());
    format_set_num_format(made, "@"); // what a clerk types beside it stays text too
    switch (look) {
    case CellLook::Plain:
        break;
    case CellLook::Heading:
        format_set_bold(made);
        format_set_text_wrap(made);
        format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
        format_set_bg_color(made, 0xDDEBF7);
        format_set_border(made, LXW_BORDER_THIN);
        break;
    case CellLook::Note:
        format_set_font_color(made, 0x595959);
        format_set_text_wrap(made);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        break;
    case CellLook::Wrong:
        format_set_bg_color(made, 0xFF9999);
        break;
    case CellLook::Doubtful:
        format_set_bg_color(made, 0xFFEB9C);
        break;
    }
    return made;
}

void BookWriter::write(int row, int column, const QString &text, CellLook look)
{
    if (text.isEmpty() && look == CellLook::Plain)
        return;
    if (text.isEmpty())
        worksheet_write_blank(m_sheet, rowIndex(row), columnIndex(column), format(look));
    else
        worksheet_write_string(m_sheet, rowIndex(row), columnIndex(column), utf8(text).constData(), format(look));
    if (look != CellLook::Note) {
        const auto at = static_cast<std::size_t>(column);
        if (m_sheetWidths->size() <= at)
            m_sheetWidths->resize(at + 1);
        (*m_sheetWidths)[at] = std::max((*m_sheetWidths)[at], widthOf(text));
    }
}

void BookWriter::banner(int row, const QString &text)
{
    constexpr int columns = 8;
    constexpr int lettersALine = 100;
    constexpr int highest = 400; // points; Excel allows 409
    constexpr int lineHeight = 16;
    int lines = 0;
    for (const QString &paragraph : text.split(u'\n'))
        lines += 1 + widthOf(paragraph) / lettersALine;
    worksheet_merge_range(
        m_sheet, rowIndex(row), 0, rowIndex(row), columnIndex(columns), utf8(text).constData(), format(CellLook::Note));
    worksheet_set_row(m_sheet, rowIndex(row), std::min(lines * lineHeight, highest), nullptr);
}

void BookWriter::comment(int row, int column, const QString &text)
{
    constexpr int lettersALine = 36;
    lxw_comment_options options = {};
    QByteArray author("Kaipiao");
    options.author = author.data();
    options.width = 280;
    options.height =
        static_cast<uint16_t>(std::min(40 + 18 * (widthOf(text) / lettersALine + int(text.count(u'\n'))), 600));
    worksheet_write_comment_opt(m_sheet, rowIndex(row), columnIndex(column), utf8(text).constData(), &options);
}

void BookWriter::dropDown(int firstRow, int lastRow, int column, const QStringList &options)
{
    if (options.join(u',').toUtf8().size() > maxListBytes) {
        m_longLists.push_back({m_sheet, firstRow, lastRow, column, options});
        return;
    }
    QByteArrayList texts;
    for (const QString &option : options)
        texts.append(option.toUtf8());
    std::vector<char *> list;
    for (QByteArray &text : texts)
        list.push_back(text.data());
    list.push_back(nullptr);
    lxw_data_validation validation = {};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
    validateList(m_sheet, firstRow, lastRow, column, validation);
}

void BookWriter::freeze(int rows)
{
    worksheet_freeze_panes(m_sheet, static_cast<lxw_row_t>(rows), 0);
}

void BookWriter::writeLongLists()
{
    if (m_longLists.empty())
        return;
    addSheet(choicesSheet(), true);
    int column = 0;
    for (const LongList &list : m_longLists) {
        ++column;
        for (qsizetype i = 0; i < list.options.size(); ++i)
            write(static_cast<int>(i) + 1, column, list.options.at(i));
        char reference[LXW_MAX_CELL_RANGE_LENGTH];
        lxw_rowcol_to_range_abs(
            reference, 0, columnIndex(column), rowIndex(int(list.options.size())), columnIndex(column));
        QByteArray formula = '=' + choicesSheet().toUtf8() + '!' + reference;
#ifdef __SANITIZE_ADDRESS__
        // libxlsxwriter 1.1.4 copies the formula of a list twice and frees one: twenty bytes a list are lost.
        const __lsan::ScopedDisabler knownLeak;
#endif
        lxw_data_validation validation = {};
        validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        validation.value_formula = formula.data();
        validateList(list.sheet, list.firstRow, list.lastRow, list.column, validation);
    }
}

void BookWriter::fitColumns()
{
    for (const auto &[sheet, columns] : m_widths)
        for (std::size_t column = 1; column < columns.size(); ++column)
            if (columns[column] > 0)
                worksheet_set_column(sheet, columnIndex(int(column)), columnIndex(int(column)),
                    std::clamp(columns[column] + 2, narrowest, widest), format(CellLook::Plain));
}

Outcome BookWriter::save(const QString &path)
{
    writeLongLists();
    fitColumns();
    // workbook_close frees the book whatever it returns.
    if (const lxw_error error = workbook_close(m_book.release()); error != LXW_NO_ERROR)
        return Fault{FaultKind::Storage, WorkbookText::tr("The workbook %1 can not be written.").arg(path),
            QString::fromUtf8(lxw_strerror(error))};
    KP_TRY(bytes, readFile(m_folder->file(), maxFileBytes));
    return writeFile(path, bytes);
}

} // namespace kp::workbook

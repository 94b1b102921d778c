// SPDX-License-Identifier: GPL-3.0-or-later
// Writes workbooks whose cells are all texts: nothing in them can act as a formula, and long numbers keep their digits.
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace kp::workbook
{

enum class CellLook {
    Plain,
    Heading, ///< a column's name
    Note,    ///< instructions above the headings; they do not widen their column
    Wrong,   ///< red
    Doubtful ///< yellow
};

class BookWriter
{
public:
    /// How much of the book stays in memory until it is saved.
    enum class Memory {
        Whole, ///< cells may be written in any order, with comments
        Rows,  ///< one row: rows must be written from the top
    };
    explicit BookWriter(Memory memory = Memory::Whole);
    ~BookWriter();
    BookWriter(const BookWriter &) = delete;
    BookWriter &operator=(const BookWriter &) = delete;

    /// Adds a sheet and makes it the one written to. A name Excel does not allow is replaced by one it gives itself.
    void addSheet(const QString &name, bool hidden = false);
    /// Rows and columns count from 1. An empty text with a look other than Plain leaves a coloured blank.
    void write(int row, int column, const QString &text, CellLook look = CellLook::Plain);
    /// Instructions over the first columns of a row, as high as they need.
    void banner(int row, const QString &text);
    void comment(int row, int column, const QString &text);
    void dropDown(int firstRow, int lastRow, int column, const QStringList &options);
    /// The first rows stay in sight.
    void freeze(int rows);

    /// Replaces or creates the file; nothing can be added afterwards. Fault: Storage.
    Outcome save(const QString &path);

    /// The hidden sheet that holds drop-down lists too long for a cell's own.
    static QString choicesSheet() { return QStringLiteral("choices"); }

private:
    struct Free {
        void operator()(lxw_workbook *book) const;
    };
    struct LongList {
        lxw_worksheet *sheet;
        int firstRow;
        int lastRow;
        int column;
        QStringList options;
    };
    lxw_format *format(CellLook look);
    void fitColumns();
    void writeLongLists();

    struct Folder; ///< where the file is written before it replaces another
    std::unique_ptr<Folder> m_folder;
    std::unique_ptr<lxw_workbook, Free> m_book;
    lxw_worksheet *m_sheet = nullptr;
    bool m_hasVisible = false;
    std::map<CellLook, lxw_format *> m_formats;
    std::map<lxw_worksheet *, std::vector<int>> m_widths; ///< widest text by column, in Latin letters
    std::vector<int> *m_sheetWidths = nullptr;            ///< those of the sheet written to
    std::vector<LongList> m_longLists;
};

} // namespace kp::workbook

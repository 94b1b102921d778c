// SPDX-License-Identifier: GPL-3.0-or-later
// The small parts around the sheets: which sheets there are, their formats, the strings they share.
#pragma once

#include "core/base/result.h"
#include "core/document/workbook/archive.h"
#include "core/document/workbook/number_text.h"
#include "core/document/workbook/shared_strings.h"

#include <QList>
#include <QString>

#include <vector>

namespace kp::workbook
{

struct SheetEntry {
    QString name;
    bool hidden = false;
    QByteArray part; ///< empty for chart and dialog sheets, which have no cells
};

/// What xl/workbook.xml and its relationships say.
struct BookOutline {
    QList<SheetEntry> sheets; ///< in the order of the tabs
    bool date1904 = false;
    QByteArray styles; ///< part names; empty when there is none
    QByteArray sharedStrings;
};

Result<BookOutline> readOutline(const Archive &archive);

/// Number format of each cell style, by style index.
Result<std::vector<NumberFormat>> readFormats(const Archive &archive, const QByteArray &part);

/// The shared strings by index: runs of rich text joined, phonetic guides left out.
Result<SharedStrings> readSharedStrings(const Archive &archive, const QByteArray &part);

/// Text of a part as it was typed: _x000D_ and its like stand for characters XML can not hold (ECMA-376 §22.9.2.19).
QString typedText(std::string_view utf8);

} // namespace kp::workbook

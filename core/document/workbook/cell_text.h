// SPDX-License-Identifier: GPL-3.0-or-later
// Repairs what a clerk does not see in a cell and can only have meant one way: full-width digits, stray blanks,
// invisible characters.
#pragma once

#include <QString>

namespace kp::workbook
{

enum class Cleaning {
    Words,     ///< names: one line, no blanks around, no invisible characters
    Paragraph, ///< remarks: as Words, line breaks kept
    Loose,     ///< serials, phones, accounts: as Words, full-width letters and digits made plain
    Code,      ///< classification codes, choices: as Loose, without any blank
    Capitals,  ///< tax numbers: as Code, in capitals
    Number,    ///< as Code, without a currency sign before it
};

QString cleaned(const QString &text, Cleaning how);

} // namespace kp::workbook

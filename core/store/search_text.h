// SPDX-License-Identifier: GPL-3.0-or-later
// What a search looks at, and how texts are cut into pieces for the index. Case, full-width Latin forms and the kind of
// blank make no difference.
#pragma once

#include "core/domain/invoice.h"

#include <QByteArray>
#include <QString>

namespace kp::store
{

/// The text in the one form that is compared: case folded, full-width Latin as ASCII, every blank and control
/// character as U+3000 (so that '\n' can stand between fields and ' ' between pieces).
QString foldForSearch(QStringView text);

/// The searchable fields of an invoice, folded, one a line: number, serial, buyer, tax number, items, remark, amounts.
QString searchText(const Invoice &invoice);

/// The one- and two-character pieces of a folded text, each once, in UTF-8 with blanks between. A character is a code
/// point. No piece reaches over a line end.
QByteArray searchPieces(const QString &foldedText);

/// What to ask for when looking for a text.
struct SearchTerm {
    QString folded;     ///< empty: look for nothing in particular
    QString match;      ///< for FTS5's MATCH: every piece that the text consists of
    bool exact = false; ///< the pieces say all: no need to look into the texts themselves
};
SearchTerm searchTerm(const QString &text);

} // namespace kp::store

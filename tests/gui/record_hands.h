// SPDX-License-Identifier: GPL-3.0-or-later
// Hands to work the pages of records with: by keyboard, from the search for the page to the last field.
#pragma once

#include "tests/gui/desk.h"

#include "ui/kit/import_panel.h"
#include "ui/kit/record_page.h"

class QPushButton;

namespace gui
{

/// The name of what has the keyboard; of a cell's or a box's inner part that of the whole.
QString focused();
/// Types into the field the keyboard has come to, and goes on by Enter.
void enter(const QString &key, const QString &text);
/// What a cell of the list shows.
QString cell(const RecordPage &page, int row, const QString &column);
/// The rows have come.
void waitForRows(RecordPage &page, int rows);
/// Asks the list, and waits for what it answers: until then it shows the old rows, whose selection goes with them.
void askFor(RecordPage &page, const ListQuery &query);
/// Ctrl+K, the page's title, Enter: then the keyboard is in its list.
RecordPage &goTo(TestDesk &desk, const QString &id);
/// The page of records in front.
RecordPage &pageInFront(TestDesk &desk);
/// Puts the file before the import panel, by keyboard, and waits for what it would bring.
void tryOut(TestDesk &desk, RecordPage &page, const QString &path);
/// Takes in what was tried out, by keyboard, and goes back to the list.
void takeIn(RecordPage &page);
void write(const QString &path, const QByteArray &content);
/// A code for apples, whatever edition of the table is in use.
const Classification *apples(TestDesk &desk);

} // namespace gui

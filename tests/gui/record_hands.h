// SPDX-License-Identifier: GPL-3.0-or-later
// Hands to work the pages of records with.
#pragma once

#include "tests/gui/desk.h"
#include "ui/kit/record_page.h"
#include "ui/kit/windowed_model.h"

namespace gui
{

inline QString focused()
{
    const QWidget *focus = QApplication::focusWidget();
    return focus == nullptr ? QString() : focus->objectName();
}

/// Types into the field the keyboard has come to, and goes on by Enter.
inline void enter(const QString &key, const QString &text)
{
    QTRY_COMPARE(focused(), key);
    if (!text.isEmpty())
        type(text);
    press(Qt::Key_Return);
}

inline void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

inline QString cell(const RecordPage &page, int row, const QString &column)
{
    const QList<ColumnSpec> &columns = page.spec().list.columns;
    for (int i = 0; i < columns.size(); ++i)
        if (columns.at(i).key == column)
            return page.list()->model()->index(row, i).data().toString();
    return {};
}

/// All lists of a page: it may be one, hold one beside a form, or hold several in tabs.
inline QList<ListPage *> listsOf(QWidget *page)
{
    QList<ListPage *> lists = page->findChildren<ListPage *>();
    if (auto *own = qobject_cast<ListPage *>(page))
        lists.append(own);
    return lists;
}

} // namespace gui

// SPDX-License-Identifier: GPL-3.0-or-later
// What every page must keep in every language, for the tests that walk the pages.
#pragma once

#include "ui/kit/list_page.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QRegularExpression>
#include <QtTest>

namespace gui
{

using namespace Qt::StringLiterals;
using namespace kp;

/// The texts that a person reads on the page.
inline QStringList shownTexts(QWidget *page)
{
    QStringList texts;
    for (const QLabel *label : page->findChildren<QLabel *>())
        if (label->isVisible() && !label->objectName().startsWith("result."_L1))
            texts.append(label->text());
    for (const QAbstractButton *button : page->findChildren<QAbstractButton *>())
        if (button->isVisible())
            texts.append(button->text());
    for (const QHeaderView *header : page->findChildren<QHeaderView *>())
        for (int i = 0; header->isVisible() && i < header->count(); ++i)
            texts.append(header->model()->headerData(i, header->orientation()).toString());
    return texts;
}

/// English words among Chinese texts; names of keys and formats are no words.
inline QStringList englishIn(const QStringList &texts)
{
    static const QRegularExpression word(
        u"\\b(?!PDF|API|xlsx|csv|Ctrl|Shift|Ins|PgUp|PgDown|Del|Enter|Tab|YL|PAGES)[A-Za-z]{3,}"_s);
    QStringList found;
    for (const QString &text : texts)
        if (text.contains(word))
            found.append(text);
    return found;
}

/// The descriptions that the lists of the pages are made of.
inline void checkSpec(const ListSpec &spec)
{
    QSet<QString> ids;
    for (const Command &command : spec.commands) {
        QVERIFY2(!ids.contains(command.id), qPrintable(command.id));
        ids.insert(command.id);
        QVERIFY2(command.needs.has_value(), qPrintable(command.id));
        QVERIFY2(command.run != nullptr, qPrintable(command.id));
    }
    QVERIFY(ids.contains(spec.open));
    QVERIFY(ids.contains(spec.firstStep));
    for (const ColumnSpec &column : spec.columns) {
        QVERIFY2(!column.label.isEmpty(), qPrintable(column.key));
        QVERIFY2(column.kind != FieldKind::Choice || !column.words.isEmpty(), qPrintable(column.key));
    }
    for (const FilterSpec &filter : spec.filters)
        QVERIFY2(filter.kind != FilterSpec::Kind::Choice || !filter.words.isEmpty(), qPrintable(filter.key));
}

} // namespace gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/issuing.h"

#include "ui/kit/line_table.h"
#include "ui/pages/issuing/issuing_page.h"
#include "ui/pages/issuing/issuing_sheet.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

namespace gui
{

/// Buyer and one line, by Enter from field to field.
void fillInvoice(TestDesk &desk, const QString &item, const QString &price)
{
    IssuingPage *page = &desk.page<IssuingPage>();
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"buyer.name"_s);
    type(buyerName);
    press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"buyer.taxNumber"_s);
    type(buyerTaxNumber);
    press(Qt::Key_Return);
    LineTable *lines = page->sheet()->lines();
    QCOMPARE(QApplication::focusWidget(), lines);

    type(item); // opens the editor of the cell
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(editor != nullptr);
    Q_EMIT editor->textEdited(editor->text()); // an input method's commit is an edit by the person
    const auto proposals = [editor] { return editor->findChild<QListWidget *>(u"proposals"_s); };
    QTRY_VERIFY(proposals() != nullptr && proposals()->isVisible() && proposals()->count() > 0);
    press(Qt::Key_Down);
    press(Qt::Key_Return); // takes the proposal: code, short name, rate
    QVERIFY(!lines->lines()->lines<DraftLine>().constFirst().classification.isEmpty());
    const QStringList cells{{}, u"箱"_s, u"10"_s, price};
    for (const QString &cell : cells) {
        if (!cell.isEmpty())
            type(cell);
        press(Qt::Key_Return);
    }
}

void paste(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    press(Qt::Key_V, Qt::ControlModifier);
}

QString textOf(QWidget *root, const QString &name)
{
    return root->findChild<QLabel *>(name)->text();
}
} // namespace gui

// SPDX-License-Identifier: GPL-3.0-or-later
// The line grid by keyboard, cell by cell, with real key events.
#include "tests/kit/draft_grammar.h"
#include "ui/kit/findings_panel.h"
#include "ui/kit/tab_text.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace kp;
using namespace Qt::StringLiterals;

namespace
{
enum Column { Item, Spec, Unit, Quantity, Price, Amount, Rate, Gross };

/// A grid between two other fields, shown and with the focus in its first cell.
struct Grid {
    QWidget window;
    QLineEdit *before;
    LineTable *table;
    QLineEdit *after;

    Grid()
        : before(new QLineEdit(&window))
        , table(new LineTable(std::make_shared<DraftGrammar>(), &window))
        , after(new QLineEdit(&window))
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(before);
        layout->addWidget(table);
        layout->addWidget(after);
        window.resize(1100, 500);
        window.show();
        QApplication::setActiveWindow(&window);
        table->setFocus();
    }
    [[nodiscard]] LineModel &lines() const { return *table->lines(); }
    [[nodiscard]] QString shown(int row, int column) const { return lines().index(row, column).data().toString(); }
    [[nodiscard]] QString at() const
    {
        return u"%1,%2"_s.arg(table->currentIndex().row()).arg(table->currentIndex().column());
    }
    /// Keys go where the focus is: the grid or its open editor.
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(QApplication::focusWidget(), code, modifiers);
    }
    void type(const QString &text) const
    {
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
    void go(int row, int column) const { table->setCurrentIndex(lines().index(row, column)); }
    [[nodiscard]] bool isEditing() const { return qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr; }
    void undo() const { key(Qt::Key_Z, Qt::ControlModifier); }
};

DraftLine line(const QString &item, qint64 quantity, qint64 price)
{
    DraftLine out;
    out.item = item;
    out.quantity = Decimal(quantity);
    out.price = Decimal(price);
    out.amount = Money::fromFen(quantity * price * 100);
    return out;
}

QVariantList some(int n)
{
    QVariantList out;
    for (int i = 0; i < n; ++i)
        out.append(QVariant::fromValue(line(u"item %1"_s.arg(i + 1), i + 1, 10)));
    return out;
}
} // namespace

class LineTableTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void enterWalksAWholeLineAndBeginsTheNext()
    {
        Grid g;
        QCOMPARE(g.at(), u"0,0"_s);
        const QStringList typed{u"paper"_s, u"A4"_s, u"box"_s, u"3"_s, u"12.5"_s, {}, u"13"_s};
        for (int column = Item; column <= Rate; ++column) {
            QCOMPARE(g.at(), u"0,%1"_s.arg(column));
            g.type(typed.at(column));
            g.key(Qt::Key_Return);
        }
        QVERIFY2(g.at() == u"1,0"_s, "past the last editable cell a new line begins; Gross is passed over");
        QCOMPARE(g.lines().rowCount(), 2);
        const DraftLine done = g.lines().lines<DraftLine>().first();
        QCOMPARE(done.item, u"paper"_s);
        QCOMPARE(*done.quantity, Decimal(3));
        QCOMPARE(*done.amount, Money::fromFen(3750)); // followed the price
        QCOMPARE(done.rate->toString(), u"0.13"_s);
        QCOMPARE(g.shown(0, Rate), u"13%"_s);
    }

    void enterOnTheNumberPadIsTheSame()
    {
        Grid g;
        g.type(u"x"_s);
        g.key(Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(g.at(), u"0,1"_s);
        QCOMPARE(g.shown(0, Item), u"x"_s);
    }

    void shiftEnterGoesBackAndStopsAtTheBeginning()
    {
        Grid g;
        g.lines().load(some(2));
        g.go(1, Spec);
        for (const QString &cell : {u"1,0"_s, u"0,6"_s, u"0,5"_s}) {
            g.key(Qt::Key_Return, Qt::ShiftModifier);
            QCOMPARE(g.at(), cell);
        }
        g.go(0, Item);
        g.key(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(g.at(), u"0,0"_s);
    }

    void enterOnABlankLastLineLeavesTheGrid()
    {
        Grid g;
        g.go(0, Rate);
        g.key(Qt::Key_Return);
        QVERIFY(g.after->hasFocus());
        QCOMPARE(g.lines().rowCount(), 1);
    }

    void tabFollowsTheEyeThroughTheGridAndOutOfIt()
    {
        Grid g;
        g.lines().load(some(2));
        g.table->horizontalHeader()->moveSection(Quantity, 0); // the clerk wants the quantity first
        g.before->setFocus();
        g.key(Qt::Key_Tab);
        QCOMPARE(g.at(), u"0,3"_s);
        QList<int> order;
        while (g.table->hasFocus() && order.size() < 20) {
            order.append(g.table->currentIndex().column());
            g.key(Qt::Key_Tab);
        }
        QCOMPARE(order, (QList<int>{Quantity, Item, Spec, Unit, Price, Amount, Rate, Quantity, Item, Spec, Unit, Price,
                            Amount, Rate}));
        QVERIFY(g.after->hasFocus());
        g.key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(g.at(), u"1,6"_s);
    }

    void tabFromAnEditorCommits()
    {
        Grid g;
        g.type(u"desk"_s);
        QVERIFY(g.isEditing());
        g.key(Qt::Key_Tab);
        QCOMPARE(g.shown(0, Item), u"desk"_s);
        QCOMPARE(g.at(), u"0,1"_s);
        QVERIFY(g.table->hasFocus());
    }

    void f2EditsWhatIsThereAndEscapeLeavesIt()
    {
        Grid g;
        g.lines().load(some(1));
        g.go(0, Item);
        g.key(Qt::Key_F2);
        QVERIFY(g.isEditing());
        g.key(Qt::Key_End);
        g.type(u"!"_s);
        g.key(Qt::Key_Escape);
        QCOMPARE(g.shown(0, Item), u"item 1"_s);
        g.key(Qt::Key_F2);
        g.key(Qt::Key_End);
        g.type(u"!"_s);
        g.key(Qt::Key_Return);
        QCOMPARE(g.shown(0, Item), u"item 1!"_s);
    }

    void typingReplacesAndNumbersAreEditedWithoutGrouping()
    {
        Grid g;
        g.lines().load({QVariant::fromValue(line(u"x"_s, 1200, 5))});
        g.go(0, Quantity);
        QCOMPARE(g.shown(0, Quantity), u"1,200"_s);
        g.key(Qt::Key_F2);
        QCOMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), u"1200"_s);
        g.key(Qt::Key_Escape);
        g.type(u"7"_s);
        g.key(Qt::Key_Return);
        QCOMPARE(g.shown(0, Quantity), u"7"_s);
    }

    void upAndDownCommitAndKeepTheColumn()
    {
        Grid g;
        g.lines().load(some(3));
        g.go(1, Unit);
        g.type(u"kg"_s);
        g.key(Qt::Key_Down);
        QCOMPARE(g.at(), u"2,2"_s);
        QCOMPARE(g.shown(1, Unit), u"kg"_s);
    }

    void anInputMethodOpensTheEditorToo()
    {
        Grid g;
        QVERIFY(g.table->testAttribute(Qt::WA_InputMethodEnabled));
        QInputMethodEvent composing(u"ban gong yi"_s, {});
        QApplication::sendEvent(g.table, &composing);
        QInputMethodEvent composed;
        composed.setCommitString(u"办公椅"_s);
        QApplication::sendEvent(g.table, &composed);
        QVERIFY(g.isEditing());
        QCOMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), u"办公椅"_s);
        g.key(Qt::Key_Return);
        QCOMPARE(g.shown(0, Item), u"办公椅"_s);
        QInputMethodEvent atOnce;
        atOnce.setCommitString(u"，"_s);
        QApplication::sendEvent(g.table, &atOnce);
        g.key(Qt::Key_Return);
        QCOMPARE(g.shown(0, Spec), u"，"_s);
        g.go(0, Gross);
        QVERIFY(!g.table->testAttribute(Qt::WA_InputMethodEnabled));
    }

    void f7AsksForTheLookUpOfTheField()
    {
        Grid g;
        QSignalSpy asked(g.table, &LineTable::lookUp);
        g.type(u"pap"_s);
        g.key(Qt::Key_F7);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first(), (QVariantList{0, u"item"_s}));
        QCOMPARE(g.shown(0, Item), u"pap"_s);
    }

    void copiesTheCellAboveAndTheLine()
    {
        Grid g;
        g.lines().load(some(2));
        g.go(1, Item);
        g.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(g.shown(1, Item), u"item 1"_s);
        g.key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(g.lines().rowCount(), 3);
        QCOMPARE(g.shown(2, Item), u"item 1"_s);
        QCOMPARE(g.at(), u"2,0"_s);
        g.go(0, Item);
        g.key(Qt::Key_D, Qt::ControlModifier); // nothing is above the first line
        QCOMPARE(g.shown(0, Item), u"item 1"_s);
    }

    void addsAndRemovesLines()
    {
        Grid g;
        g.lines().load(some(3));
        g.go(0, Unit);
        g.key(Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(g.at(), u"1,0"_s);
        QCOMPARE(g.lines().rowCount(), 4);
        g.key(Qt::Key_Insert, Qt::ControlModifier);
        QCOMPARE(g.lines().rowCount(), 5);
        g.key(Qt::Key_Delete, Qt::ControlModifier);
        g.key(Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(g.lines().rowCount(), 3);
        g.key(Qt::Key_Delete, Qt::ControlModifier);
        g.key(Qt::Key_Delete, Qt::ControlModifier);
        g.key(Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(g.lines().rowCount(), 1); // a grid is never without a line
        QVERIFY(g.lines().isBlank(0));
        for (int step = 0; step < 7; ++step)
            g.undo();
        QCOMPARE(g.lines().lines<DraftLine>().size(), 3);
        QCOMPARE(g.shown(2, Item), u"item 3"_s);
    }

    void deleteEmptiesCellsInOneStep()
    {
        Grid g;
        g.lines().load(some(3));
        g.table->selectionModel()->select(
            QItemSelection(g.lines().index(0, Item), g.lines().index(2, Gross)), QItemSelectionModel::ClearAndSelect);
        g.key(Qt::Key_Delete);
        QVERIFY(g.lines().isBlank(0) && g.lines().isBlank(2));
        g.undo();
        QCOMPARE(g.lines().lines<DraftLine>().size(), 3);
    }

    void pasteFromASpreadsheetIsOneStep()
    {
        Grid g;
        g.lines().load(some(2));
        g.go(1, Item);
        QGuiApplication::clipboard()->setText(
            u"办公椅\t\"黑\t色\"\t把\t2\t1,050.00\t\t13%\r\n服务\t\t次\t１２\tabc\t\t6%\r\n纸\t\t包\t1\t3\t\t0.09\r\n"_s);
        g.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(g.lines().rowCount(), 4);
        QCOMPARE(g.shown(1, Item), u"办公椅"_s);
        QCOMPARE(g.shown(1, Spec), u"黑\t色"_s);
        QCOMPARE(g.shown(1, Price), u"1,050"_s);
        QCOMPARE(g.shown(1, Rate), u"13%"_s);
        QCOMPARE(g.shown(2, Quantity), u"12"_s); // full-width digits of an input method
        QCOMPARE(g.shown(3, Rate), u"9%"_s);
        QVERIFY2(g.shown(2, Price) == u"abc"_s, "what is no number stays, marked");
        QCOMPARE(g.lines().index(2, Price).data(LineModel::SeverityRole).toInt(), int(Severity::Error));
        QCOMPARE(g.lines().rejections().size(), 1);
        QCOMPARE(g.lines().rejections().first().line, 2);
        QCOMPARE(g.lines().rejections().first().field, u"price"_s);
        g.undo();
        QCOMPARE(g.lines().rowCount(), 2);
        QCOMPARE(g.shown(1, Item), u"item 2"_s);
        QVERIFY(g.lines().rejections().isEmpty());
        g.key(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(g.shown(2, Price), u"abc"_s);
    }

    void pasteGoesByHeadingWhenThereIsOne()
    {
        const QString dressed = u"No.\tItem *\tQuantity（pcs）\n1\tpens\t5\n"_s;
        for (const QString &text : {u"Quantity\tItem\tTax rate\n5\tpens\t13%\n"_s, dressed}) {
            Grid g;
            g.table->pasteText(text);
            QCOMPARE(g.shown(0, Item), u"pens"_s);
            QCOMPARE(g.shown(0, Quantity), u"5"_s);
            QCOMPARE(g.shown(0, Rate), text == dressed ? QString() : u"13%"_s);
            QCOMPARE(g.lines().rowCount(), 1);
        }
    }

    void figuresAreNeverCutOff()
    {
        Grid g;
        g.lines().load(QVariantList(100, QVariant::fromValue(line(u"pens"_s, 1, 1))));
        g.lines().clearCells({g.lines().index(0, Quantity), g.lines().index(99, Quantity)}); // they make the amount
        const auto fits = [&](int row) {
            return g.table->fontMetrics().horizontalAdvance(g.shown(row, Amount)) < g.table->columnWidth(Amount);
        };
        g.lines().putText(0, Amount, u"99999999.99"_s);
        QTRY_VERIFY(fits(0));
        g.lines().putText(99, Amount, u"9999999999999.99"_s); // out of sight
        QCOMPARE(g.shown(99, Amount), u"9,999,999,999,999.99"_s);
        QVERIFY(!fits(99));
        g.table->scrollToBottom();
        QTRY_VERIFY(fits(99));
    }

    void copyGivesWhatPasteTakes()
    {
        Grid g;
        g.lines().load(some(2));
        g.lines().putText(0, Rate, u"13"_s);
        g.table->selectionModel()->select(
            QItemSelection(g.lines().index(0, Item), g.lines().index(1, Rate)), QItemSelectionModel::ClearAndSelect);
        g.key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(
            QGuiApplication::clipboard()->text(), u"item 1\t\t\t1\t10\t10.00\t13%\nitem 2\t\t\t2\t10\t20.00\t\n"_s);
        const QList<DraftLine> lines = g.lines().lines<DraftLine>();
        g.lines().load({});
        g.table->setCurrentIndex(g.lines().index(0, Item));
        g.key(Qt::Key_V, Qt::ControlModifier);
        QVERIFY(g.lines().lines<DraftLine>() == lines);
    }

    void undoGoesBackEditByEdit()
    {
        Grid g;
        g.type(u"a"_s);
        g.key(Qt::Key_Return);
        g.type(u"b"_s);
        g.key(Qt::Key_Return);
        g.key(Qt::Key_Return); // passing through a cell is no step
        g.undo();
        QCOMPARE(g.shown(0, Spec), QString());
        QCOMPARE(g.shown(0, Item), u"a"_s);
        g.undo();
        QCOMPARE(g.shown(0, Item), QString());
        QVERIFY(!g.lines().undoStack()->canUndo());
        g.key(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(g.shown(0, Item), u"a"_s);
    }

    void proposalsAreTakenByDownAndEnterOnly()
    {
        Grid g;
        g.type(u"办公"_s);
        auto *popup = QApplication::focusWidget()->findChild<ProposalPopup *>();
        QVERIFY(popup != nullptr);
        QTRY_VERIFY(popup->isVisible());
        QCOMPARE(popup->findChild<QListWidget *>()->count(), 2);
        g.key(Qt::Key_Return); // nothing was chosen: what was typed stays
        QCOMPARE(g.shown(0, Item), u"办公"_s);
        QCOMPARE(g.at(), u"0,1"_s);

        g.go(0, Item);
        g.type(u"办公"_s);
        popup = QApplication::focusWidget()->findChild<ProposalPopup *>();
        QTRY_VERIFY(popup->isVisible());
        g.key(Qt::Key_Down);
        g.key(Qt::Key_Down);
        g.key(Qt::Key_Return);
        QCOMPARE(g.shown(0, Item), u"办公椅"_s);
        QCOMPARE(g.shown(0, Rate), u"13%"_s); // what belongs to it came along
        QCOMPARE(g.at(), u"0,1"_s);
        g.undo();
        QCOMPARE(g.shown(0, Rate), QString());
    }

    void aChoiceIsTypedByItsBeginning()
    {
        Grid g;
        g.go(0, Rate);
        g.key(Qt::Key_Down, Qt::AltModifier);
        auto *popup = QApplication::focusWidget()->findChild<ProposalPopup *>();
        QVERIFY(popup != nullptr);
        QTRY_VERIFY(popup->isVisible());
        QCOMPARE(popup->findChild<QListWidget *>()->count(), 4);
        g.key(Qt::Key_Escape);
        g.type(u"9"_s);
        g.key(Qt::Key_Return);
        QCOMPARE(g.shown(0, Rate), u"9%"_s);
    }

    void findingsMarkTheCellsOfFilledLines()
    {
        Grid g;
        g.lines().load(some(3));
        g.go(0, Item);
        g.key(Qt::Key_N, Qt::ControlModifier); // a blank row: the draft does not know it
        g.lines().setFindings({{Severity::Warning, u"rate"_s, 1, u"odd"_s}, {Severity::Error, u"rate"_s, 1, u"wrong"_s},
            {Severity::Error, u"buyer.name"_s, -1, u"missing"_s}});
        const QModelIndex cell = g.lines().index(2, Rate);
        QCOMPARE(cell.data(LineModel::SeverityRole).toInt(), int(Severity::Error));
        QCOMPARE(cell.data(Qt::ToolTipRole).toString(), u"wrong"_s);
        QVERIFY(!g.lines().index(1, Rate).data(LineModel::SeverityRole).isValid());
        g.table->goTo(1, u"rate"_s);
        QCOMPARE(g.at(), u"2,6"_s);
    }

    void equalsAsksForTheRemainingAmount()
    {
        Grid g;
        QSignalSpy asked(g.table, &LineTable::fillRemaining);
        g.go(0, Amount);
        g.type(u"="_s);
        QCOMPARE(asked.count(), 1);
        g.go(0, Item);
        g.type(u"="_s); // in a text it is a sign like any other
        QCOMPARE(asked.count(), 1);
        QVERIFY(g.isEditing());
    }

    void twoThousandLinesStayFluent()
    {
        Grid g;
        QList<QStringList> cells;
        for (int i = 0; i < 2000; ++i)
            cells.append({u"item %1"_s.arg(i), u"spec"_s, u"pc"_s, u"%1"_s.arg(i + 1), u"1.25"_s, {}, u"13%"_s});
        const QString text = tabText(cells);
        QElapsedTimer timer;
        timer.start();
        g.table->pasteText(text);
        const qint64 pasteMs = timer.restart();
        QCOMPARE(g.lines().rowCount(), 2000);
        g.go(1990, Quantity);
        for (int i = 0; i < 5; ++i) {
            g.type(u"4"_s);
            g.key(Qt::Key_Return);
            g.key(Qt::Key_Return, Qt::ShiftModifier);
        }
        const qint64 editMs = timer.elapsed() / 5;
        // Generous on purpose: the bound is for a slip into quadratic work, not for a busy machine.
        QVERIFY2(pasteMs < 2000, qPrintable(u"paste took %1 ms"_s.arg(pasteMs)));
        QVERIFY2(editMs < 100, qPrintable(u"an edit took %1 ms"_s.arg(editMs)));
        g.undo();
        QCOMPARE(g.shown(1990, Quantity), u"1,991"_s);
    }

    void quotedCellsAreReadAsSpreadsheetsWriteThem()
    {
        const QList<QStringList> rows{{u"a\tb"_s, u"say \"hi\""_s}, {u"two\nlines"_s, QString()}};
        QCOMPARE(fromTabText(tabText(rows)), rows);
        QCOMPARE(fromTabText(u"a\tb\r\n\tc"_s), (QList<QStringList>{{u"a"_s, u"b"_s}, {QString(), u"c"_s}}));
        QCOMPARE(fromTabText(u"5\" pipe\tx"_s), (QList<QStringList>{{u"5\" pipe"_s, u"x"_s}}));
    }
};

QTEST_MAIN(LineTableTest)
#include "tst_line_table.moc"

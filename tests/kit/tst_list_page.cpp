// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/opened_list.h"
#include "ui/kit/banner.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/keys.h"
#include "ui/kit/list_page.h"
#include "ui/kit/list_table.h"
#include "ui/kit/saved_queries.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace kp;
using namespace Qt::StringLiterals;

namespace
{
/// Drags the right edge of a column until it has that width.
void dragEdge(const QHeaderView *header, int column, int width)
{
    const int edge = header->sectionViewportPosition(column) + header->sectionSize(column) - 1;
    const QPoint from(edge, header->height() / 2);
    const QPoint to = from + QPoint(width - header->sectionSize(column), 0);
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, to, header->viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(header->viewport(), &move);
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, to);
}
} // namespace

class ListPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDisabledCommandSaysWhy()
    {
        Opened list(50);
        QTRY_COMPARE(list.button(u"invoice.open"_s)->toolTip(), u"Select one invoice."_s);
        QVERIFY(!list.button(u"invoice.open"_s)->isEnabled());
        QCOMPARE(list.button(u"invoice.open"_s)->accessibleDescription(), u"Select one invoice."_s);
        list.page->table()->selectRow(3);
        QTRY_VERIFY(list.button(u"invoice.open"_s)->isEnabled());
        QCOMPARE(list.button(u"invoice.open"_s)->toolTip(), u"Open"_s);
    }

    void aMissingRightIsNamedWithWhoHasIt()
    {
        Opened list(50, u"viewer"_s);
        QPushButton *issue = list.button(u"invoice.issue"_s);
        QVERIFY(!issue->isEnabled());
        QVERIFY(issue->toolTip().contains(label(Permission::IssueInvoices)));
        QVERIFY(issue->toolTip().contains(rolesThatGrant(Permission::IssueInvoices)));
        QTest::keyClick(list.page->table(), Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(list.issued, 0);
        QVERIFY2(list.page->banner()->isVisible(), "a key that is not offered says why too");
        QCOMPARE(list.page->banner()->text(), issue->toolTip());
    }

    void aShortcutRunsItsCommandAndCanBeRemapped()
    {
        Opened list(50);
        QTest::keyClick(list.page->table(), Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(list.issued, 1);
        chooseKeys(u"invoice.issue"_s, {QKeySequence(u"F9"_s)}, list.desk.memory);
        list.open();
        QTest::keyClick(list.page->table(), Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(list.issued, 1);
        QTest::keyClick(list.page->table(), Qt::Key_F9);
        QCOMPARE(list.issued, 2);
    }

    void aDestructiveCommandAsksOnceAndNamesTheThing()
    {
        Opened list(50);
        list.page->table()->selectRow(3);
        QTRY_VERIFY(list.button(u"invoice.discard"_s)->isEnabled());
        list.button(u"invoice.discard"_s)->click();
        QCOMPARE(list.desk.doors.questions.size(), 1);
        QCOMPARE(list.desk.doors.questions.first().text, u"Discard 1 invoices?"_s);
        QVERIFY(list.desk.doors.questions.first().destructive);
        QVERIFY(list.discarded.isEmpty());
        list.desk.doors.answers.takeFirst()(false);
        QVERIFY(list.discarded.isEmpty());
        list.button(u"invoice.discard"_s)->click();
        list.page->table()->selectRow(9); // what was asked about is what is done
        list.desk.doors.answers.takeFirst()(true);
        QCOMPARE(list.discarded.size(), 1);
        QCOMPARE(list.discarded.first().selection.ids, QList<qint64>{4});
    }

    void enterOpensTheSelectedRow()
    {
        Opened list(50);
        list.page->table()->selectRow(7);
        QTest::keyClick(list.page->table(), Qt::Key_Return);
        QCOMPARE(list.opened.size(), 1); // without waiting for the selection to rest
        QCOMPARE(list.opened.first().selection.ids, QList<qint64>{8});
    }

    void searchWhileTyping()
    {
        Opened list;
        QTest::keyClick(list.page->table(), Qt::Key_F, Qt::ControlModifier);
        auto *search = list.part<QLineEdit>(u"list.search"_s);
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"ab"_s);
        QTRY_COMPARE(list.page->model()->rowCount(), 1000);
        QCOMPARE(list.page->model()->query().search, u"ab"_s);
        QCOMPARE(list.part<QLabel>(u"status.found"_s)->text(), u"Rows: 1,000"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(list.page->table()->hasFocus());
        QCOMPARE(list.part<QLabel>(u"status.found"_s)->text(), u"Rows: 1,000"_s); // found already: not asked again
    }

    void filtersBecomeTheQuestion()
    {
        Opened list;
        list.part<QComboBox>(u"filter.state"_s)->setCurrentIndex(3);
        list.part<QCheckBox>(u"filter.undelivered"_s)->click();
        list.part<QLineEdit>(u"filter.issuer"_s)->setText(u"林"_s);
        auto *presets = list.part<QWidget>(u"filter.issuedAt"_s)->findChild<QComboBox *>();
        presets->setCurrentIndex(presets->findText(u"Last month"_s));
        const QMap<QString, QString> wanted{{u"state"_s, u"refused"_s}, {u"undelivered"_s, u"1"_s},
            {u"issuer"_s, u"林"_s}, {u"issuedAt.from"_s, u"2026-02-01"_s}, {u"issuedAt.to"_s, u"2026-02-28"_s}};
        QTRY_COMPARE(list.page->model()->query().values, wanted);
        QCOMPARE(list.part<QToolButton>(u"list.filters"_s)->text(), u"Filters (4)"_s);
        list.button(u"filters.clear"_s)->click();
        QTRY_VERIFY(list.page->model()->query().values.isEmpty());
    }

    void filtersAreSavedByNameAndStayRelative()
    {
        Opened list;
        auto *presets = list.part<QWidget>(u"filter.issuedAt"_s)->findChild<QComboBox *>();
        presets->setCurrentIndex(presets->findText(u"This month"_s));
        list.part<QComboBox>(u"filter.state"_s)->setCurrentIndex(3);
        list.part<QToolButton>(u"list.saved"_s)->click();
        auto *name = list.part<QLineEdit>(u"list.saved.name"_s);
        QVERIFY(!list.button(u"list.saved.save"_s)->isEnabled());
        QTest::keyClicks(name, u"to mend"_s);
        QTest::keyClick(name, Qt::Key_Return);
        list.button(u"filters.clear"_s)->click();
        QTRY_VERIFY(list.page->query().values.isEmpty());
        QTRY_VERIFY(list.part<QMenu>(u"list.saved.menu"_s) == nullptr);

        list.desk.clock.advance(qint64(31) * 24 * 3600 * 1000); // into April
        list.part<QToolButton>(u"list.saved"_s)->click();
        list.part<QMenu>(u"list.saved.menu"_s)->actions().first()->trigger();
        QCOMPARE(list.page->query().values, (QMap<QString, QString>{{u"issuedAt.from"_s, u"2026-04-01"_s},
                                                {u"issuedAt.to"_s, u"2026-04-30"_s}, {u"state"_s, u"refused"_s}}));
        forgetQuery(u"invoices"_s, u"to mend"_s, list.desk.memory);
        QVERIFY(savedQueries(u"invoices"_s, list.desk.memory).isEmpty());
    }

    void aLinkSetsTheWholeQuestion()
    {
        Opened list;
        const ListQuery query{.search = u"x"_s,
            .values = {{u"state"_s, u"issued"_s}, {u"issuedAt.from"_s, u"2026-03-01"_s},
                {u"issuedAt.to"_s, u"2026-03-31"_s}},
            .sortKey = u"totals.gross"_s,
            .descending = true};
        list.page->setQuery(query);
        QCOMPARE(list.page->query(), query);
        QCOMPARE(list.page->table()->horizontalHeader()->sortIndicatorSection(), 7);
        auto *presets = list.part<QWidget>(u"filter.issuedAt"_s)->findChild<QComboBox *>();
        QCOMPARE(presets->currentText(), u"This month"_s);
    }

    void sortingAsksTheSourceAndOnlyWhereItCan()
    {
        Opened list;
        QHeaderView *header = list.page->table()->horizontalHeader();
        header->setSortIndicator(5, Qt::DescendingOrder);
        QTRY_COMPARE(list.page->model()->query().sortKey, u"totals.net"_s);
        QVERIFY(list.page->model()->query().descending);
        header->setSortIndicator(8, Qt::AscendingOrder); // the state can not be sorted by
        QCOMPARE(header->sortIndicatorSection(), 5);
        QCOMPARE(list.page->query().sortKey, u"totals.net"_s);
    }

    void whatIsDrawnSelectedIsCountedAtOnce()
    {
        Opened list(50);
        list.page->table()->selectRow(3); // and a record of it is opened at once
        QVERIFY(list.part<QLabel>(u"status.chosen"_s)->text().startsWith(u"Selected: 1"));
        QVERIFY(list.button(u"invoice.open"_s)->isEnabled());
        list.page->table()->clearSelection();
        QCOMPARE(list.part<QLabel>(u"status.chosen"_s)->text(), QString());
        QVERIFY(!list.button(u"invoice.open"_s)->isEnabled());
    }

    void sumsOfTheSelection()
    {
        Opened list(50);
        list.page->table()->selectRow(0);
        list.page->table()->selectionModel()->select(
            list.page->model()->index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        auto *chosen = list.part<QLabel>(u"status.chosen"_s);
        QTRY_COMPARE(chosen->text(), u"Selected: 2   ·   Amount 484.47   ·   Tax 62.97   ·   Gross 547.44"_s);
        list.page->table()->clearSelection();
        QTRY_COMPARE(chosen->text(), QString());
    }

    void noCommandGetsHalfASelection()
    {
        Opened list;
        list.page->table()->selectionModel()->select(
            QItemSelection(list.page->model()->index(0, 0), list.page->model()->index(4999, 0)),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QVERIFY(!list.page->commands()->whyNot(u"invoice.discard"_s).isEmpty());
        QTRY_COMPARE(list.page->commands()->whyNot(u"invoice.discard"_s), QString());
        QCOMPARE(list.page->context().selection.ids.size(), 5000);
    }

    void controlASelectsEverything()
    {
        Opened list;
        QTest::keyClick(list.page->table(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(list.page->context().selection.everything);
        QTRY_VERIFY(list.part<QLabel>(u"status.chosen"_s)->text().startsWith(u"Selected: 1,000,000"));
    }

    void copiesRowsAsTabSeparatedText()
    {
        Opened list(50);
        list.page->table()->selectRow(0);
        QTest::keyClick(list.page->table(), Qt::Key_C, Qt::ControlModifier);
        const QString one =
            u"25440000000000000001\tOrdinary\t2026-03-18 09:19:52\t云杉样本贸易（上海）有限公司\t202.64\t26.34\t228.98\tProcessing\n"_s;
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), one);
        list.page->table()->selectionModel()->select(
            list.page->model()->index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTest::keyClick(list.page->table(), Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(u"Invoice number\tKind\t"));
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 3);
        QVERIFY(QGuiApplication::clipboard()->text().contains(one));
    }

    void columnsAreChosenAndRemembered()
    {
        Opened list(50);
        list.part<QToolButton>(u"list.columns"_s)->click();
        auto *menu = list.part<QMenu>(u"list.columns.menu"_s);
        menu->actions().at(1)->trigger(); // Kind goes
        menu->actions().at(4)->trigger(); // Tax number comes
        list.page->table()->horizontalHeader()->moveSection(0, 2);
        dragEdge(list.page->table()->horizontalHeader(), 3, 333);
        list.open();
        ListTable *table = list.page->table();
        QVERIFY(table->isColumnHidden(1));
        QVERIFY(!table->isColumnHidden(4));
        QCOMPARE(table->columnWidth(3), 333);
        QCOMPARE(table->horizontalHeader()->visualIndex(0), 2);
        table->forgetColumns();
        QVERIFY(!table->isColumnHidden(1));
        QCOMPARE(table->columnWidth(3), 230);
        QCOMPARE(table->horizontalHeader()->visualIndex(0), 0);
    }

    void widthsNobodyChoseAreNotRemembered()
    {
        Opened list(50);
        const int first = list.page->table()->columnWidth(0);
        list.page->table()->setColumnWidth(0, first + 50); // as the last column does with the window
        list.open();
        QCOMPARE(list.page->table()->columnWidth(0), first);
        dragEdge(list.page->table()->horizontalHeader(), 0, first + 70);
        list.open();
        QCOMPARE(list.page->table()->columnWidth(0), first + 70);
    }

    void aFigureIsNeverCut()
    {
        Opened list(50);
        QAbstractItemView *table = list.page->table();
        const int net = 5;
        list.page->table()->setColumnWidth(net, 50);
        list.page->refresh();
        QTRY_VERIFY(list.page->table()->columnWidth(net) >= table->sizeHintForColumn(net));
        QVERIFY(table->sizeHintForColumn(net) > 50);
    }

    void aFailureOffersToTryAgain()
    {
        Opened list(50);
        list.source->failing = true;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"disk I/O error"_s));
        QTest::keyClick(list.page->table(), Qt::Key_F5);
        QTRY_VERIFY(list.page->banner()->isVisible());
        QCOMPARE(list.page->banner()->text(), u"The list could not be read."_s);
        QVERIFY(list.button(u"banner.reference"_s)->isVisible());
        list.button(u"banner.reference"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text().size(), 8);
        list.source->failing = false;
        list.source->total = 60;
        list.button(u"banner.action"_s)->click();
        QTRY_COMPARE(list.page->model()->rowCount(), 60);
        QVERIFY(!list.page->banner()->isVisible());
    }

    void aFailureStandsAlone()
    {
        Opened list;
        auto *empty = list.part<QWidget>(u"empty"_s);
        const auto failAt = [&](int row) {
            list.source->failing = true;
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"disk I/O error"_s));
            list.page->table()->scrollTo(list.page->model()->index(row, 0), QAbstractItemView::PositionAtTop);
            QTRY_VERIFY(list.page->banner()->isVisible());
        };
        failAt(500'000); // nothing of what would be shown is here
        QTRY_VERIFY(empty->isVisible() && !list.page->table()->isVisible());
        const auto *found = list.part<QLabel>(u"status.found"_s);
        QCOMPARE(found->text(), QString());
        list.source->failing = false;
        QCOMPARE(list.button(u"empty.step"_s)->text(), u"Try again"_s);
        list.button(u"empty.step"_s)->click();
        QTRY_COMPARE(list.idAt(500'000), 500'001);
        QVERIFY(list.page->table()->isVisible() && !empty->isVisible());
        QTRY_COMPARE(found->text(), u"Rows: 1,000,000"_s);
        QVERIFY(!list.page->banner()->isVisible());

        list.source->failing = true; // another question: the rows of the last one are no answer to it
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"disk I/O error"_s));
        list.page->setQuery({.search = u"ab"_s, .values = {}, .sortKey = {}});
        QTRY_VERIFY(empty->isVisible());
        QCOMPARE(found->text(), QString());
        list.source->failing = false;
        list.button(u"banner.action"_s)->click();
        QTRY_COMPARE(list.page->model()->rowCount(), 1000);
        QTRY_VERIFY(list.page->table()->isVisible());
        QCOMPARE(list.page->model()->query().search, u"ab"_s);
    }

    void aFailureNeverPromisesRows()
    {
        Opened list;
        const QModelIndex far = list.page->model()->index(500'000, 0);
        list.source->held = true;
        list.page->table()->scrollTo(far, QAbstractItemView::PositionAtTop);
        QTRY_VERIFY(list.source->stillWanted() > 0);
        QVERIFY(far.data(WindowedModel::AwaitedRole).toBool());
        list.source->failing = true;
        list.source->held = false;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"disk I/O error"_s));
        list.page->refresh();
        QTRY_VERIFY(list.page->banner()->isVisible());
        QVERIFY(!far.data(WindowedModel::AwaitedRole).toBool());
    }

    void roomGoesWhereTextsNeedIt()
    {
        Opened list;
        ListTable *table = list.page->table();
        const auto needed = [table](int column) { // of one of the rows
            QStyleOptionViewItem option;
            option.initFrom(table);
            return table->itemDelegate()->sizeHint(option, table->model()->index(0, column)).width();
        };
        constexpr int number = 0;
        constexpr int buyer = 3;
        const int usual = table->columnWidth(buyer);
        list.page->model()->setQuery({.search = QString(24, u'测'), .values = {}, .sortKey = {}}); // the buyer's name
        QTRY_COMPARE(table->model()->index(0, buyer).data().toString().size(), 24);
        QTRY_VERIFY(table->columnWidth(buyer) >= needed(buyer));
        QVERIFY(needed(buyer) > usual);
        QVERIFY2(table->columnWidth(number) >= needed(number), "nobody's text is cut for it");
        QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
        list.page->model()->setQuery({}); // other rows: what these needed is not kept from them
        QTRY_COMPARE(table->columnWidth(buyer), usual);
    }

    void aChangeOfItsTablesReloadsTheListInPlace()
    {
        Opened list(50);
        list.page->table()->selectRow(4);
        list.source->shift = 1;
        list.source->total = 51;
        list.page->tablesChanged({u"customer"_s});
        QCOMPARE(list.idAt(0), 1);
        list.page->tablesChanged({u"customer"_s, u"invoice"_s});
        QTRY_COMPARE(list.idAt(0), 0);
        QCOMPARE(list.page->context().selection.ids, QList<qint64>{5});
        QTRY_COMPARE(list.page->table()->currentIndex().row(), 5);
        list.page->hide();
        list.source->shift = 2;
        list.page->tablesChanged({u"invoice"_s});
        list.page->show(); // what has changed while nobody saw it is read now
        QTRY_COMPARE(list.idAt(0), -1);
    }

    void theOnlyRowIsSelectedByAnArrow()
    {
        Opened list(1);
        list.page->table()->setFocus();
        QVERIFY(list.page->context().selection.isEmpty());
        QTest::keyClick(list.page->table(), Qt::Key_Down);
        QCOMPARE(list.page->context().selection.ids, QList<qint64>{1});
    }

    void anEmptyListOffersTheFirstStep()
    {
        Opened list(0);
        QTRY_VERIFY(list.part<QWidget>(u"empty"_s)->isVisible());
        QCOMPARE(list.part<QLabel>(u"empty.text"_s)->text(), list.page->spec().emptyText);
        list.button(u"empty.step"_s)->click();
        QCOMPARE(list.issued, 1);
        list.page->setQuery({.search = u"nobody"_s, .values = {}, .sortKey = {}});
        QTRY_COMPARE(list.button(u"empty.step"_s)->text(), u"Show everything"_s);
        list.button(u"empty.step"_s)->click();
        QCOMPARE(list.page->query().search, QString());
    }

    void theFirstRowTakesThePlaceOfTheEmptyState()
    {
        Opened list(0);
        QTRY_VERIFY(list.part<QWidget>(u"empty"_s)->isVisible());
        list.source->total = 5;
        list.page->tablesChanged({u"invoice"_s});
        QTRY_COMPARE(list.idAt(4), 5);
        QVERIFY(list.page->table()->isVisible());
        QCOMPARE(list.part<QLabel>(u"status.found"_s)->text(), u"Rows: 5"_s);
    }

    void aMillionRowsScrollByKey()
    {
        Opened list;
        QTest::keyClick(list.page->table(), Qt::Key_End, Qt::ControlModifier);
        QTRY_COMPARE(list.idAt(999'999), 1'000'000);
        QVERIFY(list.page->model()->heldRows() <= WindowedModel::pageRows * 4);
        QTest::keyClick(list.page->table(), Qt::Key_Home, Qt::ControlModifier);
        QTRY_COMPARE(list.idAt(0), 1);
    }
};

QTEST_MAIN(ListPageTest)
#include "tst_list_page.moc"

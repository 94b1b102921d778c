// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/fakes.h"
#include "ui/kit/id_selection.h"
#include "ui/kit/windowed_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace kp;

namespace
{
constexpr qint64 million = 1'000'000;
constexpr int numberColumn = 0;
constexpr int netColumn = 5;

qint64 idAt(const WindowedModel &model, int row)
{
    return model.index(row, 0).data(WindowedModel::IdRole).toLongLong();
}

struct Fixture {
    explicit Fixture(qint64 rows = million)
        : source(std::make_shared<FakeRows>(rows))
        , count(static_cast<int>(rows))
    {
    }

    std::shared_ptr<FakeRows> source;
    int count;
    WindowedModel model{invoiceList(source).columns, source};
    IdSelection selection{&model};

    void open()
    {
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), count);
    }
    void choose(int first, int last, QItemSelectionModel::SelectionFlags flags)
    {
        selection.select(
            QItemSelection(model.index(first, 0), model.index(last, 0)), flags | QItemSelectionModel::Rows);
    }
};
} // namespace

class WindowedModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsTheRulesOfModels()
    {
        Fixture f;
        f.source->total = 3000; // the tester walks all rows
        QAbstractItemModelTester tester(&f.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        f.model.setQuery({});
        QTRY_COMPARE(f.model.rowCount(), 3000);
        f.model.show(1500, 1530);
        QTRY_VERIFY(f.model.row(1500) != nullptr);
        f.source->total = 1400;
        f.model.refresh();
        QTRY_COMPARE(f.model.rowCount(), 1400);
        f.source->total = 3000;
        f.model.refresh();
        QTRY_COMPARE(f.model.rowCount(), 3000);
    }

    void aJumpShowsTheRowsOfThatPlace()
    {
        Fixture f;
        f.open();
        QCOMPARE(idAt(f.model, 0), 1);
        QVERIFY(f.model.row(731'000) == nullptr);
        QCOMPARE(f.model.index(731'000, numberColumn).data(WindowedModel::HereRole).toBool(), false);
        QVERIFY(!f.model.index(731'000, numberColumn).data().isValid());
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        f.model.show(731'000, 731'025);
        QTRY_VERIFY(f.model.row(731'025) != nullptr);
        QCOMPARE(idAt(f.model, 731'000), 731'001);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(f.model.index(731'000, numberColumn).data().toString(), QStringLiteral("2544 0000 0000 0073 1001"));
    }

    void holdsABoundedNumberOfRows()
    {
        Fixture f;
        f.open();
        for (int row = 0; row < 400'000; row += 3000) {
            f.model.show(row, row + 30);
            QTRY_VERIFY(f.model.row(row) != nullptr);
            QVERIFY(f.model.heldRows() <= WindowedModel::pageRows * WindowedModel::pagesKept);
        }
        QCOMPARE(f.model.heldRows(), WindowedModel::pageRows * WindowedModel::pagesKept);
        QVERIFY2(f.model.row(0) == nullptr, "what was on the screen longest ago goes first");
    }

    void fastScrollingCancelsWhatIsPassedBy()
    {
        Fixture f;
        f.open();
        f.source->held = true;
        for (int row = 10'000; row < 200'000; row += 10'000)
            f.model.show(row, row + 30);
        QVERIFY(f.source->waiting().size() > 18);
        QVERIFY2(f.source->stillWanted() <= 2, "only the page on the screen and one beside it are still wanted");
        f.source->release();
        QTRY_VERIFY(f.model.row(190'000) != nullptr);
        QVERIFY(f.model.row(100'000) == nullptr);
    }

    void anAnswerToAnOlderQuestionIsDropped()
    {
        Fixture f;
        f.open();
        f.source->held = true;
        f.model.setQuery({.search = QStringLiteral("first"), .values = {}, .sortKey = {}});
        f.model.setQuery({.search = QStringLiteral("second"), .values = {}, .sortKey = {}});
        f.source->release(true);
        QTRY_COMPARE(f.model.rowCount(), 1000);
        QCOMPARE(f.model.index(0, 3).data().toString(), QStringLiteral("second"));
    }

    void theOldRowsStayUntilTheNewOnesAreHere()
    {
        Fixture f;
        f.open();
        f.source->held = true;
        f.model.setQuery({.search = QStringLiteral("云杉"), .values = {}, .sortKey = {}});
        QTRY_VERIFY(f.model.found() == 1000);
        QCOMPARE(f.model.rowCount(), int(million));
        QCOMPARE(idAt(f.model, 0), 1);
        f.source->release();
        QTRY_COMPARE(f.model.rowCount(), 1000);
    }

    void aRefreshReplacesRowsInPlace()
    {
        Fixture f;
        f.open();
        f.model.show(0, 30);
        QSignalSpy resets(&f.model, &QAbstractItemModel::modelReset);
        f.source->shift = 2; // two new invoices on top
        f.source->total += 2;
        f.model.refresh();
        QTRY_COMPARE(idAt(f.model, 0), -1);
        QCOMPARE(idAt(f.model, 2), 1);
        QCOMPARE(f.model.rowCount(), int(million) + 2);
        QCOMPARE(resets.count(), 0);
    }

    void aFailureIsToldOnce()
    {
        Fixture f;
        f.open();
        f.source->failing = true;
        QSignalSpy failures(&f.model, &WindowedModel::failed);
        f.model.show(300'000, 300'300);
        QTRY_COMPARE(failures.count(), 1);
        f.source->failing = false;
        f.model.refresh();
        QTRY_VERIFY(f.model.row(300'000) != nullptr);
        QCOMPARE(failures.count(), 1);
    }

    void moneyIsGroupedAndNegativesAreMarked()
    {
        Fixture f;
        f.open();
        const QModelIndex red = f.model.index(96, netColumn); // every 97th is negative
        QCOMPARE(red.data().toString(), QStringLiteral("-7,804.88"));
        QCOMPARE(red.data(WindowedModel::PlainRole).toString(), QStringLiteral("-7804.88"));
        QCOMPARE(red.data(Qt::ForegroundRole).value<QColor>(), colors().error.ink);
        QVERIFY(!f.model.index(0, netColumn).data(Qt::ForegroundRole).isValid());
        QVERIFY(red.data(Qt::TextAlignmentRole).value<Qt::Alignment>() & Qt::AlignRight);
    }

    void selectionIsKnownById()
    {
        Fixture f;
        f.open();
        f.choose(3, 5, QItemSelectionModel::ClearAndSelect);
        QCOMPARE(f.selection.chosen().ids, (QList<qint64>{4, 5, 6}));
        f.choose(4, 4, QItemSelectionModel::Toggle);
        QCOMPARE(f.selection.chosen().ids, (QList<qint64>{4, 6}));
        f.choose(9, 9, QItemSelectionModel::ClearAndSelect);
        QCOMPARE(f.selection.chosen().ids, QList<qint64>{10});
    }

    void selectionSurvivesARefreshThatMovesRows()
    {
        Fixture f;
        f.open();
        f.model.show(0, 30);
        f.choose(3, 4, QItemSelectionModel::ClearAndSelect);
        f.source->shift = 1;
        f.source->total += 1;
        f.model.refresh();
        QTRY_COMPARE(idAt(f.model, 0), 0);
        QCOMPARE(f.selection.chosen().ids, (QList<qint64>{4, 5}));
        QVERIFY(!f.selection.isRowSelected(3));
        QVERIFY(f.selection.isRowSelected(4));
        QVERIFY(f.selection.isRowSelected(5));
    }

    void aLongStretchReachesRowsThatAreNotHere()
    {
        Fixture f;
        f.open();
        f.choose(10, 20'009, QItemSelectionModel::ClearAndSelect);
        QVERIFY(f.selection.isResolving());
        QTRY_VERIFY(!f.selection.isResolving());
        const QList<qint64> ids = f.selection.chosen().ids;
        QCOMPARE(ids.size(), 20'000);
        QCOMPARE(ids.first(), 11);
        QCOMPARE(ids.last(), 20'010);
    }

    void everythingIsOneWordNotAMillionIds()
    {
        Fixture f;
        f.open();
        f.selection.selectEverything();
        QVERIFY(f.selection.chosen().everything);
        QVERIFY(f.selection.chosen().ids.isEmpty());
        f.choose(7, 7, QItemSelectionModel::Toggle);
        QCOMPARE(f.selection.chosen(), (ListSelection{false, {8}}));
    }

    void allRowsOfAShortListAreRows()
    {
        for (const int rows : {1, 3, 2'000}) {
            Fixture f(rows);
            f.open();
            f.choose(0, rows - 1, QItemSelectionModel::ClearAndSelect);
            QTRY_VERIFY(!f.selection.isResolving());
            QVERIFY(!f.selection.chosen().everything);
            QCOMPARE(f.selection.chosen().ids.size(), rows);
            f.selection.selectEverything();
            QTRY_COMPARE(f.selection.chosen().ids.size(), rows);
        }
    }

    void aStretchThatIsTooLongIsRefused()
    {
        Fixture f;
        f.open();
        QSignalSpy refused(&f.selection, &IdSelection::tooMany);
        f.choose(5, 5, QItemSelectionModel::ClearAndSelect);
        f.choose(5, 5 + IdSelection::mostIds, QItemSelectionModel::ClearAndSelect);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(f.selection.chosen().ids, QList<qint64>{6});
    }
};

QTEST_MAIN(WindowedModelTest)
#include "tst_windowed_model.moc"

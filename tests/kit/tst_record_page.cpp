// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/fake_records.h"
#include "tests/kit/reading_order.h"
#include "ui/kit/banner.h"
#include "ui/kit/busy_strip.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/form.h"
#include "ui/kit/import_panel.h"
#include "ui/kit/leaving.h"
#include "ui/kit/list_table.h"
#include "ui/kit/outcome_panel.h"
#include "ui/kit/result_table.h"
#include "ui/kit/windowed_model.h"

#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kp;
using namespace Qt::StringLiterals;

namespace
{

/// A shown page of friends, worked by keyboard.
struct Opened {
    FakeDesk desk;
    std::shared_ptr<FakeRecords> records;
    QList<QString> lookedUp;
    std::unique_ptr<RecordPage> page;

    explicit Opened(int count = 20, const QString &role = u"issuer"_s)
        : desk(role)
        , records(std::make_shared<FakeRecords>(count))
    {
        RecordSpec spec = friendSpec(records);
        spec.lookUp = [this](Form &form, const QString &key, QWidget *) {
            lookedUp.append(key);
            form.setText(key, u"looked up"_s);
        };
        page = std::make_unique<RecordPage>(spec, desk.desk);
        page->resize(1200, 700);
        page->show();
        QApplication::setActiveWindow(page.get());
        page->setFocus();
        QTRY_COMPARE(page->list()->model()->found(), std::optional<qint64>(count));
    }
    [[nodiscard]] RecordPanel &panel() const { return *page->panel(); }
    [[nodiscard]] QLineEdit *field(const QString &key) const { return page->panel()->form()->editor(key)->lineEdit(); }
    [[nodiscard]] QPushButton *button(const QString &id) const { return page->findChild<QPushButton *>(id); }
    void select(int first, int last) const
    {
        page->list()->table()->selectionModel()->select(
            QItemSelection(page->list()->model()->index(first, 0), page->list()->model()->index(last, 0)),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        page->list()->table()->setFocus();
    }
    void openNew() const
    {
        QTest::keyClick(page->list()->table(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(panel().isOpen() && field(u"name"_s)->hasFocus());
    }
};

} // namespace

class RecordPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewOneByKeyboardAlone()
    {
        Opened friends;
        friends.openNew();
        QTest::keyClicks(friends.field(u"name"_s), u"Anna"_s);
        QTest::keyClick(friends.field(u"name"_s), Qt::Key_Return);
        QVERIFY(friends.field(u"note"_s)->hasFocus());
        QTest::keyClick(friends.field(u"note"_s), Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(friends.field(u"name"_s)->hasFocus());
        QTest::keyClick(friends.field(u"name"_s), Qt::Key_Return);
        QTest::keyClicks(friends.field(u"note"_s), u"tall"_s);
        QTest::keyClick(friends.field(u"note"_s), Qt::Key_Return); // after the last field: saved
        QTRY_VERIFY(!friends.panel().isOpen());
        QCOMPARE(friends.records->friends.constLast().name, u"Anna"_s);
        QCOMPARE(friends.records->friends.constLast().note, u"tall"_s);
        QTRY_COMPARE(friends.page->list()->model()->found(), std::optional<qint64>(21));
        QVERIFY(friends.page->list()->table()->hasFocus());
    }

    void saveAndNext()
    {
        Opened friends;
        friends.openNew();
        QTest::keyClicks(friends.field(u"name"_s), u"Anna"_s);
        QTest::keyClick(friends.field(u"name"_s), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(friends.records->saves, 1);
        QTRY_VERIFY(friends.panel().isOpen() && friends.field(u"name"_s)->text().isEmpty());
        QTest::keyClicks(friends.field(u"name"_s), u"Bert"_s);
        QTest::keyClick(friends.field(u"name"_s), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!friends.panel().isOpen());
        QCOMPARE(friends.records->friends.constLast().name, u"Bert"_s);

        friends.page->list()->table()->selectRow(3); // editing goes on with the next one of the list
        QTest::keyClick(friends.page->list()->table(), Qt::Key_F2);
        QTRY_COMPARE(friends.field(u"name"_s)->text(), u"0004 friend"_s);
        QTest::keyClick(friends.field(u"name"_s), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(friends.field(u"name"_s)->text(), u"0005 friend"_s);
        QCOMPARE(friends.panel().mode(), RecordPanel::Mode::Edit);
    }

    void viewingChangesNothingAndFollowsTheList()
    {
        Opened friends;
        friends.page->list()->table()->selectRow(2);
        QTest::keyClick(friends.page->list()->table(), Qt::Key_Return);
        QTRY_COMPARE(friends.field(u"name"_s)->text(), u"0003 friend"_s);
        QVERIFY(friends.field(u"name"_s)->isReadOnly());
        QVERIFY(!friends.button(u"record.save"_s)->isVisible());
        friends.page->list()->table()->setFocus();
        QTest::keyClick(friends.page->list()->table(), Qt::Key_Down);
        QTRY_COMPARE(friends.field(u"name"_s)->text(), u"0004 friend"_s);
        friends.button(u"record.change"_s)->click();
        QTRY_VERIFY(!friends.field(u"name"_s)->isReadOnly());
        QCOMPARE(friends.panel().mode(), RecordPanel::Mode::Edit);
    }

    void unsavedChangesAreAskedAboutOnce()
    {
        Opened friends;
        friends.openNew();
        QTest::keyClick(friends.field(u"name"_s), Qt::Key_Escape);
        QVERIFY(!friends.panel().isOpen()); // nothing was entered: nothing is asked
        friends.openNew();
        QTest::keyClicks(friends.field(u"name"_s), u"x"_s);
        QTest::keyClick(friends.field(u"name"_s), Qt::Key_Escape);
        QCOMPARE(friends.desk.doors.questions.size(), 1);
        friends.desk.doors.answers.takeFirst()(false);
        QVERIFY(friends.panel().isOpen());
        bool left = false;
        leave(friends.page.get(), friends.desk.doors, [&left] { left = true; });
        QVERIFY(!left);
        friends.desk.doors.answers.takeFirst()(true);
        QVERIFY(left);
        left = false;
        leave(friends.page.get(), friends.desk.doors, [&left] { left = true; }); // given up already
        QVERIFY(left);
        QCOMPARE(friends.desk.doors.questions.size(), 2);
    }

    void findingsStandAtTheirFields()
    {
        Opened friends;
        friends.openNew();
        auto *finding = friends.page->findChild<QLabel *>(u"name.finding"_s);
        QVERIFY(!finding->isVisible()); // nobody is scolded for a form just opened
        QTest::keyClicks(friends.field(u"name"_s), u"x"_s);
        QTest::keyClick(friends.field(u"name"_s), Qt::Key_Return);
        QTest::keyClicks(friends.field(u"note"_s), u"?"_s);
        friends.field(u"name"_s)->setFocus();
        auto *doubt = friends.page->findChild<QLabel *>(u"note.finding"_s);
        QTRY_COMPARE(doubt->text(), u"That says little."_s);
        friends.field(u"name"_s)->selectAll();
        QTest::keyClick(friends.field(u"name"_s), Qt::Key_Delete);
        QTest::keyClick(friends.field(u"name"_s), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(friends.records->saves == 1 && friends.button(u"record.save"_s)->isEnabled());
        QVERIFY(finding->isVisible());
        QCOMPARE(finding->text(), u"A friend has a name."_s);
        QVERIFY(friends.panel().isOpen() && friends.field(u"name"_s)->hasFocus());
        QCOMPARE(friends.records->friends.size(), 20);
        QTest::keyClicks(friends.field(u"name"_s), u"Carl"_s); // a doubt does not keep anybody from saving
        QTest::keyClick(friends.field(u"name"_s), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(friends.records->friends.size(), 21);
    }

    void theLookUpOfAField()
    {
        Opened friends;
        friends.openNew();
        QTest::keyClick(friends.field(u"name"_s), Qt::Key_F7);
        QCOMPARE(friends.lookedUp, QStringList{u"name"_s});
        QCOMPARE(friends.field(u"name"_s)->text(), u"looked up"_s);
    }

    void aBatchIsDeletedWithOneQuestionAndOneTable()
    {
        Opened friends;
        friends.records->at(3).name = u"keep me"_s;
        friends.page->list()->refresh();
        friends.select(0, 4);
        QTest::keyClick(friends.page->list()->table(), Qt::Key_Delete);
        QCOMPARE(friends.desk.doors.questions.size(), 1);
        QVERIFY(friends.desk.doors.questions.constFirst().text.contains(u"5 rows"_s));
        friends.desk.doors.answers.takeFirst()(true);
        auto *outcome = friends.page->findChild<OutcomePanel *>();
        QTRY_VERIFY(outcome->isVisible());
        QCOMPARE(outcome->table()->counts(), u"Kept: 1"_s);
        QCOMPARE(friends.page->list()->banner()->text(), u"Deleted: 4"_s);
        QCOMPARE(outcome->table()->model().rowCount(), 1);
        QCOMPARE(friends.records->friends.size(), 16);
        friends.button(u"outcome.close"_s)->click();
        QVERIFY(!outcome->isVisible());

        QTRY_COMPARE(friends.page->list()->model()->index(0, 0).data().toString(), u"keep me"_s);
        friends.select(0, 0); // of a single one the question bears its name
        QTest::keyClick(friends.page->list()->table(), Qt::Key_Delete);
        QVERIFY(friends.desk.doors.questions.constLast().text.contains(u"keep me"_s));
    }

    void exportOfTheSelectionOrOfEverything()
    {
        Opened friends;
        friends.select(0, 2);
        friends.page->list()->commands()->trigger(u"record.export"_s);
        QCOMPARE(friends.desk.doors.wishes.constLast().suggestion, u"Friends20260318100000.xlsx"_s);
        friends.desk.doors.paths.takeLast()(u"/tmp/a.xlsx"_s);
        QTRY_COMPARE(friends.records->exported, 3);
        QTRY_VERIFY(friends.page->list()->banner()->text().contains(u"Rows exported to /tmp/a.xlsx: 3"_s));
        friends.page->list()->table()->clearSelection();
        friends.page->list()->commands()->trigger(u"record.export"_s);
        friends.desk.doors.paths.takeLast()(u"/tmp/b.xlsx"_s);
        QTRY_COMPARE(friends.records->exported, 20);
        QVERIFY(friends.records->exportedOf.everything);
    }

    void anExportShowsHowFarItIsAndIsCancelled()
    {
        Opened friends;
        friends.records->holds = true;
        friends.page->list()->commands()->trigger(u"record.export"_s);
        friends.desk.doors.paths.takeLast()(u"/tmp/a.xlsx"_s);
        QTRY_VERIFY(friends.page->busy()->isVisible());
        friends.records->held->total = 100;
        friends.records->held->done = 40;
        QTRY_VERIFY(friends.page->busy()->findChild<QLabel *>(u"busy.figures"_s)->text() == u"40 of 100"_s);
        QVERIFY(!friends.page->list()->commands()->whyNot(u"record.export"_s).isEmpty());
        friends.page->busy()->findChild<QPushButton *>()->click();
        QVERIFY(friends.records->held->stop);
        friends.records->heldAnswer.addResult(Fault{FaultKind::Conflict, u"stopped"_s});
        friends.records->heldAnswer.finish();
        QTRY_VERIFY(!friends.page->busy()->isVisible());
        QCOMPARE(friends.page->list()->banner()->text(), u"Cancelled."_s);
        QVERIFY(friends.page->list()->commands()->whyNot(u"record.export"_s).isEmpty());
    }

    void aFileIsTriedOutThenTakenIn()
    {
        Opened friends;
        friends.page->list()->commands()->trigger(u"record.import"_s);
        QTRY_VERIFY(friends.page->importing()->isVisible());
        QVERIFY(!friends.button(u"import.take"_s)->isEnabled());
        QVERIFY(!friends.button(u"import.take"_s)->toolTip().isEmpty());
        friends.button(u"import.choose"_s)->click();
        friends.desk.doors.paths.takeLast()(u"/tmp/friends.xlsx"_s);
        QTRY_VERIFY(friends.button(u"import.take"_s)->isEnabled());
        QCOMPARE(friends.button(u"import.take"_s)->text(), u"Import (1)"_s);
        QCOMPARE(friends.page->importing()->findChild<QLabel *>(u"results.counts"_s)->text(), u"New: 1  ·  Error: 1"_s);
        QCOMPARE(friends.records->friends.size(), 20); // nothing has changed yet
        QCOMPARE(checkTabOrder(friends.page.get()), QStringList());
        QCOMPARE(checkNames(friends.page.get()), QStringList());

        friends.button(u"import.marked"_s)->click();
        QCOMPARE(friends.desk.doors.wishes.constLast().suggestion, u"friends (marked).xlsx"_s);
        friends.desk.doors.paths.takeLast()(u"/tmp/marked.xlsx"_s);
        QTRY_COMPARE(friends.records->path, u"/tmp/marked.xlsx"_s);

        friends.button(u"import.take"_s)->click();
        QTRY_COMPARE(friends.records->friends.size(), 21);
        QTRY_COMPARE(friends.page->importing()->findChild<Banner *>()->text(),
            u"Rows imported: 1. Left out: 1. The reason stands at each."_s);
        QVERIFY(!friends.button(u"import.take"_s)->isEnabled()); // not twice
        QTest::keyClick(friends.button(u"import.close"_s), Qt::Key_Escape);
        QTRY_VERIFY(friends.page->list()->isVisible());
        QTRY_COMPARE(friends.page->list()->model()->found(), std::optional<qint64>(21));
    }

    void aFileIsDroppedOnThePage()
    {
        Opened friends;
        QMimeData dragged;
        dragged.setUrls({QUrl::fromLocalFile(u"/tmp/wrong.pdf"_s)});
        QDragEnterEvent enter({40, 40}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(friends.page.get(), &enter);
        QVERIFY(enter.isAccepted());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u".*"_s));
        QDropEvent drop({40, 40}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(friends.page.get(), &drop);
        QTRY_COMPARE(friends.page->importing()->findChild<Banner *>()->text(), u"That is no workbook."_s);
    }

    void aViewerLooksOnly()
    {
        Opened friends(5, u"viewer"_s);
        friends.page->list()->table()->selectRow(0);
        for (const QString &id : {u"record.new"_s, u"record.edit"_s, u"record.remove"_s, u"record.import"_s})
            QVERIFY2(friends.page->list()->commands()->whyNot(id).contains(label(Permission::IssueInvoices)),
                qPrintable(id));
        QTest::keyClick(friends.page->list()->table(), Qt::Key_Return);
        QTRY_VERIFY(friends.panel().isOpen());
        QVERIFY(!friends.button(u"record.change"_s)->isVisible());
        QMimeData dragged;
        dragged.setUrls({QUrl::fromLocalFile(u"/tmp/friends.xlsx"_s)});
        QDragEnterEvent enter({40, 40}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(friends.page.get(), &enter);
        QVERIFY(!enter.isAccepted());
    }

    void tabOrderIsTheOrderOfReading()
    {
        Opened friends;
        friends.openNew();
        QCOMPARE(checkTabOrder(friends.page.get()), QStringList());
        QCOMPARE(checkNames(friends.page.get()), QStringList());
        QCOMPARE(checkNothingCutOff(friends.page.get()), QStringList());
        friends.page->resize(700, 500); // too narrow for both: the panel has the page to itself
        QTRY_VERIFY(!friends.page->list()->isVisible());
        QTest::keyClick(friends.field(u"name"_s), Qt::Key_Escape);
        QTRY_VERIFY(friends.page->list()->isVisible());
    }
};

QTEST_MAIN(RecordPageTest)
#include "tst_record_page.moc"

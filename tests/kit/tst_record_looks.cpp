// SPDX-License-Identifier: GPL-3.0-or-later
// The states of a page of records. With KP_SHOTS=folder each look is kept there as a picture.
#include "tests/kit/fake_records.h"
#include "tests/kit/reading_order.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/import_panel.h"
#include "ui/kit/list_table.h"
#include "ui/kit/tree_picker.h"
#include "ui/kit/windowed_model.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace kp;
using namespace Qt::StringLiterals;

namespace
{

void keepPicture(QWidget &widget, const QString &name)
{
    QCoreApplication::sendPostedEvents();
    const QString folder = qEnvironmentVariable("KP_SHOTS");
    if (folder.isEmpty())
        return;
    const QString file =
        u"%1-%2@%3.png"_s.arg(name, isDark() ? u"dark"_s : u"light"_s).arg(qRound(widget.devicePixelRatioF() * 100));
    QVERIFY(widget.grab().save(QDir(folder).filePath(file)));
}

void checkPage(QWidget &page)
{
    QCOMPARE(checkTabOrder(&page).join(u'\n'), QString());
    QCOMPARE(checkNames(&page).join(u'\n'), QString());
    QCOMPARE(checkNothingCutOff(&page).join(u'\n'), QString());
}

struct Shown {
    FakeDesk desk;
    std::shared_ptr<FakeRecords> records = std::make_shared<FakeRecords>(20);
    RecordPage page{friendSpec(records), desk.desk};
    Shown()
    {
        page.resize(1180, 640);
        page.show();
        QApplication::setActiveWindow(&page);
        page.setFocus();
        QTRY_COMPARE(page.list()->model()->rowCount(), 20);
        page.list()->table()->selectRow(2);
    }
};

} // namespace

class RecordLooksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("light") << Scheme::Light;
        QTest::newRow("dark") << Scheme::Dark;
    }

    void init()
    {
        QFETCH_GLOBAL(Scheme, scheme);
        applyTheme(*qApp, scheme);
    }

    void oneRecordBesideItsList()
    {
        Shown shown;
        QTest::keyClick(shown.page.list()->table(), Qt::Key_F2);
        QTRY_VERIFY(shown.page.panel()->isOpen());
        auto *name = shown.page.findChild<QLineEdit *>(u"name"_s);
        QTRY_VERIFY(!name->text().isEmpty());
        name->clear();
        QTest::keyClick(name, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(shown.records->saves, 1);
        QTRY_VERIFY(shown.page.findChild<QPushButton *>(u"record.save"_s)->isEnabled());
        checkPage(shown.page);
        keepPicture(shown.page, u"record-edit"_s);
    }

    void aBatchThatWentHalfWay()
    {
        Shown shown;
        shown.records->at(2).name = u"keep me"_s;
        shown.page.list()->table()->selectAll();
        QTest::keyClick(shown.page.list()->table(), Qt::Key_Delete);
        shown.desk.doors.answers.takeFirst()(true);
        QTRY_VERIFY(shown.page.findChild<QPushButton *>(u"outcome.close"_s)->isVisible());
        checkPage(shown.page);
        keepPicture(shown.page, u"record-kept"_s);
    }

    void anImportThatWasTriedOut()
    {
        Shown shown;
        shown.page.list()->commands()->trigger(u"record.import"_s);
        checkPage(shown.page);
        keepPicture(shown.page, u"import-empty"_s);
        shown.page.importing()->tryOut(u"/tmp/friends.xlsx"_s);
        QTRY_VERIFY(shown.page.findChild<QPushButton *>(u"import.take"_s)->isEnabled());
        checkPage(shown.page);
        keepPicture(shown.page, u"import-tried"_s);
    }

    void theTree()
    {
        Shown shown;
        TreePicker picker(u"Fruit"_s, &shown.page);
        picker.setEntries({{u"1000000000000000000"_s, {}, u"货物"_s, u"货物"_s, {}, {}, false},
            {u"1010115010100000000"_s, u"1000000000000000000"_s, u"苹果"_s, u"水果"_s, u"9%"_s}});
        picker.openUnder(&shown.page, u"1010115010100000000"_s);
        QTRY_VERIFY(picker.isVisible());
        keepPicture(picker, u"picker"_s);
    }
};

QTEST_MAIN(RecordLooksTest)
#include "tst_record_looks.moc"

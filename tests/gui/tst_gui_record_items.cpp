// SPDX-License-Identifier: GPL-3.0-or-later
// C1 商品/项目信息 and C5 常用开票项, worked by keyboard in the real window.
#include "tests/document/raw_workbook.h"
#include "tests/gui/record_hands.h"

#include "core/base/pinyin.h"
#include "core/document/workbook/record_reader.h"
#include "ui/kit/banner.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/form.h"
#include "ui/kit/list_table.h"
#include "ui/kit/result_table.h"
#include "ui/kit/tree_picker.h"
#include "ui/kit/windowed_model.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

using namespace gui;

class GuiRecordItems : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void C1_anEmptyListHasTheKeyboard();
    void C1_newWithThePicker();
    void C1_thePickerSearchesTheWholeTree();
    void C1_editAndView();
    void C1_queryAndFilter();
    void C1_templateDownload();
    void C1_importTriesBeforeItTakes();
    void C1_importSaysWhichCellsAreMergedBeforeAnythingIsStored();
    void C1_exportTheSelectionOrEverything();
    void C5_addFromItems();
    void C5_inAnOrderOfTheirOwn();
    void C5_viewAndRemove();
    void C5_binding();
    void C1_deleteOne();
    void C1_batchDelete();

private:
    RecordPage &items() { return goTo(m_desk, u"items"_s); }
    RecordPage &favourites() { return goTo(m_desk, u"favourites"_s); }
    TestDesk m_desk;
    QTemporaryDir m_files;
};

void GuiRecordItems::initTestCase()
{
    m_desk.open();
    m_desk.setUp();
    QVERIFY(apples(m_desk) != nullptr);
}

void GuiRecordItems::C1_anEmptyListHasTheKeyboard()
{
    items();
    QTRY_COMPARE(focused(), u"empty.step"_s);
    press(Qt::Key_Return); // the first step: a new one
    QTRY_COMPARE(focused(), u"name"_s);
    press(Qt::Key_Escape);
    QTRY_COMPARE(focused(), u"empty.step"_s);
}

void GuiRecordItems::C1_newWithThePicker()
{
    const Classification chosen = *apples(m_desk);
    RecordPage &page = items();
    press(Qt::Key_N, Qt::ControlModifier);
    enter(u"name"_s, u"红富士苹果"_s);
    QTRY_COMPARE(focused(), u"classification"_s);
    press(Qt::Key_F7);
    QTRY_COMPARE(focused(), u"picker.text"_s);
    type(chosen.name);
    press(Qt::Key_Return);
    QTRY_COMPARE(page.panel()->form()->text(u"classification"_s), chosen.code);
    enter(u"spec"_s, u"80mm"_s);
    enter(u"unit"_s, u"箱"_s);
    enter(u"price"_s, u"68.5"_s);
    for (const QString &key : {u"taxIncluded"_s, u"rate"_s, u"preference"_s})
        enter(key, {});
    enter(u"code"_s, u"HFS"_s);
    enter(u"category"_s, u"水果"_s); // Enter in the last field saves
    QTRY_VERIFY(!page.panel()->isOpen());
    waitForRows(page, 1);
    QTRY_COMPARE(focused(), u"list.table"_s); // which was not there while the form was open
    QCOMPARE(cell(page, 0, u"name"_s), u"红富士苹果"_s);
    QCOMPARE(cell(page, 0, u"shortName"_s), chosen.shortName);
    QCOMPARE(cell(page, 0, u"price"_s), u"68.5"_s);

    press(Qt::Key_N, Qt::ControlModifier); // the same once more is refused, at its field
    enter(u"name"_s, u"红富士苹果"_s);
    enter(u"classification"_s, chosen.code);
    enter(u"spec"_s, u"80mm"_s);
    enter(u"unit"_s, u"箱"_s);
    page.panel()->findChild<QPushButton *>(u"record.save"_s)->setFocus();
    press(Qt::Key_Space); // the button can not be pressed meanwhile, and loses the keyboard
    QTRY_VERIFY(page.findChild<QLabel *>(u"name.finding"_s)->isVisible());
    QTRY_COMPARE(focused(), u"name"_s);
    m_desk.doors().asked.clear();
    press(Qt::Key_Escape);
    QCOMPARE(m_desk.doors().asked.size(), 1);
    QVERIFY(!page.panel()->isOpen());
    QTRY_COMPARE(focused(), u"list.table"_s);
}

void GuiRecordItems::C1_thePickerSearchesTheWholeTree()
{
    RecordPage &page = items();
    press(Qt::Key_N, Qt::ControlModifier);
    enter(u"name"_s, {});
    QTRY_COMPARE(focused(), u"classification"_s);
    press(Qt::Key_F7);
    QTRY_COMPARE(focused(), u"picker.text"_s);
    auto *tree = page.findChild<TreePicker *>()->findChild<QTreeView *>();
    QVERIFY(m_desk.office().classification()->rows().size() > 4400);
    QVERIFY(tree->model()->rowCount() < 20); // few roots: everything else hangs from them
    type(u"pg"_s);
    const QString name = tree->currentIndex().siblingAtColumn(TreeModel::NameColumn).data().toString();
    QVERIFY2(containsInitials(name, u"pg"), qPrintable(name));
    press(Qt::Key_Escape);
    QTRY_COMPARE(focused(), u"classification"_s);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!page.panel()->isOpen());
}

void GuiRecordItems::C1_editAndView()
{
    RecordPage &page = items();
    waitForRows(page, 1);
    press(Qt::Key_Space); // selects the row the keyboard stands in
    QTRY_VERIFY(page.list()->commands()->whyNot(u"record.edit"_s).isEmpty());
    press(Qt::Key_F2);
    QTRY_COMPARE(focused(), u"name"_s);
    QTRY_COMPARE(page.panel()->form()->text(u"spec"_s), u"80mm"_s);
    page.panel()->form()->focusField(u"spec"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"90mm"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!page.panel()->isOpen());
    QTRY_COMPARE(cell(page, 0, u"spec"_s), u"90mm"_s);
    QCOMPARE(focused(), u"list.table"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(page.panel()->isOpen() && page.panel()->form()->text(u"spec"_s) == u"90mm"_s);
    QVERIFY(page.panel()->form()->editor(u"spec"_s)->lineEdit()->isReadOnly());
    QCOMPARE(focused(), u"list.table"_s); // to go on to the next one
    press(Qt::Key_Escape);
    QVERIFY(!page.panel()->isOpen());
    QCOMPARE(focused(), u"list.table"_s);
}

void GuiRecordItems::C1_queryAndFilter()
{
    RecordPage &page = items();
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(focused(), u"list.search"_s);
    type(u"hfs"_s); // the initials, and its short code
    press(Qt::Key_Return);
    waitForRows(page, 1);
    QTRY_COMPARE(focused(), u"list.table"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"xyz"_s);
    waitForRows(page, 0);
    press(Qt::Key_Return);
    QTRY_COMPARE(focused(), u"empty.step"_s); // "show everything"
    press(Qt::Key_Space);
    waitForRows(page, 1);
    QTRY_COMPARE(focused(), u"list.table"_s);
    auto *category = page.findChild<QLineEdit *>(u"filter.category"_s);
    category->setFocus();
    type(u"蔬菜"_s);
    waitForRows(page, 0);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"水"_s); // any part of it
    waitForRows(page, 1);
    QCOMPARE(page.findChild<QAbstractButton *>(u"list.filters"_s)->text(), u"Filters (1)"_s);
    QCOMPARE(focused(), u"filter.category"_s);
}

void GuiRecordItems::C1_templateDownload()
{
    RecordPage &page = items();
    const QString path = m_files.filePath(u"template.xlsx"_s);
    m_desk.doors().path = path;
    page.list()->commands()->trigger(u"record.template"_s);
    QTRY_COMPARE(page.list()->banner()->text(), u"Saved as %1."_s.arg(path));
    QCOMPARE(m_desk.doors().wishes.constLast().suggestion, u"商品信息导入模板.xlsx"_s);
    tryOut(m_desk, page, path); // nothing is filled in yet
    QTRY_VERIFY(page.importing()->banner()->text().contains(u"no rows"_s));
    QCOMPARE(focused(), u"import.close"_s);
    press(Qt::Key_Space);
    QTRY_COMPARE(focused(), u"list.table"_s);
}

void GuiRecordItems::C1_importTriesBeforeItTakes()
{
    RecordPage &page = items();
    waitForRows(page, 1);
    const QString path = m_files.filePath(u"rows.csv"_s);
    const QString code = apples(m_desk)->code;
    write(path, u"项目名称,商品和服务税收编码,规格型号,单位,单价,税率\n"
                u"红富士苹果,%1,90mm,箱,70,0.09\n"
                u"黄元帅苹果,%1,,箱,55,0.09\n"
                u"没有编码的东西,,,,,\n"
                u"国光苹果,%1,,斤,3.5,0.09\n"_s.arg(code)
                    .toUtf8());
    tryOut(m_desk, page, path);
    auto *results = page.importing()->findChild<ResultTable *>();
    QTRY_COMPARE(results->model().results().size(), 4);
    QCOMPARE(results->model().rowCount(), 1); // the bad one
    QCOMPARE(results->counts(), u"Changed: 1  ·  New: 2  ·  Error: 1"_s);
    QVERIFY(results->model().results().at(2).row == 4 && results->model().results().at(2).text.size() > 5); // why
    QCOMPARE(page.list()->model()->found(), std::optional<qint64>(1)); // nothing has happened yet

    m_desk.doors().path = m_files.filePath(u"marked.xlsx"_s); // the clerk's own file back
    page.importing()->findChild<QPushButton *>(u"import.marked"_s)->click();
    QTRY_VERIFY(page.importing()->banner()->text().startsWith(u"Saved as"_s));
    QCOMPARE(m_desk.doors().wishes.constLast().suggestion, u"rows (marked).xlsx"_s);
    int marked = 0;
    const auto sheet = workbook::readRecords<Item>(
        m_desk.doors().path, 100, [&](const RecordColumns &, const QList<ReadRecord<Item>> &rows) -> Outcome {
            marked += static_cast<int>(rows.size());
            return Done{};
        });
    QVERIFY(sheet.ok() && marked == 4); // it can be mended and imported as it is

    page.importing()->findChild<QPushButton *>(u"import.take"_s)->setFocus();
    takeIn(page);
    waitForRows(page, 3);
    tryOut(m_desk, page, path); // once more: nothing new
    QTRY_COMPARE(page.importing()->findChild<ResultTable *>()->counts(), u"Unchanged: 3  ·  Error: 1"_s);
    QCOMPARE(focused(), u"import.close"_s);
    press(Qt::Key_Escape);
    QTRY_COMPARE(focused(), u"list.table"_s);
    waitForRows(page, 3);
}

void GuiRecordItems::C1_importSaysWhichCellsAreMergedBeforeAnythingIsStored()
{
    RecordPage &page = items();
    waitForRows(page, 3);
    const auto text = [](const char *at, const QString &value) {
        return "<c r=\"" + QByteArray(at) + "\" t=\"inlineStr\"><is><t>" + value.toUtf8() + "</t></is></c>";
    };
    const QString code = apples(m_desk)->code;
    const QByteArray rows = "<row r=\"1\">" + text("A1", u"项目名称"_s) + text("B1", u"商品和服务税收编码"_s) +
                            text("C1", u"单位"_s) + "</row><row r=\"2\">" + text("A2", u"青苹果"_s) + text("B2", code) +
                            text("C2", u"箱"_s) + "</row><row r=\"3\">" + text("A3", u"黄苹果"_s) + text("B3", code) +
                            "</row>";
    test::RawWorkbook book;
    book.set("xl/worksheets/sheet1.xml",
        test::RawWorkbook::sheet(rows, "<mergeCells><mergeCell ref=\"C2:C3\"/></mergeCells>"));
    const QString path = m_files.filePath(u"merged.xlsx"_s);
    QVERIFY(book.write(path));
    tryOut(m_desk, page, path);
    auto *results = page.importing()->findChild<ResultTable *>();
    QTRY_COMPARE(results->counts(), u"New: 2"_s);
    QVERIFY(
        results->model().results().at(1).text.startsWith(u"Sheet One, row 3, column 3: the cells of rows 2 to 3"_s));
    QVERIFY2(page.importing()->banner()->text().contains(u"all the same: 2"_s),
        qPrintable(page.importing()->banner()->text()));
    press(Qt::Key_Escape);
    QTRY_COMPARE(focused(), u"list.table"_s);
    waitForRows(page, 3);
}

void GuiRecordItems::C1_exportTheSelectionOrEverything()
{
    RecordPage &page = items();
    waitForRows(page, 3);
    const auto exported = [&](const QString &name, int rows) {
        m_desk.doors().path = m_files.filePath(name);
        page.list()->commands()->trigger(u"record.export"_s);
        QTRY_COMPARE(page.list()->banner()->text(), u"Rows exported to %1: %2"_s.arg(m_desk.doors().path).arg(rows));
        QVERIFY(QRegularExpression(u"^商品信息导出列表\\d{14}\\.xlsx$"_s)
                    .match(m_desk.doors().wishes.constLast().suggestion)
                    .hasMatch());
        tryOut(m_desk, page, m_desk.doors().path); // what was exported can be imported again
        QTRY_COMPARE(page.importing()->findChild<ResultTable *>()->counts(), u"Unchanged: %1"_s.arg(rows));
        press(Qt::Key_Escape);
        QTRY_COMPARE(focused(), u"list.table"_s);
    };
    page.list()->table()->clearSelection();
    exported(u"all.xlsx"_s, 3); // nothing is selected: 所有页全选
    page.list()->table()->selectRow(1);
    exported(u"one.xlsx"_s, 1);
    askFor(page, {.search = u"国光"_s, .values = {}, .sortKey = {}});
    waitForRows(page, 1);
    exported(u"found.xlsx"_s, 1); // everything found is what the search has found
}

void GuiRecordItems::C5_addFromItems()
{
    RecordPage &empty = favourites();
    waitForRows(empty, 0);
    QTRY_COMPARE(focused(), u"empty.step"_s);
    press(Qt::Key_Space); // leads to the items
    QTRY_COMPARE(m_desk.window().workbench()->currentPage()->objectName(), u"items"_s);
    RecordPage &page = items();
    waitForRows(page, 3);
    QVERIFY(!page.list()->commands()->whyNot(u"item.favourite"_s).isEmpty()); // nothing is selected
    press(Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(page.list()->commands()->whyNot(u"item.favourite"_s), QString());
    page.list()->commands()->trigger(u"item.favourite"_s);
    QTRY_COMPARE(page.list()->banner()->text(), u"Added to the favourites: 3"_s);
    waitForRows(favourites(), 3);
}

void GuiRecordItems::C5_inAnOrderOfTheirOwn()
{
    RecordPage &page = favourites();
    waitForRows(page, 3);
    const auto names = [&page] {
        return QStringList{cell(page, 0, u"name"_s), cell(page, 1, u"name"_s), cell(page, 2, u"name"_s)};
    };
    const QStringList before = names();
    page.list()->table()->selectRow(2);
    QTRY_COMPARE(page.list()->commands()->whyNot(u"favourites.up"_s), QString());
    press(Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(names(), (QStringList{before.at(0), before.at(2), before.at(1)}));
    press(Qt::Key_Up, Qt::AltModifier); // it is still the one that is chosen
    QTRY_COMPARE(names(), (QStringList{before.at(2), before.at(0), before.at(1)}));
    QCOMPARE(focused(), u"list.table"_s);
    QTRY_COMPARE(page.list()->table()->currentIndex().row(), 0);
    press(Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(names(), (QStringList{before.at(0), before.at(2), before.at(1)}));
    askFor(page, {.search = {}, .values = {}, .sortKey = u"name"_s});
    waitForRows(page, 3);
    page.list()->table()->selectRow(1);
    QTRY_VERIFY(page.list()->commands()->whyNot(u"favourites.up"_s).contains(u"sorting"_s));
}

void GuiRecordItems::C5_viewAndRemove()
{
    RecordPage &page = favourites();
    waitForRows(page, 3);
    page.list()->table()->selectRow(1);
    press(Qt::Key_Return); // to look at; it is changed on its own page
    QTRY_VERIFY(page.panel()->isOpen());
    QVERIFY(page.list()->commands()->find(u"record.edit"_s) == nullptr);
    press(Qt::Key_Escape);
    QVERIFY(!page.panel()->isOpen());
    press(Qt::Key_Delete);
    waitForRows(page, 2);
    waitForRows(items(), 3); // the items themselves stay
}

void GuiRecordItems::C5_binding()
{
    favourites();
    auto *binding = m_desk.window().findChild<QCheckBox *>(u"favourites.binding"_s);
    QVERIFY(binding->isEnabled() && !binding->isChecked());
    const auto isBinding = [this] {
        const auto bound = m_desk.office().ask([company = m_desk.office().companyId()](service::Services &services) {
            return services.favourites.isBinding(company);
        });
        [&] { QTRY_VERIFY(bound.isFinished()); }();
        return bound.isFinished() && bound.result().valueOr(false);
    };
    binding->setFocus();
    press(Qt::Key_Space);
    QTRY_VERIFY(isBinding());
    QTRY_VERIFY(binding->isChecked());
    QCOMPARE(focused(), u"favourites.binding"_s);
    press(Qt::Key_Space);
    QTRY_VERIFY(!isBinding());
    QTRY_VERIFY(!binding->isChecked());
}

void GuiRecordItems::C1_deleteOne()
{
    RecordPage &page = items();
    waitForRows(page, 3);
    page.list()->table()->selectRow(0);
    const QString name = cell(page, 0, u"name"_s);
    m_desk.doors().asked.clear();
    m_desk.doors().accepts = false;
    press(Qt::Key_Delete);
    QTRY_COMPARE(m_desk.doors().asked.size(), 1);
    QVERIFY(m_desk.doors().asked.constFirst().text.contains(name)); // the question names it
    m_desk.doors().accepts = true;
    QCOMPARE(page.list()->model()->found(), std::optional<qint64>(3));
    auto *button = page.findChild<QPushButton *>(u"record.remove"_s); // the same by its button
    QTRY_VERIFY(button->isEnabled());
    button->setFocus();
    press(Qt::Key_Space);
    waitForRows(page, 2);
    QTRY_COMPARE(focused(), u"list.table"_s); // there is nothing selected to be deleted any more
    QTRY_VERIFY(page.list()->table()->currentIndex().isValid());
}

void GuiRecordItems::C1_batchDelete()
{
    RecordPage &page = items();
    waitForRows(page, 2);
    press(Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(page.list()->context().selection.ids.size(), 2);
    m_desk.doors().asked.clear();
    press(Qt::Key_Delete);
    QTRY_COMPARE(m_desk.doors().asked.size(), 1);
    QVERIFY(m_desk.doors().asked.constFirst().text.contains(u"2 rows"_s));
    waitForRows(page, 0);
    QCOMPARE(page.list()->banner()->text(), u"Deleted: 2"_s);
    QTRY_COMPARE(focused(), u"empty.step"_s);
}

QTEST_MAIN(GuiRecordItems)
#include "tst_gui_record_items.moc"

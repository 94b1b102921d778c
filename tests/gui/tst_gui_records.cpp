// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of base data, worked by keyboard in the real window. With KP_SHOTS=DIR each is also saved as a picture.
#include "tests/gui/desk.h"
#include "tests/gui/looks.h"
#include "tests/gui/record_hands.h"
#include "tests/kit/reading_order.h"

#include "core/base/pinyin.h"
#include "ui/kit/banner.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/form.h"
#include "ui/kit/import_panel.h"
#include "ui/kit/list_table.h"
#include "ui/kit/outcome_panel.h"
#include "ui/kit/result_table.h"
#include "ui/kit/tree_picker.h"
#include "ui/kit/windowed_model.h"
#include "ui/pages/catalogue.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeView>

using namespace gui;

class GuiRecords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyPageOpensEmptyInBothLanguages();
    void C1_newByKeyboardWithThePicker();
    void C1_thePickerSearchesTheWholeTree();
    void C1_editViewAndSearchByInitials();
    void C1_importWithErrors();
    void C1_exportCanBeImportedAgain();
    void C5_favourites();
    void C1_batchDelete();
    void C2_newWarnsAndDoesNotBlock();
    void C2_importTwiceAddsNothing();
    void C3_elementsAndScenes();
    void C4_businessTypes();
    void aPageWithUnsavedChangesAsksBeforeItCloses();
    void everyPageOpensFilledInBothLanguages_data();
    void everyPageOpensFilledInBothLanguages();
    void tabOrderIsTheOrderOfReading();

private:
    RecordPage &open(const QString &id);
    void walk(bool chinese, const QString &dress);
    void speak(const QString &language);
    void importCsv(RecordPage &page, const QByteArray &text);
    const Classification *apples();
    TestDesk m_desk;
    QTemporaryDir m_files;
};

void GuiRecords::initTestCase()
{
    m_desk.open();
    m_desk.setUp();
}

/// The page of records in front, its list counted and with the keyboard.
RecordPage &GuiRecords::open(const QString &id)
{
    m_desk.office().open(id);
    QWidget *front = m_desk.window().workbench()->currentPage();
    if (auto *tabs = qobject_cast<QTabWidget *>(front))
        front = tabs->currentWidget();
    auto *page = qobject_cast<RecordPage *>(front);
    if (page == nullptr)
        page = front->findChild<RecordPage *>();
    if (page == nullptr)
        qFatal("no page of records in front");
    [page] { QTRY_VERIFY(page->list()->model()->found().has_value()); }();
    page->list()->setQuery({});
    [page] { QTRY_VERIFY(page->list()->model()->found().has_value()); }();
    page->setFocus();
    return *page;
}

const Classification *GuiRecords::apples()
{
    return m_desk.office().classification()->proposals(u"苹果"_s, QDate(2026, 6, 1), 1).value(0).row;
}

/// Opens every page of the navigation and judges its description and its texts.
void GuiRecords::walk(bool chinese, const QString &dress)
{
    for (const PageEntry &entry : pagesFor(m_desk.office().actor())) {
        m_desk.office().open(entry.id);
        QWidget *page = m_desk.window().workbench()->currentPage();
        QVERIFY2(page != nullptr && page->objectName() == entry.id, qPrintable(entry.id));
        QTRY_VERIFY(page->isVisible());
        QVERIFY(!page->windowTitle().isEmpty());
        for (ListPage *list : listsOf(page)) {
            QTRY_VERIFY2(list->model()->found().has_value(), qPrintable(entry.id));
            QTRY_VERIFY(list->model()->rowCount() == 0 || list->model()->row(0) != nullptr);
            QVERIFY2(!list->banner()->isVisible(), qPrintable(list->banner()->text()));
            checkSpec(list->spec());
        }
        for (RecordPage *records : page->findChildren<RecordPage *>())
            QVERIFY(records->spec().manages != records->spec().views);
        if (chinese)
            QTRY_COMPARE(englishIn(shownTexts(page)), QStringList());
        shoot(m_desk.window(), entry.id + u'-' + dress);
    }
}

/// The window makes its workbench anew for another language, once the event that asked for it is over.
void GuiRecords::speak(const QString &language)
{
    const QPointer<QWidget> before(m_desk.window().workbench());
    m_desk.desktop().preferences().setLanguage(language);
    QTRY_VERIFY(before.isNull() && m_desk.window().workbench() != nullptr);
}

void GuiRecords::everyPageOpensEmptyInBothLanguages()
{
    walk(false, u"empty-en"_s);
    speak(u"zh_CN"_s);
    walk(true, u"empty-zh"_s);
    speak(u"en"_s);
}

void GuiRecords::C1_newByKeyboardWithThePicker()
{
    QTRY_VERIFY(apples() != nullptr);
    const Classification chosen = *apples();
    RecordPage &page = open(u"items"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    enter(u"name"_s, u"红富士苹果"_s);
    QTRY_COMPARE(focused(), u"classification"_s);
    press(Qt::Key_F7);
    QTRY_COMPARE(focused(), u"picker.text"_s);
    type(chosen.name);
    shoot(*page.findChild<TreePicker *>(), u"classification-picker"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(page.panel()->form()->text(u"classification"_s), chosen.code);
    enter(u"spec"_s, u"80mm"_s);
    enter(u"unit"_s, u"箱"_s);
    enter(u"price"_s, u"68.5"_s);
    for (const QString &key : {u"taxIncluded"_s, u"rate"_s, u"preference"_s})
        enter(key, {});
    enter(u"code"_s, u"HFS"_s);
    shoot(m_desk.window(), u"item-new"_s);
    enter(u"category"_s, u"水果"_s); // Enter in the last field saves
    QTRY_VERIFY(!page.panel()->isOpen());
    QTRY_COMPARE(page.list()->model()->found(), std::optional<qint64>(1));
    QTRY_COMPARE(cell(page, 0, u"name"_s), u"红富士苹果"_s);
    QCOMPARE(cell(page, 0, u"shortName"_s), chosen.shortName);
    QCOMPARE(cell(page, 0, u"price"_s), u"68.5"_s);

    press(Qt::Key_N, Qt::ControlModifier); // the same once more is refused, at its field
    enter(u"name"_s, u"红富士苹果"_s);
    enter(u"classification"_s, chosen.code);
    enter(u"spec"_s, u"80mm"_s);
    enter(u"unit"_s, u"箱"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(focused(), u"name"_s);
    QTRY_VERIFY(page.findChild<QLabel *>(u"name.finding"_s)->isVisible());
    m_desk.doors().asked.clear();
    press(Qt::Key_Escape);
    QCOMPARE(m_desk.doors().asked.size(), 1);
    QVERIFY(!page.panel()->isOpen());
}

void GuiRecords::C1_thePickerSearchesTheWholeTree()
{
    RecordPage &page = open(u"items"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    enter(u"name"_s, {});
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

void GuiRecords::C1_editViewAndSearchByInitials()
{
    RecordPage &page = open(u"items"_s);
    QTRY_COMPARE(page.list()->model()->rowCount(), 1);
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"hfs"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(page.list()->model()->found(), std::optional<qint64>(1));
    page.list()->table()->selectRow(0);
    press(Qt::Key_F2);
    QTRY_COMPARE(focused(), u"name"_s);
    QTRY_COMPARE(page.panel()->form()->text(u"spec"_s), u"80mm"_s);
    page.panel()->form()->focusField(u"spec"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"90mm"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!page.panel()->isOpen());
    QTRY_COMPARE(cell(page, 0, u"spec"_s), u"90mm"_s);
    page.list()->table()->selectRow(0);
    press(Qt::Key_Return);
    QTRY_VERIFY(page.panel()->isOpen() && page.panel()->form()->text(u"spec"_s) == u"90mm"_s);
    QVERIFY(page.panel()->form()->editor(u"spec"_s)->lineEdit()->isReadOnly());
    shoot(m_desk.window(), u"item-view"_s);
    page.panel()->close();
    page.list()->setQuery({.search = u"xyz"_s, .values = {}, .sortKey = {}});
    QTRY_COMPARE(page.list()->model()->found(), std::optional<qint64>(0));
}

/// Chooses the file in the import panel and waits for the trial.
void GuiRecords::importCsv(RecordPage &page, const QByteArray &text)
{
    const QString path = m_files.filePath(u"rows.csv"_s);
    write(path, text);
    m_desk.doors().path = path;
    page.list()->commands()->trigger(u"record.import"_s);
    QTRY_COMPARE(focused(), u"import.choose"_s);
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!page.importing()->isBusy(), 20000);
}

void GuiRecords::C1_importWithErrors()
{
    RecordPage &page = open(u"items"_s);
    const QString code = apples()->code;
    importCsv(page, u"项目名称,商品和服务税收编码,规格型号,单位,单价,税率\n"
                    u"红富士苹果,%1,90mm,箱,70,0.09\n"
                    u"黄元帅苹果,%1,,箱,55,0.09\n"
                    u"没有编码的东西,,,,,\n"
                    u"国光苹果,%1,,斤,3.5,0.09\n"_s.arg(code)
                        .toUtf8());
    auto *results = page.importing()->findChild<ResultTable *>();
    QTRY_COMPARE(results->model().results().size(), 4);
    QCOMPARE(results->model().rowCount(), 1); // the bad one
    QVERIFY2(results->counts().contains(u"New: 2"_s) && results->counts().contains(u"Error: 1"_s),
        qPrintable(results->counts()));
    QVERIFY(results->model().index(0, 3).data().toString().size() > 5); // why
    QCOMPARE(page.list()->model()->found(), std::optional<qint64>(1));  // nothing has happened yet
    shoot(m_desk.window(), u"item-import"_s);
    auto *take = page.importing()->findChild<QPushButton *>(u"import.take"_s);
    QTRY_VERIFY(take->isEnabled() && take->hasFocus());
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!page.importing()->isBusy() && !take->isEnabled(), 20000);
    press(Qt::Key_Escape);
    QTRY_COMPARE(page.list()->model()->found(), std::optional<qint64>(3));
    const QString path = m_files.filePath(u"template.xlsx"_s);
    m_desk.doors().path = path;
    page.list()->commands()->trigger(u"record.template"_s);
    QTRY_VERIFY(QFileInfo(path).size() > 1000);
    QCOMPARE(m_desk.doors().wishes.constLast().suggestion, u"商品信息导入模板.xlsx"_s);
}

void GuiRecords::C1_exportCanBeImportedAgain()
{
    RecordPage &page = open(u"items"_s);
    QTRY_COMPARE(page.list()->model()->rowCount(), 3);
    const QString path = m_files.filePath(u"exported.xlsx"_s);
    m_desk.doors().path = path;
    page.list()->commands()->trigger(u"record.export"_s);
    QVERIFY(QRegularExpression(u"^商品信息导出列表\\d{14}\\.xlsx$"_s)
                .match(m_desk.doors().wishes.constLast().suggestion)
                .hasMatch());
    QTRY_COMPARE(page.list()->banner()->text(), u"Rows exported to %1: 3"_s.arg(path));
    page.list()->commands()->trigger(u"record.import"_s);
    page.importing()->tryOut(path);
    QTRY_VERIFY_WITH_TIMEOUT(!page.importing()->isBusy(), 20000);
    QCOMPARE(page.importing()->findChild<ResultTable *>()->counts(), u"Unchanged: 3"_s);
    press(Qt::Key_Escape);
    QTRY_VERIFY(page.list()->isVisible());
}

void GuiRecords::C5_favourites()
{
    RecordPage &items = open(u"items"_s);
    QTRY_VERIFY(items.list()->model()->row(2) != nullptr);
    items.list()->table()->selectAll();
    QTRY_COMPARE(items.list()->commands()->whyNot(u"item.favourite"_s), QString());
    items.list()->commands()->trigger(u"item.favourite"_s);
    QTRY_COMPARE(items.list()->banner()->text(), u"Added to the favourites: 3"_s);
    RecordPage &favourites = open(u"favourites"_s);
    QTRY_COMPARE(favourites.list()->model()->found(), std::optional<qint64>(3));
    QTRY_VERIFY(favourites.list()->model()->row(2) != nullptr);
    favourites.list()->table()->selectRow(1);
    favourites.list()->table()->setFocus();
    press(Qt::Key_Return); // to look at; it is changed on its own page
    QTRY_VERIFY(favourites.panel()->isOpen());
    QVERIFY(favourites.list()->commands()->find(u"record.edit"_s) == nullptr);
    shoot(m_desk.window(), u"favourite-view"_s);
    favourites.panel()->close();
    favourites.list()->table()->selectRow(1);
    favourites.list()->table()->setFocus();
    press(Qt::Key_Delete);
    QTRY_COMPARE(favourites.list()->model()->found(), std::optional<qint64>(2));
    auto *binding = m_desk.window().findChild<QCheckBox *>(u"favourites.binding"_s);
    QVERIFY(binding->isEnabled() && !binding->isChecked());
    binding->setFocus();
    press(Qt::Key_Space);
    QTRY_VERIFY(binding->isChecked());
    const auto bound = m_desk.office().ask([company = m_desk.office().companyId()](service::Services &services) {
        return services.favourites.isBinding(company);
    });
    QTRY_VERIFY(bound.isFinished());
    QVERIFY(bound.result().valueOr(false));
    press(Qt::Key_Space);
    QTRY_VERIFY(!binding->isChecked());
    RecordPage &again = open(u"items"_s); // the items themselves stay
    QTRY_COMPARE(again.list()->model()->found(), std::optional<qint64>(3));
}

void GuiRecords::C1_batchDelete()
{
    RecordPage &page = open(u"items"_s);
    QTRY_COMPARE(page.list()->model()->rowCount(), 3);
    QTRY_VERIFY(page.list()->model()->row(2) != nullptr);
    press(Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(page.list()->context().selection.ids.size(), 3);
    m_desk.doors().asked.clear();
    press(Qt::Key_Delete);
    QTRY_COMPARE(m_desk.doors().asked.size(), 1);
    QTRY_COMPARE(page.list()->model()->found(), std::optional<qint64>(0));
    QCOMPARE(page.list()->banner()->text(), u"Deleted: 3"_s);
}

void GuiRecords::C2_newWarnsAndDoesNotBlock()
{
    RecordPage &page = open(u"customers"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    enter(u"name"_s, u"演练云帆信息技术有限公司"_s);
    enter(u"taxNumber"_s, u"91110000YL00000120"_s); // a wrong check digit
    QTRY_VERIFY(page.findChild<QLabel *>(u"taxNumber.finding"_s)->isVisible());
    shoot(m_desk.window(), u"customer-warning"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!page.panel()->isOpen());
    QTRY_COMPARE(page.list()->model()->found(), std::optional<qint64>(1));
    page.list()->setQuery({.search = u"yfxx"_s, .values = {}, .sortKey = {}}); // 云帆信息
    QTRY_COMPARE(page.list()->model()->found(), std::optional<qint64>(1));
    page.list()->setQuery({.search = {}, .values = {{u"kind"_s, u"person"_s}}, .sortKey = {}});
    QTRY_COMPARE(page.list()->model()->found(), std::optional<qint64>(0));
}

void GuiRecords::C2_importTwiceAddsNothing()
{
    RecordPage &page = open(u"customers"_s);
    QByteArray text = u"客户名称,纳税人识别号,购买方类型,地址,电话,邮箱\n"_s.toUtf8();
    for (int i = 1; i <= 30; ++i)
        text += u"演练第%1号客户,,个人,北京市演练区 %1 号,010-000000%1,no%1@example.com\n"_s.arg(i).toUtf8();
    for (int round = 0; round < 2; ++round) {
        importCsv(page, text);
        auto *take = page.importing()->findChild<QPushButton *>(u"import.take"_s);
        QCOMPARE(take->isEnabled(), round == 0);
        if (round == 0) {
            press(Qt::Key_Space);
            QTRY_VERIFY_WITH_TIMEOUT(!page.importing()->isBusy() && !take->isEnabled(), 20000);
        }
        press(Qt::Key_Escape);
        QTRY_COMPARE(page.list()->model()->found(), std::optional<qint64>(31));
    }
}

void GuiRecords::C3_elementsAndScenes()
{
    RecordPage &elements = open(u"extras"_s);
    for (int i = 1; i <= ElementDefinition::most; ++i) {
        press(Qt::Key_N, Qt::ControlModifier);
        enter(u"name"_s, u"要素%1"_s.arg(i));
        enter(u"type"_s, {});
        QTRY_VERIFY(!elements.panel()->isOpen());
        QTRY_COMPARE(elements.list()->model()->found(), std::optional<qint64>(i));
    }
    QTRY_VERIFY(!elements.list()->commands()->whyNot(u"record.new"_s).isEmpty()); // ten are the most

    auto *tabs = qobject_cast<QTabWidget *>(m_desk.window().workbench()->currentPage());
    tabs->setCurrentIndex(1);
    RecordPage &scenes = open(u"extras"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    enter(u"name"_s, u"物业收费"_s);
    QTRY_COMPARE(focused(), u"elements"_s);
    auto *list = qobject_cast<QListWidget *>(QApplication::focusWidget());
    QTRY_COMPARE(list->count(), ElementDefinition::most);
    const QString second = list->item(1)->text();
    press(Qt::Key_Space);
    press(Qt::Key_Down);
    press(Qt::Key_Space);
    press(Qt::Key_Up, Qt::ControlModifier); // the second one shall stand first
    QCOMPARE(list->item(0)->text(), second);
    shoot(m_desk.window(), u"scene-new"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(!scenes.panel()->isOpen());
    QTRY_VERIFY(cell(scenes, 0, u"elements"_s).startsWith(second + u"、"_s));

    tabs->setCurrentIndex(0);
    RecordPage &again = open(u"extras"_s);
    QTRY_VERIFY(again.list()->model()->row(ElementDefinition::most - 1) != nullptr);
    press(Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(again.list()->context().selection.ids.size(), ElementDefinition::most);
    press(Qt::Key_Delete);
    auto *outcome = again.findChild<OutcomePanel *>();
    QTRY_VERIFY(outcome->isVisible());
    QCOMPARE(outcome->table()->model().results().size(), 2); // a scene uses them
    QTRY_COMPARE(again.list()->model()->found(), std::optional<qint64>(2));
    shoot(m_desk.window(), u"elements-kept"_s);
    press(Qt::Key_Escape);
}

void GuiRecords::C4_businessTypes()
{
    RecordPage &page = open(u"businessTypes"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    enter(u"company"_s, {});
    enter(u"name"_s, QString(26, u'业')); // 52 bytes
    enter(u"note"_s, {});
    QTRY_VERIFY(page.findChild<QLabel *>(u"name.finding"_s)->isVisible());
    QVERIFY(page.panel()->isOpen());
    QTRY_COMPARE(focused(), u"name"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    enter(u"name"_s, u"线上销售"_s);
    enter(u"note"_s, u"各平台的订单"_s);
    QTRY_VERIFY(!page.panel()->isOpen());
    QTRY_COMPARE(page.list()->model()->found(), std::optional<qint64>(1));
    page.list()->setQuery({.search = {}, .values = {{u"name"_s, u"上销"_s}}, .sortKey = {}}); // any part of it
    QTRY_COMPARE(page.list()->model()->found(), std::optional<qint64>(1));
    QTRY_COMPARE(cell(page, 0, u"company"_s), m_desk.office().company()->company.party.name);
    const QString other = QString::number(m_desk.office().company()->company.id.value() + 1);
    page.list()->setQuery({.search = {}, .values = {{u"company"_s, other}}, .sortKey = {}});
    QTRY_VERIFY(page.list()->model()->found().has_value());
    page.list()->setQuery({});
}

void GuiRecords::aPageWithUnsavedChangesAsksBeforeItCloses()
{
    open(u"extras"_s);
    QWidget *page = m_desk.window().workbench()->currentPage();
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(focused(), u"name"_s);
    type(u"半个要素"_s);
    m_desk.doors().asked.clear();
    m_desk.doors().accepts = false;
    press(Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(m_desk.doors().asked.size(), 1);
    QCOMPARE(m_desk.window().workbench()->currentPage(), page);
    m_desk.doors().accepts = true;
    press(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(m_desk.window().workbench()->currentPage() != page);
}

void GuiRecords::everyPageOpensFilledInBothLanguages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::newRow("zh-light") << u"zh_CN"_s << false;
    QTest::newRow("zh-dark") << u"zh_CN"_s << true;
    QTest::newRow("en-light") << u"en"_s << false;
    QTest::newRow("en-dark") << u"en"_s << true;
}

void GuiRecords::everyPageOpensFilledInBothLanguages()
{
    QFETCH(const QString, language);
    QFETCH(const bool, dark);
    m_desk.close();
    m_desk.open(language, dark ? Scheme::Dark : Scheme::Light);
    m_desk.signIn();
    const QString dress = QString::fromLatin1(QTest::currentDataTag());
    walk(language == "zh_CN"_L1, dress);
    RecordPage &page = open(u"customers"_s);
    QTRY_VERIFY(page.list()->model()->row(0) != nullptr);
    page.list()->table()->selectRow(0);
    press(Qt::Key_F2);
    QTRY_COMPARE(focused(), u"name"_s);
    if (language == "zh_CN"_L1)
        QTRY_COMPARE(englishIn(shownTexts(&page)), QStringList());
    shoot(m_desk.window(), u"customer-edit-"_s + dress);
    press(Qt::Key_Escape);
}

void GuiRecords::tabOrderIsTheOrderOfReading()
{
    for (const QString &id : {u"items"_s, u"customers"_s, u"extras"_s, u"businessTypes"_s}) {
        RecordPage &page = open(id);
        press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(page.panel()->isOpen());
        QVERIFY(tabChain(&page).size() > 8);
        QCOMPARE(checkTabOrder(&page).join(u'\n'), QString());
        QCOMPARE(checkNames(&page).join(u'\n'), QString());
        QCOMPARE(checkNothingCutOff(&page).join(u'\n'), QString());
        press(Qt::Key_Escape);
    }
}

QTEST_MAIN(GuiRecords)
#include "tst_gui_records.moc"

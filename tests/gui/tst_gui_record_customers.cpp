// SPDX-License-Identifier: GPL-3.0-or-later
// C2 客户/购方信息, C3 附加要素项目 and 场景模板, C4 业务类型, worked by keyboard in the real window.
#include "tests/gui/record_hands.h"

#include "ui/kit/banner.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/form.h"
#include "ui/kit/list_table.h"
#include "ui/kit/outcome_panel.h"
#include "ui/kit/result_table.h"
#include "ui/kit/windowed_model.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>

using namespace gui;

class GuiRecordCustomers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void C2_newWarnsAndDoesNotBlock();
    void C2_editKeepsEarlierAddresses();
    void C2_queryAndFilter();
    void C2_templateAndImportTwice();
    void C2_partialImportOfAChangedFile();
    void C2_deleteMany();
    void C3_elementsAreTenAtMost();
    void C3_aSceneHasThemInItsOwnOrder();
    void C3_elementsInUseStay();
    void C4_lengthsAreCountedInBytes();
    void C4_viewEditQueryDelete();

private:
    RecordPage &customers() { return goTo(m_desk, u"customers"_s); }
    RecordPage &types() { return goTo(m_desk, u"businessTypes"_s); }
    RecordPage &extras(int tab);
    TestDesk m_desk;
    QTemporaryDir m_files;
};

void GuiRecordCustomers::initTestCase()
{
    m_desk.open();
    m_desk.setUp();
}

/// One of the two lists of the page, chosen by keyboard.
RecordPage &GuiRecordCustomers::extras(int tab)
{
    goTo(m_desk, u"extras"_s);
    auto *tabs = qobject_cast<QTabWidget *>(m_desk.window().workbench()->currentPage());
    if (tabs->currentIndex() != tab) {
        tabs->tabBar()->setFocus();
        press(tab == 1 ? Qt::Key_Right : Qt::Key_Left);
    }
    RecordPage &page = pageInFront(m_desk);
    page.setFocus();
    [&page] { QTRY_VERIFY(page.list()->model()->found().has_value()); }();
    return page;
}

void GuiRecordCustomers::C2_newWarnsAndDoesNotBlock()
{
    RecordPage &page = customers();
    QTRY_COMPARE(focused(), u"empty.step"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    enter(u"name"_s, u"演练云帆信息技术有限公司"_s);
    enter(u"taxNumber"_s, u"91110000YL00000120"_s); // a wrong check digit
    QTRY_VERIFY(page.findChild<QLabel *>(u"taxNumber.finding"_s)->isVisible());
    page.panel()->form()->focusField(u"email"_s);
    type(u"old@example.com"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!page.panel()->isOpen());
    waitForRows(page, 1);
    QTRY_COMPARE(focused(), u"list.table"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    enter(u"name"_s, {});
    press(Qt::Key_S, Qt::ControlModifier); // a name it must have
    QTRY_COMPARE(focused(), u"name"_s);
    QVERIFY(page.findChild<QLabel *>(u"name.finding"_s)->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!page.panel()->isOpen());
}

void GuiRecordCustomers::C2_editKeepsEarlierAddresses()
{
    RecordPage &page = customers();
    waitForRows(page, 1);
    page.list()->table()->selectRow(0);
    press(Qt::Key_F2);
    QTRY_COMPARE(focused(), u"name"_s);
    page.panel()->form()->focusField(u"email"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"new@example.com"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!page.panel()->isOpen());
    QTRY_COMPARE(cell(page, 0, u"email"_s), u"new@example.com"_s);
    press(Qt::Key_F2);
    QTRY_COMPARE(focused(), u"name"_s);
    page.panel()->form()->focusField(u"email"_s);
    press(Qt::Key_F7); // 历史邮箱
    const auto menu = [&page] { return page.findChild<QMenu *>(u"email.history"_s); };
    QTRY_VERIFY(menu() != nullptr && menu()->isVisible());
    QCOMPARE(menu()->actions().size(), 2);
    QTest::keyClick(menu(), Qt::Key_Down);
    QTest::keyClick(menu(), Qt::Key_Down);
    QTest::keyClick(menu(), Qt::Key_Return);
    QTRY_COMPARE(page.panel()->form()->text(u"email"_s), u"old@example.com"_s);
    QTRY_COMPARE(focused(), u"email"_s);
    m_desk.doors().asked.clear();
    press(Qt::Key_Escape);
    QCOMPARE(m_desk.doors().asked.size(), 1);
    QTRY_COMPARE(focused(), u"list.table"_s);
}

void GuiRecordCustomers::C2_queryAndFilter()
{
    RecordPage &page = customers();
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"yfxx"_s); // 云帆信息
    press(Qt::Key_Return);
    waitForRows(page, 1);
    press(Qt::Key_F, Qt::ControlModifier);
    press(Qt::Key_Delete);
    auto *kind = page.findChild<QComboBox *>(u"filter.kind"_s);
    kind->setFocus();
    press(Qt::Key_End);
    QVERIFY(kind->currentIndex() > 1); // 企业 is the first
    waitForRows(page, 0);
    page.findChild<QPushButton *>(u"filters.clear"_s)->setFocus();
    press(Qt::Key_Space);
    waitForRows(page, 1);
}

void GuiRecordCustomers::C2_templateAndImportTwice()
{
    RecordPage &page = customers();
    m_desk.doors().path = m_files.filePath(u"template.xlsx"_s);
    page.list()->commands()->trigger(u"record.template"_s);
    QTRY_VERIFY(QFileInfo(m_desk.doors().path).size() > 1000);
    const QString path = m_files.filePath(u"customers.csv"_s);
    QByteArray text = u"客户名称,纳税人识别号,购买方类型,地址,电话,邮箱\n"_s.toUtf8();
    for (int i = 1; i <= 30; ++i)
        text += u"演练第%1号客户,,个人,北京市演练区 %1 号,010-000000%1,no%1@example.com\n"_s.arg(i).toUtf8();
    write(path, text);
    tryOut(m_desk, page, path);
    QTRY_COMPARE(page.importing()->findChild<ResultTable *>()->counts(), u"New: 30"_s);
    takeIn(page);
    waitForRows(page, 31);
    tryOut(m_desk, page, path);
    QTRY_COMPARE(page.importing()->findChild<ResultTable *>()->counts(), u"Unchanged: 30"_s);
    QVERIFY(!page.importing()->findChild<QPushButton *>(u"import.take"_s)->isEnabled());
    press(Qt::Key_Escape);
    waitForRows(page, 31);
}

void GuiRecordCustomers::C2_partialImportOfAChangedFile()
{
    RecordPage &page = customers();
    const QString path = m_files.filePath(u"changed.csv"_s);
    write(path, u"客户名称,纳税人识别号,购买方类型,地址,电话\n"
                u"演练第1号客户,,个人,,010-99999999\n" // the blank overwrites nothing
                u"演练错号客户,91 号,企业,,\n"
                u"演练新客户,,个人,,\n"_s.toUtf8());
    tryOut(m_desk, page, path);
    QTRY_COMPARE(page.importing()->findChild<ResultTable *>()->counts(), u"Changed: 1  ·  Error: 1  ·  New: 1"_s);
    takeIn(page);
    waitForRows(page, 32);
    askFor(page, {.search = u"演练第1号客户"_s, .values = {}, .sortKey = {}});
    waitForRows(page, 1);
    QCOMPARE(cell(page, 0, u"phone"_s), u"010-99999999"_s);
    QCOMPARE(cell(page, 0, u"address"_s), u"北京市演练区 1 号"_s);
}

void GuiRecordCustomers::C2_deleteMany()
{
    RecordPage &page = customers();
    askFor(page, {.search = u"号客户"_s, .values = {}, .sortKey = {}});
    waitForRows(page, 30);
    page.setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(page.list()->context().selection.ids.size(), 30);
    press(Qt::Key_Delete);
    waitForRows(page, 0);
    QCOMPARE(page.list()->banner()->text(), u"Deleted: 30"_s);
    QTRY_COMPARE(focused(), u"empty.step"_s);
    press(Qt::Key_Space);
    waitForRows(page, 2); // only what was found has gone
}

void GuiRecordCustomers::C3_elementsAreTenAtMost()
{
    RecordPage &elements = extras(0);
    press(Qt::Key_N, Qt::ControlModifier);
    for (int i = 1; i <= ElementDefinition::most; ++i) {
        QTRY_VERIFY(elements.panel()->form()->text(u"name"_s).isEmpty());
        QTRY_COMPARE(focused(), u"name"_s);
        type(u"要素%1"_s.arg(i));
        if (i < ElementDefinition::most)
            press(Qt::Key_Return, Qt::ControlModifier); // saves and goes on
        else
            press(Qt::Key_S, Qt::ControlModifier);
        waitForRows(elements, i);
    }
    QTRY_VERIFY(!elements.panel()->isOpen());
    QTRY_COMPARE(focused(), u"list.table"_s);
    QTRY_VERIFY(elements.list()->commands()->whyNot(u"record.new"_s).contains(u"at most 10"_s));
    press(Qt::Key_N, Qt::ControlModifier); // the key says why, too
    QTRY_VERIFY(elements.list()->banner()->text().contains(u"at most 10"_s));
    QVERIFY(!elements.panel()->isOpen());
}

void GuiRecordCustomers::C3_aSceneHasThemInItsOwnOrder()
{
    RecordPage &scenes = extras(1);
    QTRY_COMPARE(focused(), u"empty.step"_s);
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
    press(Qt::Key_Return);
    QTRY_VERIFY(!scenes.panel()->isOpen());
    waitForRows(scenes, 1);
    QTRY_COMPARE(focused(), u"list.table"_s);
    QTRY_VERIFY(cell(scenes, 0, u"elements"_s).startsWith(second + u"、"_s));

    press(Qt::Key_Space); // selects the row the keyboard stands in
    QTRY_VERIFY(scenes.list()->commands()->whyNot(u"record.edit"_s).isEmpty());
    press(Qt::Key_F2);
    QTRY_COMPARE(focused(), u"name"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"物业"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(cell(scenes, 0, u"name"_s), u"物业"_s);
}

void GuiRecordCustomers::C3_elementsInUseStay()
{
    RecordPage &elements = extras(0);
    waitForRows(elements, ElementDefinition::most);
    press(Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(elements.list()->context().selection.ids.size(), ElementDefinition::most);
    press(Qt::Key_Delete);
    auto *outcome = elements.findChild<OutcomePanel *>();
    QTRY_VERIFY(outcome->isVisible());
    QCOMPARE(outcome->table()->model().results().size(), 2); // a scene uses them
    for (const RowResult &kept : outcome->table()->model().results())
        QVERIFY2(kept.text.contains(u"物业"_s), qPrintable(kept.text)); // and which one
    waitForRows(elements, 2);
    QCOMPARE(focused(), u"outcome.close"_s);
    press(Qt::Key_Escape);
    QVERIFY(!outcome->isVisible());
    QTRY_COMPARE(focused(), u"list.table"_s);

    RecordPage &scenes = extras(1);
    waitForRows(scenes, 1);
    press(Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY(scenes.list()->commands()->whyNot(u"record.remove"_s).isEmpty());
    press(Qt::Key_Delete);
    waitForRows(scenes, 0);
    RecordPage &freed = extras(0);
    waitForRows(freed, 2);
    press(Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY(freed.list()->commands()->whyNot(u"record.remove"_s).isEmpty());
    press(Qt::Key_Delete);
    waitForRows(freed, 0); // nothing uses them any more
}

void GuiRecordCustomers::C4_lengthsAreCountedInBytes()
{
    RecordPage &page = types();
    press(Qt::Key_N, Qt::ControlModifier);
    enter(u"company"_s, {});
    enter(u"name"_s, QString(26, u'业')); // 52 bytes
    enter(u"note"_s, QString(31, u'注')); // 62 bytes
    QTRY_VERIFY(page.findChild<QLabel *>(u"name.finding"_s)->isVisible());
    QVERIFY(page.findChild<QLabel *>(u"name.finding"_s)->text().contains(u"52"_s));
    QVERIFY(page.findChild<QLabel *>(u"note.finding"_s)->text().contains(u"62"_s));
    QTRY_COMPARE(focused(), u"name"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    enter(u"name"_s, QString(25, u'业')); // just as long as it may be
    QTRY_COMPARE(focused(), u"note"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    enter(u"note"_s, QString(30, u'注'));
    QTRY_VERIFY(!page.panel()->isOpen());
    waitForRows(page, 1);
    press(Qt::Key_N, Qt::ControlModifier);
    enter(u"company"_s, {});
    enter(u"name"_s, QString(25, u'业')); // taken
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(page.findChild<QLabel *>(u"name.finding"_s)->isVisible());
    QTRY_COMPARE(focused(), u"name"_s);
    press(Qt::Key_Escape);
    QTRY_COMPARE(focused(), u"list.table"_s);
}

void GuiRecordCustomers::C4_viewEditQueryDelete()
{
    RecordPage &page = types();
    waitForRows(page, 1);
    press(Qt::Key_Return);
    QTRY_VERIFY(page.panel()->isOpen() && page.panel()->mode() == RecordPanel::Mode::View);
    auto *change = page.panel()->findChild<QPushButton *>(u"record.change"_s);
    QTRY_VERIFY(change->isEnabled()); // once the record has come
    change->setFocus();
    press(Qt::Key_Space); // from looking to changing
    QTRY_COMPARE(focused(), u"company"_s);
    page.panel()->form()->focusField(u"name"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"线上销售"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(cell(page, 0, u"name"_s), u"线上销售"_s);
    QCOMPARE(cell(page, 0, u"company"_s), m_desk.office().company()->company.party.name);

    auto *name = page.findChild<QLineEdit *>(u"filter.name"_s);
    name->setFocus();
    type(u"上销"_s); // 模糊查询: any part of it
    waitForRows(page, 1);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"线下"_s);
    waitForRows(page, 0);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    waitForRows(page, 1);
    auto *seller = page.findChild<QComboBox *>(u"filter.company"_s);
    seller->setFocus();
    press(Qt::Key_Down);
    QCOMPARE(seller->currentText(), m_desk.office().company()->company.party.name);
    waitForRows(page, 1);
    page.setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY(page.list()->commands()->whyNot(u"record.remove"_s).isEmpty());
    press(Qt::Key_Delete);
    waitForRows(page, 0);
}

QTEST_MAIN(GuiRecordCustomers)
#include "tst_gui_record_customers.moc"

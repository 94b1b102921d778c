// SPDX-License-Identifier: GPL-3.0-or-later
// What every page of records owes to the kit, in the real window: nothing unsaved is lost, saved filters, columns,
// print, sums, reasons; and the search over everything.
#include "tests/gui/record_hands.h"

#include "ui/kit/banner.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/form.h"
#include "ui/kit/list_parts.h"
#include "ui/kit/list_table.h"
#include "ui/kit/windowed_model.h"
#include "ui/shell/overlays.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPrinter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <future>

using namespace gui;

class GuiRecordKit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aClosedPageIsAskedAboutOnce();
    void theWindowIsAskedAboutOnceForAllPages();
    void signingOutAsks();
    void theKeyboardComesBackToThePage();
    void theSearchFindsRecords();
    void theSearchAnswersTheLatestQuestion();
    void filtersAreSaved();
    void columnsAreChosenAndRemembered();
    void theListIsPrinted();
    void theStatusRowCounts();
    void whoMayNotLearnsWhoMay();

private:
    RecordPage &customers() { return goTo(m_desk, u"customers"_s); }
    void halfARecord(RecordPage &page, const QString &first);
    void signInAs(const QString &account, const QString &password);
    QMenu *shownMenu(const QString &name);
    QMenu *openMenu(RecordPage &page, const QString &button);
    TestDesk m_desk;
    QTemporaryDir m_files;
};

void GuiRecordKit::initTestCase()
{
    QApplication::setQuitOnLastWindowClosed(false); // the window is closed and opened again
    m_desk.open();
    m_desk.setUp();
    RecordPage &page = customers();
    const QString path = m_files.filePath(u"customers.csv"_s);
    write(path,
        u"客户名称,购买方类型,客户分类\n演练云帆信息,企业,老\n演练青禾商行,企业,老\n演练远山酒店,企业,新\n"_s.toUtf8());
    tryOut(m_desk, page, path);
    takeIn(page);
    waitForRows(page, 3);
}

QMenu *GuiRecordKit::shownMenu(const QString &name)
{
    for (QMenu *menu : m_desk.window().findChildren<QMenu *>(name))
        if (menu->isVisible())
            return menu;
    return nullptr;
}

/// By the keyboard on its button; null when none comes.
QMenu *GuiRecordKit::openMenu(RecordPage &page, const QString &button)
{
    const QString name = button + u".menu"_s;
    page.findChild<QToolButton *>(button)->setFocus();
    [&] { QTRY_COMPARE(focused(), button); }();
    press(Qt::Key_Space);
    [&] { QTRY_VERIFY(shownMenu(name) != nullptr); }();
    return shownMenu(name);
}

/// Begins a new record and leaves it at that.
void GuiRecordKit::halfARecord(RecordPage &page, const QString &first)
{
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(focused(), first);
    page.panel()->form()->focusField(u"name"_s);
    type(u"半个"_s);
    m_desk.doors().asked.clear();
}

void GuiRecordKit::aClosedPageIsAskedAboutOnce()
{
    RecordPage &page = customers();
    halfARecord(page, u"name"_s);
    m_desk.doors().accepts = false;
    press(Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(m_desk.doors().asked.size(), 1);
    QVERIFY(m_desk.doors().asked.constFirst().destructive);
    QCOMPARE(&pageInFront(m_desk), &page);
    m_desk.doors().accepts = true;
    press(Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(m_desk.doors().asked.size(), 2);
    QTRY_COMPARE(m_desk.window().workbench()->currentPage()->objectName(), u"issuing"_s);
}

void GuiRecordKit::theWindowIsAskedAboutOnceForAllPages()
{
    RecordPage &first = customers();
    halfARecord(first, u"name"_s);
    QVERIFY(m_desk.doors().asked.isEmpty());
    halfARecord(goTo(m_desk, u"businessTypes"_s), u"company"_s);
    m_desk.office().open(u"invoices"_s);
    m_desk.doors().accepts = false;
    QVERIFY(!m_desk.window().close());
    QVERIFY(m_desk.window().isVisible());
    QCOMPARE(&pageInFront(m_desk), &first);   // what would be lost is shown
    QCOMPARE(m_desk.doors().asked.size(), 1); // for both
    const QString text = m_desk.doors().asked.constFirst().text;
    QVERIFY2(text.contains(u"customer"_s) && text.contains(u"business type"_s), qPrintable(text));
    QVERIFY(!m_desk.window().close()); // what was kept is asked about again
    QCOMPARE(m_desk.doors().asked.size(), 2);
    m_desk.doors().accepts = true;
    m_desk.window().close();
    QTRY_VERIFY(!m_desk.window().isVisible());
    QCOMPARE(m_desk.doors().asked.size(), 3);
    m_desk.close();
    m_desk.open();
    m_desk.signIn();
    QVERIFY(m_desk.window().close()); // nothing is unsaved: nothing is asked
    QVERIFY(m_desk.doors().asked.isEmpty());
    m_desk.close();
    m_desk.open();
    m_desk.signIn();
}

void GuiRecordKit::signingOutAsks()
{
    halfARecord(customers(), u"name"_s);
    m_desk.doors().accepts = false;
    Q_EMIT m_desk.window().workbench()->signOutAsked();
    QTRY_COMPARE(m_desk.doors().asked.size(), 1);
    QVERIFY(m_desk.window().workbench() != nullptr);
    m_desk.doors().accepts = true;
    press(Qt::Key_Escape);
    QTRY_COMPARE(focused(), u"list.table"_s);
}

/// From whatever comes up over it, and when another page is closed.
void GuiRecordKit::theKeyboardComesBackToThePage()
{
    RecordPage &page = customers();
    waitForRows(page, 3);
    for (const auto &[key, held] : {std::pair(Qt::Key_F1, Qt::NoModifier), std::pair(Qt::Key_K, Qt::ControlModifier)}) {
        press(key, held);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
        QTRY_COMPARE(focused(), u"list.table"_s);
    }
    press(Qt::Key_F, Qt::ControlModifier); // another place than the one where the keyboard is at first
    goTo(m_desk, u"extras"_s);
    press(Qt::Key_W, Qt::ControlModifier);
    QTRY_COMPARE(&pageInFront(m_desk), &page);
    QTRY_COMPARE(focused(), u"list.search"_s);
    m_desk.window().workbench()->findChild<QToolButton *>(u"navigation.items"_s)->click();
    QTRY_VERIFY(!focused().isEmpty() && pageInFront(m_desk).isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_W, Qt::ControlModifier);
    QTRY_COMPARE(focused(), u"list.search"_s);
}

void GuiRecordKit::theSearchFindsRecords()
{
    goTo(m_desk, u"items"_s);
    press(Qt::Key_K, Qt::ControlModifier);
    auto *search = m_desk.window().findChild<QuickSearch *>();
    auto *found = search->findChild<QListWidget *>();
    type(u"qhsh"_s); // 青禾商行
    QTRY_VERIFY(found->count() == 1 && found->item(0)->text().contains(u"演练青禾商行"_s));
    shoot(*search, u"search-customer"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_desk.window().workbench()->currentPage()->objectName(), u"customers"_s);
    RecordPage &page = pageInFront(m_desk);
    QTRY_VERIFY(page.panel()->isOpen());
    QTRY_COMPARE(page.panel()->form()->text(u"name"_s), u"演练青禾商行"_s);
    QCOMPARE(page.panel()->mode(), RecordPanel::Mode::View);
    QTRY_VERIFY(page.list()->table()->selectionModel()->hasSelection());
    QCOMPARE(cell(page, page.list()->table()->currentIndex().row(), u"name"_s), u"演练青禾商行"_s);
    QTRY_COMPARE(focused(), u"list.table"_s);
    press(Qt::Key_Escape);
    QVERIFY(!page.panel()->isOpen());

    press(Qt::Key_W, Qt::ControlModifier); // the page is not open: the record is shown as soon as it is
    press(Qt::Key_K, Qt::ControlModifier);
    type(u"远山酒店"_s);
    press(Qt::Key_Return); // before anything was found
    QTRY_COMPARE(m_desk.window().workbench()->currentPage()->objectName(), u"customers"_s);
    RecordPage &again = pageInFront(m_desk);
    waitForRows(again, 3);
    QTRY_COMPARE(again.panel()->form()->text(u"name"_s), u"演练远山酒店"_s);
    QTRY_VERIFY(again.list()->table()->selectionModel()->hasSelection());
    QCOMPARE(again.panel()->form()->text(u"name"_s),
        u"演练远山酒店"_s); // the list that came later has not put another there
    press(Qt::Key_Escape);
}

void GuiRecordKit::theSearchAnswersTheLatestQuestion()
{
    press(Qt::Key_K, Qt::ControlModifier);
    auto *search = m_desk.window().findChild<QuickSearch *>();
    auto *found = search->findChild<QListWidget *>();
    auto *text = search->findChild<QLineEdit *>(u"search.text"_s);
    auto *rest = search->findChild<QTimer *>();
    auto mayAnswer = std::make_shared<std::promise<void>>();
    Reader &reader = m_desk.office().reader(); // it answers one question after the other
    const auto held = reader.run([wait = mayAnswer->get_future().share()](service::Reading &) -> Result<bool> {
        wait.wait();
        return true;
    });
    for (const QString &typed : {u"演练"_s, u"云帆"_s, u"远山"_s, u"青禾"_s}) {
        text->setText(typed);
        Q_EMIT text->textEdited(typed);
        QTRY_VERIFY(!rest->isActive()); // each is asked for, none is answered yet
    }
    const auto last = reader.run([](service::Reading &) -> Result<bool> { return true; });
    mayAnswer->set_value();
    QTRY_VERIFY(held.isFinished() && last.isFinished()); // all answers are on their way
    QTRY_VERIFY(found->count() == 1 && found->item(0)->text().contains(u"青禾"_s));
    QCoreApplication::processEvents();
    QCOMPARE(found->count(), 1); // no older answer came after it
    press(Qt::Key_Escape);
    QTRY_VERIFY(!search->isVisible());
}

void GuiRecordKit::filtersAreSaved()
{
    RecordPage &page = customers();
    auto *category = page.findChild<QLineEdit *>(u"filter.category"_s);
    category->setFocus();
    type(u"老"_s);
    waitForRows(page, 2);
    QMenu *menu = openMenu(page, u"list.saved"_s);
    QVERIFY(menu != nullptr);
    auto *name = menu->findChild<QLineEdit *>(u"list.saved.name"_s);
    name->setFocus();
    QTest::keyClicks(name, u"Old ones"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(shownMenu(u"list.saved.menu"_s) == nullptr);
    page.findChild<QPushButton *>(u"filters.clear"_s)->click();
    waitForRows(page, 3);
    menu = openMenu(page, u"list.saved"_s);
    QVERIFY(menu != nullptr);
    QCOMPARE(menu->actions().constFirst()->text(), u"Old ones"_s);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    waitForRows(page, 2);
    QCOMPARE(category->text(), u"老"_s);
}

void GuiRecordKit::columnsAreChosenAndRemembered()
{
    RecordPage &page = customers();
    const auto columnOf = [](const RecordPage &of, const QString &key) {
        const QList<ColumnSpec> &columns = of.spec().list.columns;
        return static_cast<int>(std::find_if(columns.begin(), columns.end(), [&](const ColumnSpec &column) {
            return column.key == key;
        }) - columns.begin());
    };
    QVERIFY(page.list()->table()->isColumnHidden(columnOf(page, u"bank"_s)));
    QMenu *columns = openMenu(page, u"list.columns"_s);
    QVERIFY(columns != nullptr);
    for (QAction *action : columns->actions())
        if (action->text() == u"Bank"_s || action->text() == u"Contact"_s)
            action->trigger();
    columns->close();
    QVERIFY(!page.list()->table()->isColumnHidden(columnOf(page, u"bank"_s)));
    QVERIFY(page.list()->table()->isColumnHidden(columnOf(page, u"contact"_s)));
    m_desk.close(); // they are there the next day, and the saved filters too
    m_desk.open();
    m_desk.signIn();
    RecordPage &again = customers();
    QVERIFY(!again.list()->table()->isColumnHidden(columnOf(again, u"bank"_s)));
    QVERIFY(again.list()->table()->isColumnHidden(columnOf(again, u"contact"_s)));
    QMenu *saved = openMenu(again, u"list.saved"_s);
    QVERIFY(saved != nullptr);
    QCOMPARE(saved->actions().constFirst()->text(), u"Old ones"_s);
    saved->close();
}

void GuiRecordKit::theListIsPrinted()
{
    RecordPage &page = customers();
    waitForRows(page, 3);
    const auto printTo = [this](const QString &name) {
        m_desk.doors().printer = std::make_shared<QPrinter>();
        m_desk.doors().printer->setOutputFileName(m_files.filePath(name));
    };
    printTo(u"all.pdf"_s);
    press(Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(page.list()->banner()->text(), u"Rows printed: 3"_s, 20000);
    QVERIFY(QFileInfo(m_files.filePath(u"all.pdf"_s)).size() > 1000);
    page.list()->table()->selectRow(1);
    printTo(u"one.pdf"_s);
    press(Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(page.list()->banner()->text(), u"Rows printed: 1"_s, 20000);
}

void GuiRecordKit::theStatusRowCounts()
{
    RecordPage &page = customers();
    waitForRows(page, 3);
    auto *status = page.findChild<StatusRow *>();
    page.list()->table()->clearSelection();
    QTRY_COMPARE(status->text().trimmed(), u"Rows: 3"_s);
    page.setFocus(); // it was left in the middle of something else
    QTRY_COMPARE(focused(), u"list.table"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY(status->text().contains(u"Selected: 3"_s));
    askFor(page, {.search = u"云帆"_s, .values = {}, .sortKey = {}});
    QTRY_COMPARE(status->text().trimmed(), u"Rows: 1"_s);
}

void GuiRecordKit::signInAs(const QString &account, const QString &password)
{
    auto *field = m_desk.window().findChild<QLineEdit *>(u"signin.account"_s);
    QTRY_VERIFY_WITH_TIMEOUT((field = m_desk.window().findChild<QLineEdit *>(u"signin.account"_s)) != nullptr, 20000);
    QTRY_VERIFY(QApplication::focusWidget() != nullptr);
    field->setText(account);
    m_desk.window().findChild<QLineEdit *>(u"signin.password"_s)->setFocus();
    type(password);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.window().workbench() != nullptr, 30000);
}

void GuiRecordKit::whoMayNotLearnsWhoMay()
{
    const QString password = u"looks-only-2026"_s;
    const auto added = m_desk.office().ask([actor = m_desk.office().actor(), password](service::Services &services) {
        return services.accounts.add(actor, User{{}, u"looker"_s, u"赵看"_s, {u"viewer"_s}}, Secret(password.toUtf8()));
    });
    QTRY_VERIFY_WITH_TIMEOUT(added.isFinished(), 20000);
    QVERIFY2(added.result().ok(), added.result().ok() ? "" : qPrintable(added.result().fault().message));
    m_desk.close();
    m_desk.open();
    signInAs(u"looker"_s, password);
    RecordPage &page = customers();
    waitForRows(page, 3);
    page.list()->table()->selectRow(0);
    for (const QString &id :
        {u"record.new"_s, u"record.edit"_s, u"record.remove"_s, u"record.import"_s, u"record.template"_s}) {
        auto *button = page.findChild<QPushButton *>(id);
        QVERIFY2(!button->isEnabled(), qPrintable(id));
        QVERIFY2(
            button->toolTip().contains(rolesThatGrant(Permission::MaintainRecords)), qPrintable(button->toolTip()));
        QCOMPARE(button->accessibleDescription(), button->toolTip());
    }
    for (const QString &id : {u"record.view"_s, u"record.export"_s, u"record.print"_s})
        QTRY_VERIFY2(page.findChild<QPushButton *>(id)->isEnabled(), qPrintable(id));
    press(Qt::Key_N, Qt::ControlModifier); // the key says it as well
    QTRY_VERIFY(page.list()->banner()->text().contains(rolesThatGrant(Permission::MaintainRecords)));
    QVERIFY(!page.panel()->isOpen());
    press(Qt::Key_Return);
    QTRY_VERIFY(page.panel()->isOpen());
    QVERIFY(!page.panel()->findChild<QPushButton *>(u"record.change"_s)->isVisible());
    press(Qt::Key_Escape);
    press(Qt::Key_K, Qt::ControlModifier); // what may be looked at is found
    type(u"云帆"_s);
    auto *found = m_desk.window().findChild<QuickSearch *>()->findChild<QListWidget *>();
    QTRY_VERIFY(found->count() == 1 && found->item(0)->text().contains(u"演练云帆信息"_s));
    press(Qt::Key_Escape);
    auto *binding = goTo(m_desk, u"favourites"_s).parentWidget()->findChild<QWidget *>(u"favourites.binding"_s);
    QVERIFY(binding != nullptr && !binding->isEnabled());
    QVERIFY(binding->toolTip().contains(rolesThatGrant(Permission::SetCompanyRules)));
}

QTEST_MAIN(GuiRecordKit)
#include "tst_gui_record_kit.moc"

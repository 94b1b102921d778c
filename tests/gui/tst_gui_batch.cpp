// SPDX-License-Identifier: GPL-3.0-or-later
// The batch page in the real window: a good workbook, a bad one repaired by keyboard, a pause over the end of the
// program, what was refused. With KP_SHOTS=DIR pictures are saved.
#include "tests/gui/batch.h"

#include "core/document/workbook/reader.h"
#include "ui/kit/list_table.h"
#include "ui/pages/detail/detail_page.h"

#include <QLineEdit>
#include <QListWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QUndoStack>

using namespace gui;

class GuiBatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void D11_theEmptyPageOffersTheTemplate();
    void D11_checksFirstAndIssuesThen();
    void D11_badCellsAreRepairedByKeyboard();
    void D11_aBuyerIsChosenAmongTheCustomers();
    void D11_repairsOutliveTheWindow();
    void D11_pausesAndGoesOnAfterARestart();
    void D11_goesOnWhileThePageIsClosed();
    void D11_refusedOrdersAreTriedAgain();
    void D11_aThousandOrdersStayFluent();

private:
    std::unique_ptr<TestDesk> m_desk;
    std::unique_ptr<QTemporaryDir> m_files;
};

void GuiBatch::init()
{
    m_files = std::make_unique<QTemporaryDir>();
    m_desk = std::make_unique<TestDesk>();
    m_desk->open();
    m_desk->setUp();
}

void GuiBatch::cleanup()
{
    m_desk.reset();
}

void GuiBatch::D11_theEmptyPageOffersTheTemplate()
{
    BatchPage &page = batchPage(*m_desk);
    auto *text = page.findChild<QLabel *>(u"empty.text"_s);
    QTRY_VERIFY(text->isVisible());
    QVERIFY(text->text().contains(u"V260401"_s));
    QVERIFY(!command(page, u"batch.issue"_s)->isEnabled());
    QVERIFY(!command(page, u"batch.issue"_s)->toolTip().isEmpty());

    m_desk->doors().path = m_files->filePath(u"template.xlsx"_s);
    command(page, u"batch.template"_s)->click();
    QTRY_VERIFY(page.list()->banner()->isVisible());
    const auto read = workbook::readOrders(m_desk->doors().path);
    QVERIFY(read.ok());
    QVERIFY(read->orders.isEmpty());

    // What nobody has filled in is no workbook of orders, and says so.
    openWorkbook(*m_desk, page, m_desk->doors().path);
    QTRY_VERIFY(page.list()->banner()->text().contains(u"template.xlsx"_s));
}

void GuiBatch::D11_checksFirstAndIssuesThen()
{
    TestDesk &desk = *m_desk;
    BatchPage &page = batchPage(desk);
    const workbook::OrderRows rows = test::sampleOrders();
    const int orders = static_cast<int>(rows.head.size());
    QTRY_VERIFY(desk.office().stock().has_value());
    openWorkbook(desk, page, writeOrders(*m_files, u"orders.xlsx"_s, rows));
    QTRY_COMPARE(shown(page, u"Ready"_s), orders);
    QVERIFY(!page.repair()->isVisible());
    QCOMPARE(page.findChild<QLabel *>(u"batch.file"_s)->text(), u"orders.xlsx"_s);

    // Nothing has been changed yet, and the figures are there.
    QCOMPARE(storedInvoices(desk), 0);
    const service::BatchNeed need = page.work().need();
    QCOMPARE(need.fresh, orders);
    const auto figure = [&](const QString &name) { return page.findChild<QLabel *>(name)->text(); };
    QCOMPARE(figure(u"need.numbers.needed"_s), QString::number(orders));
    QCOMPARE(figure(u"need.credit.needed"_s), need.net.toGrouped());
    QCOMPARE(figure(u"need.credit.atHand"_s), desk.office().stock()->credit.toGrouped());
    QCOMPARE(figure(u"need.credit.after"_s), need.creditAfter().toGrouped());

    desk.doors().accepts = false;
    command(page, u"batch.issue"_s)->click();
    QCOMPARE(desk.doors().asked.size(), 1);
    QVERIFY(desk.doors().asked.constFirst().title.contains(QString::number(orders)));
    QVERIFY(desk.doors().asked.constFirst().text.contains(need.gross.toGrouped()));
    QVERIFY(!page.work().isRunning());
    desk.doors().accepts = true;
    command(page, u"batch.issue"_s)->setFocus();
    command(page, u"batch.issue"_s)->click();
    command(page, u"batch.issue"_s)->click(); // harmless
    QCOMPARE(desk.doors().asked.size(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(shown(page, u"Issued"_s), orders, 60000);
    QTRY_VERIFY(!page.work().isRunning());
    QCOMPARE(storedInvoices(desk), orders);
    QTRY_VERIFY(page.list()->banner()->text().contains(QString::number(orders)));
    QVERIFY(!command(page, u"batch.issue"_s)->isEnabled());
    QTRY_COMPARE(QApplication::focusWidget(), page.list()->table());
    shoot(desk.window(), u"batch-issued"_s);

    desk.doors().path = m_files->filePath(u"results.xlsx"_s);
    command(page, u"batch.export"_s)->click();
    QTRY_VERIFY(page.list()->banner()->text().contains(u"results.xlsx"_s));
    const auto exported = workbook::Reader::open(desk.doors().path);
    QVERIFY(exported.ok());
    QStringList numbers;
    QVERIFY(exported
                ->readRows(0,
                    [&numbers](const workbook::Row &row) {
                        numbers.append(row.cells.back().text);
                        return true;
                    })
                .ok());
    QCOMPARE(numbers.size(), orders + 1);
    QCOMPARE(numbers.at(1), page.work().report().orders.constFirst().number);

    page.list()->table()->setFocus();
    page.list()->table()->selectRow(2);
    const InvoiceId id = page.work().report().orders.at(2).invoice;
    QTRY_VERIFY(page.list()->context().selection.isSingle());
    press(Qt::Key_Return);
    QTRY_VERIFY(desk.shows<DetailPage>());
    QVERIFY(id.isValid());

    // The same file again issues nothing twice.
    BatchPage &again = batchPage(desk);
    openWorkbook(desk, again, m_files->filePath(u"orders.xlsx"_s));
    QTRY_COMPARE(shown(again, u"Issued"_s), orders);
    QVERIFY(!command(again, u"batch.issue"_s)->isEnabled());
}

/// Two wrong cells on two sheets, found, repaired and taken back, without the mouse.
void GuiBatch::D11_badCellsAreRepairedByKeyboard()
{
    TestDesk &desk = *m_desk;
    workbook::OrderRows rows = test::sampleOrders();
    const int orders = static_cast<int>(rows.head.size());
    const int name = headColumn(u"购买方名称");
    const int rate = lineColumn(u"税率");
    rows.head[1][name].clear();
    rows.lines[0][rate] = u"0.99"_s;
    BatchPage &page = batchPage(desk);
    openWorkbook(desk, page, writeOrders(*m_files, u"bad.xlsx"_s, rows));
    QTRY_COMPARE(shown(page, u"To be repaired"_s), 2);
    QCOMPARE(shown(page, u"Ready"_s), orders - 2);
    QTRY_COMPARE(page.repair()->tables().size(), 2);
    QVERIFY(page.repair()->isVisible());
    shoot(desk.window(), u"batch-bad"_s);

    FindingTable *findings = page.repair()->findings();
    QVERIFY(findings->findings()->rowCount() >= 2);
    QCOMPARE(findings->findings()->findings().constFirst().place,
        (CellPlace{workbook::orderTemplate().head.name, 5, name + 1}));
    findings->setFocus();
    findings->setCurrentIndex(findings->findings()->index(0, 0));
    press(Qt::Key_Return);
    RepairTable *heads = page.repair()->tables().constFirst();
    QTRY_COMPARE(QApplication::focusWidget(), heads);
    QCOMPARE(heads->currentIndex().column(), name);
    QVERIFY(heads->cells()->isWrong(heads->currentIndex()));
    QVERIFY(!heads->currentIndex().data(Qt::ToolTipRole).toString().isEmpty());

    QTest::keyClick(heads, Qt::Key_F2);
    QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr);
    type(u"示例浦江商贸有限公司"_s);
    press(Qt::Key_Return); // and on to the next wrong one, on the other sheet
    RepairTable *lines = page.repair()->tables().constLast();
    QTRY_COMPARE(QApplication::focusWidget(), lines);
    QCOMPARE(
        lines->cells()->placeOf(lines->currentIndex()), (CellPlace{workbook::orderTemplate().lines.name, 4, rate + 1}));
    QTRY_COMPARE(shown(page, u"To be repaired"_s), 1);
    QTest::keyClick(lines, Qt::Key_0); // typing begins to edit
    press(Qt::Key_Period);
    press(Qt::Key_1);
    press(Qt::Key_3);
    press(Qt::Key_Return);
    QTRY_COMPARE(shown(page, u"Ready"_s), orders);
    QTRY_VERIFY(!lines->cells()->isWrong(lines->currentIndex()));
    QTRY_COMPARE(QApplication::focusWidget(), command(page, u"batch.issue"_s)); // nothing is left to repair

    lines->setFocus();
    QTest::keyClick(lines, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(shown(page, u"To be repaired"_s), 1);
    QTest::keyClick(lines, Qt::Key_Y, Qt::ControlModifier);
    QTRY_COMPARE(shown(page, u"Ready"_s), orders);
    QCOMPARE(storedInvoices(desk), 0);

    // The copy is the repaired workbook, with the colours and comments of what is wrong.
    QTest::keyClick(lines, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(shown(page, u"To be repaired"_s), 1);
    QTRY_VERIFY(!page.work().isChecking());
    desk.doors().path = m_files->filePath(u"marked.xlsx"_s);
    command(page, u"batch.marked"_s)->click();
    QTRY_VERIFY(page.list()->banner()->text().contains(u"marked.xlsx"_s));
    const auto marked = workbook::readOrders(desk.doors().path);
    QVERIFY(marked.ok());
    QCOMPARE(marked->orders.at(1).draft.buyer.name, u"示例浦江商贸有限公司"_s);
    QCOMPARE(marked->orders.at(0).draft.lines.constFirst().rate, TaxRate::fromMillionths(990'000));
}

/// As on the issuing page: a part of the name finds him, and what is known of him comes with him.
void GuiBatch::D11_aBuyerIsChosenAmongTheCustomers()
{
    TestDesk &desk = *m_desk;
    Customer customer;
    customer.company = desk.office().companyId();
    customer.party.name = u"演练浦江商贸有限公司"_s;
    customer.party.taxNumber = u"91110000YL0000012K"_s;
    customer.party.address = u"北京市演练区浦江路 8 号"_s;
    customer.email = u"caiwu@pujiang.example"_s;
    const auto saved = desk.office().ask([actor = desk.office().actor(), customer](service::Services &services) {
        return services.customers.save(actor, customer).record.ok();
    });
    QTRY_VERIFY(saved.isFinished());
    QVERIFY(saved.result());

    workbook::OrderRows rows = test::sampleOrders();
    QStringList &head = rows.head[1];
    head[headColumn(u"购买方名称")].clear();
    head[headColumn(u"购买方纳税人识别号")] = u"91110000YL00000120"_s;
    head[headColumn(u"购买方地址")] = u"演练路 1 号"_s;
    head[headColumn(u"购买方邮箱")].clear();
    BatchPage &page = batchPage(desk);
    openWorkbook(desk, page, writeOrders(*m_files, u"buyer.xlsx"_s, rows));
    QTRY_COMPARE(page.repair()->tables().size(), 1);
    RepairTable *heads = page.repair()->tables().constFirst();
    page.repair()->goTo(page.work().findings().constFirst().place);
    QCOMPARE(heads->currentIndex().column(), headColumn(u"购买方名称"));
    const int row = heads->currentIndex().row();
    const auto cell = [&](QStringView column) {
        return heads->cells()->index(row, headColumn(column)).data().toString();
    };

    QTest::keyClick(heads, Qt::Key_F2);
    auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(edit != nullptr);
    type(u"浦江"_s);
    Q_EMIT edit->textEdited(edit->text()); // an input method's commit is an edit by the person
    const auto proposals = [edit] { return edit->findChild<QListWidget *>(u"proposals"_s); };
    QTRY_VERIFY(proposals() != nullptr && proposals()->isVisible() && proposals()->count() == 1);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(cell(u"购买方名称"), customer.party.name);
    QCOMPARE(cell(u"购买方纳税人识别号"), customer.party.taxNumber);
    QCOMPARE(cell(u"购买方邮箱"), customer.email);
    QCOMPARE(cell(u"购买方地址"), u"演练路 1 号"_s); // the workbook has said it
    QTRY_COMPARE(page.work().report().count(OrderState::Invalid), 0);
    QTRY_COMPARE(page.work().sheet().orders.at(1).draft.buyer.taxNumber, customer.party.taxNumber); // of the last check

    page.repair()->undoStack()->undo(); // one step
    QCOMPARE(cell(u"购买方名称"), QString());
    QCOMPARE(cell(u"购买方纳税人识别号"), u"91110000YL00000120"_s);
    QCOMPARE(cell(u"购买方邮箱"), QString());
    QTRY_COMPARE(page.work().report().count(OrderState::Invalid), 1);
}

void GuiBatch::D11_repairsOutliveTheWindow()
{
    TestDesk &desk = *m_desk;
    workbook::OrderRows rows = test::sampleOrders();
    const int orders = static_cast<int>(rows.head.size());
    rows.head[1][headColumn(u"购买方名称")].clear();
    const QString path = writeOrders(*m_files, u"bad.xlsx"_s, rows);
    {
        BatchPage &page = batchPage(desk);
        openWorkbook(desk, page, path);
        QTRY_COMPARE(page.repair()->tables().size(), 1);
        RepairTable *heads = page.repair()->tables().constFirst();
        page.repair()->goTo(page.work().findings().constFirst().place);
        QTest::keyClick(heads, Qt::Key_F2);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr);
        type(u"示例浦江商贸有限公司"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(shown(page, u"Ready"_s), orders);
    }
    desk.close();
    desk.open();
    desk.signIn();
    BatchPage &page = batchPage(desk);
    QTRY_COMPARE_WITH_TIMEOUT(shown(page, u"Ready"_s), orders, 20000);
    openWorkbook(desk, page, path); // the file itself is as it was
    QTRY_COMPARE(shown(page, u"Ready"_s), orders);
    QVERIFY(page.list()->banner()->isVisible());
    QVERIFY(desk.doors().asked.isEmpty());

    command(page, u"batch.close"_s)->click();
    QCOMPARE(desk.doors().asked.size(), 1);
    QTRY_VERIFY(!page.work().isOpen());
    openWorkbook(desk, page, path);
    QTRY_COMPARE(shown(page, u"To be repaired"_s), 1);
}

void GuiBatch::D11_pausesAndGoesOnAfterARestart()
{
    TestDesk &desk = *m_desk;
    desk.misbehave(R"([{"kind":"processing","times":-1}])");
    constexpr int orders = 30;
    const QString path = writeOrders(*m_files, u"many.xlsx"_s, test::manyOrders(orders));
    {
        BatchPage &page = batchPage(desk);
        openWorkbook(desk, page, path);
        QTRY_COMPARE(shown(page, u"Ready"_s), orders);
        command(page, u"batch.issue"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(shown(page, u"On its way"_s), 10, 30000);
        QTRY_COMPARE(shown(page, u"Waiting"_s), 20);
        QVERIFY(page.findChild<QWidget *>(u"busy"_s)->isVisible());
        shoot(desk.window(), u"batch-issuing"_s);
        command(page, u"batch.pause"_s)->click();
        QTRY_COMPARE(shown(page, u"Paused"_s), 20);
        QTRY_VERIFY(page.work().isPaused());
        QVERIFY(!command(page, u"batch.issue"_s)->isEnabled());
        QVERIFY(command(page, u"batch.resume"_s)->isEnabled());
        QCOMPARE(storedInvoices(desk), 10);
        shoot(desk.window(), u"batch-paused"_s);
    }
    desk.close(); // also ends the practice platform, and what it misbehaved
    desk.open();
    desk.signIn();
    BatchPage &page = batchPage(desk);
    QTRY_VERIFY_WITH_TIMEOUT(page.work().isPaused(), 20000);
    QTRY_VERIFY(page.list()->banner()->text().contains(u"many.xlsx"_s));
    auto *goOn = page.list()->banner()->findChild<QPushButton *>(u"banner.action"_s);
    QVERIFY(goOn != nullptr && goOn->isVisible());
    goOn->click();
    QTRY_COMPARE_WITH_TIMEOUT(shown(page, u"Issued"_s), orders, 60000);
    QTRY_VERIFY(!page.work().isRunning());
    QVERIFY(!page.work().isPaused());
    QCOMPARE(storedInvoices(desk), orders);
}

void GuiBatch::D11_goesOnWhileThePageIsClosed()
{
    TestDesk &desk = *m_desk;
    desk.misbehave(R"([{"kind":"processing","times":-1}])");
    constexpr int orders = 12;
    QPointer<BatchPage> first = &batchPage(desk);
    openWorkbook(desk, *first, writeOrders(*m_files, u"many.xlsx"_s, test::manyOrders(orders)));
    command(*first, u"batch.issue"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(shown(*first, u"On its way"_s), 10, 30000);
    auto *tabs = desk.window().workbench()->findChild<QTabWidget *>(u"pages"_s);
    QVERIFY(tabs != nullptr);
    qobject_cast<QAbstractButton *>(tabs->tabBar()->tabButton(tabs->currentIndex(), QTabBar::RightSide))->click();
    QTRY_VERIFY(first.isNull());

    BatchPage &page = batchPage(desk);
    QTRY_VERIFY_WITH_TIMEOUT(page.work().isRunning(), 20000);
    QTRY_COMPARE(shown(page, u"On its way"_s), 10);
    command(page, u"batch.pause"_s)->click(); // also from the page that did not begin it
    QTRY_VERIFY(page.work().isPaused());
    QTRY_COMPARE(shown(page, u"Paused"_s), 2);
}

void GuiBatch::D11_refusedOrdersAreTriedAgain()
{
    TestDesk &desk = *m_desk;
    desk.misbehave(R"([{"kind":"force_failed","operation":"QDFPSC"}])");
    const workbook::OrderRows rows = test::manyOrders(3);
    BatchPage &page = batchPage(desk);
    openWorkbook(desk, page, writeOrders(*m_files, u"three.xlsx"_s, rows));
    QVERIFY(!command(page, u"batch.retry"_s)->isEnabled());
    command(page, u"batch.issue"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(shown(page, u"Refused"_s), 3, 30000);
    QTRY_VERIFY(!page.work().isRunning());
    QVERIFY(page.repair()->isVisible()); // the platform's words stand at the orders
    QVERIFY(!page.work().findings().isEmpty());
    shoot(desk.window(), u"batch-refused"_s);
    const QString number = page.work().report().orders.constFirst().number;
    QVERIFY(command(page, u"batch.retry"_s)->isEnabled());
    command(page, u"batch.retry"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(shown(page, u"Issued"_s), 3, 30000);
    QCOMPARE(page.work().report().orders.constFirst().number, number);
    QCOMPARE(storedInvoices(desk), 3);
}

/// The window answers while a thousand orders with five thousand lines are read, checked, filtered and repaired.
void GuiBatch::D11_aThousandOrdersStayFluent()
{
    TestDesk &desk = *m_desk;
    workbook::OrderRows rows = test::manyOrders(1000);
    rows.head[500][headColumn(u"购买方名称")].clear();
    const QString path = writeOrders(*m_files, u"thousand.xlsx"_s, rows);
    BatchPage &page = batchPage(desk);
    QElapsedTimer since;
    qint64 longest = 0;
    QTimer beat;
    connect(&beat, &QTimer::timeout, this, [&] { longest = std::max(longest, since.restart()); });
    since.start();
    beat.start(5);
    QElapsedTimer whole;
    whole.start();
    openWorkbook(desk, page, path);
    const qint64 opened = whole.elapsed();
    QCOMPARE(page.work().report().count(OrderState::Invalid), 1);
    QTRY_COMPARE(page.repair()->tables().size(), 1);
    page.repair()->goTo(page.work().findings().constFirst().place);
    RepairTable *heads = page.repair()->tables().constFirst();
    whole.restart();
    Q_EMIT heads->typed(heads->currentIndex(), u"示例浦江商贸有限公司"_s);
    QTRY_COMPARE(page.work().report().count(OrderState::Invalid), 0);
    qInfo("1,000 orders: opened and checked in %lld ms, checked again in %lld ms, the window was away for %lld ms at "
          "most",
        opened, whole.elapsed(), longest);
    QVERIFY2(longest < 500, qPrintable(QString::number(longest)));
}

QTEST_MAIN(GuiBatch)
#include "tst_gui_batch.moc"

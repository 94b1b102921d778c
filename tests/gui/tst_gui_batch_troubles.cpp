// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong on the batch page: files that are no workbooks, a platform that does not answer, credit that does
// not suffice, a disk that takes nothing; and how the page looks. With KP_SHOTS=DIR pictures are saved.
#include "tests/gui/batch.h"
#include "tests/gui/looks.h"

#include "core/base/files.h"
#include "ui/kit/list_table.h"

#include <QDropEvent>
#include <QMimeData>

#include <zip.h>

using namespace gui;

namespace
{
constexpr int grossColumn = 7;
constexpr int messageColumn = 8;
} // namespace

class GuiBatchTroubles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void D11_filesThatAreNoOrdersAreNamed_data();
    void D11_filesThatAreNoOrdersAreNamed();
    void D11_aFileIsDroppedOntoThePage();
    void D11_anotherWorkbookAsksBeforeRepairsGo();
    void D11_saysThatTheCreditDoesNotSuffice();
    void D11_aLostConnectionLosesNothing();
    void D11_aFolderThatTakesNothingIsSaid();
    void D11_whatIsWrongStandsInSight_data();
    void D11_whatIsWrongStandsInSight();
    void D11_looks();

private:
    TestDesk m_desk;
    QTemporaryDir m_files;
};

void GuiBatchTroubles::initTestCase()
{
    m_desk.open();
    m_desk.setUp();
}

void GuiBatchTroubles::init()
{
    m_desk.misbehave(R"({"faults":[]})");
    m_desk.doors().asked.clear();
}

void GuiBatchTroubles::D11_filesThatAreNoOrdersAreNamed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("said");
    QByteArray ole = QByteArray::fromHex("d0cf11e0a1b11ae1").leftJustified(512, '\0');
    QByteArray protectedOne = ole;
    const QString stream = u"EncryptedPackage"_s;
    protectedOne.append(reinterpret_cast<const char *>(stream.utf16()), stream.size() * 2);
    QTest::newRow("text") << QByteArray("serial,buyer\n1,2\n") << u"orders.xlsx"_s;
    QTest::newRow("nothing") << QByteArray() << u"orders.xlsx"_s;
    QTest::newRow("password") << protectedOne << u"password"_s;
    QTest::newRow("damaged") << QByteArray("PK\3\4 and no more") << u"orders.xlsx"_s;

    // A sheet of zeros that is a hundred thousand times larger than its file.
    const QString bomb = m_files.filePath(u"bomb.xlsx"_s);
    zip_t *archive = zip_open(bomb.toUtf8().constData(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    const QByteArray zeros(80 << 20, '0');
    zip_file_add(archive, "xl/worksheets/sheet1.xml",
        zip_source_buffer(archive, zeros.constData(), static_cast<zip_uint64_t>(zeros.size()), 0), 0);
    zip_close(archive);
    QTest::newRow("zip bomb") << *readFile(bomb, 1 << 20) << u"orders.xlsx"_s;
}

void GuiBatchTroubles::D11_filesThatAreNoOrdersAreNamed()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, said);
    BatchPage &page = batchPage(m_desk);
    openWorkbook(m_desk, page, writeOrders(m_files, u"good.xlsx"_s, test::manyOrders(2)));
    m_desk.doors().path = m_files.filePath(u"orders.xlsx"_s);
    QVERIFY(writeFile(m_desk.doors().path, content).ok());
    QSignalSpy failed(&page.work(), &BatchWork::failed);
    command(page, u"batch.choose"_s)->click();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(page.list()->banner()->isVisible());
    QVERIFY2(
        page.list()->banner()->text().contains(said, Qt::CaseInsensitive), qPrintable(page.list()->banner()->text()));
    QCOMPARE(page.work().file().name, u"good.xlsx"_s); // what was in hand is still there
    QTRY_COMPARE(shown(page, u"Ready"_s), 2);
}

void GuiBatchTroubles::D11_aFileIsDroppedOntoThePage()
{
    BatchPage &page = batchPage(m_desk);
    QMimeData dragged;
    dragged.setUrls({QUrl::fromLocalFile(writeOrders(m_files, u"dropped.xlsx"_s, test::manyOrders(3)))});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&page, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({50, 50}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&page, &drop);
    QTRY_COMPARE(page.work().file().name, u"dropped.xlsx"_s);
    QTRY_COMPARE(shown(page, u"Ready"_s), 3);
}

void GuiBatchTroubles::D11_anotherWorkbookAsksBeforeRepairsGo()
{
    BatchPage &page = batchPage(m_desk);
    openWorkbook(m_desk, page, writeOrders(m_files, u"first.xlsx"_s, test::manyOrders(2)));
    page.work().putText({workbook::orderTemplate().head.name, 4, headColumn(u"备注") + 1}, u"示例"_s);
    QTRY_VERIFY(!page.work().isChecking());
    m_desk.doors().accepts = false;
    m_desk.doors().path = writeOrders(m_files, u"second.xlsx"_s, test::manyOrders(3));
    command(page, u"batch.choose"_s)->click();
    QCOMPARE(m_desk.doors().asked.size(), 1);
    QVERIFY(m_desk.doors().asked.constFirst().title.contains(u"first.xlsx"_s));
    QCOMPARE(page.work().file().name, u"first.xlsx"_s);
    m_desk.doors().accepts = true;
    openWorkbook(m_desk, page, m_desk.doors().path);
    QCOMPARE(page.work().file().name, u"second.xlsx"_s);
    QVERIFY(page.work().file().repairs.isEmpty());
}

void GuiBatchTroubles::D11_saysThatTheCreditDoesNotSuffice()
{
    workbook::OrderRows rows = test::manyOrders(3);
    // The practice company may issue ten thousand millions a month.
    const int amount = lineColumn(u"金额");
    for (QStringList &line : rows.lines)
        if (line.constFirst() == rows.lines.at(5).constFirst()) { // the second order
            line[lineColumn(u"数量")].clear();
            line[lineColumn(u"单价")].clear();
            line[amount] = u"9000000000"_s;
        }
    BatchPage &page = batchPage(m_desk);
    openWorkbook(m_desk, page, writeOrders(m_files, u"rich.xlsx"_s, rows));
    QTRY_COMPARE(shown(page, u"No credit"_s), 1);
    QCOMPARE(page.work().need().beyond, QList<qsizetype>({1}));
    auto *verdict = page.findChild<QLabel *>(u"need.verdict"_s);
    QVERIFY(verdict->isVisible());
    QVERIFY(verdict->text().contains(page.work().need().pool->toGrouped()));
    shoot(m_desk.window(), u"batch-no-credit"_s);
}

void GuiBatchTroubles::D11_aLostConnectionLosesNothing()
{
    BatchPage &page = batchPage(m_desk);
    workbook::OrderRows rows = test::manyOrders(3);
    for (QList<QStringList> *sheet : {&rows.head, &rows.lines})
        for (QStringList &row : *sheet)
            row.first().prepend(u"L"_s);
    openWorkbook(m_desk, page, writeOrders(m_files, u"lost.xlsx"_s, rows));
    m_desk.misbehave(R"([{"kind":"drop_before","operation":"QDFPSC","times":-1}])");
    command(page, u"batch.issue"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk.office().link().state, PlatformLink::State::Troubled, 30000);
    QTRY_VERIFY(page.list()->banner()->text().contains(u"Nothing is lost"_s));
    QVERIFY(page.work().isRunning());
    QTRY_COMPARE(shown(page, u"On its way"_s), 3);
    shoot(m_desk.window(), u"batch-offline"_s);
    m_desk.misbehave(R"({"faults":[]})");
    m_desk.office().retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(shown(page, u"Issued"_s), 3, 60000);
    QTRY_VERIFY(!page.work().isRunning());
}

void GuiBatchTroubles::D11_aFolderThatTakesNothingIsSaid()
{
    BatchPage &page = batchPage(m_desk);
    openWorkbook(m_desk, page, writeOrders(m_files, u"good.xlsx"_s, test::manyOrders(2)));
    for (const QString &id : {u"batch.export"_s, u"batch.marked"_s, u"batch.template"_s}) {
        page.list()->banner()->dismiss();
        m_desk.doors().path = m_files.filePath(u"nowhere/at/all.xlsx"_s);
        command(page, id)->click();
        QTRY_VERIFY2(page.list()->banner()->isVisible(), qPrintable(id));
        QVERIFY(page.list()->banner()->text().contains(u"all.xlsx"_s));
    }
    QTRY_COMPARE(shown(page, u"Ready"_s), 2);
}

void GuiBatchTroubles::D11_whatIsWrongStandsInSight_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("zh") << u"zh_CN"_s;
}

/// On a usual small screen, also after a workbook whose figures are wide.
void GuiBatchTroubles::D11_whatIsWrongStandsInSight()
{
    QFETCH(const QString, language);
    const QSize before = m_desk.window().size();
    m_desk.window().resize(1280, 800);
    if (m_desk.desktop().preferences().language() != language) {
        const QPointer<QWidget> old(m_desk.window().workbench());
        m_desk.desktop().preferences().setLanguage(language);
        QTRY_VERIFY(old.isNull() && m_desk.window().workbench() != nullptr);
    }
    BatchPage &page = batchPage(m_desk);
    QTRY_VERIFY(m_desk.office().company() != nullptr);
    workbook::OrderRows rich = test::manyOrders(2);
    for (QStringList &line : rich.lines) {
        line[lineColumn(u"数量")].clear();
        line[lineColumn(u"单价")].clear();
        line[lineColumn(u"金额")] = u"9000000000"_s;
    }
    openWorkbook(m_desk, page, writeOrders(m_files, u"rich.xlsx"_s, rich));
    const ListTable *table = page.list()->table();
    QTRY_VERIFY(table->columnWidth(grossColumn) > table->fontMetrics().horizontalAdvance(u"9,000,000,000.00"_s));
    const int wide = table->columnWidth(grossColumn);
    workbook::OrderRows rows = test::sampleOrders();
    rows.head[1][headColumn(u"购买方名称")].clear();
    rows.lines[0][lineColumn(u"税率")] = u"0.99"_s;
    openWorkbook(m_desk, page, writeOrders(m_files, u"wrong.xlsx"_s, rows));
    QTRY_COMPARE(page.list()->model()->columns().at(messageColumn).key, u"message"_s);
    const auto inSight = [table] {
        const int left = table->columnViewportPosition(messageColumn);
        return std::min(left + table->columnWidth(messageColumn), table->viewport()->width()) - left;
    };
    QTRY_VERIFY(table->columnWidth(grossColumn) < wide);
    QTRY_VERIFY2(inSight() >= grid(24), qPrintable(QString::number(inSight())));
    QCOMPARE(table->model()->headerData(messageColumn, Qt::Horizontal, Qt::DisplayRole).toString(),
        language == "en"_L1 ? u"Message"_s : u"说明"_s); // it is not always the tax bureau's
    shoot(m_desk.window(), u"batch-1280-"_s + language);
    page.repair()->goTo(page.work().findings().constFirst().place);
    for (const RepairTable *cells : page.repair()->tables())
        QVERIFY(!cells->isVisible() || cells->horizontalHeader()->length() >= cells->viewport()->width());
    m_desk.window().resize(before);
}

/// In Chinese nothing stays untranslated; the pictures are for people to look at.
void GuiBatchTroubles::D11_looks()
{
    workbook::OrderRows rows = test::sampleOrders();
    rows.head[1][headColumn(u"购买方名称")].clear();
    rows.head[4][headColumn(u"购买方纳税人识别号")] = u"91320508MA0DEM0569"_s;
    rows.lines[0][lineColumn(u"税率")] = u"0.99"_s;
    rows.lines[3][lineColumn(u"商品和服务税收编码")] = u"123"_s;
    const QString path = writeOrders(m_files, u"订单202611.xlsx"_s, rows);
    for (const QString &language : {u"zh_CN"_s, u"en"_s})
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const QString dress = language + (scheme == Scheme::Dark ? u"-dark"_s : u"-light"_s);
            const QPointer<QWidget> before(m_desk.window().workbench());
            m_desk.desktop().preferences().setScheme(scheme);
            if (m_desk.desktop().preferences().language() != language) { // makes the workbench anew
                m_desk.desktop().preferences().setLanguage(language);
                QTRY_VERIFY(before.isNull() && m_desk.window().workbench() != nullptr);
            }
            BatchPage &page = batchPage(m_desk);
            QTRY_VERIFY(m_desk.office().company() != nullptr);
            m_desk.doors().path = path;
            QTRY_VERIFY(command(page, u"batch.choose"_s)->isEnabled());
            openWorkbook(m_desk, page, path);
            QTRY_COMPARE(page.repair()->tables().size(), 2);
            if (language == u"zh_CN"_s)
                QCOMPARE(englishIn(shownTexts(&page)), QStringList());
            shoot(m_desk.window(), u"batch-findings-"_s + dress);
            page.repair()->goTo(page.work().findings().constFirst().place);
            shoot(m_desk.window(), u"batch-cells-"_s + dress);
            command(page, u"batch.close"_s)->click();
            QTRY_VERIFY(!page.work().isOpen());
            QTRY_COMPARE(page.list()->model()->rowCount(), 0);
            shoot(m_desk.window(), u"batch-empty-"_s + dress);
        }
}

QTEST_MAIN(GuiBatchTroubles)
#include "tst_gui_batch_troubles.moc"

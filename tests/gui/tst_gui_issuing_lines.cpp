// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of an invoice in the real window: discount, what is left of a total, paste, classification, undo.
#include "tests/gui/issuing.h"

#include "core/document/workbook/book_writer.h"
#include "core/document/workbook/line_workbook.h"
#include "core/document/workbook/order_writer.h"
#include "core/rules/totals.h"
#include "ui/kit/banner.h"
#include "ui/kit/import_panel.h"
#include "ui/kit/line_table.h"
#include "ui/kit/paste_preview.h"
#include "ui/kit/result_table.h"
#include "ui/pages/issuing/issuing_page.h"
#include "ui/pages/issuing/issuing_sheet.h"
#include "ui/pages/issuing/line_box.h"

#include <QDragEnterEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QUndoStack>

using namespace gui;

namespace
{
/// Item, unit, quantity, price, amount, rate by heading.
const QString threeLines = u"项目名称\t单位\t数量\t单价\t税率\n"
                           u"红富士苹果\t箱\t10\t10\t9%\n"
                           u"红富士苹果\t箱\t2\t50\t9%\n"
                           u"会议投影仪\t台\t1\t200\t13%\n"_s;
/// Fills the official item template: item, unit, quantity, price, amount, rate, discount.
void writeItems(const QString &path, const QList<QStringList> &rows)
{
    static constexpr int columns[] = {1, 4, 5, 6, 7, 8, 9};
    workbook::BookWriter book;
    book.addSheet(workbook::lineTemplate().lines.name);
    for (const workbook::TemplateColumn &column : workbook::lineTemplate().lines.columns)
        book.write(workbook::templateHeaderRow, column.number, column.name);
    for (int row = 0; row < rows.size(); ++row)
        for (int cell = 0; cell < rows.at(row).size(); ++cell)
            book.write(workbook::templateFirstRow + row, columns[cell], rows.at(row).at(cell));
    QVERIFY(book.save(path).ok());
}
} // namespace

class GuiIssuingLines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void D5_discountOnSeveralLinesByRateOrAmount();
    void D5_theDiscountStandsUnderItsLine();
    void D3_equalsFillsWhatIsLeftOfTheTotal();
    void D3_pastedLinesGetTheirClassificationProposed();
    void I3_pasteShowsWhatItBecomes();
    void I3_theNumberPadDoesWhatIsDoneBetweenFigures();
    void D4_thePriceKeySwitchesAndTheInvoiceStays();
    void C1_C2_initialsTakeTheOnlyOneFound();
    void D6_twoThousandLinesArePastedAndTooManyAreRefused();
    void D6_linesAreImportedFromTheOfficialTemplate();
    void D6_aFileOfAnotherShapeIsRefused_data();
    void D6_aFileOfAnotherShapeIsRefused();

private:
    [[nodiscard]] IssuingPage &page() { return m_desk.page<IssuingPage>(); }
    [[nodiscard]] LineTable &grid() { return *page().sheet()->lines(); }
    [[nodiscard]] QList<DraftLine> lines() { return grid().lines()->lines<DraftLine>(); }
    [[nodiscard]] Money gross() { return page().sheet()->compose().totals.gross(); }
    void choose(int first, int last, const QString &key);
    void pasteThree();
    void keepComputerAndBuyer();
    /// 导入明细 by its key, and a file chosen there.
    ImportPanel &importFile(const QString &path);
    TestDesk m_desk;
    QTemporaryDir m_files;
};

void GuiIssuingLines::initTestCase()
{
    m_desk.open(u"zh_CN"_s);
    m_desk.setUp();
}

/// Each begins on a blank sheet.
void GuiIssuingLines::init()
{
    page().closeDraft(0);
    QTRY_VERIFY(lines().isEmpty());
    grid().setFocus(Qt::TabFocusReason);
}

void GuiIssuingLines::choose(int first, int last, const QString &key)
{
    const int column = grid().lines()->columnOf(key);
    grid().setFocus();
    grid().selectionModel()->setCurrentIndex(grid().lines()->index(first, column), QItemSelectionModel::ClearAndSelect);
    for (int row = first; row < last; ++row)
        press(Qt::Key_Down, Qt::ShiftModifier);
}

void GuiIssuingLines::pasteThree()
{
    paste(threeLines);
    press(Qt::Key_Return); // what the preview shows is right
    QCOMPARE(lines().size(), 3);
    QCOMPARE(gross(), Money::fromFen(400'00));
}

void GuiIssuingLines::keepComputerAndBuyer()
{
    Item item;
    item.company = m_desk.office().companyId();
    item.name = u"台式计算机丙型"_s;
    item.spec = u"i5"_s;
    item.unit = u"台"_s;
    item.price = Decimal(4500);
    item.rate = TaxRate::parse(u"0.13"_s);
    item.classification =
        m_desk.office().classification()->proposals(u"计算机整机"_s, QDate(2026, 6, 1), 1).constFirst().row->code;
    Customer buyer;
    buyer.company = item.company;
    buyer.party.name = u"演练青禾农产品商行"_s;
    buyer.party.taxNumber = buyerTaxNumber;
    const auto saved = m_desk.office().ask([actor = m_desk.office().actor(), item, buyer](service::Services &services) {
        const auto first = services.records<Item>().save(actor, item);
        const auto second = services.records<Customer>().save(actor, buyer);
        return first.record.ok() && second.record.ok();
    });
    QTRY_VERIFY(saved.isFinished());
    QVERIFY(saved.result());
}

/// What a clerk types most: initials and Enter, in the buyer's name and in the cell of an item.
void GuiIssuingLines::C1_C2_initialsTakeTheOnlyOneFound()
{
    keepComputerAndBuyer();
    const auto shown = [] {
        auto *list = QApplication::focusWidget()->findChild<QListWidget *>(u"proposals"_s);
        return list != nullptr && list->isVisible() && list->count() > 0 ? list : nullptr;
    };
    page().sheet()->goTo(u"buyer.name"_s, -1);
    QTest::keyClicks(QApplication::focusWidget(), u"ylqh"_s);
    QTRY_VERIFY(shown() != nullptr && shown()->currentRow() == 0);
    QVERIFY(shown()->window()->height() < 60); // one row
    press(Qt::Key_Return);
    QCOMPARE(page().sheet()->draft().buyer.name, u"演练青禾农产品商行"_s);
    QCOMPARE(page().sheet()->draft().buyer.taxNumber, buyerTaxNumber);

    grid().setFocus(Qt::TabFocusReason);
    page().sheet()->goTo(u"item"_s, 0);
    for (const char letter : {'t', 's', 'j', 's', 'j'}) // the first opens the editor
        QTest::keyClick(QApplication::focusWidget(), letter);
    QTRY_VERIFY(shown() != nullptr && shown()->currentRow() == 0);
    QCOMPARE(shown()->item(0)->text(), u"台式计算机丙型"_s);
    press(Qt::Key_Return);
    QCOMPARE(lines().size(), 1);
    const DraftLine line = lines().constFirst();
    QCOMPARE(line.item, u"台式计算机丙型"_s);
    QCOMPARE(line.spec, u"i5"_s);
    QCOMPARE(line.unit, u"台"_s);
    QCOMPARE(line.price, Decimal(4500));
    QCOMPARE(line.rate, TaxRate::parse(u"0.13"_s));
    QVERIFY(!line.classification.isEmpty() && !line.shortName.isEmpty());

    // A part of the name offers it first too, and takes it only when it was chosen.
    page().sheet()->goTo(u"item"_s, 0);
    type(u"台式"_s);
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(editor != nullptr);
    Q_EMIT editor->textEdited(editor->text()); // an input method's commit is an edit by the person
    QTRY_VERIFY(shown() != nullptr && shown()->item(0)->text() == u"台式计算机丙型"_s);
    QCOMPARE(shown()->currentRow(), -1);
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
}

void GuiIssuingLines::D5_discountOnSeveralLinesByRateOrAmount()
{
    pasteThree();
    choose(0, 1, u"item"_s);
    press(Qt::Key_F10);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"discount.rate"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"12.5"_s);
    auto *amount = page().findChild<QLineEdit *>(u"discount.amount"_s);
    QCOMPARE(amount->text(), u"25.00"_s); // computed
    shoot(m_desk.window(), u"discount"_s);
    press(Qt::Key_Return);
    QCOMPARE(lines().at(0).discount, Money::fromFen(12'50));
    QCOMPARE(lines().at(1).discount, Money::fromFen(12'50));
    QVERIFY(!lines().at(2).discount);
    QCOMPARE(gross(), Money::fromFen(375'00));
    QCOMPARE(QApplication::focusWidget(), &grid());

    // By amount over all three, shared out to the fen; the rate follows.
    choose(0, 2, u"amount"_s);
    press(Qt::Key_F10);
    press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), amount);
    amount->selectAll();
    QTest::keyClicks(amount, u"100"_s);
    QCOMPARE(page().findChild<QLineEdit *>(u"discount.rate"_s)->text(), u"25"_s);
    press(Qt::Key_Return);
    QCOMPARE(lines().at(2).discount, Money::fromFen(50'00));
    QCOMPARE(gross(), Money::fromFen(300'00));
    press(Qt::Key_Z, Qt::ControlModifier); // one step each
    QCOMPARE(gross(), Money::fromFen(375'00));
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(gross(), Money::fromFen(400'00));

    // More than the lines are worth is not offered.
    choose(0, 0, u"amount"_s);
    press(Qt::Key_F10);
    QTest::keyClicks(QApplication::focusWidget(), u"101"_s);
    QVERIFY(!page().findChild<QPushButton *>(u"discount.apply"_s)->isEnabled());
    press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), &grid());
}

void GuiIssuingLines::D5_theDiscountStandsUnderItsLine()
{
    pasteThree();
    const int before = grid().rowHeight(0);
    choose(0, 0, u"discount"_s);
    type(u"10%"_s);
    press(Qt::Key_Return);
    QCOMPARE(lines().at(0).discount, Money::fromFen(10'00));
    QVERIFY(grid().rowHeight(0) > before);
    const auto under = [&](const QString &key) {
        return grid().lines()->index(0, grid().lines()->columnOf(key)).data(LineModel::UnderRole).toString();
    };
    QCOMPARE(under(u"item"_s), u"折扣 10%"_s);
    QCOMPARE(under(u"amount"_s), u"-10.00"_s);
    QCOMPARE(under(u"tax"_s), u"-0.83"_s);
    const rules::Composed composed = page().sheet()->compose();
    QCOMPARE(composed.lines.size(), 4);
    QCOMPARE(composed.lines.at(1).nature, LineNature::Discount);
    QCOMPARE(composed.lines.at(1).tax, Money::fromFen(-83));
    shoot(m_desk.window(), u"discount-line"_s);
    choose(0, 0, u"discount"_s);
    press(Qt::Key_Delete);
    QCOMPARE(grid().rowHeight(0), before);
}

void GuiIssuingLines::D3_equalsFillsWhatIsLeftOfTheTotal()
{
    pasteThree();
    choose(2, 2, u"amount"_s);
    QTest::keyClick(&grid(), Qt::Key_Equal);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"wish.total"_s); // none is set yet
    QTest::keyClicks(QApplication::focusWidget(), u"1,000"_s);
    press(Qt::Key_Return);
    QCOMPARE(lines().at(2).amount, Money::fromFen(800'00));
    QCOMPARE(gross(), Money::fromFen(1000'00));

    // The wish stays: another line takes what is left by the key alone.
    choose(0, 0, u"quantity"_s);
    QTest::keyClicks(&grid(), u"5"_s);
    press(Qt::Key_Return);
    QCOMPARE(gross(), Money::fromFen(950'00));
    choose(1, 1, u"amount"_s);
    QTest::keyClick(&grid(), Qt::Key_Asterisk, Qt::ControlModifier | Qt::KeypadModifier);
    QCOMPARE(gross(), Money::fromFen(1000'00));
    QCOMPARE(lines().at(1).amount, Money::fromFen(150'00));
}

void GuiIssuingLines::D3_pastedLinesGetTheirClassificationProposed()
{
    pasteThree();
    QTRY_VERIFY_WITH_TIMEOUT(page().banner()->isVisible(), 20000);
    QVERIFY2(page().banner()->text().contains(u"3"_s), qPrintable(page().banner()->text()));
    for (auto *button : page().banner()->findChildren<QPushButton *>())
        if (button->text() == u"填入"_s)
            button->click();
    QVERIFY(!lines().at(0).classification.isEmpty());
    QCOMPARE(lines().at(0).classification, lines().at(1).classification);
    QCOMPARE(lines().at(0).rate->toPercent(), u"9%"_s); // as it came
    grid().setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(lines().at(0).classification.isEmpty());
    QVERIFY(lines().at(2).classification.isEmpty());
}

void GuiIssuingLines::I3_pasteShowsWhatItBecomes()
{
    paste(u"红富士苹果\t大果\t箱\tzehn\t10\n会议投影仪\tX200\t台\t1\t200\n"_s);
    auto *preview = page().findChild<PastePreview *>();
    QVERIFY(preview->isVisible());
    QCOMPARE(preview->misfits(), 1);
    QVERIFY(lines().isEmpty());
    shoot(m_desk.window(), u"paste"_s);
    press(Qt::Key_Escape);
    QVERIFY(!preview->isVisible() && lines().isEmpty());
    QCOMPARE(QApplication::focusWidget(), &grid());

    press(Qt::Key_V, Qt::ControlModifier);
    press(Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(lines().size(), 2);
    QCOMPARE(lines().at(1).spec, u"X200"_s);
    QCOMPARE(lines().at(1).amount, Money::fromFen(200'00));
    QCOMPARE(grid().lines()->rejections().size(), 1); // what was not understood is still there, marked
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY2(lines().isEmpty(), "a paste is one step");

    paste(u"甲\t乙\n"_s); // a single row needs no preview
    QCOMPARE(lines().size(), 1);
    QVERIFY(!preview->isVisible());
}

void GuiIssuingLines::I3_theNumberPadDoesWhatIsDoneBetweenFigures()
{
    pasteThree();
    const auto pad = [](Qt::Key key) { press(key, Qt::ControlModifier | Qt::KeypadModifier); };
    choose(1, 1, u"quantity"_s);
    pad(Qt::Key_Slash);
    QCOMPARE(lines().at(1).quantity, Decimal(10)); // of the line above
    pad(Qt::Key_Plus);
    QCOMPARE(grid().lines()->rowCount(), 4);
    pad(Qt::Key_Minus);
    QCOMPARE(grid().lines()->rowCount(), 3);
    choose(2, 2, u"price"_s);
    QTest::keyClicks(&grid(), u"7"_s);
    press(Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(lines().at(2).amount, Money::fromFen(7'00));
}

void GuiIssuingLines::D4_thePriceKeySwitchesAndTheInvoiceStays()
{
    pasteThree();
    const rules::Composed before = page().sheet()->compose();
    const InvoiceDraft written = page().sheet()->draft();
    for (int round = 0; round < 10; ++round) {
        press(Qt::Key_F9);
        QCOMPARE(page().sheet()->draft().taxIncluded, round % 2 != 0);
        QVERIFY(page().sheet()->compose() == before);
    }
    QCOMPARE(page().sheet()->draft(), written);
}

void GuiIssuingLines::D6_twoThousandLinesArePastedAndTooManyAreRefused()
{
    const auto many = [](int count) {
        QString text;
        for (int i = 0; i < count; ++i)
            text += u"红富士苹果\t\t箱\t1\t10\t\t9%\n"_s;
        return text;
    };
    paste(many(2000));
    press(Qt::Key_Return);
    QCOMPARE(lines().size(), 2000);
    QCOMPARE(gross(), Money::fromFen(20'000'00));
    press(Qt::Key_Z, Qt::ControlModifier);
    paste(many(5001));
    press(Qt::Key_Return);
    const QList<Finding> findings = page().sheet()->judged(true).findings;
    QVERIFY(std::any_of(findings.begin(), findings.end(),
        [](const Finding &finding) { return finding.line < 0 && finding.text.contains(u"5000"_s); }));
}

ImportPanel &GuiIssuingLines::importFile(const QString &path)
{
    press(Qt::Key_F12);
    auto *panel = page().sheet()->findChild<ImportPanel *>();
    if (!panel->isVisible() || grid().isVisible())
        qFatal("the import is not open");
    m_desk.doors().path = path;
    press(Qt::Key_Space); // on 选择文件
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!panel->isBusy(), 20000); }();
    return *panel;
}

void GuiIssuingLines::D6_linesAreImportedFromTheOfficialTemplate()
{
    // The template comes out of the window itself.
    const QString file = m_files.filePath(u"明细.xlsx"_s);
    press(Qt::Key_F12);
    auto *panel = page().sheet()->findChild<ImportPanel *>();
    m_desk.doors().path = file;
    panel->findChild<QPushButton *>(u"import.template"_s)->click();
    QTRY_VERIFY(panel->findChild<Banner *>()->isVisible());
    QVERIFY(QFile::exists(file));
    QCOMPARE(m_desk.doors().wishes.constLast().suggestion, u"项目信息导入模板.xlsx"_s);
    press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), &grid());

    // Two good rows and one that is not.
    writeItems(file, {{u"红富士苹果"_s, u"箱"_s, u"2"_s, u"50"_s, u"100.00"_s, u"0.09"_s, {}},
                         {u"会议投影仪"_s, u"台"_s, {}, {}, u"很多"_s, u"0.13"_s, {}},
                         {u"红富士苹果"_s, u"箱"_s, {}, {}, u"50.00"_s, u"0.09"_s, u"5.00"_s}});
    paste(u"甲\t乙\n"_s); // a line is there before
    importFile(file);
    const auto &results = panel->findChild<ResultTable *>()->model().results();
    QCOMPARE(results.size(), 3);
    QVERIFY(!results.at(0).isBad() && results.at(1).isBad() && !results.at(2).isBad());
    QCOMPARE(results.at(1).row, 5);
    QVERIFY2(
        results.at(1).text.contains(u"G5"_s) && results.at(1).text.contains(u"金额"_s), qPrintable(results.at(1).text));
    QCOMPARE(lines().size(), 1); // nothing is changed by looking
    shoot(m_desk.window(), u"import-lines"_s);

    auto *take = panel->findChild<QPushButton *>(u"import.take"_s);
    QCOMPARE(QApplication::focusWidget(), take);
    press(Qt::Key_Space);
    QTRY_COMPARE(lines().size(), 3);
    QCOMPARE(lines().at(1).item, u"红富士苹果"_s);
    QCOMPARE(lines().at(1).amount, Money::fromFen(100'00));
    QCOMPARE(lines().at(2).discount, Money::fromFen(5'00));
    QVERIFY(panel->isVisible()); // a row was left out

    const QString marked = m_files.filePath(u"marked.xlsx"_s);
    m_desk.doors().path = marked;
    auto *saveMarked = panel->findChild<QPushButton *>(u"import.marked"_s);
    QTRY_VERIFY(saveMarked->isEnabled());
    saveMarked->click();
    QTRY_VERIFY2(QFile::exists(marked), qPrintable(panel->findChild<Banner *>()->text()));
    const auto again = workbook::readLines(marked);
    QVERIFY(again.ok());
    QCOMPARE(again->lines.size(), 3);
    QCOMPARE(again->lines.at(1).findings.size(), 1); // the texts are the clerk's own

    press(Qt::Key_Escape);
    QVERIFY(grid().isVisible());
    QCOMPARE(QApplication::focusWidget(), &grid());
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY2(lines().size() == 1, "an import is one step");
    press(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(lines().size(), 3);

    // A file without a fault, dropped on the grid, closes the panel by itself.
    writeItems(file, {{u"红富士苹果"_s, u"箱"_s, u"2"_s, u"50"_s, u"100.00"_s, u"0.09"_s, {}}});
    QMimeData dragged;
    dragged.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page().sheet()->lineBox(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({5, 5}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page().sheet()->lineBox(), &drop);
    QTRY_VERIFY_WITH_TIMEOUT(take->isEnabled(), 20000);
    press(Qt::Key_Space);
    QTRY_VERIFY(grid().isVisible() && !panel->isVisible());
    QCOMPARE(lines().size(), 4);
    QCOMPARE(QApplication::focusWidget(), &grid());
}

void GuiIssuingLines::D6_aFileOfAnotherShapeIsRefused_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("words"); // of the message
    const auto row = [this](const char *name, const QStringList &words) {
        const QString path = m_files.filePath(QString::fromLatin1(name) + u".xlsx"_s);
        QTest::newRow(name) << path << words;
        return path;
    };
    QVERIFY(workbook::writeOrderTemplate(row("another template", {u"1-明细模板"_s})).ok());
    {
        workbook::BookWriter book;
        book.addSheet(u"1-明细模板"_s);
        book.write(3, 1, u"项目名称"_s);
        book.write(3, 7, u"金额"_s);
        QVERIFY(book.save(row("a heading is missing", {u"1-明细模板"_s, u"H3"_s, u"税率"_s})).ok());
    }
    {
        workbook::BookWriter book;
        book.addSheet(u"1-明细模板"_s);
        book.write(1, 1, u"随便写的"_s);
        QVERIFY(book.save(row("no headings", {u"1-明细模板"_s, u"A3"_s, u"项目名称"_s})).ok());
    }
    QFile locked(row("a password", {u"a password.xlsx"_s, u"密码"_s}));
    QVERIFY(locked.open(QIODevice::WriteOnly));
    QByteArray container("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    for (const char c : QByteArray("EncryptedPackage"))
        container.append(c).append('\0');
    locked.write(container);
    QVERIFY(workbook::writeLineTemplate(row("no rows", {u"没有"_s})).ok());
}

void GuiIssuingLines::D6_aFileOfAnotherShapeIsRefused()
{
    QFETCH(const QString, file);
    QFETCH(const QStringList, words);
    ImportPanel &panel = importFile(file);
    QString said = panel.findChild<Banner *>()->isVisible() ? panel.findChild<Banner *>()->text() : QString();
    for (const RowResult &row : panel.findChild<ResultTable *>()->model().results())
        said += u' ' + row.name + u' ' + row.text;
    for (const QString &word : words)
        QVERIFY2(said.contains(word), qPrintable(said));
    QVERIFY(!panel.findChild<QPushButton *>(u"import.take"_s)->isEnabled());
    press(Qt::Key_Escape);
    QVERIFY(grid().isVisible() && lines().isEmpty());
}

QTEST_MAIN(GuiIssuingLines)
#include "tst_gui_issuing_lines.moc"

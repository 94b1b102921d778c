// SPDX-License-Identifier: GPL-3.0-or-later
// The head of an invoice in the real window: buyer, tax mode, preferences, extra elements, agent; and copies.
#include "tests/gui/issuing.h"

#include "core/rules/totals.h"
#include "ui/kit/banner.h"
#include "ui/kit/line_table.h"
#include "ui/pages/detail/page_picture.h"
#include "ui/pages/issuing/copy_picker.h"
#include "ui/pages/issuing/draft_pane.h"
#include "ui/pages/issuing/issuing_page.h"
#include "ui/pages/issuing/issuing_sheet.h"
#include "ui/pages/issuing/more_box.h"
#include "ui/pages/issuing/part_grid.h"
#include "ui/pages/issuing/qr_picture.h"
#include "ui/pages/issuing/result_panel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>

using namespace gui;

class GuiIssuingHead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void D1_theMarginSchemeTakesItsVouchers();
    void D1_preferencesAllowTheirRatesOnly();
    void D1_theCreditStandsOnTheSheet();
    void D2_aBuyerIsKeptAndFoundByItsInitials();
    void D2_aShortNameIsAskedAbout();
    void D2_addressesUsedBeforeAreProposed();
    void D8_elementsAndAgentGoWithTheDraft();
    void D7_anIssuedInvoiceIsFoundLookedAtAndCopied();
    void D9_theResultShowsNumberCreditAndCode();

private:
    [[nodiscard]] IssuingPage &page() { return m_desk.page<IssuingPage>(); }
    [[nodiscard]] IssuingSheet &sheet() { return *page().sheet(); }
    [[nodiscard]] QStringList offered(const QString &column);
    void choose(const QString &key, const QString &code);
    TestDesk m_desk;
};

void GuiIssuingHead::initTestCase()
{
    m_desk.open();
    m_desk.setUp();
}

void GuiIssuingHead::init()
{
    page().closeDraft(0);
    QTRY_VERIFY(page().pane()->isFree() && !page().pane()->isResult());
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"buyer.name"_s);
    // Whether the parties are folded is remembered from sheet to sheet; open, Enter goes through all their fields.
    if (auto *fold = sheet().findChild<QToolButton *>(u"buyer.more"_s); fold->isChecked())
        fold->click();
}

/// Chooses a word of a list as the mouse or the keys do.
void GuiIssuingHead::choose(const QString &key, const QString &code)
{
    for (auto *box : sheet().findChildren<QComboBox *>()) {
        const int at = box->findData(code);
        const bool isIt = box->objectName() == key || box->parentWidget()->objectName() == key;
        if (!isIt || at < 0)
            continue;
        box->setCurrentIndex(at);
        Q_EMIT box->activated(at);
        return;
    }
    QFAIL(qPrintable(key + u" has no choice "_s + code));
}

/// What the choices of a cell of the first line are.
QStringList GuiIssuingHead::offered(const QString &column)
{
    LineModel *lines = sheet().lines()->lines();
    QStringList out;
    for (const Word &word : lines->grammar().words(lines->line(0).value, lines->columnOf(column)))
        out.append(word.text);
    return out;
}

void GuiIssuingHead::D1_theMarginSchemeTakesItsVouchers()
{
    fillInvoice(m_desk, u"红富士苹果"_s, u"1000"_s);
    auto *vouchers = sheet().findChild<PartGrid *>(u"vouchers"_s);
    QVERIFY(!vouchers->isVisible());
    const Money full = sheet().compose().totals.tax;
    choose(u"taxMode"_s, QString::fromLatin1(code(TaxMode::MarginNet)));
    QVERIFY(vouchers->isVisible());
    vouchers->table()->setFocus(Qt::TabFocusReason);
    const QStringList cells{{}, {}, u"26110000000000000001"_s, u"2026-10-01"_s, u"9000"_s, u"8000"_s};
    for (const QString &cell : cells) {
        if (!cell.isEmpty())
            type(cell);
        press(Qt::Key_Return);
    }
    const InvoiceDraft draft = sheet().draft();
    QCOMPARE(draft.vouchers.size(), 1);
    QCOMPARE(draft.vouchers.constFirst().used, Money::fromFen(8000'00));
    QVERIFY(textOf(vouchers, u"vouchers.note"_s).contains(u"8,000.00"_s));
    const Totals totals = sheet().compose().totals;
    QCOMPARE(totals.gross(), Money::fromFen(10000'00));
    QVERIFY(totals.tax < full);
    shoot(m_desk.window(), u"margin"_s);
    // Apples are not open to the scheme: said before anything is sent, at the cell.
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(page().banner()->isVisible());
    QVERIFY(m_desk.doors().asked.isEmpty());
    QCOMPARE(sheet().lines()->currentIndex().column(), sheet().lines()->lines()->columnOf(u"classification"_s));
    QVERIFY(sheet().lines()->currentIndex().data(LineModel::SeverityRole).isValid());
    choose(u"taxMode"_s, QString::fromLatin1(code(TaxMode::Ordinary)));
    QVERIFY(!vouchers->isVisible());
    QCOMPARE(sheet().compose().totals.tax, full);
}

void GuiIssuingHead::D1_preferencesAllowTheirRatesOnly()
{
    fillInvoice(m_desk, u"红富士苹果"_s, u"10"_s);
    LineTable *grid = sheet().lines();
    const QString before = sheet().draft().lines.constFirst().rate->toPercent();
    grid->goTo(0, u"preference"_s);
    type(u"免税"_s);
    press(Qt::Key_Return);
    QCOMPARE(sheet().draft().lines.constFirst().preference, Preference::Exempt);
    QCOMPARE(sheet().draft().lines.constFirst().rate->toPercent(), u"0%"_s);
    QCOMPARE(offered(u"rate"_s), QStringList{u"0%"_s});
    QCOMPARE(sheet().compose().totals.tax, Money());
    // A special invoice bears no line without tax.
    press(Qt::Key_F8);
    QVERIFY(!offered(u"preference"_s).contains(u"免税"_s));
    press(Qt::Key_F8);
    grid->setFocus();
    QCOMPARE(grid->lines()->rowCount(), 2); // Enter in the last cell began a line, which is a step of its own
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(grid->lines()->rowCount(), 1);
    QCOMPARE(sheet().draft().lines.constFirst().preference, Preference::Exempt);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(sheet().draft().lines.constFirst().preference, Preference::None);
    QCOMPARE(sheet().draft().lines.constFirst().rate->toPercent(), before);
}

void GuiIssuingHead::D1_theCreditStandsOnTheSheet()
{
    QTRY_VERIFY(m_desk.office().stock().has_value());
    QTRY_VERIFY(textOf(&sheet(), u"issuing.credit"_s).contains(m_desk.office().stock()->credit.toGrouped()));
}

void GuiIssuingHead::D2_aBuyerIsKeptAndFoundByItsInitials()
{
    type(u"演练云杉软件有限公司"_s);
    press(Qt::Key_Return);
    type(buyerTaxNumber);
    sheet().findChild<QToolButton *>(u"buyer.more"_s)->click();
    sheet().findChild<QPushButton *>(u"buyer.keep"_s)->click();
    QTRY_VERIFY2(page().banner()->text().contains(u"among the customers"_s), qPrintable(page().banner()->text()));

    page().closeDraft(0);
    QTRY_VERIFY(page().pane()->isFree());
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"buyer.name"_s);
    auto *name = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    type(u"ylys"_s);
    Q_EMIT name->textEdited(name->text()); // an input method's commit is an edit by the person
    const auto buyers = [name] { return name->findChild<QListWidget *>(u"proposals"_s); };
    QTRY_VERIFY(buyers()->isVisible() && buyers()->count() == 1);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(sheet().draft().buyer.name, u"演练云杉软件有限公司"_s);
    QCOMPARE(sheet().draft().buyer.taxNumber, buyerTaxNumber);
}

void GuiIssuingHead::D2_aShortNameIsAskedAbout()
{
    auto *question = sheet().findChild<QWidget *>(u"buyer.question"_s);
    type(u"演小明"_s);
    press(Qt::Key_Return);
    QVERIFY(question->isVisible());
    shoot(m_desk.window(), u"person"_s);
    question->findChild<QPushButton *>(u"buyer.isPerson"_s)->click();
    QVERIFY(!question->isVisible());
    QVERIFY(sheet().draft().naturalPerson);
    QCOMPARE(sheet().draft().buyerKind, PartyKind::Person);
}

void GuiIssuingHead::D2_addressesUsedBeforeAreProposed()
{
    const QString older = u"caiwu@yunfan.example"_s;
    const QString newer = u"zhangdan@yunfan.example"_s;
    const auto editor = [this] { return sheet().findChild<QLineEdit *>(u"buyerEmail"_s); };
    const auto writeBuyer = [&] {
        type(u"演练云帆信息技术有限公司"_s);
        press(Qt::Key_Return);
        type(buyerTaxNumber);
        if (auto *fold = sheet().findChild<QToolButton *>(u"buyer.more"_s); !fold->isChecked())
            fold->click();
        sheet().goTo(u"buyerEmail"_s, -1);
        QCOMPARE(QApplication::focusWidget(), editor());
    };
    for (const QString &address : {older, newer}) {
        writeBuyer();
        QTest::keyClicks(editor(), address);
        page().banner()->dismiss();
        sheet().findChild<QPushButton *>(u"buyer.keep"_s)->click(); // an issued invoice remembers it as well
        QTRY_VERIFY(page().banner()->isVisible());
        QVERIFY2(page().banner()->text().contains(u"among the customers"_s), qPrintable(page().banner()->text()));
        page().closeDraft(0);
        QTRY_VERIFY(page().pane()->isFree());
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"buyer.name"_s);
    }
    // Typed, not chosen among the customers, and found all the same.
    writeBuyer();
    const auto proposed = [&] {
        QStringList out;
        auto *list = editor()->findChild<QListWidget *>(u"proposals"_s);
        for (int i = 0; list->isVisible() && i < list->count(); ++i)
            out.append(list->item(i)->text());
        return out;
    };
    press(Qt::Key_F7);
    QTRY_COMPARE(proposed(), (QStringList{newer, older})); // last used first
    shoot(m_desk.window(), u"emails"_s);
    press(Qt::Key_Escape);
    QTest::keyClicks(editor(), u"cai"_s);
    QTRY_COMPARE(proposed(), QStringList{older});
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(sheet().draft().buyerEmail, older);
    QCOMPARE(textOf(page().pane(), u"draft.kept"_s), u"Saving…"_s); // the draft knows it, too
    press(Qt::Key_F7);
    QTRY_COMPARE(proposed(), (QStringList{newer, older})); // to be exchanged
}

void GuiIssuingHead::D8_elementsAndAgentGoWithTheDraft()
{
    fillInvoice(m_desk, u"红富士苹果"_s, u"11.3"_s);
    sheet().findChild<QToolButton *>(u"more.fold"_s)->click();
    auto *more = sheet().findChild<MoreBox *>();
    more->elements()->table()->setFocus(Qt::TabFocusReason);
    const QStringList cells{u"合同编号"_s, u"文本"_s, u"YL-2026-8"_s};
    for (const QString &cell : cells) {
        type(cell);
        press(Qt::Key_Return);
    }
    const QList<std::pair<QString, QString>> texts{
        {u"agent.name"_s, u"演经办"_s}, {u"agent.phone"_s, u"010-00000008"_s}, {u"remark"_s, u"请于月底前付款"_s}};
    for (const auto &[key, text] : texts) {
        sheet().goTo(key, -1);
        type(text);
    }
    const InvoiceDraft draft = sheet().draft();
    QCOMPARE(draft.elements, (QList<ExtraElement>{{u"合同编号"_s, u"文本"_s, u"YL-2026-8"_s}}));
    QCOMPARE(draft.agent.name, u"演经办"_s);
    QCOMPARE(draft.agent.phone, u"010-00000008"_s);
    shoot(m_desk.window(), u"elements"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page().result()->state() == InvoiceState::Issued, 30000);
}

void GuiIssuingHead::D7_anIssuedInvoiceIsFoundLookedAtAndCopied()
{
    press(Qt::Key_F4, Qt::ControlModifier);
    auto *copies = page().findChild<CopyPicker *>();
    QVERIFY(copies->isVisible());
    auto *list = copies->findChild<QTableWidget *>(u"copy.list"_s);
    QTRY_COMPARE(list->rowCount(), 1);
    QTest::keyClicks(QApplication::focusWidget(), u"nothing like it"_s);
    QTRY_COMPARE(list->rowCount(), 0);
    auto *search = copies->findChild<QLineEdit *>(u"copy.search"_s);
    search->selectAll();
    QTest::keyClicks(search, u"11"_s); // a part of the amount
    QTRY_COMPARE(list->rowCount(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(copies->picture()->isDrawn(), 20000);
    shoot(m_desk.window(), u"copies"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(sheet().draft().buyer.name, buyerName);
    const InvoiceDraft draft = sheet().draft();
    QCOMPARE(draft.lines.constFirst().item, u"红富士苹果"_s);
    QCOMPARE(draft.elements.size(), 1);
    QCOMPARE(draft.agent.name, u"演经办"_s);
}

void GuiIssuingHead::D9_theResultShowsNumberCreditAndCode()
{
    fillInvoice(m_desk, u"红富士苹果"_s, u"11.3"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page().result()->state() == InvoiceState::Issued, 30000);
    ResultPanel *result = page().result();
    QCOMPARE(textOf(result, u"result.number"_s).remove(u' ').size(), 20);
    QVERIFY(textOf(result, u"result.gross"_s).contains(u"113.00"_s));
    QVERIFY(textOf(result, u"result.credit"_s).startsWith(u"¥"_s));
    auto *qr = result->findChild<QrPicture *>();
    QVERIFY(qr->isVisible());
    QTRY_VERIFY(qr->width() > 100); // laid out after it has been shown
    shoot(m_desk.window(), u"result-code"_s);
    result->findChild<QPushButton *>(u"result.continue"_s)->click();
    QTRY_VERIFY(page().pane()->isFree() && !page().pane()->isResult());
}

QTEST_MAIN(GuiIssuingHead)
#include "tst_gui_issuing_head.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the window: the card that shows them, and others for whoever wants them.
#include "tests/gui/issuing.h"

#include "ui/kit/banner.h"
#include "ui/kit/import_panel.h"
#include "ui/kit/line_table.h"
#include "ui/pages/issuing/draft_pane.h"
#include "ui/pages/issuing/issuing_page.h"
#include "ui/pages/issuing/issuing_sheet.h"
#include "ui/pages/keys_page.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

using namespace gui;

class GuiKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void I3_noTwoActsHaveTheSameKey();
    void I3_everyActIsOnTheCard();
    void I3_aKeyIsChosenAnewAndWorksAtOnce();
    void I3_aConflictIsShownAndSettled();
    void I3_theKeysOfTheGrid();
    void I3_theKeysOfTheSheet();
    void I3_refreshingTheSheetReadsTheStockAgain();
    void I3_undoGoesBackOverEverythingDoneToLines();
    void I3_theCardGivesTheKeyboardBack_data();
    void I3_theCardGivesTheKeyboardBack();

private:
    KeysPage &openKeys();
    void chooseRow(const QString &act);
    /// A blank sheet, the keyboard in its grid.
    void clear();
    /// A sheet with two lines, the keyboard in the grid.
    void beginAnew();
    [[nodiscard]] QList<DraftLine> lines()
    {
        return m_desk.page<IssuingPage>().sheet()->lines()->lines()->lines<DraftLine>();
    }
    [[nodiscard]] QList<QKeySequence> keys(const QString &act) { return keysOf(act, m_desk.office().desk().memory); }
    TestDesk m_desk;
};

void GuiKeys::initTestCase()
{
    m_desk.open();
    m_desk.setUp();
}

void GuiKeys::I3_noTwoActsHaveTheSameKey()
{
    const DeskMemory &memory = m_desk.office().desk().memory;
    for (const KeyAct &act : keyActs()) {
        QVERIFY2(!act.usual.isEmpty(), qPrintable(act.id));
        for (const QKeySequence &key : act.usual) {
            const QString other = takenBy(key, act.id, memory).id;
            QVERIFY2(other.isEmpty(), qPrintable(act.id + u" and "_s + other + u" have "_s + key.toString()));
        }
    }
}

void GuiKeys::I3_everyActIsOnTheCard()
{
    press(Qt::Key_F1);
    auto *card = m_desk.window().findChild<QWidget *>(u"keys"_s);
    QTRY_VERIFY(card->isVisible());
    QStringList texts;
    for (const QLabel *shown : card->findChildren<QLabel *>())
        texts.append(shown->text());
    for (const KeyAct &act : keyActs()) {
        QVERIFY2(texts.contains(act.meaning), qPrintable(act.id));
        QVERIFY2(texts.contains(shownKeys(act.usual)), qPrintable(act.id));
    }
    shoot(*card, u"keys"_s);
    card->hide();
}

KeysPage &GuiKeys::openKeys()
{
    press(Qt::Key_F1);
    auto *card = m_desk.window().findChild<QWidget *>(u"keys"_s);
    [&] { QTRY_VERIFY(card->isVisible()); }();
    card->findChild<QPushButton *>(u"keys.choose"_s)->click();
    m_desk.window().activateWindow();
    KeysPage &page = m_desk.page<KeysPage>();
    page.setFocus();
    return page;
}

void GuiKeys::chooseRow(const QString &act)
{
    const QList<KeyAct> acts = keyActs();
    const auto at = std::find_if(acts.begin(), acts.end(), [&](const KeyAct &one) { return one.id == act; });
    auto *table = m_desk.page<KeysPage>().findChild<QTableWidget *>(u"keys.table"_s);
    table->setCurrentCell(static_cast<int>(at - acts.begin()), 2);
    table->setFocus();
}

void GuiKeys::I3_aKeyIsChosenAnewAndWorksAtOnce()
{
    LineTable *grid = m_desk.page<IssuingPage>().sheet()->lines();
    KeysPage &page = openKeys();
    chooseRow(u"grid.addLine"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Insert);
    QCOMPARE(keys(u"grid.addLine"_s), QList<QKeySequence>{QKeySequence(Qt::Key_Insert)});
    chooseRow(u"draft.new"_s);
    press(Qt::Key_Return);
    press(Qt::Key_F3);
    shoot(m_desk.window(), u"shortcuts"_s);

    m_desk.office().open(u"issuing"_s);
    grid->setFocus();
    const int before = grid->lines()->rowCount();
    press(Qt::Key_Insert);
    QCOMPARE(grid->lines()->rowCount(), before + 1);
    press(Qt::Key_F3);
    QCOMPARE(m_desk.page<IssuingPage>().panes().size(), 2);

    m_desk.office().open(u"shortcuts"_s);
    page.findChild<QPushButton *>(u"keys.allUsual"_s)->click();
    for (const KeyAct &act : keyActs())
        QCOMPARE(keys(act.id), act.usual);
}

void GuiKeys::I3_aConflictIsShownAndSettled()
{
    KeysPage &page = openKeys();
    chooseRow(u"grid.copyLine"_s);
    press(Qt::Key_Return);
    press(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(page.banner()->isVisible());
    QVERIFY2(page.banner()->text().contains(u"Copy the cell above"_s), qPrintable(page.banner()->text()));
    QVERIFY(keys(u"grid.copyAbove"_s).contains(QKeySequence(u"Ctrl+D"_s))); // nothing has changed yet
    for (auto *button : page.banner()->findChildren<QPushButton *>())
        if (button->text() == u"Take it from there"_s)
            button->click();
    QCOMPARE(keys(u"grid.copyLine"_s), QList<QKeySequence>{QKeySequence(u"Ctrl+D"_s)});
    QVERIFY(!keys(u"grid.copyAbove"_s).contains(QKeySequence(u"Ctrl+D"_s)));
    chooseRow(u"grid.copyLine"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Escape);
    QCOMPARE(keys(u"grid.copyLine"_s), QList<QKeySequence>{QKeySequence(u"Ctrl+D"_s)});
    page.findChild<QPushButton *>(u"keys.allUsual"_s)->click();
}

void GuiKeys::clear()
{
    m_desk.office().open(u"issuing"_s);
    IssuingPage &page = m_desk.page<IssuingPage>();
    while (page.panes().size() > 1) {
        const qsizetype before = page.panes().size();
        page.closeDraft(0);
        QTRY_COMPARE(page.panes().size(), before - 1);
    }
    page.closeDraft(0);
    QTRY_VERIFY(page.pane()->isFree());
    page.sheet()->lines()->setFocus(Qt::TabFocusReason);
}

void GuiKeys::beginAnew()
{
    clear();
    paste(u"红富士苹果\t\t箱\t10\t10\t\t9%\n会议投影仪\t\t台\t1\t200\t\t13%\n"_s); // by position
    press(Qt::Key_Return);
    QCOMPARE(lines().size(), 2);
}

void GuiKeys::I3_theKeysOfTheGrid()
{
    beginAnew();
    LineTable *grid = m_desk.page<IssuingPage>().sheet()->lines();
    const auto column = [&] { return grid->lines()->columns().at(grid->currentIndex().column()).key; };

    grid->goTo(1, u"unit"_s);
    press(Qt::Key_Return);
    QCOMPARE(column(), u"quantity"_s);
    press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(column(), u"unit"_s);
    press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(lines().at(1).unit, u"箱"_s);
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(lines().size(), 3);
    QCOMPARE(lines().at(2), lines().at(1));
    QCOMPARE(grid->currentIndex().row(), 2);

    press(Qt::Key_F2); // what stands there is changed, not replaced
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(editor != nullptr);
    QCOMPARE(editor->text(), u"箱"_s);
    press(Qt::Key_End);
    QTest::keyClicks(editor, u"2"_s);
    press(Qt::Key_Return);
    QCOMPARE(lines().at(2).unit, u"箱2"_s);

    grid->goTo(2, u"item"_s);
    press(Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(lines().size(), 2);
    grid->goTo(0, u"quantity"_s);
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().trimmed(), u"10\t10"_s);
    grid->goTo(1, u"quantity"_s);
    paste(u"3\t7"_s); // a single row at once
    QCOMPARE(lines().at(1).quantity, Decimal(3));
    QCOMPARE(lines().at(1).amount, Money::fromFen(21'00));
}

void GuiKeys::I3_theKeysOfTheSheet()
{
    beginAnew();
    IssuingPage &page = m_desk.page<IssuingPage>();
    auto *kept = page.pane()->findChild<QLabel *>(u"draft.kept"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(kept->text().startsWith(u"Draft saved"_s));
    press(Qt::Key_F8);
    QCOMPARE(page.sheet()->kind(), InvoiceKind::Special);
    press(Qt::Key_F9);
    QVERIFY(!page.sheet()->draft().taxIncluded);
    press(Qt::Key_F12);
    QVERIFY(page.sheet()->findChild<ImportPanel *>()->isVisible());
    press(Qt::Key_Escape);
    press(Qt::Key_F4); // there is none to be copied yet
    QTRY_VERIFY(page.banner()->text().contains(u"no invoice yet"_s));

    // Any of them has another key as soon as it is wished.
    chooseKeys(u"sheet.import"_s, {QKeySequence(u"Ctrl+Alt+M"_s)}, m_desk.office().desk().memory);
    chooseKeys(u"grid.copyAbove"_s, {QKeySequence(u"Ctrl+Alt+U"_s)}, m_desk.office().desk().memory);
    tellKeysChanged();
    press(Qt::Key_F12);
    QVERIFY(!page.sheet()->findChild<ImportPanel *>()->isVisible());
    press(Qt::Key_M, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(page.sheet()->findChild<ImportPanel *>()->isVisible());
    press(Qt::Key_Escape);
    page.sheet()->lines()->goTo(1, u"unit"_s);
    press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(lines().at(1).unit, u"台"_s);
    press(Qt::Key_U, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(lines().at(1).unit, u"箱"_s);
    useUsualKeys(u"sheet.import"_s, m_desk.office().desk().memory);
    useUsualKeys(u"grid.copyAbove"_s, m_desk.office().desk().memory);
    tellKeysChanged();
}

void GuiKeys::I3_refreshingTheSheetReadsTheStockAgain()
{
    clear();
    press(Qt::Key_A); // the first cell of the first line
    press(Qt::Key_Return);
    const QList<DraftLine> before = lines();
    QVERIFY(!before.constFirst().item.isEmpty());
    IssuingPage &page = m_desk.page<IssuingPage>();
    page.banner()->dismiss();
    QSignalSpy read(&m_desk.office(), &Office::factsChanged);
    QSignalSpy answered(&m_desk.office(), &Office::platformRead);
    press(Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(!read.isEmpty() && !answered.isEmpty(), 20000);
    QCOMPARE(lines(), before); // what is written stays
    QVERIFY2(
        page.banner()->text().contains(m_desk.office().stock()->credit.toGrouped()), qPrintable(page.banner()->text()));
    page.banner()->dismiss();
}

void GuiKeys::I3_undoGoesBackOverEverythingDoneToLines()
{
    beginAnew();
    IssuingSheet *sheet = m_desk.page<IssuingPage>().sheet();
    LineTable *grid = sheet->lines();
    QList<InvoiceDraft> states{sheet->draft()};
    const auto step = [&](auto act) {
        act();
        QVERIFY(sheet->draft() != states.constLast());
        states.append(sheet->draft());
    };
    grid->goTo(0, u"quantity"_s);
    step([] { press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier); });
    step([&] {
        grid->goTo(1, u"price"_s);
        QTest::keyClicks(grid, u"11"_s);
        press(Qt::Key_Return);
    });
    step([&] {
        grid->goTo(0, u"item"_s);
        press(Qt::Key_Delete, Qt::ControlModifier);
    });
    step([] { press(Qt::Key_F9); });
    step([&] {
        grid->goTo(0, u"unit"_s);
        press(Qt::Key_Delete);
    });
    for (qsizetype at = states.size() - 1; at > 0; --at) {
        QCOMPARE(sheet->draft(), states.at(at));
        press(Qt::Key_Z, Qt::ControlModifier);
    }
    QCOMPARE(sheet->draft(), states.constFirst());
    for (qsizetype at = 1; at < states.size(); ++at) {
        press(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(sheet->draft(), states.at(at));
    }
}

void GuiKeys::I3_theCardGivesTheKeyboardBack_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("zh_CN") << u"zh_CN"_s;
}

void GuiKeys::I3_theCardGivesTheKeyboardBack()
{
    QFETCH(const QString, language);
    clear(); // or the draft would be restored below
    m_desk.close();
    m_desk.open(language);
    m_desk.signIn();
    LineTable *grid = m_desk.page<IssuingPage>().sheet()->lines();
    QTRY_VERIFY(QApplication::focusWidget() != nullptr && QApplication::focusWidget()->objectName() == u"buyer.name"_s);
    grid->setFocus(Qt::OtherFocusReason);
    const QModelIndex cell = grid->model()->index(0, grid->lines()->columnOf(u"quantity"_s));
    grid->setCurrentIndex(cell);
    auto *card = m_desk.window().findChild<QWidget *>(u"keys"_s);
    const auto isBack = [&] { return QApplication::focusWidget() == grid && grid->currentIndex() == cell; };
    QTRY_VERIFY(isBack());
    // However often: a window that was open before knows what had the keyboard in it.
    for (int round = 0; round < 3; ++round) {
        press(Qt::Key_F1);
        QTRY_VERIFY(card->isVisible());
        if (round == 1)
            card->findChild<QPushButton *>(u"keys.choose"_s)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(card, round == 2 ? Qt::Key_F1 : Qt::Key_Escape); // the key that opened it closes it, too
        QTRY_VERIFY(!card->isVisible());
        QTRY_VERIFY2(isBack(), qPrintable(QString::number(round)));
    }
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_desk.shows<IssuingPage>()); // it has not pressed the button of the card
    QTRY_VERIFY(m_desk.page<IssuingPage>().banner()->isVisible());

    // In the middle of a cell nothing of what was typed is lost.
    grid->setCurrentIndex(cell);
    QTest::keyClicks(grid, u"1"_s);
    QWidget *editor = QApplication::focusWidget();
    QVERIFY(editor != grid && grid->isAncestorOf(editor));
    QTest::keyClicks(editor, u"2"_s);
    press(Qt::Key_F1);
    QTRY_VERIFY(card->isVisible());
    QTest::keyClick(card, Qt::Key_Escape);
    QTRY_VERIFY(!card->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), editor);
    QTest::keyClicks(QApplication::focusWidget(), u"3"_s);
    // Where the editor has gone because the button of the card was reached, its grid has the keyboard.
    press(Qt::Key_F1);
    QTRY_VERIFY(card->isVisible());
    card->findChild<QPushButton *>(u"keys.choose"_s)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(card, Qt::Key_Escape);
    QTRY_VERIFY(!card->isVisible());
    QTRY_VERIFY(isBack());
    QCOMPARE(grid->lines()->lines<DraftLine>().value(0).quantity.value_or(Decimal()).toString(), u"123"_s);
}

QTEST_MAIN(GuiKeys)
#include "tst_gui_keys.moc"

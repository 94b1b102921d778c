// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the window: the card that shows them, and others for whoever wants them.
#include "tests/gui/issuing.h"

#include "ui/kit/banner.h"
#include "ui/kit/line_table.h"
#include "ui/pages/issuing/issuing_page.h"
#include "ui/pages/issuing/issuing_sheet.h"
#include "ui/pages/keys_page.h"

#include <QLabel>
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

private:
    KeysPage &openKeys();
    void chooseRow(const QString &act);
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

QTEST_MAIN(GuiKeys)
#include "tst_gui_keys.moc"

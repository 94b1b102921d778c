// SPDX-License-Identifier: GPL-3.0-or-later
// Several drafts side by side, and what is left of them when the window goes.
#include "tests/gui/issuing.h"

#include "ui/kit/banner.h"
#include "ui/kit/line_table.h"
#include "ui/pages/issuing/draft_pane.h"
#include "ui/pages/issuing/issuing_page.h"
#include "ui/pages/issuing/issuing_sheet.h"
#include "ui/pages/issuing/result_panel.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QStyleOptionTab>
#include <QTabBar>

using namespace gui;

class GuiIssuingDrafts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void D10_draftsStandSideBySide();
    void D10_titlesTakeTheRoomThereIs();
    void D10_allAreThereAgainAfterTheEnd();
    void D10_aDraftGoesAfterAQuestion();
    void D7_aCopyGoesBesideWhatIsWritten();
    void D10_theWindowGoesWhileACellIsOpen();

private:
    [[nodiscard]] IssuingPage &page() { return m_desk->page<IssuingPage>(); }
    [[nodiscard]] QStringList titles();
    [[nodiscard]] QString painted(int tab);
    void writeBuyer(const QString &name);
    std::unique_ptr<TestDesk> m_desk;
};

void GuiIssuingDrafts::init()
{
    m_desk = std::make_unique<TestDesk>();
    m_desk->open();
    m_desk->setUp();
}

void GuiIssuingDrafts::cleanup()
{
    m_desk.reset();
}

QStringList GuiIssuingDrafts::titles()
{
    const auto *strip = page().findChild<QTabBar *>(u"issuing.drafts"_s);
    QStringList out;
    for (int i = 0; i < strip->count(); ++i)
        out.append(strip->tabText(i));
    return out;
}

void GuiIssuingDrafts::writeBuyer(const QString &name)
{
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"buyer.name"_s);
    type(name);
}

void GuiIssuingDrafts::D10_draftsStandSideBySide()
{
    writeBuyer(u"演练甲有限公司"_s);
    press(Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(titles(), (QStringList{u"演练甲有限公司"_s, u"New invoice"_s}));
    writeBuyer(u"演练乙有限公司"_s);
    QTRY_COMPARE(titles().constLast(), u"演练乙有限公司"_s);
    QCOMPARE(page().sheet()->draft().buyer.name, u"演练乙有限公司"_s);
    press(Qt::Key_F6);
    QCOMPARE(page().sheet()->draft().buyer.name, u"演练甲有限公司"_s);
    press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(page().sheet()->draft().buyer.name, u"演练乙有限公司"_s);
    QVERIFY(page().panes().at(0)->draft().serial != page().panes().at(1)->draft().serial);

    // Each has its kind.
    auto *kinds = page().findChild<QTabBar *>(u"issuing.kind"_s);
    press(Qt::Key_F8);
    QCOMPARE(page().sheet()->draft().kind, InvoiceKind::Special);
    press(Qt::Key_F6);
    QCOMPARE(page().sheet()->draft().kind, InvoiceKind::Ordinary);
    QCOMPARE(kinds->currentIndex(), 0);
    shoot(m_desk->window(), u"drafts"_s);
}

/// What the strip paints on a tab.
QString GuiIssuingDrafts::painted(int tab)
{
    struct Strip : QTabBar {
        using QTabBar::initStyleOption;
    };
    const auto *strip = page().findChild<QTabBar *>(u"issuing.drafts"_s);
    QStyleOptionTab option;
    (strip->*&Strip::initStyleOption)(&option, tab);
    return option.text;
}

void GuiIssuingDrafts::D10_titlesTakeTheRoomThereIs()
{
    const QString name = u"演练远山国际酒店管理股份有限公司北京第%1分公司"_s;
    const auto *strip = page().findChild<QTabBar *>(u"issuing.drafts"_s);
    writeBuyer(name.arg(1));
    press(Qt::Key_T, Qt::ControlModifier);
    writeBuyer(u"演练甲＆乙 A&B 商行"_s);
    press(Qt::Key_T, Qt::ControlModifier);
    QTRY_COMPARE(painted(0), name.arg(1));
    QTRY_COMPARE(painted(1), u"演练甲＆乙 A&&B 商行"_s); // so that B is no key
    QCOMPARE(painted(2), u"New invoice"_s);
    shoot(m_desk->window(), u"drafts-titles"_s);
    for (int more = 2; more < 6; ++more) {
        writeBuyer(name.arg(more));
        press(Qt::Key_T, Qt::ControlModifier);
    }
    QTRY_VERIFY(painted(0).endsWith(u'…'));
    QVERIFY2(painted(0).startsWith(name.first(6)), qPrintable(painted(0)));
    QCOMPARE(painted(strip->count() - 1), u"New invoice"_s);                            // what is short gives nothing
    QVERIFY(!strip->findChild<QAbstractButton *>(u"ScrollRightButton"_s)->isVisible()); // before anything scrolls
    shoot(m_desk->window(), u"drafts-full"_s);
}

void GuiIssuingDrafts::D10_allAreThereAgainAfterTheEnd()
{
    const QStringList names{u"演练甲有限公司"_s, u"演练乙有限公司"_s, u"演练丙有限公司"_s};
    for (const QString &name : names) {
        if (name != names.constFirst())
            press(Qt::Key_T, Qt::ControlModifier);
        writeBuyer(name);
        auto *kept = page().pane()->findChild<QLabel *>(u"draft.kept"_s);
        QTRY_COMPARE(kept->text().left(11), u"Draft saved"_s);
    }
    m_desk->close();
    m_desk->open();
    m_desk->signIn();
    QTRY_COMPARE_WITH_TIMEOUT(page().panes().size(), 3, 10000);
    QCOMPARE(titles(), names);
    QCOMPARE(page().sheet()->draft().buyer.name, names.constLast());
    QVERIFY(page().banner()->isVisible());
}

void GuiIssuingDrafts::D10_aDraftGoesAfterAQuestion()
{
    writeBuyer(u"演练甲有限公司"_s);
    press(Qt::Key_T, Qt::ControlModifier);
    QTRY_COMPARE(page().panes().size(), 2);
    press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier); // nothing is written on it
    QTRY_COMPARE(page().panes().size(), 1);
    QVERIFY(m_desk->doors().asked.isEmpty());

    m_desk->doors().accepts = false;
    press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_desk->doors().asked.size(), 1);
    QVERIFY(m_desk->doors().asked.constFirst().title.contains(u"演练甲有限公司"_s));
    QCOMPARE(page().sheet()->draft().buyer.name, u"演练甲有限公司"_s);
    m_desk->doors().accepts = true;
    press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(page().sheet()->draft().buyer.name.isEmpty());
    QCOMPARE(titles(), QStringList{u"New invoice"_s}); // never without one

    m_desk->close(); // and it does not come back
    m_desk->open();
    m_desk->signIn();
    QVERIFY(QTest::qWaitFor([] { return QApplication::focusWidget()->objectName() == u"buyer.name"_s; }));
    QVERIFY(page().sheet()->draft().buyer.name.isEmpty());
}

void GuiIssuingDrafts::D7_aCopyGoesBesideWhatIsWritten()
{
    fillInvoice(*m_desk, u"红富士苹果"_s, u"11.3"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page().result()->state() == InvoiceState::Issued, 30000);
    const QString serial = page().pane()->draft().serial;
    press(Qt::Key_T, Qt::ControlModifier);
    writeBuyer(u"演练乙有限公司"_s);
    press(Qt::Key_F4);
    QTRY_COMPARE(page().panes().size(), 3);
    QTRY_COMPARE(page().sheet()->draft().buyer.name, buyerName);
    QVERIFY(page().sheet()->draft().serial != serial);
    QCOMPARE(page().panes().at(1)->draft().buyer.name, u"演练乙有限公司"_s);
    QVERIFY(m_desk->doors().asked.size() == 1); // the issuing was asked about; nothing gets lost by a copy
}

/// The open editor speaks once more while the sheet around it is already going.
void GuiIssuingDrafts::D10_theWindowGoesWhileACellIsOpen()
{
    page().sheet()->goTo(u"item"_s, 0);
    QTest::keyClick(QApplication::focusWidget(), 'x');
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr);
    m_desk->close();
    QVERIFY(QApplication::topLevelWidgets().isEmpty());
    m_desk->open();
    m_desk->signIn();
    QCOMPARE(page().panes().size(), 1);
}

QTEST_MAIN(GuiIssuingDrafts)
#include "tst_gui_issuing_drafts.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The window around the pages, where it used to keep silent.
#include "tests/gui/desk.h"
#include "tests/kit/reading_order.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/list_page.h"
#include "ui/kit/windowed_model.h"
#include "ui/pages/catalogue.h"
#include "ui/pages/issuing/draft_pane.h"
#include "ui/pages/issuing/issuing_page.h"
#include "ui/pages/issuing/issuing_sheet.h"
#include "ui/shell/overlays.h"

#include <QLabel>
#include <QListWidget>
#include <QLockFile>
#include <QPushButton>
#include <QTabBar>

using namespace gui;

class GuiShell : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_desk.open();
        m_desk.setUp();
    }

    void theSearchSaysThatNothingIsFound()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        auto *search = m_desk.window().findChild<QuickSearch *>();
        QTRY_VERIFY(search->isVisible());
        auto *list = search->findChild<QListWidget *>();
        QTRY_VERIFY(list->count() > 0); // the pages
        type(u"没有这样的东西"_s);
        QTRY_VERIFY(list->count() == 1 && list->item(0)->text().contains(u"没有这样的东西"_s));
        QVERIFY(!list->item(0)->flags().testFlag(Qt::ItemIsEnabled));
        press(Qt::Key_Return); // there is nothing to go to
        QVERIFY(search->isVisible());
        shoot(*search, u"search-nothing"_s);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!search->isVisible());
    }

    void sendNowIsOfferedOnlyWhileSomethingWaits()
    {
        m_desk.office().open(u"invoices"_s);
        ListPage &list = m_desk.page<ListPage>();
        QTRY_COMPARE(list.model()->found(), std::optional<qint64>(0));
        QVERIFY(list.commands()->whyNot(u"invoice.retry"_s).contains(u"waiting"_s));
        QVERIFY(!list.findChild<QPushButton *>(u"invoice.retry"_s)->isEnabled());
    }

    void titlesOfPagesStayWholeOnANarrowWindow()
    {
        const QSize before = m_desk.window().size();
        m_desk.window().resize(760, 640);
        for (const PageEntry &entry : pagesFor(m_desk.office().actor()))
            m_desk.office().open(entry.id);
        auto *tabs = m_desk.window().findChild<QTabBar *>(u"pages.tabs"_s);
        for (int i = 0; i < tabs->count(); ++i) {
            const QString &title = tabs->tabText(i);
            QVERIFY2(tabs->tabRect(i).width() > tabs->fontMetrics().horizontalAdvance(title), qPrintable(title));
            QCOMPARE(tabs->tabToolTip(i), title);
        }
        QTRY_VERIFY(tabs->visibleRegion().contains(tabs->tabRect(tabs->currentIndex()).center())); // the others scroll
        QCOMPARE(checkNothingCutOff(tabs), QStringList());
        shoot(m_desk.window(), u"pages-narrow"_s);

        m_desk.office().open(u"issuing"_s); // companies of one name differ at their ends, which have room too
        IssuingPage &issuing = m_desk.page<IssuingPage>();
        InvoiceDraft draft;
        draft.buyer.name = u"演练远山国际酒店管理股份有限公司北京第二分公司"_s;
        issuing.sheet()->show(draft);
        issuing.pane()->follow();
        auto *drafts = issuing.findChild<QTabBar *>(u"issuing.drafts"_s);
        QTRY_COMPARE(drafts->tabToolTip(0), draft.buyer.name);
        QCOMPARE(drafts->tabText(0), draft.buyer.name);
        QVERIFY(drafts->tabRect(0).width() > drafts->fontMetrics().horizontalAdvance(draft.buyer.name));
        m_desk.window().resize(before);
    }

    void aSecondProgramSaysThatTheBooksAreOpenAndTriesAgain()
    {
        m_desk.close();
        {
            QLockFile other(m_desk.folder() + u"/kaipiao.db.lock"_s);
            other.setStaleLockTime(0);
            QVERIFY(other.tryLock(0));
            m_desk.open();
            auto *text = m_desk.window().findChild<QLabel *>(u"empty.text"_s);
            QTRY_VERIFY_WITH_TIMEOUT(text->isVisible() && text->text().contains(u"open already"_s), 20000);
            shoot(m_desk.window(), u"books-in-use"_s);
            press(Qt::Key_Tab);
            auto *again = m_desk.window().findChild<QPushButton *>(u"empty.step"_s);
            QVERIFY(again->isVisible());
            again->click();
            QTRY_VERIFY_WITH_TIMEOUT(text->isVisible(), 20000); // still in use
        }
        m_desk.window().findChild<QPushButton *>(u"empty.step"_s)->click();
        m_desk.signIn();
        QVERIFY(m_desk.window().workbench() != nullptr);
    }

private:
    TestDesk m_desk;
};

QTEST_MAIN(GuiShell)
#include "tst_gui_shell.moc"

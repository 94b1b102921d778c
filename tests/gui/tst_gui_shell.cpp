// SPDX-License-Identifier: GPL-3.0-or-later
// The window around the pages, where it used to keep silent.
#include "tests/gui/desk.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/list_page.h"
#include "ui/kit/windowed_model.h"
#include "ui/shell/overlays.h"

#include <QLabel>
#include <QListWidget>
#include <QLockFile>
#include <QPushButton>

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

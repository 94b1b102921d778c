// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the navigation, opened while nothing is in it, in both languages. With KP_SHOTS=DIR each is also saved
// as a picture.
#include "tests/gui/desk.h"
#include "tests/gui/looks.h"

#include "ui/kit/banner.h"
#include "ui/kit/record_page.h"
#include "ui/kit/windowed_model.h"
#include "ui/pages/catalogue.h"

#include <QPointer>

using namespace gui;

namespace
{
/// All lists of a page: it may be one, hold one beside a form, or hold several in tabs.
QList<ListPage *> listsOf(QWidget *page)
{
    QList<ListPage *> lists = page->findChildren<ListPage *>();
    if (auto *own = qobject_cast<ListPage *>(page))
        lists.append(own);
    return lists;
}
} // namespace

class GuiRecords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyPageOpensEmptyInBothLanguages();

private:
    void walk(bool chinese, const QString &dress);
    void speak(const QString &language);
    TestDesk m_desk;
};

void GuiRecords::initTestCase()
{
    m_desk.open();
    m_desk.setUp();
}

/// Opens every page of the navigation and judges its description and its texts.
void GuiRecords::walk(bool chinese, const QString &dress)
{
    for (const PageEntry &entry : pagesFor(m_desk.office().actor())) {
        m_desk.office().open(entry.id);
        QWidget *page = m_desk.window().workbench()->currentPage();
        QVERIFY2(page != nullptr && page->objectName() == entry.id, qPrintable(entry.id));
        QTRY_VERIFY(page->isVisible());
        QVERIFY(!page->windowTitle().isEmpty());
        for (ListPage *list : listsOf(page)) {
            QTRY_VERIFY2(list->model()->found().has_value(), qPrintable(entry.id));
            QTRY_VERIFY(list->model()->rowCount() == 0 || list->model()->row(0) != nullptr);
            QVERIFY2(!list->banner()->isVisible(), qPrintable(list->banner()->text()));
            checkSpec(list->spec());
        }
        for (RecordPage *records : page->findChildren<RecordPage *>())
            QVERIFY(records->spec().manages != records->spec().views);
        if (chinese)
            QTRY_COMPARE(englishIn(shownTexts(page)), QStringList());
        shoot(m_desk.window(), entry.id + u'-' + dress);
    }
}

/// The window makes its workbench anew for another language, once the event that asked for it is over.
void GuiRecords::speak(const QString &language)
{
    const QPointer<QWidget> before(m_desk.window().workbench());
    m_desk.desktop().preferences().setLanguage(language);
    QTRY_VERIFY(before.isNull() && m_desk.window().workbench() != nullptr);
}

void GuiRecords::everyPageOpensEmptyInBothLanguages()
{
    walk(false, u"empty-en"_s);
    speak(u"zh_CN"_s);
    walk(true, u"empty-zh"_s);
    speak(u"en"_s);
}

QTEST_MAIN(GuiRecords)
#include "tst_gui_records.moc"

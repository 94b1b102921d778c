// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/record_hands.h"

#include "ui/kit/banner.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/list_table.h"
#include "ui/kit/result_table.h"
#include "ui/kit/windowed_model.h"
#include "ui/pages/catalogue.h"

#include <QPushButton>
#include <QTabWidget>

namespace gui
{

QString focused()
{
    // Without a window manager nobody makes the window active again when a popup has gone.
    if (QApplication::focusWidget() == nullptr && QApplication::activePopupWidget() == nullptr)
        for (QWidget *window : QApplication::topLevelWidgets())
            if (window->isVisible() && window->windowType() == Qt::Window)
                window->activateWindow();
    const QWidget *focus = QApplication::focusWidget();
    return focus == nullptr ? QString() : focus->objectName();
}

void enter(const QString &key, const QString &text)
{
    QTRY_COMPARE(focused(), key);
    if (!text.isEmpty())
        type(text);
    press(Qt::Key_Return);
}

QString cell(const RecordPage &page, int row, const QString &column)
{
    const QList<ColumnSpec> &columns = page.spec().list.columns;
    for (int i = 0; i < columns.size(); ++i)
        if (columns.at(i).key == column)
            return page.list()->model()->index(row, i).data().toString();
    return {};
}

void waitForRows(RecordPage &page, int rows)
{
    QTRY_COMPARE_WITH_TIMEOUT(page.list()->model()->found(), std::optional<qint64>(rows), 20000);
    QTRY_VERIFY(
        page.list()->model()->rowCount() == rows && (rows == 0 || page.list()->model()->row(rows - 1) != nullptr));
}

void askFor(RecordPage &page, const ListQuery &query)
{
    const QSignalSpy answered(page.list()->model(), &QAbstractItemModel::modelReset);
    page.list()->setQuery(query);
    QTRY_VERIFY_WITH_TIMEOUT(!answered.isEmpty() && page.list()->model()->found().has_value(), 20000);
}

RecordPage &pageInFront(TestDesk &desk)
{
    QWidget *front = desk.window().workbench()->currentPage();
    if (auto *tabs = qobject_cast<QTabWidget *>(front))
        front = tabs->currentWidget();
    auto *page = qobject_cast<RecordPage *>(front);
    if (page == nullptr)
        page = front->findChild<RecordPage *>();
    if (page == nullptr)
        qFatal("no page of records in front");
    return *page;
}

RecordPage &goTo(TestDesk &desk, const QString &id)
{
    QString title;
    for (const PageEntry &entry : pageCatalogue())
        if (entry.id == id)
            title = entry.title;
    [] { QTRY_VERIFY(!focused().isEmpty()); }();
    press(Qt::Key_K, Qt::ControlModifier);
    type(title);
    press(Qt::Key_Return);
    [&] { QTRY_COMPARE(desk.window().workbench()->currentPage()->objectName(), id); }();
    RecordPage *page = &pageInFront(desk);
    askFor(*page, {});
    [page] {
        QTRY_VERIFY2(!focused().isEmpty() && page->isAncestorOf(QApplication::focusWidget()), qPrintable(focused()));
    }();
    return *page;
}

void tryOut(TestDesk &desk, RecordPage &page, const QString &path)
{
    desk.doors().path = path;
    page.list()->commands()->trigger(u"record.import"_s);
    QTRY_COMPARE(focused(), u"import.choose"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!page.importing()->isBusy(), 20000);
}

void takeIn(RecordPage &page)
{
    auto *take = page.importing()->findChild<QPushButton *>(u"import.take"_s);
    QTRY_COMPARE(focused(), u"import.take"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!page.importing()->isBusy() && !take->isEnabled(), 20000);
    QTRY_COMPARE(focused(), u"import.close"_s);
    press(Qt::Key_Escape);
    QTRY_COMPARE(focused(), u"list.table"_s);
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

const Classification *apples(TestDesk &desk)
{
    [&] { QTRY_VERIFY(!desk.office().classification()->rows().isEmpty()); }();
    return desk.office().classification()->proposals(u"苹果"_s, QDate(2026, 6, 1), 1).value(0).row;
}

} // namespace gui

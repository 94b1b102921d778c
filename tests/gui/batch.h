// SPDX-License-Identifier: GPL-3.0-or-later
// The page of batches as a clerk works it.
#pragma once

#include "core/document/workbook/order_workbook.h"
#include "tests/document/sample_orders.h"
#include "tests/gui/desk.h"
#include "ui/kit/banner.h"
#include "ui/kit/list_page.h"
#include "ui/kit/windowed_model.h"
#include "ui/pages/batch/batch_page.h"
#include "ui/pages/batch/batch_rows.h"
#include "ui/pages/batch/finding_table.h"
#include "ui/pages/batch/repair_panel.h"
#include "ui/pages/batch/repair_table.h"

#include <QLabel>
#include <QPushButton>

namespace gui
{

using service::OrderState;

/// Goes to the page; what was kept has been taken up.
inline BatchPage &batchPage(TestDesk &desk)
{
    desk.office().open(u"batch"_s);
    return desk.page<BatchPage>();
}

inline QPushButton *command(BatchPage &page, const QString &id)
{
    return page.findChild<QPushButton *>(id);
}

/// How many orders of the list are in a state, as the list shows it.
inline int shown(const BatchPage &page, const QString &state)
{
    int count = 0;
    for (int row = 0; row < page.list()->model()->rowCount(); ++row)
        count += page.list()->model()->index(row, 1).data().toString() == state ? 1 : 0;
    return count;
}

inline QString writeOrders(const QTemporaryDir &folder, const QString &name, const workbook::OrderRows &rows)
{
    const QString path = folder.filePath(name);
    if (!workbook::writeOrderWorkbook(path, rows).ok())
        qFatal("the workbook could not be written");
    return path;
}

/// Chooses the file and waits until all of it is checked.
inline void openWorkbook(TestDesk &desk, BatchPage &page, const QString &path)
{
    desk.doors().path = path;
    QSignalSpy opened(&page.work(), &BatchWork::opened);
    QTRY_VERIFY(command(page, u"batch.choose"_s)->isEnabled()); // not while what was kept is taken up
    command(page, u"batch.choose"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 30000);
    QTRY_COMPARE(page.list()->model()->rowCount(), int(page.work().report().orders.size()));
}

/// Columns of the template, from 0.
inline int headColumn(QStringView name)
{
    const auto &columns = workbook::orderTemplate().head.columns;
    return static_cast<int>(
        std::find_if(columns.begin(), columns.end(), [&](const auto &c) { return c.name == name; }) - columns.begin());
}
inline int lineColumn(QStringView name)
{
    const auto &columns = workbook::orderTemplate().lines.columns;
    return static_cast<int>(
        std::find_if(columns.begin(), columns.end(), [&](const auto &c) { return c.name == name; }) - columns.begin());
}

/// How many invoices are stored.
inline qint64 storedInvoices(TestDesk &desk)
{
    const auto count = desk.desktop().entrance().run([](app::Profile &profile) {
        store::ListQuery all;
        all.scope = store::Scope::everything();
        return profile.stores().list.count(all).valueOr(-1);
    });
    [&] { QTRY_VERIFY(count.isFinished()); }();
    return count.isFinished() ? count.result() : -1;
}

} // namespace gui

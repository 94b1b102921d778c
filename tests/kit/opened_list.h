// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/kit/fakes.h"
#include "ui/kit/list_page.h"
#include "ui/kit/windowed_model.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>

namespace kp
{

using namespace Qt::StringLiterals;

/// A shown list page, and what its commands were run with.
struct Opened {
    FakeDesk desk;
    std::shared_ptr<FakeRows> source;
    QList<CommandContext> opened;
    QList<CommandContext> discarded;
    int issued = 0;
    std::unique_ptr<ListPage> page;

    explicit Opened(qint64 rows = 1'000'000, const QString &role = u"issuer"_s)
        : desk(role)
        , source(std::make_shared<FakeRows>(rows))
    {
        open();
    }
    void open()
    {
        ListSpec spec = invoiceList(source);
        spec.open = u"invoice.open"_s;
        const auto one = [](const CommandContext &c) {
            return c.selection.isSingle() ? QString() : u"Select one invoice."_s;
        };
        const auto some = [](const CommandContext &c) {
            return c.selection.isEmpty() ? u"Select the invoices first."_s : QString();
        };
        spec.commands = {{.id = u"invoice.open"_s,
                             .text = u"Open"_s,
                             .whyDisabled = one,
                             .run = [this](const CommandContext &c) { opened.append(c); }},
            {.id = u"invoice.discard"_s,
                .text = u"Discard"_s,
                .needs = Permission::DiscardInvoices,
                .question =
                    [](const CommandContext &c) { return u"Discard %1 invoices?"_s.arg(c.selection.ids.size()); },
                .whyDisabled = some,
                .run = [this](const CommandContext &c) { discarded.append(c); }},
            {.id = u"invoice.issue"_s,
                .text = u"Issue invoice"_s,
                .shortcut = QKeySequence(u"Ctrl+Alt+N"_s),
                .needs = Permission::IssueInvoices,
                .primary = true,
                .run = [this](const CommandContext &) { ++issued; }}};
        page = std::make_unique<ListPage>(spec, desk.desk);
        page->resize(1300, 700);
        page->show();
        QApplication::setActiveWindow(page.get());
        page->setFocus();
        QTRY_COMPARE(qint64(page->model()->rowCount()), source->total);
    }
    template<class W>
    [[nodiscard]] W *part(const QString &name) const
    {
        return page->findChild<W *>(name);
    }
    [[nodiscard]] QPushButton *button(const QString &id) const { return part<QPushButton>(id); }
    [[nodiscard]] qint64 idAt(int row) const
    {
        return page->model()->index(row, 0).data(WindowedModel::IdRole).toLongLong();
    }
};

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/red/blue_list.h"

#include "ui/kit/windowed_model.h"
#include "ui/pages/invoice_rows.h"
#include "ui/pages/invoice_words.h"
#include "ui/pages/invoices_page.h"
#include "ui/pages/red/texts.h"

namespace kp
{

using namespace Qt::StringLiterals;

ListPage *makeBlueList(Office &office, const QString &key, const QString &title, const QList<Command> &commands,
    const QString &open, bool red, QWidget *parent)
{
    ColumnSpec kind = invoiceColumn(u"kind"_s, 130);
    kind.words = kindWords();
    ColumnSpec net = invoiceColumn(u"net"_s, 118);
    ColumnSpec tax = invoiceColumn(u"tax"_s, 104);
    net.total = tax.total = true;
    const Command first{.id = red ? u"red.first"_s : u"invoice.new"_s,
        .text = red ? RedText::tr("Reverse invoices") : RedText::tr("Issue invoice"),
        .icon = red ? Icon::Undo : Icon::Issue,
        .needs = Permission::IssueInvoices,
        .run = [&office, red](const CommandContext &) { office.open(red ? u"redQuick"_s : u"issuing"_s); }};
    ListSpec spec{.key = key,
        .title = title,
        .columns = {invoiceColumn(u"number"_s, 200, Face::Grouped), invoiceColumn(u"issuedAt"_s, 152),
            invoiceColumn(u"buyer.name"_s, 210), invoiceColumn(u"buyer.taxNumber"_s, 180, Face::Code), net, tax,
            grossColumn(), kind},
        .filters = {{u"issuedAt"_s, RedText::tr("Issue date"), FilterSpec::Kind::Period},
            {u"kind"_s, RedText::tr("Invoice kind"), FilterSpec::Kind::Choice, kindWords()}},
        .searchHint = RedText::tr("Number, buyer, tax number, item, amount, remark"),
        .commands = commands + QList<Command>(1, first),
        .open = open,
        .emptyText = red ? RedText::tr("No red invoice is issued yet.")
                         : RedText::tr("No invoice is issued yet that could be reversed."),
        .firstStep = first.id,
        .tables = {u"invoice"_s}};
    QStringList keys;
    for (const ColumnSpec &column : std::as_const(spec.columns))
        keys.append(column.key);
    spec.source = makeInvoiceRows(office, keys, {red, {InvoiceState::Issued}});
    auto *page = new ListPage(spec, office.desk(), parent);
    page->setWindowTitle(title);
    QObject::connect(&office, &Office::tablesChanged, page, &ListPage::tablesChanged);
    QObject::connect(&office, &Office::companyChanged, page, [page] { page->setQuery(page->query()); });
    return page;
}

QString chosenNumber(const CommandContext &context)
{
    const auto *page = qobject_cast<const ListPage *>(context.page.data());
    const bool one = page != nullptr && context.selection.isSingle();
    const int row = one ? page->model()->rowOf(context.selection.ids.constFirst()) : -1;
    if (row < 0)
        return {};
    return page->model()->row(row)->cells.constFirst().toString();
}

QString oneInvoiceNeeded(const CommandContext &context)
{
    return chosenNumber(context).isEmpty() ? RedText::tr("Select one invoice.") : QString();
}

} // namespace kp

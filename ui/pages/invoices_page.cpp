// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/invoices_page.h"

#include "core/domain/schemas.h"
#include "ui/kit/banner.h"
#include "ui/kit/schema_column.h"
#include "ui/kit/windowed_model.h"
#include "ui/pages/invoice_commands.h"
#include "ui/pages/invoice_rows.h"
#include "ui/pages/invoice_words.h"
#include "ui/pages/pdf_saving.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
struct InvoicesPageText {
    Q_DECLARE_TR_FUNCTIONS(InvoicesPage)
};

constexpr qsizetype mostPdfs = 500; // at once; more belongs into an export with its own progress page

QList<ColumnSpec> invoiceColumns()
{
    ColumnSpec kind = invoiceColumn(u"kind"_s, 130);
    kind.words = kindWords();
    ColumnSpec state = invoiceColumn(u"state"_s, 118);
    state.words = stateWords();
    ColumnSpec net = invoiceColumn(u"net"_s, 118);
    ColumnSpec tax = invoiceColumn(u"tax"_s, 104);
    net.total = tax.total = true;
    ColumnSpec serial = invoiceColumn(u"serial"_s, 170, Face::Grouped);
    serial.shown = false;
    return {invoiceColumn(u"number"_s, 200, Face::Grouped), state, invoiceColumn(u"issuedAt"_s, 152),
        invoiceColumn(u"buyer.name"_s, 210), net, tax, grossColumn(), kind, invoiceColumn(u"issuer"_s, 90),
        invoiceColumn(u"buyer.taxNumber"_s, 180, Face::Code), invoiceColumn(u"message"_s, 240), serial};
}

QList<FilterSpec> filters()
{
    QList<Word> states = stateWords();
    states.prepend({unfinishedCode, InvoicesPageText::tr("Unfinished (all)")});
    return {{u"issuedAt"_s, InvoicesPageText::tr("Issue date"), FilterSpec::Kind::Period},
        {u"kind"_s, InvoicesPageText::tr("Invoice kind"), FilterSpec::Kind::Choice, kindWords()},
        {u"state"_s, InvoicesPageText::tr("State"), FilterSpec::Kind::Choice, states}};
}

/// A cell of a row as far as the list holds it at the moment.
std::optional<QString> cellOf(const CommandContext &context, qint64 id, QLatin1StringView key)
{
    const auto *page = qobject_cast<const ListPage *>(context.page.data());
    const int row = page == nullptr ? -1 : page->model()->rowOf(id);
    if (row < 0)
        return std::nullopt;
    const QList<ColumnSpec> &all = page->model()->columns();
    for (qsizetype i = 0; i < all.size(); ++i)
        if (all.at(i).key == key)
            return page->model()->row(row)->cells.at(i).toString();
    return std::nullopt;
}

QString oneNeeded(const CommandContext &context)
{
    return context.selection.isSingle() ? QString() : InvoicesPageText::tr("Select one invoice.");
}

Result<InvoiceTarget> oneInvoice(const CommandContext &context)
{
    if (const QString reason = oneNeeded(context); !reason.isEmpty())
        return Fault{FaultKind::Invalid, reason};
    const qint64 id = context.selection.ids.constFirst();
    return InvoiceTarget{InvoiceId(id), cellOf(context, id, "number"_L1).value_or(QString()),
        fromCode<InvoiceState>(cellOf(context, id, "state"_L1).value_or(QString())),
        qobject_cast<ListPage *>(context.page.data())->banner(),
        cellOf(context, id, "net"_L1).value_or(QString()).startsWith(u'-')};
}

QString someNeeded(const CommandContext &context)
{
    if (context.selection.isEmpty())
        return InvoicesPageText::tr("Select an invoice.");
    if (context.selection.everything || context.selection.ids.size() > mostPdfs)
        return InvoicesPageText::tr("Select at most %1 invoices.").arg(mostPdfs);
    return {};
}

Command openCommand(Office &office)
{
    return {.id = u"invoice.open"_s,
        .text = InvoicesPageText::tr("Open"),
        .icon = Icon::Eye,
        .needs = Permission::ViewInvoices,
        .whyDisabled = oneNeeded,
        .run = [&office](const CommandContext &context) {
            office.open(u"invoice"_s, QString::number(context.selection.ids.constFirst()));
        }};
}

Command savePdfCommand(Office &office)
{
    return {.id = u"invoice.savePdf"_s,
        .text = InvoicesPageText::tr("Save PDF"),
        .icon = Icon::Pdf,
        .needs = Permission::ViewInvoices,
        .whyDisabled =
            [](const CommandContext &context) {
                return context.selection.isSingle() ? whyNotFor(oneInvoice, whyNoPdf)(context) : someNeeded(context);
            },
        .run =
            [&office](const CommandContext &context) {
                auto *page = qobject_cast<ListPage *>(context.page.data());
                QList<InvoiceId> ids;
                for (const qint64 id : context.selection.ids)
                    ids.append(InvoiceId(id));
                const auto number =
                    ids.size() == 1 ? cellOf(context, ids.constFirst().value(), "number"_L1) : std::nullopt;
                savePdfs(office, page, *page->banner(), ids, number.value_or(QString()));
            }};
}

Command copyNumberCommand()
{
    return {.id = u"invoice.copyNumber"_s,
        .text = InvoicesPageText::tr("Copy number"),
        .icon = Icon::Copy,
        .needs = Permission::ViewInvoices,
        .whyDisabled = someNeeded,
        .run = [](const CommandContext &context) {
            QStringList numbers;
            for (const qint64 id : context.selection.ids)
                if (const auto number = cellOf(context, id, "number"_L1))
                    numbers.append(*number);
            QGuiApplication::clipboard()->setText(numbers.join(u'\n'));
        }};
}

Command issueCommand(Office &office)
{
    return {.id = u"invoice.new"_s,
        .text = InvoicesPageText::tr("Issue invoice"),
        .icon = Icon::Issue,
        .shortcut = QKeySequence(Qt::CTRL | Qt::Key_N),
        .needs = Permission::IssueInvoices,
        .primary = true,
        .run = [&office](const CommandContext &) { office.open(u"issuing"_s); }};
}
} // namespace

ColumnSpec invoiceColumn(const QString &key, int width, Face face)
{
    ColumnSpec column = columnOf<InvoiceSummary>(key, width, face);
    column.sortable = store::invoiceSortFromKey(key).has_value();
    return column;
}

ColumnSpec grossColumn()
{
    return {.key = u"gross"_s,
        .label = InvoicesPageText::tr("Gross"),
        .kind = FieldKind::Money,
        .width = 124,
        .sortable = false,
        .total = true};
}

ListSpec invoicesSpec(Office &office)
{
    return {.key = u"invoices"_s,
        .title = InvoicesPageText::tr("Find invoices"),
        .columns = invoiceColumns(),
        .filters = filters(),
        .searchHint = InvoicesPageText::tr("Number, buyer, tax number, item, amount, remark"),
        .commands = {openCommand(office), savePdfCommand(office), copyNumberCommand(), copyCommand(office, oneInvoice),
            reverseCommand(office, oneInvoice), correctCommand(office, oneInvoice), retryCommand(office, oneInvoice),
            discardCommand(office, oneInvoice), issueCommand(office)},
        .open = u"invoice.open"_s,
        .emptyText = InvoicesPageText::tr("The invoices of this company will stand here."),
        .firstStep = u"invoice.new"_s,
        .tables = {u"invoice"_s}};
}

QWidget *makeInvoicesPage(Office &office, QWidget *parent)
{
    ListSpec spec = invoicesSpec(office);
    QStringList keys;
    for (const ColumnSpec &column : std::as_const(spec.columns))
        keys.append(column.key);
    const auto rows = makeInvoiceRows(office, keys);
    spec.source = rows;
    auto *page = new ListPage(spec, office.desk(), parent);
    page->setWindowTitle(spec.title);
    QObject::connect(&office, &Office::tablesChanged, page, &ListPage::tablesChanged);
    QObject::connect(&office, &Office::waitingChanged, page, &ListPage::refreshCommands);
    QObject::connect(&office, &Office::companyChanged, page, [page] { page->setQuery(page->query()); });
    return page;
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/catalogue.h"

#include "ui/pages/batch/batch_page.h"
#include "ui/pages/detail/detail_page.h"
#include "ui/pages/invoices_page.h"
#include "ui/pages/issuing/issuing_page.h"
#include "ui/pages/keys_page.h"
#include "ui/pages/records/records_pages.h"
#include "ui/pages/red/apply_page.h"
#include "ui/pages/red/blue_list.h"
#include "ui/pages/red/form_page.h"
#include "ui/pages/red/forms_page.h"
#include "ui/pages/red/invoice_page.h"
#include "ui/pages/red/plan_page.h"
#include "ui/pages/red/quick_page.h"
#include "ui/pages/red/red_page.h"
#include "ui/pages/texts.h"

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
PageEntry recordPage(const QString &id, const QString &area, const QString &title, Icon icon,
    QWidget *(*make)(Office &office, QWidget *parent))
{
    return {id, area, title, icon, Permission::ViewRecords,
        [make](Office &office, const QString &, QWidget *parent) { return make(office, parent); }};
}

/// 查看红字发票.
QWidget *makeRedInvoices(Office &office, QWidget *parent)
{
    const Command open{.id = u"red.look"_s,
        .text = PagesText::tr("View"),
        .icon = Icon::Eye,
        .needs = Permission::ViewInvoices,
        .whyDisabled = oneInvoiceNeeded,
        .run = [&office](const CommandContext &context) {
            office.open(u"invoice"_s, QString::number(context.selection.ids.constFirst()));
        }};
    return makeBlueList(office, u"redInvoices"_s, PagesText::tr("All red invoices"), {open}, open.id, true, parent);
}

/// Pages of red invoices: reached from the navigation, and from each other with an argument.
QList<PageEntry> redPages()
{
    const QString red = PagesText::tr("Red invoices");
    return {
        {u"red"_s, red, PagesText::tr("Red overview"), Icon::Home, Permission::ViewInvoices,
            [](Office &office, const QString &, QWidget *parent) { return new RedPage(office, parent); }},
        {u"redApply"_s, red, PagesText::tr("Apply for reversal"), Icon::Add, Permission::IssueInvoices,
            [](Office &office, const QString &argument, QWidget *parent) {
                return new ApplyPage(office, argument, parent);
            }},
        {u"redAnswer"_s, red, PagesText::tr("Answer forms"), Icon::Ok, Permission::ViewInvoices,
            [](Office &office, const QString &, QWidget *parent) {
                return makeFormsPage(office, FormList::Awaiting, parent);
            }},
        {u"redIssue"_s, red, PagesText::tr("Issue red invoices"), Icon::Issue, Permission::IssueInvoices,
            [](Office &office, const QString &, QWidget *parent) {
                return makeFormsPage(office, FormList::Issuable, parent);
            }},
        {u"redQuick"_s, red, PagesText::tr("Reverse invoices"), Icon::Undo, Permission::IssueInvoices,
            [](Office &office, const QString &, QWidget *parent) { return new QuickPage(office, parent); }},
        {u"redPlan"_s, red, PagesText::tr("Plan a correction"), Icon::Redo, Permission::IssueInvoices,
            [](Office &office, const QString &argument, QWidget *parent) {
                return new PlanPage(office, argument, parent);
            }},
        {u"redInvoices"_s, red, PagesText::tr("All red invoices"), Icon::List, Permission::ViewInvoices,
            [](Office &office, const QString &, QWidget *parent) { return makeRedInvoices(office, parent); }},
        {u"redOf"_s, {}, PagesText::tr("Confirmation forms"), Icon::List, Permission::ViewInvoices,
            [](Office &office, const QString &argument, QWidget *parent) {
                return makeFormsPage(office, FormList::OfInvoice, parent, argument);
            }},
        {u"redForm"_s, {}, PagesText::tr("Confirmation form"), Icon::Eye, Permission::ViewInvoices,
            [](Office &office, const QString &argument, QWidget *parent) {
                return new FormPage(office, RedFormId(argument.toLongLong()), parent);
            }},
        {u"redInvoice"_s, {}, PagesText::tr("Red invoice"), Icon::Issue, Permission::IssueInvoices,
            [](Office &office, const QString &argument, QWidget *parent) {
                return new RedInvoicePage(office, RedFormId(argument.toLongLong()), parent);
            }},
    };
}
} // namespace

QList<PageEntry> pageCatalogue()
{
    const QString blue = PagesText::tr("Blue invoices");
    const QString records = PagesText::tr("Invoice records");
    const QString base = PagesText::tr("Base data");
    const QList<PageEntry> before{
        {u"issuing"_s, blue, PagesText::tr("Issue invoice"), Icon::Issue, Permission::IssueInvoices,
            [](Office &office, const QString &, QWidget *parent) { return new IssuingPage(office, parent); }},
        {u"batch"_s, blue, PagesText::tr("Batch issuing"), Icon::Batch, Permission::IssueInvoices,
            [](Office &office, const QString &, QWidget *parent) { return new BatchPage(office, parent); }},
    };
    const QList<PageEntry> after{
        {u"invoices"_s, records, PagesText::tr("Find invoices"), Icon::List, Permission::ViewInvoices,
            [](Office &office, const QString &, QWidget *parent) { return makeInvoicesPage(office, parent); }},
        recordPage(u"items"_s, base, PagesText::tr("Items"), Icon::Item, makeItemsPage),
        recordPage(u"favourites"_s, base, PagesText::tr("Favourite items"), Icon::Bookmark, makeFavouritesPage),
        recordPage(u"customers"_s, base, PagesText::tr("Customers"), Icon::People, makeCustomersPage),
        recordPage(u"extras"_s, base, PagesText::tr("Extra elements"), Icon::Tag, makeExtrasPage),
        recordPage(u"businessTypes"_s, base, PagesText::tr("Business types"), Icon::Folder, makeBusinessTypesPage),
        {u"shortcuts"_s, {}, PagesText::tr("Keys"), Icon::Settings, Permission::ViewInvoices,
            [](Office &office, const QString &, QWidget *parent) { return new KeysPage(office, parent); }},
        {u"invoice"_s, {}, PagesText::tr("Invoice"), Icon::Eye, Permission::ViewInvoices,
            [](Office &office, const QString &argument, QWidget *parent) {
                return new DetailPage(office, InvoiceId(argument.toLongLong()), parent);
            }},
    };
    return before + redPages() + after;
}

QList<PageEntry> pagesFor(const Actor &actor)
{
    QList<PageEntry> pages = pageCatalogue();
    pages.removeIf([&](const PageEntry &page) { return page.area.isEmpty() || !actor.may(page.needs); });
    return pages;
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/catalogue.h"

#include "ui/pages/batch/batch_page.h"
#include "ui/pages/detail/detail_page.h"
#include "ui/pages/invoices_page.h"
#include "ui/pages/issuing/issuing_page.h"
#include "ui/pages/keys_page.h"
#include "ui/pages/records/records_pages.h"
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
} // namespace

QList<PageEntry> pageCatalogue()
{
    const QString blue = PagesText::tr("Blue invoices");
    const QString records = PagesText::tr("Invoice records");
    const QString base = PagesText::tr("Base data");
    return {
        {u"issuing"_s, blue, PagesText::tr("Issue invoice"), Icon::Issue, Permission::IssueInvoices,
            [](Office &office, const QString &, QWidget *parent) { return new IssuingPage(office, parent); }},
        {u"batch"_s, blue, PagesText::tr("Batch issuing"), Icon::Batch, Permission::IssueInvoices,
            [](Office &office, const QString &, QWidget *parent) { return new BatchPage(office, parent); }},
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
}

QList<PageEntry> pagesFor(const Actor &actor)
{
    QList<PageEntry> pages = pageCatalogue();
    pages.removeIf([&](const PageEntry &page) { return page.area.isEmpty() || !actor.may(page.needs); });
    return pages;
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// 常用开票项 (S0 七.3): the items a company keeps at hand, in its own order.
#include "ui/kit/banner.h"
#include "ui/pages/record_parts.h"
#include "ui/pages/records/favourite_binding.h"
#include "ui/pages/records/item_columns.h"
#include "ui/pages/records/records_pages.h"
#include "ui/pages/texts.h"

#include <QCheckBox>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
store::RecordQuery favouritesQuery(const Office &office, const ListQuery &query)
{
    store::RecordQuery out = recordQuery<Item>(office, query, RecordsOf::ChosenCompany);
    out.filters.append({u"favourite"_s, u"0"_s, store::RecordFilter::How::Above});
    if (query.sortKey.isEmpty()) {
        out.sort = u"favourite"_s;
        out.descending = false;
    }
    return out;
}

/// The items stay; they are no favourites any more.
QFuture<Result<Removed>> removeFavourites(Office &office, const ListQuery &query, const ListSelection &selection)
{
    auto answer = Answer<Removed>::begin();
    const auto chosen = chosenIds<Item>(office, favouritesQuery(office, query), selection);
    then(&office, chosen, [&office, answer](const Result<QList<qint64>> &ids) {
        if (!ids.ok()) {
            answer->give(ids.fault());
            return;
        }
        const auto removed =
            office.ask([actor = office.actor(), company = office.companyId(), items = itemIds(*ids)](
                           service::Services &services) { return services.favourites.remove(actor, company, items); });
        then(&office, removed, [answer, gone = ids->size()](const Outcome &outcome) {
            answer->give(outcome.ok() ? Result<Removed>(Removed{gone}) : outcome.fault());
        });
    });
    return answer->promise.future();
}

/// @param by −1: up
Command moveCommand(Office &office, const QString &id, const QString &text, Icon sign, Qt::Key key, int by)
{
    const auto whyNotNow = [](const CommandContext &context) {
        if (!context.selection.isSingle())
            return RecordPagesText::tr("Select one row.");
        // Elsewhere the row above is not the favourite before it.
        if (!context.query.search.isEmpty() || !context.query.sortKey.isEmpty())
            return RecordPagesText::tr("Take away the search and the sorting first: then the list shows their order.");
        return QString();
    };
    const auto move = [&office, by](const CommandContext &context) {
        auto *list = qobject_cast<ListPage *>(context.page.data());
        const auto moved =
            office.ask([actor = office.actor(), company = office.companyId(), by,
                           item = ItemId(context.selection.ids.constFirst())](
                           service::Services &services) { return services.favourites.move(actor, company, item, by); });
        then(list, moved, [list](const Outcome &outcome) {
            if (!outcome.ok())
                list->banner()->showFault(outcome.fault());
        });
    };
    return {.id = id,
        .text = text,
        .icon = sign,
        .shortcut = QKeySequence(Qt::ALT | key),
        .needs = Permission::MaintainRecords,
        .whyDisabled = whyNotNow,
        .run = move};
}

RecordSpec favouritesSpec(Office &office)
{
    RecordSpec spec;
    spec.list = {.key = u"favouriteItems"_s,
        .title = RecordPagesText::tr("Favourite items"),
        .columns = itemColumns(),
        .searchHint = RecordPagesText::tr("Name, pinyin initials, short code, specification"),
        .commands = {{.id = u"favourites.add"_s,
                         .text = RecordPagesText::tr("Add from items"),
                         .icon = Icon::Add,
                         .needs = Permission::MaintainRecords,
                         .run = [&office](const CommandContext &) { office.open(u"items"_s); }},
            moveCommand(office, u"favourites.up"_s, RecordPagesText::tr("Move up"), Icon::ChevronUp, Qt::Key_Up, -1),
            moveCommand(
                office, u"favourites.down"_s, RecordPagesText::tr("Move down"), Icon::ChevronDown, Qt::Key_Down, 1)},
        .emptyText = RecordPagesText::tr(
            "Items that are issued often stand here, first in every choice. Select items on their page "
            "and add them to the favourites."),
        .firstStep = u"favourites.add"_s};
    spec.form = itemForm(office);
    spec = describe<Item>(office, spec, RecordsOf::ChosenCompany, shortNames(office),
        [&office](const ListQuery &query) { return favouritesQuery(office, query); });
    spec.beneath = [&office](ListPage &list, QWidget *parent) { return bindingBox(office, &list, parent); };
    spec.acts.save = {}; // an item is changed on its own page
    spec.acts.remove = [&office](const ListQuery &query, const ListSelection &selection) {
        return removeFavourites(office, query, selection);
    };
    return spec;
}
} // namespace

QWidget *makeFavouritesPage(Office &office, QWidget *parent)
{
    RecordPage *page = makeRecordPage(office, favouritesSpec(office), parent);
    page->setObjectName(u"favourites"_s);
    return page;
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
// 商品信息管理 (S2 5.5), 项目信息维护 (S1 1.1.1).
#include "ui/kit/banner.h"
#include "ui/pages/classification_picker.h"
#include "ui/pages/record_files.h"
#include "ui/pages/record_parts.h"
#include "ui/pages/records/item_columns.h"
#include "ui/pages/records/records_pages.h"
#include "ui/pages/texts.h"

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
Command favouriteCommand(Office &office)
{
    return {.id = u"item.favourite"_s,
        .text = RecordPagesText::tr("Add to favourites"),
        .icon = Icon::Bookmark,
        .needs = Permission::MaintainRecords,
        .whyDisabled =
            [](const CommandContext &context) {
                return context.selection.ids.isEmpty() ? RecordPagesText::tr("Select the items first.") : QString();
            },
        .run =
            [&office](const CommandContext &context) {
                auto *list = qobject_cast<ListPage *>(context.page.data());
                const auto added = office.ask(
                    [actor = office.actor(), company = office.companyId(), items = itemIds(context.selection.ids)](
                        service::Services &services) { return services.favourites.add(actor, company, items); });
                then(list, added, [list, count = context.selection.ids.size()](const Outcome &outcome) {
                    if (outcome.ok())
                        list->banner()->show({.tone = Tone::Success,
                            .text = RecordPagesText::tr("Added to the favourites: %1").arg(count)});
                    else
                        list->banner()->showFault(outcome.fault());
                });
            }};
}

/// What was chosen fills in what follows from it; a rate that somebody has entered stays.
void takeClassification(const Office &office, Form &form, const Classification &chosen)
{
    form.setText(u"classification"_s, chosen.code);
    if (const auto rate = proposedRate(chosen, office.facts()); rate && form.text(u"rate"_s).isEmpty())
        form.setText(u"rate"_s, rate->toString());
    Q_EMIT form.committed(u"classification"_s);
    form.focusField(u"spec"_s);
}
} // namespace

QWidget *makeItemsPage(Office &office, QWidget *parent)
{
    RecordSpec spec;
    spec.list = {.key = u"items"_s,
        .title = RecordPagesText::tr("Items"),
        .columns = itemColumns(),
        .filters = {{u"category"_s, RecordPagesText::tr("Category"), FilterSpec::Kind::Text},
            {u"classification"_s, RecordPagesText::tr("Classification code"), FilterSpec::Kind::Text},
            {u"favourite"_s, RecordPagesText::tr("Favourites only"), FilterSpec::Kind::Flag}},
        .searchHint = RecordPagesText::tr("Name, pinyin initials, short code, specification"),
        .commands = {favouriteCommand(office)},
        .emptyText = RecordPagesText::tr(
            "What the company sells stands here, with its classification, so that it is entered once. "
            "Add the first item, or import a list.")};
    spec.form = itemForm(office);
    spec.fresh = {{u"taxIncluded"_s, u"1"_s}, {u"preference"_s, QString::fromLatin1(code(Preference::None))}};
    auto *picker = new ClassificationPicker(office, parent);
    spec.lookUp = [&office, picker](Form &form, const QString &, QWidget *anchor) {
        picker->open(anchor, form.text(u"classification"_s),
            [&office, &form](const Classification &chosen) { takeClassification(office, form, chosen); });
    };
    spec.importing = importActs<Item>(office);
    spec.exporting = exportActs<Item>(office);
    spec = describe<Item>(office, spec, RecordsOf::ChosenCompany, shortNames(office));
    RecordPage *page = makeRecordPage(office, spec, parent);
    picker->setParent(page, picker->windowFlags()); // it goes with the page
    return page;
}

} // namespace kp

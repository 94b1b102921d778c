// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/item_columns.h"

#include "ui/pages/invoice_words.h"
#include "ui/pages/issuing/draft_grammar.h"
#include "ui/pages/texts.h"

namespace kp
{

using namespace Qt::StringLiterals;

QList<ColumnSpec> itemColumns()
{
    using R = Item;
    const ColumnSpec shortName{
        .key = u"shortName"_s, .label = RecordPagesText::tr("Short name"), .width = 100, .sortable = false};
    ColumnSpec price = columnOf<R>(u"price"_s, 100);
    price.sortable = false; // kept as text: its order would not be that of the numbers
    ColumnSpec preference = columnOf<R>(u"preference"_s, 150);
    preference.words = preferenceWords();
    preference.shown = false;
    ColumnSpec changedBy = columnOf<R>(u"changedBy"_s, 110);
    changedBy.shown = false;
    ColumnSpec changedAt = columnOf<R>(u"changedAt"_s, 160);
    changedAt.shown = false; // the others take the width of a usual window
    return {columnOf<R>(u"name"_s, 200), columnOf<R>(u"classification"_s, 190, Face::Code), shortName,
        columnOf<R>(u"spec"_s, 120), columnOf<R>(u"unit"_s, 84), price, columnOf<R>(u"taxIncluded"_s, 108),
        columnOf<R>(u"rate"_s, 124), columnOf<R>(u"code"_s, 90), columnOf<R>(u"category"_s, 110), preference, changedBy,
        changedAt};
}

FormSpec itemForm(const Office &office)
{
    const IssuingFacts *facts = office.facts();
    const QList<Word> rates = facts == nullptr ? QList<Word>() : rateWords(facts->rates, facts->today);
    return {{{{}, {{.key = u"name"_s, .required = true, .span = 2},
                      {.key = u"classification"_s, .required = true, .span = 2, .face = Face::Code, .lookUp = true},
                      {.key = u"spec"_s}, {.key = u"unit"_s}, {.key = u"price"_s}, {.key = u"taxIncluded"_s},
                      {.key = u"rate"_s, .words = rates}, {.key = u"preference"_s, .words = preferenceWords()},
                      {.key = u"code"_s}, {.key = u"category"_s}}}},
        2};
}

QList<ItemId> itemIds(const QList<qint64> &ids)
{
    QList<ItemId> items;
    for (const qint64 id : ids)
        items.append(ItemId(id));
    return items;
}

WorkedOut<Item> shortNames(Office &office)
{
    return [&office](const Item &item, const QString &column) {
        if (column != "shortName"_L1)
            return QVariant();
        const auto classes = office.classification();
        const Classification *known = classes->find(item.classification);
        return QVariant(known == nullptr ? QString() : known->shortName);
    };
}

} // namespace kp

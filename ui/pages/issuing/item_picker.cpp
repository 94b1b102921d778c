// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/item_picker.h"

#include "core/rules/totals.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/search_list.h"
#include "ui/pages/issuing/look_up.h"
#include "ui/pages/issuing/texts.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int mostItems = 200; // more are found by typing more
enum Column { Favourite, Name, Spec, Unit, Price, Rate, Code, Columns };
} // namespace

DraftLine lineOf(const Item &item, bool taxIncluded)
{
    DraftLine line;
    line.item = item.name;
    line.classification = item.classification;
    line.spec = item.spec;
    line.unit = item.unit;
    line.rate = item.rate;
    line.preference = item.preference;
    line.price = item.price;
    if (!item.price || item.taxIncluded == taxIncluded)
        return line;
    InvoiceDraft one;
    one.taxIncluded = item.taxIncluded;
    line.quantity = Decimal(1);
    rules::recompute(line, rules::Entry::Price);
    one.lines = {line};
    line = rules::switchTaxIncluded(one, taxIncluded).lines.constFirst();
    line.quantity.reset();
    line.amount.reset();
    line.keptTax.reset();
    return line;
}

ItemPicker::ItemPicker(Office &office, QWidget *parent)
    : QFrame(parent)
    , m_office(office)
    , m_list(new SearchList(u"items"_s,
          {QString(u'★'), IssuingPageText::tr("Item"), IssuingPageText::tr("Spec"), IssuingPageText::tr("Unit"),
              IssuingPageText::tr("Price"), IssuingPageText::tr("Tax rate"),
              IssuingPageText::tr("Classification code")},
          SearchList::Choice::Several, this))
    , m_take(new QPushButton(this))
{
    setObjectName(u"items"_s);
    m_list->search()->setPlaceholderText(IssuingPageText::tr("Name, short code or initials of an item"));
    QTableWidget *table = m_list->table();
    table->setAccessibleName(IssuingPageText::tr("Items"));
    for (const int figures : {Price, Rate})
        table->horizontalHeaderItem(figures)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table->setColumnWidth(Favourite, grid(4));
    table->setColumnWidth(Code, grid(24));
    table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_take->setObjectName(u"items.take"_s);
    m_take->setProperty("role", u"primary"_s);
    m_take->setAutoDefault(true);
    auto *back = new QPushButton(IssuingPageText::tr("Back"), this);
    back->setObjectName(u"items.back"_s);
    back->setAutoDefault(true);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(back);
    foot->addWidget(m_take);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
    connect(m_list, &SearchList::asked, this, &ItemPicker::find);
    connect(m_list, &SearchList::chosenChanged, this, &ItemPicker::showChosen);
    connect(m_list, &SearchList::taken, this, &ItemPicker::take);
    connect(m_list, &SearchList::closed, this, &ItemPicker::closed);
    connect(m_take, &QPushButton::clicked, this, &ItemPicker::take);
    connect(back, &QPushButton::clicked, this, &ItemPicker::closed);
    showChosen();
}

void ItemPicker::open()
{
    show();
    m_list->begin();
}

void ItemPicker::find()
{
    const quint64 asked = ++m_asked;
    const auto found = m_office.reader().run(
        [actor = m_office.actor(), company = companyOf(m_office), typed = m_list->typed()](
            service::Reading &reading) { return reading.items(actor, company, typed, mostItems); });
    then(this, found, [this, asked](const Result<QList<Item>> &items) {
        if (asked != m_asked)
            return;
        if (items.ok())
            list(*items);
        else
            Q_EMIT failed(items.fault());
    });
}

void ItemPicker::list(const QList<Item> &items)
{
    m_items = items;
    m_list->setRows(static_cast<int>(items.size()));
    constexpr auto right = Qt::AlignRight | Qt::AlignVCenter;
    for (int row = 0; row < items.size(); ++row) {
        const Item &item = items.at(row);
        m_list->setCell(row, Favourite, item.favourite > 0 ? QString(u'★') : QString());
        m_list->setCell(row, Name, item.name);
        m_list->setCell(row, Spec, item.spec);
        m_list->setCell(row, Unit, item.unit);
        m_list->setCell(row, Price, item.price ? groupedNumber(item.price->toString()) : QString(), right);
        m_list->setCell(row, Rate, item.rate ? item.rate->toPercent() : QString(), right);
        m_list->setCell(row, Code, item.classification);
        m_list->table()->item(row, Code)->setFont(codeFont());
    }
    m_list->setEmptyWords(!items.isEmpty() ? QString()
                          : m_list->typed().isEmpty()
                              ? IssuingPageText::tr("There are no items yet. Keep them under base data.")
                              : IssuingPageText::tr("No item is called so. Try a part of its name, its short code or "
                                                    "its initials; or go back and write it into the line, which "
                                                    "needs no item. New items are kept under base data."));
    if (!items.isEmpty())
        m_list->table()->selectRow(0);
    showChosen();
}

void ItemPicker::showChosen()
{
    const qsizetype rows = m_list->chosen().size();
    m_take->setText(rows > 0 ? IssuingPageText::tr("Put in %1").arg(rows) : IssuingPageText::tr("Put in"));
    m_take->setEnabled(rows > 0);
    m_take->setToolTip(rows > 0 ? QString() : IssuingPageText::tr("Choose items first; keep them under base data."));
}

void ItemPicker::take()
{
    QList<Item> items;
    for (const int row : m_list->chosen())
        items.append(m_items.at(row));
    if (!items.isEmpty())
        Q_EMIT chosen(items);
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/item_picker.h"

#include "core/rules/totals.h"
#include "ui/kit/cell_text.h"
#include "ui/pages/issuing/look_up.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(IssuingPage)
};

constexpr int mostItems = 200; // more are found by typing more
constexpr int restMs = 120;
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
    , m_search(new QLineEdit(this))
    , m_list(new QTableWidget(0, Columns, this))
    , m_take(new QPushButton(this))
    , m_typing(new QTimer(this))
{
    setObjectName(u"items"_s);
    m_search->setObjectName(u"items.search"_s);
    m_search->setAccessibleName(Text::tr("Search"));
    m_search->setPlaceholderText(Text::tr("Name, short code or initials of an item"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"items.list"_s);
    m_list->setAccessibleName(Text::tr("Items"));
    m_list->setHorizontalHeaderLabels({QString(u'★'), Text::tr("Item"), Text::tr("Spec"), Text::tr("Unit"),
        Text::tr("Price"), Text::tr("Tax rate"), Text::tr("Classification code")});
    m_list->verticalHeader()->hide();
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTabKeyNavigation(false);
    m_list->setColumnWidth(Favourite, grid(4));
    m_list->setColumnWidth(Code, grid(24));
    m_list->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_list->installEventFilter(this);
    m_take->setObjectName(u"items.take"_s);
    m_take->setProperty("role", u"primary"_s);
    m_take->setAutoDefault(true);
    auto *back = new QPushButton(Text::tr("Back"), this);
    back->setObjectName(u"items.back"_s);
    back->setAutoDefault(true);
    m_typing->setSingleShot(true);
    m_typing->setInterval(restMs);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(back);
    foot->addWidget(m_take);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
    connect(m_search, &QLineEdit::textEdited, m_typing, qOverload<>(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, &ItemPicker::find);
    connect(m_list, &QTableWidget::itemSelectionChanged, this, &ItemPicker::showChosen);
    connect(m_list, &QTableWidget::cellDoubleClicked, this, &ItemPicker::take);
    connect(m_take, &QPushButton::clicked, this, &ItemPicker::take);
    connect(back, &QPushButton::clicked, this, &ItemPicker::closed);
    showChosen();
}

void ItemPicker::open()
{
    m_search->clear();
    find();
    show();
    m_search->setFocus(Qt::OtherFocusReason);
}

void ItemPicker::find()
{
    const quint64 asked = ++m_asked;
    const auto found = m_office.reader().run(
        [actor = m_office.actor(), company = companyOf(m_office), typed = m_search->text().trimmed()](
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
    m_list->setRowCount(static_cast<int>(items.size()));
    for (int row = 0; row < items.size(); ++row) {
        const Item &item = items.at(row);
        const QString texts[Columns] = {item.favourite > 0 ? QString(u'★') : QString(), item.name, item.spec, item.unit,
            item.price ? groupedNumber(item.price->toString()) : QString(),
            item.rate ? item.rate->toPercent() : QString(), item.classification};
        for (int column = 0; column < Columns; ++column) {
            auto *cell = new QTableWidgetItem(texts[column]);
            if (column == Price || column == Rate)
                cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            if (column == Code)
                cell->setFont(codeFont());
            m_list->setItem(row, column, cell);
        }
    }
    if (!items.isEmpty())
        m_list->selectRow(0);
    showChosen();
}

void ItemPicker::showChosen()
{
    const qsizetype rows = m_list->selectionModel()->selectedRows().size();
    m_take->setText(Text::tr("Put in %1").arg(rows));
    m_take->setEnabled(rows > 0);
    m_take->setToolTip(rows > 0 ? QString() : Text::tr("Choose items first; keep them under base data."));
}

void ItemPicker::take()
{
    QList<int> rows;
    for (const QModelIndex &row : m_list->selectionModel()->selectedRows())
        rows.append(row.row());
    std::sort(rows.begin(), rows.end());
    QList<Item> items;
    for (const int row : rows)
        items.append(m_items.at(row));
    if (!items.isEmpty())
        Q_EMIT chosen(items);
}

/// While typing, Up and Down go through the list (with Shift they add to what is chosen), and Enter takes.
bool ItemPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return true;
    case Qt::Key_Escape:
        Q_EMIT closed();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (watched == m_search) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace kp

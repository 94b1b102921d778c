// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/overlays.h"

#include "ui/kit/cell_text.h"
#include "ui/kit/keyboard.h"
#include "ui/pages/catalogue.h"
#include "ui/shell/texts.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int searchWidth = 560;
constexpr int restMs = 120;
constexpr int mostOfAKind = 5;

/// Over the upper middle of the window.
void showOver(QWidget *overlay, int top)
{
    QWidget *window = overlay->parentWidget();
    overlay->adjustSize();
    overlay->move(window->mapToGlobal(QPoint((window->width() - overlay->width()) / 2, top)));
    overlay->show();
}
} // namespace

struct QuickSearch::Found {
    QList<Customer> customers;
    QList<Item> items;
    QList<InvoiceSummary> invoices;
};

QuickSearch::QuickSearch(Office &office, QWidget *window)
    : QFrame(window, Qt::Popup)
    , m_office(office)
    , m_edit(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_rest(new QTimer(this))
    , m_latest(std::make_shared<std::atomic<quint64>>(0))
{
    setObjectName(u"search"_s);
    setProperty("card", true);
    setFixedWidth(searchWidth);
    m_edit->setObjectName(u"search.text"_s);
    m_edit->setAccessibleName(ShellText::tr("Search"));
    m_edit->setPlaceholderText(ShellText::tr("Page, customer, item, invoice number…"));
    m_edit->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_list->setObjectName(u"search.list"_s);
    m_list->setAccessibleName(ShellText::tr("What was found"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(NoFrame);
    m_list->setFixedHeight(grid(36));
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(1), grid(1), grid(1), grid(1));
    column->addWidget(m_edit);
    column->addWidget(m_list);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, m_rest, qOverload<>(&QTimer::start));
    connect(m_rest, &QTimer::timeout, this, &QuickSearch::follow);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { take(m_list->row(item)); });
}

void QuickSearch::open()
{
    if (isVisible())
        return;
    m_before = QApplication::focusWidget();
    m_edit->clear();
    follow();
    showOver(this, grid(8));
    m_edit->setFocus(Qt::PopupFocusReason);
}

void QuickSearch::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    wakeWindowOf(parentWidget());
    if (m_before != nullptr)
        m_before->setFocus(Qt::PopupFocusReason);
}

void QuickSearch::follow()
{
    const QString typed = m_edit->text().trimmed();
    m_list->clear();
    m_ways.clear();
    for (const PageEntry &page : pagesFor(m_office.actor()))
        if (typed.isEmpty() || page.title.contains(typed, Qt::CaseInsensitive))
            add(page.icon, {page.title}, [this, id = page.id] { m_office.open(id); });
    m_list->setCurrentRow(0);
    m_enters = false;
    m_hasAnswer = typed.isEmpty();
    const quint64 asked = ++*m_latest;
    if (m_hasAnswer)
        return;
    const auto found = m_office.reader().run([actor = m_office.actor(), company = m_office.companyId(), typed, asked,
                                                 latest = m_latest](service::Reading &reading) {
        return *latest == asked ? find(reading, actor, company, typed) : Result<Found>(Found());
    });
    then(this, found, [this, asked](const Result<Found> &answer) {
        if (asked != *m_latest)
            return;
        m_hasAnswer = true;
        if (answer.ok())
            addFound(*answer);
        sayIfNothing();
        if (m_enters)
            take(m_list->currentRow());
    });
}

/// On the reader's thread.
Result<QuickSearch::Found> QuickSearch::find(
    service::Reading &reading, const Actor &actor, CompanyId company, const QString &typed)
{
    Found found;
    if (actor.may(Permission::ViewRecords) && company.isValid()) {
        KP_TRY(customers, reading.customers(actor, company, typed, mostOfAKind));
        KP_TRY(items, reading.items(actor, company, typed, mostOfAKind));
        found.customers = customers;
        found.items = items;
    }
    if (actor.may(Permission::ViewInvoices)) {
        store::ListQuery query;
        query.scope = store::Scope::everything();
        query.text = typed;
        KP_TRY(page, reading.page(actor, query, std::nullopt, mostOfAKind));
        found.invoices = page.rows;
    }
    return found;
}

/// An empty box would leave open whether the search is over.
void QuickSearch::sayIfNothing()
{
    if (m_list->count() > 0)
        return;
    auto *item =
        new QListWidgetItem(ShellText::tr("Nothing is found for \"%1\".").arg(m_edit->text().trimmed()), m_list);
    item->setFlags(Qt::NoItemFlags);
}

void QuickSearch::addFound(const Found &found)
{
    const auto toRecord = [this](const QString &page, qint64 id) {
        return [this, page, id] { m_office.openRecord(page, id); };
    };
    for (const Customer &customer : found.customers)
        add(Icon::Company, {customer.party.name, customer.party.taxNumber, label(recordKind<Customer>())},
            toRecord(u"customers"_s, customer.id.value()));
    for (const Item &item : found.items)
        add(Icon::Bookmark, {item.name, item.spec, item.unit, label(recordKind<Item>())},
            toRecord(u"items"_s, item.id.value()));
    for (const InvoiceSummary &invoice : found.invoices)
        add(Icon::Issue,
            {groupedCode(invoice.number), invoice.buyerName, u"¥"_s + invoice.totals.gross().toGrouped(),
                label(invoice.state)},
            [this, id = invoice.id] { m_office.open(u"invoice"_s, QString::number(id.value())); });
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
}

void QuickSearch::add(Icon sign, const QStringList &parts, const std::function<void()> &go)
{
    QStringList shown = parts;
    shown.removeAll(QString());
    new QListWidgetItem(icon(sign), shown.join(u"   "_s), m_list);
    m_ways.append(go);
}

void QuickSearch::take(int row)
{
    if (row < 0 || row >= m_ways.size())
        return;
    const std::function<void()> go = m_ways.at(row);
    hide();
    go();
}

/// Whoever types fast and presses Enter gets what was typed, not what stood there before.
void QuickSearch::enter()
{
    if (m_rest->isActive()) {
        m_rest->stop();
        follow();
    }
    m_enters = !m_hasAnswer && m_ways.isEmpty();
    take(m_list->currentRow());
}

bool QuickSearch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int last = m_list->count() - 1;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(m_list->currentRow() + 1, last));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(std::max(m_list->currentRow() - 1, 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        enter();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

KeyCard::KeyCard(Office &office, QWidget *window)
    : QFrame(window, Qt::Popup)
    , m_office(office)
    , m_groups(new QHBoxLayout)
{
    setObjectName(u"keys"_s);
    setProperty("card", true);
    setAccessibleName(ShellText::tr("Keys"));
    auto *title = new QLabel(ShellText::tr("Keys"), this);
    title->setFont(textFont(5, true));
    auto *choose = new QPushButton(ShellText::tr("Choose other keys"), this);
    choose->setObjectName(u"keys.choose"_s);
    choose->setProperty("role", u"link"_s);
    choose->setAutoDefault(true);
    connect(choose, &QPushButton::clicked, this, [this] {
        hide();
        m_office.open(u"shortcuts"_s);
    });
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(choose);
    m_groups->setSpacing(grid(4));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(3), grid(2), grid(3), grid(3));
    column->setSpacing(12);
    column->addLayout(head);
    column->addLayout(m_groups);
}

/// Made anew each time: somebody may have chosen other keys.
void KeyCard::open()
{
    m_before.clear();
    for (QWidget *one = QApplication::focusWidget(); one != nullptr; one = one->parentWidget())
        m_before.append(one);
    delete m_card;
    m_card = new QWidget(this);
    auto *row = new QHBoxLayout(m_card);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid(4));
    const QList<KeyAct> acts = keyActs();
    // The sheet's and the grid's in a column each, the rest beside them.
    for (const QList<KeyPlace> &places :
        {QList{KeyPlace::Grid}, QList{KeyPlace::Sheet}, QList{KeyPlace::Window, KeyPlace::List}}) {
        auto *table = new QGridLayout;
        table->setHorizontalSpacing(grid(2));
        table->setVerticalSpacing(6);
        for (const KeyPlace place : places)
            addPlace(*table, place, acts);
        table->setRowStretch(table->rowCount(), 1);
        row->addLayout(table);
    }
    m_groups->addWidget(m_card);
    showOver(this, grid(6));
}

bool KeyCard::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QFrame::event(event);
    event->accept();
    return true;
}

void KeyCard::keyPressEvent(QKeyEvent *event)
{
    if (keysOf(u"window.keys"_s, m_office.desk().memory).contains(pressedKey(*event)))
        hide();
    else
        QFrame::keyPressEvent(event);
}

void KeyCard::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    // Else its button took the keyboard the next time the card is opened, and with it the editor of a cell away.
    if (QWidget *own = focusWidget())
        own->clearFocus();
    wakeWindowOf(parentWidget());
    for (const QPointer<QWidget> &pointer : std::as_const(m_before)) {
        QWidget *one = pointer.data();
        if (one != nullptr && one->isVisible() && (one->focusPolicy() != Qt::NoFocus || one->focusProxy() != nullptr)) {
            one->setFocus(Qt::PopupFocusReason);
            return;
        }
    }
}

void KeyCard::addPlace(QGridLayout &table, KeyPlace place, const QList<KeyAct> &acts)
{
    auto *heading = new QLabel(label(place), m_card);
    heading->setFont(textFont(0, true));
    table.addWidget(heading, table.rowCount(), 0, 1, 2);
    for (const KeyAct &act : acts) {
        const QList<QKeySequence> keys = keysOf(act.id, m_office.desk().memory);
        if (act.place != place || keys.isEmpty())
            continue;
        auto *words = new QLabel(shownKeys(keys), m_card);
        words->setFont(codeFont());
        const int row = table.rowCount();
        table.addWidget(words, row, 0);
        table.addWidget(new QLabel(act.meaning, m_card), row, 1);
    }
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/overlays.h"

#include "ui/kit/cell_text.h"
#include "ui/kit/icons.h"
#include "ui/pages/catalogue.h"

#include <QApplication>
#include <QCoreApplication>
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
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Shell)
};

constexpr int searchWidth = 560;
constexpr int restMs = 120;
constexpr int mostInvoices = 8;
enum Role { PageRole = Qt::UserRole + 1, ArgumentRole };

/// Over the upper middle of the window.
void showOver(QWidget *overlay, int top)
{
    QWidget *window = overlay->parentWidget();
    overlay->adjustSize();
    overlay->move(window->mapToGlobal(QPoint((window->width() - overlay->width()) / 2, top)));
    overlay->show();
}
} // namespace

QuickSearch::QuickSearch(Office &office, QWidget *window)
    : QFrame(window, Qt::Popup)
    , m_office(office)
    , m_edit(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_rest(new QTimer(this))
{
    setObjectName(u"search"_s);
    setProperty("card", true);
    setFixedWidth(searchWidth);
    m_edit->setObjectName(u"search.text"_s);
    m_edit->setAccessibleName(Text::tr("Search"));
    m_edit->setPlaceholderText(Text::tr("Page, invoice number, buyer, item …"));
    m_edit->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_list->setObjectName(u"search.list"_s);
    m_list->setAccessibleName(Text::tr("What was found"));
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
    m_edit->clear();
    follow();
    showOver(this, grid(8));
    m_edit->setFocus(Qt::PopupFocusReason);
}

void QuickSearch::follow()
{
    const QString typed = m_edit->text().trimmed();
    m_list->clear();
    for (const PageEntry &page : pagesFor(m_office.actor()))
        if (typed.isEmpty() || page.title.contains(typed, Qt::CaseInsensitive)) {
            add(page.title, page.id, {});
            m_list->item(m_list->count() - 1)->setIcon(icon(page.icon));
        }
    m_list->setCurrentRow(0);
    const quint64 asked = ++m_asked;
    if (typed.isEmpty() || !m_office.actor().may(Permission::ViewInvoices)) {
        sayIfNothing();
        return;
    }
    store::ListQuery query;
    query.scope = store::Scope::everything();
    query.text = typed;
    const auto found = m_office.reader().run([actor = m_office.actor(), query](service::Reading &reading) {
        return reading.page(actor, query, std::nullopt, mostInvoices);
    });
    then(this, found, [this, asked](const Result<store::InvoicePage> &page) {
        if (asked != m_asked)
            return;
        if (page.ok())
            addInvoices(page->rows);
        sayIfNothing();
    });
}

/// An empty box would leave open whether the search is over.
void QuickSearch::sayIfNothing()
{
    if (m_list->count() > 0)
        return;
    auto *item = new QListWidgetItem(Text::tr("Nothing is found for “%1”.").arg(m_edit->text().trimmed()), m_list);
    item->setFlags(Qt::NoItemFlags);
}

void QuickSearch::addInvoices(const QList<InvoiceSummary> &invoices)
{
    for (const InvoiceSummary &invoice : invoices)
        add(u"%1   %2   ¥%3   %4"_s.arg(groupedCode(invoice.number), invoice.buyerName,
                invoice.totals.gross().toGrouped(), label(invoice.state)),
            u"invoice"_s, QString::number(invoice.id.value()));
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
}

void QuickSearch::add(const QString &text, const QString &page, const QString &argument)
{
    auto *item = new QListWidgetItem(text, m_list);
    item->setData(PageRole, page);
    item->setData(ArgumentRole, argument);
}

void QuickSearch::take(int row)
{
    const QListWidgetItem *item = m_list->item(row);
    if (item == nullptr || !item->flags().testFlag(Qt::ItemIsEnabled))
        return;
    const QString page = item->data(PageRole).toString();
    const QString argument = item->data(ArgumentRole).toString();
    hide();
    m_office.open(page, argument);
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
        take(m_list->currentRow());
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
    setAccessibleName(Text::tr("Keys"));
    auto *title = new QLabel(Text::tr("Keys"), this);
    title->setFont(textFont(5, true));
    auto *choose = new QPushButton(Text::tr("Choose other keys"), this);
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
    // Not every desktop makes the window active again by itself, and only an active one has the keyboard.
    if (QGuiApplication::applicationState() == Qt::ApplicationActive)
        parentWidget()->activateWindow();
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

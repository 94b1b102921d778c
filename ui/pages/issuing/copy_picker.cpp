// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/copy_picker.h"

#include "core/document/face.h"
#include "core/document/pdf/invoice_pdf.h"
#include "ui/kit/banner.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/icons.h"
#include "ui/pages/detail/page_picture.h"
#include "ui/pages/issuing/look_up.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>
#include <QtConcurrent>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(IssuingPage)
};

constexpr int mostInvoices = 200; // more are found by typing more
constexpr int restMs = 150;
enum Column { Number, Day, Buyer, Gross, Columns };

QTimer *pause(QObject *parent)
{
    auto *timer = new QTimer(parent);
    timer->setSingleShot(true);
    timer->setInterval(restMs);
    return timer;
}
} // namespace

CopyPicker::CopyPicker(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_banner(new Banner(this))
    , m_search(new QLineEdit(this))
    , m_list(new QTableWidget(0, Columns, this))
    , m_picture(new PagePicture(this))
    , m_copy(new QPushButton(Text::tr("Copy"), this))
    , m_typing(pause(this))
    , m_resting(pause(this))
{
    setObjectName(u"copy"_s);
    build();
    connect(m_search, &QLineEdit::textEdited, m_typing, qOverload<>(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, &CopyPicker::find);
    connect(m_list, &QTableWidget::itemSelectionChanged, m_resting, qOverload<>(&QTimer::start));
    connect(m_list, &QTableWidget::cellDoubleClicked, this, &CopyPicker::take);
    connect(m_resting, &QTimer::timeout, this, &CopyPicker::preview);
    connect(m_copy, &QPushButton::clicked, this, &CopyPicker::take);
}

void CopyPicker::build()
{
    auto *title = new QLabel(Text::tr("Copy from an issued invoice"), this);
    title->setFont(textFont(7, true));
    m_search->setObjectName(u"copy.search"_s);
    m_search->setAccessibleName(Text::tr("Search"));
    m_search->setPlaceholderText(Text::tr("Number, buyer, tax number, item, remark, amount …"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"copy.list"_s);
    m_list->setAccessibleName(Text::tr("Issued invoices"));
    m_list->setHorizontalHeaderLabels(
        {Text::tr("Invoice number"), Text::tr("Issue date"), Text::tr("Buyer"), Text::tr("Gross")});
    m_list->verticalHeader()->hide();
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTabKeyNavigation(false);
    m_list->setWordWrap(false);
    m_list->setColumnWidth(Number, grid(26));
    m_list->setColumnWidth(Day, grid(12));
    m_list->horizontalHeader()->setSectionResizeMode(Buyer, QHeaderView::Stretch);
    m_list->installEventFilter(this);
    m_copy->setObjectName(u"copy.take"_s);
    m_copy->setProperty("role", u"primary"_s);
    m_copy->setAutoDefault(true);
    auto *back = new QPushButton(Text::tr("Back"), this);
    back->setObjectName(u"copy.back"_s);
    back->setAutoDefault(true);
    connect(back, &QPushButton::clicked, this, &CopyPicker::closed);
    auto *found = new QVBoxLayout;
    found->addWidget(m_search);
    found->addWidget(m_list, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(grid(2));
    middle->addLayout(found, 5);
    middle->addWidget(m_picture, 6);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(back);
    foot->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(2), grid(1), grid(2), grid(1));
    column->setSpacing(grid(1));
    column->addWidget(title);
    column->addWidget(m_banner);
    column->addLayout(middle, 1);
    column->addLayout(foot);
}

void CopyPicker::open()
{
    m_search->clear();
    find();
    m_search->setFocus(Qt::OtherFocusReason);
}

void CopyPicker::find()
{
    store::ListQuery query;
    query.scope = store::Scope::only(companyOf(m_office));
    query.states = {InvoiceState::Issued};
    query.text = m_search->text().trimmed();
    const quint64 asked = ++m_asked;
    const auto found = m_office.reader().run([actor = m_office.actor(), query](service::Reading &reading) {
        return reading.page(actor, query, std::nullopt, mostInvoices);
    });
    then(this, found, [this, asked](const Result<store::InvoicePage> &page) {
        if (asked != m_asked)
            return;
        if (page.ok())
            list(page->rows);
        else
            m_banner->showFault(page.fault());
    });
}

void CopyPicker::list(const QList<InvoiceSummary> &invoices)
{
    m_ids.clear();
    m_list->setRowCount(static_cast<int>(invoices.size()));
    for (int row = 0; row < invoices.size(); ++row) {
        const InvoiceSummary &invoice = invoices.at(row);
        m_ids.append(invoice.id);
        const QString texts[Columns] = {groupedCode(invoice.number), invoice.issuedAt.date().toString(Qt::ISODate),
            invoice.buyerName, invoice.totals.gross().toGrouped()};
        for (int column = 0; column < Columns; ++column) {
            auto *item = new QTableWidgetItem(texts[column]);
            if (column == Number)
                item->setFont(codeFont());
            if (column == Gross)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_list->setItem(row, column, item);
        }
    }
    m_copy->setEnabled(!invoices.isEmpty());
    m_copy->setToolTip(invoices.isEmpty() ? Text::tr("No issued invoice was found.") : QString());
    if (!invoices.isEmpty())
        m_list->selectRow(0);
}

void CopyPicker::preview()
{
    if (m_list->currentRow() < 0)
        return;
    const InvoiceId id = m_ids.at(m_list->currentRow());
    const auto found = m_office.reader().run(
        [actor = m_office.actor(), id](service::Reading &reading) { return reading.invoice(actor, id); });
    const auto isShown = [this, id] { return m_ids.value(m_list->currentRow()) == id; };
    then(this, found, [this, isShown](const Result<service::InvoiceDetail> &detail) {
        if (!detail.ok() || !isShown())
            return;
        const auto pdf =
            QtConcurrent::run([invoice = detail->invoice] { return document::invoicePdf(document::faceOf(invoice)); });
        then(this, pdf, [this, isShown](const Result<QByteArray> &bytes) {
            if (bytes.ok() && isShown())
                m_picture->show(*bytes);
        });
    });
}

void CopyPicker::take()
{
    if (m_list->currentRow() >= 0)
        Q_EMIT chosen(m_ids.at(m_list->currentRow()));
}

/// While typing, Up and Down go through the list, and Enter takes.
bool CopyPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return true;
    case Qt::Key_Escape:
        Q_EMIT closed();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (watched == m_search && m_list->rowCount() > 0) {
            const int to = m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1);
            m_list->selectRow(std::clamp(to, 0, m_list->rowCount() - 1));
            return true;
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kp

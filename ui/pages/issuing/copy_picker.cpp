// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/copy_picker.h"

#include "ui/kit/banner.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/search_list.h"
#include "ui/pages/detail/invoice_picture.h"
#include "ui/pages/detail/page_picture.h"
#include "ui/pages/issuing/look_up.h"
#include "ui/pages/issuing/texts.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int mostInvoices = 200; // more are found by typing more
constexpr int copyRestMs = 150;
enum Column { Number, Day, Buyer, Gross, Columns };
} // namespace

CopyPicker::CopyPicker(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_banner(new Banner(this))
    , m_list(new SearchList(u"copy"_s,
          {IssuingPageText::tr("Invoice number"), IssuingPageText::tr("Issue date"), IssuingPageText::tr("Buyer"),
              IssuingPageText::tr("Gross")},
          SearchList::Choice::One, this))
    , m_picture(new PagePicture(this))
    , m_copy(new QPushButton(IssuingPageText::tr("Copy"), this))
    , m_resting(new QTimer(this))
{
    setObjectName(u"copy"_s);
    build();
    m_resting->setSingleShot(true);
    m_resting->setInterval(copyRestMs);
    connect(m_list, &SearchList::asked, this, &CopyPicker::find);
    connect(m_list, &SearchList::chosenChanged, m_resting, qOverload<>(&QTimer::start));
    connect(m_list, &SearchList::taken, this, &CopyPicker::take);
    connect(m_list, &SearchList::closed, this, &CopyPicker::closed);
    connect(m_resting, &QTimer::timeout, this, &CopyPicker::preview);
    connect(m_copy, &QPushButton::clicked, this, &CopyPicker::take);
}

void CopyPicker::build()
{
    auto *title = new QLabel(IssuingPageText::tr("Copy from an issued invoice"), this);
    title->setFont(textFont(7, true));
    m_list->search()->setPlaceholderText(IssuingPageText::tr("Number, buyer, tax number, item, remark, amount…"));
    QTableWidget *table = m_list->table();
    table->setAccessibleName(IssuingPageText::tr("Issued invoices"));
    table->setColumnWidth(Number, grid(26));
    table->setColumnWidth(Day, grid(12));
    table->horizontalHeader()->setSectionResizeMode(Buyer, QHeaderView::Stretch);
    m_copy->setObjectName(u"copy.take"_s);
    m_copy->setProperty("role", u"primary"_s);
    m_copy->setAutoDefault(true);
    auto *back = new QPushButton(IssuingPageText::tr("Back"), this);
    back->setObjectName(u"copy.back"_s);
    back->setAutoDefault(true);
    connect(back, &QPushButton::clicked, this, &CopyPicker::closed);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(grid(2));
    middle->addWidget(m_list, 5);
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
    m_list->begin();
}

void CopyPicker::find()
{
    store::ListQuery query;
    query.scope = store::Scope::only(companyOf(m_office));
    query.states = {InvoiceState::Issued};
    query.text = m_list->typed();
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
    m_list->setRows(static_cast<int>(invoices.size()));
    for (int row = 0; row < invoices.size(); ++row) {
        const InvoiceSummary &invoice = invoices.at(row);
        m_ids.append(invoice.id);
        m_list->setCell(row, Number, groupedCode(invoice.number));
        m_list->table()->item(row, Number)->setFont(codeFont());
        m_list->setCell(row, Day, invoice.issuedAt.date().toString(Qt::ISODate));
        m_list->setCell(row, Buyer, invoice.buyerName);
        m_list->setCell(row, Gross, invoice.totals.gross().toGrouped(), Qt::AlignRight | Qt::AlignVCenter);
    }
    m_copy->setEnabled(!invoices.isEmpty());
    m_copy->setToolTip(invoices.isEmpty() ? IssuingPageText::tr("No issued invoice was found.") : QString());
    if (!invoices.isEmpty())
        m_list->table()->selectRow(0);
}

std::optional<InvoiceId> CopyPicker::current() const
{
    const QList<int> rows = m_list->chosen();
    return rows.isEmpty() ? std::nullopt : std::optional(m_ids.at(rows.constFirst()));
}

void CopyPicker::preview()
{
    const auto id = current();
    if (!id)
        return;
    showPicture(m_office, m_picture, *id, [this, id] { return current() == id; });
}

void CopyPicker::take()
{
    if (const auto id = current())
        Q_EMIT chosen(*id);
}

} // namespace kp

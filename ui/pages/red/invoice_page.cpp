// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/red/invoice_page.h"

#include "core/document/face.h"
#include "core/document/pdf/invoice_pdf.h"
#include "core/rules/red_lifecycle.h"
#include "core/rules/red_reversal.h"
#include "ui/kit/banner.h"
#include "ui/kit/keys.h"
#include "ui/pages/detail/page_picture.h"
#include "ui/pages/issuing/result_panel.h"
#include "ui/pages/red/red_words.h"
#include "ui/pages/red/texts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QtConcurrent>

namespace kp
{

using namespace Qt::StringLiterals;

RedInvoicePage::RedInvoicePage(Office &office, RedFormId form, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_id(form)
    , m_stack(new QStackedLayout(this))
    , m_result(new ResultPanel(office, this))
{
    setObjectName(u"redInvoice"_s);
    setWindowTitle(RedText::tr("Red invoice"));
    m_stack->addWidget(makeSheet());
    m_stack->addWidget(m_result);
    connect(m_result, &ResultPanel::continueAsked, this, [this] { m_office.leave(this, u"redIssue"_s); });
    load(false);
}

QWidget *RedInvoicePage::makeSheet()
{
    auto *sheet = new QWidget(this);
    m_title = new QLabel(windowTitle(), sheet);
    m_title->setFont(textFont(7, true));
    m_title->setObjectName(u"redInvoice.title"_s);
    m_issue = new QPushButton(RedText::tr("Issue red invoice"), sheet);
    m_issue->setObjectName(u"redInvoice.issue"_s);
    m_issue->setProperty("role", u"primary"_s);
    m_issue->setAutoDefault(true);
    m_issue->setEnabled(false);
    m_banner = new Banner(sheet);
    m_effect = new QLabel(sheet);
    m_effect->setObjectName(u"redInvoice.effect"_s);
    m_effect->setWordWrap(true);
    m_picture = new PagePicture(sheet);
    sheet->setFocusProxy(m_picture); // until it is known what is to be issued
    setFocusProxy(m_picture);
    auto *top = new QHBoxLayout;
    top->addWidget(m_title);
    top->addStretch(1);
    top->addWidget(m_issue);
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(grid(2), grid(1), grid(2), grid(1));
    column->setSpacing(grid(1));
    column->addLayout(top);
    column->addWidget(m_banner);
    column->addWidget(m_effect);
    column->addWidget(m_picture, 1);
    connect(m_issue, &QPushButton::clicked, this, &RedInvoicePage::issue);
    auto *key = new ActShortcut(u"sheet.issue"_s, m_office.desk().memory, sheet);
    connect(key, &QShortcut::activated, m_issue, &QPushButton::click);
    m_issue->setToolTip(RedText::tr("Ctrl+Enter"));
    return sheet;
}

/// @param asked whether the platform was asked already
void RedInvoicePage::load(bool asked)
{
    const auto found =
        m_office.reader().run([actor = m_office.actor(), id = m_id](service::Reading &reading) -> Result<Told> {
            KP_TRY(form, reading.redForms().find(actor, id));
            KP_TRY(blue, reading.invoice(actor, form.blueNumber));
            return Told{form, blue.invoice};
        });
    then(this, found, [this, asked](const Result<Told> &told) {
        if (!told.ok() && told.fault().kind == FaultKind::NotFound)
            m_banner->show({.tone = Tone::Warning,
                .text = RedText::tr("The invoice that this form reverses is not in these books. Issue the red invoice "
                                    "where it was issued.")});
        else if (!told.ok())
            m_banner->showFault(told.fault(), RedText::tr("Try again"), [this, asked] { load(asked); });
        else if (told->form.lines.isEmpty() && !asked)
            ask(); // lists do not tell the lines
        else
            show(*told);
    });
}

void RedInvoicePage::ask()
{
    const auto told = m_office.askReversing(
        [actor = m_office.actor(), id = m_id](service::Reversing &reversing) { return reversing.refresh(actor, id); });
    then(this, told, [this](const Result<RedForm> &form) {
        if (form.ok())
            load(true);
        else
            m_banner->showFault(form.fault(), RedText::tr("Try again"), [this] { ask(); });
    });
}

void RedInvoicePage::show(const Told &told)
{
    const RedForm &form = told.form;
    m_title->setText(RedText::tr("Red invoice of form %1").arg(form.number));
    setWindowTitle(RedText::tr("Red invoice …%1").arg(form.blueNumber.right(8)));
    const QDateTime now = m_office.desk().clock.now();
    const QDate issued = told.blue.issuedAt.date();
    const bool sameMonth = issued.year() == now.date().year() && issued.month() == now.date().month();
    const QString credit =
        sameMonth
            ? RedText::tr("¥%1 of credit comes back: the invoice is of this month.").arg((-form.totals.net).toGrouped())
            : RedText::tr("No credit comes back: the invoice is of an earlier month.");
    const bool may = rules::mayIssue(form, form.side);
    m_effect->setText(may ? credit : explanationOf(form));
    m_issue->setEnabled(may && m_office.actor().may(Permission::IssueInvoices));
    if (may)
        m_issue->setFocus(Qt::OtherFocusReason);
    Invoice red = rules::redInvoice(form, told.blue);
    red.issuedAt = now;
    red.issuer = m_office.actor().name;
    const auto pdf = QtConcurrent::run([red] { return document::invoicePdf(document::faceOf(red)); });
    then(this, pdf, [this](const Result<QByteArray> &bytes) {
        if (bytes.ok())
            m_picture->show(*bytes);
    });
}

void RedInvoicePage::setBusy(bool busy)
{
    m_issue->setEnabled(!busy);
    m_issue->setText(busy ? RedText::tr("Issuing…") : RedText::tr("Issue red invoice"));
}

void RedInvoicePage::issue()
{
    setBusy(true); // a second click issues nothing
    m_banner->dismiss();
    const auto issued = m_office.askReversing(
        [actor = m_office.actor(), id = m_id](service::Reversing &reversing) { return reversing.issue(actor, id); });
    then(this, issued, [this](const Result<InvoiceId> &red) {
        setBusy(false);
        if (!red.ok()) {
            m_banner->showFault(red.fault());
            m_issue->setFocus(Qt::OtherFocusReason);
            return;
        }
        m_stack->setCurrentWidget(m_result);
        setFocusProxy(m_result);
        m_result->show(*red);
    });
}

} // namespace kp

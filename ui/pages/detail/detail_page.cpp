// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/detail/detail_page.h"

#include "core/document/face.h"
#include "core/document/pdf/invoice_pdf.h"
#include "ui/kit/badge.h"
#include "ui/kit/banner.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/command_bar.h"
#include "ui/pages/detail/facts_panel.h"
#include "ui/pages/detail/page_picture.h"
#include "ui/pages/detail/texts.h"
#include "ui/pages/invoice_commands.h"
#include "ui/pages/invoice_words.h"
#include "ui/pages/pdf_saving.h"
#include "ui/pages/practice_side.h"
#include "ui/pages/red/practice_panel.h"
#include "ui/pages/red/red_commands.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QToolButton>
#include <QtConcurrent>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
QToolButton *toolButton(const QString &name, const QString &text, const QString &spoken, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(spoken);
    button->setToolTip(spoken);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}
} // namespace

DetailPage::DetailPage(Office &office, InvoiceId id, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_id(id)
    , m_title(new QLabel(this))
    , m_badge(new Badge(this))
{
    setObjectName(u"invoice"_s);
    setWindowTitle(DetailPageText::tr("Invoice"));
    build();
    connect(&office, &Office::tablesChanged, this, [this](const QStringList &tables) {
        if (tables.contains("invoice"_L1) || tables.contains("outbox"_L1) || tables.contains("red_form"_L1))
            load();
    });
    load();
}

void DetailPage::build()
{
    m_title->setObjectName(u"invoice.title"_s);
    m_title->setFont(textFont(7, true));
    m_title->setText(windowTitle());
    const FindTarget target = [this](const CommandContext &) -> Result<InvoiceTarget> {
        if (!m_detail)
            return Fault{FaultKind::NotFound, DetailPageText::tr("The invoice is still being loaded.")};
        const Invoice &invoice = m_detail->invoice;
        return InvoiceTarget{
            m_id, invoice.number, invoice.state, m_banner, invoice.isRed(), invoice.reversal.blueNumber};
    };
    const QList<Command> commands{
        retryCommand(m_office, target),
        correctCommand(m_office, target),
        discardCommand(m_office, target),
        copyCommand(m_office, target),
        reverseCommand(m_office, target),
        formsOfCommand(m_office, target),
        {.id = u"invoice.reversed"_s,
            .text = DetailPageText::tr("Reversed invoice"),
            .icon = Icon::Undo,
            .needs = Permission::ViewInvoices,
            .whyDisabled =
                [this](const CommandContext &) {
                    const bool red = m_detail && m_detail->invoice.isRed();
                    return red ? QString() : DetailPageText::tr("This invoice reverses none.");
                },
            .run =
                [this](const CommandContext &) {
                    openInvoice(m_office, m_banner, m_detail->invoice.reversal.blueNumber);
                }},
        {.id = u"invoice.red"_s,
            .text = DetailPageText::tr("Red invoice"),
            .icon = Icon::Undo,
            .needs = Permission::ViewInvoices,
            .whyDisabled =
                [this](const CommandContext &) {
                    const bool reversed = m_detail && !m_detail->reversals.isEmpty();
                    return reversed ? QString() : DetailPageText::tr("No red invoice reverses this one.");
                },
            .run =
                [this](const CommandContext &) {
                    openInvoice(m_office, m_banner, m_detail->reversals.constLast().redNumber);
                }},
        {.id = u"invoice.copyNumber"_s,
            .text = DetailPageText::tr("Copy number"),
            .icon = Icon::Copy,
            .needs = Permission::ViewInvoices,
            .whyDisabled = whyNotFor(target, [](InvoiceState) { return QString(); }),
            .run = [this](const CommandContext &) { QGuiApplication::clipboard()->setText(m_detail->invoice.number); }},
        {.id = u"invoice.savePdf"_s,
            .text = DetailPageText::tr("Save PDF"),
            .icon = Icon::Pdf,
            .shortcut = QKeySequence(Qt::CTRL | Qt::Key_S),
            .needs = Permission::ViewInvoices,
            .primary = true,
            .whyDisabled = whyNotFor(target, whyNoPdf),
            .run =
                [this](
                    const CommandContext &) { savePdfs(m_office, this, *m_banner, {m_id}, m_detail->invoice.number); }},
    };
    m_commands = new CommandBar(commands, m_office.desk(), this, this);
    m_banner = new Banner(this);
    QWidget *zoom = makeZoom();
    if (m_office.practice() != nullptr)
        m_practice = makePractice(*m_office.practice());
    m_facts = new FactsPanel(this);

    auto *top = new QHBoxLayout;
    top->setSpacing(grid(2));
    top->addWidget(m_title);
    top->addWidget(m_badge);
    top->addWidget(m_commands, 1);
    auto *left = new QVBoxLayout;
    left->setSpacing(4);
    left->addWidget(zoom);
    left->addWidget(m_picture, 1);
    if (m_practice != nullptr) {
        left->addWidget(m_practice);
        m_practice->hide();
    }
    auto *middle = new QHBoxLayout;
    middle->setSpacing(grid(2));
    middle->addLayout(left, 1);
    middle->addWidget(m_facts);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(grid(2), grid(1), grid(2), grid(1));
    page->setSpacing(grid(1));
    page->addLayout(top);
    page->addWidget(m_banner);
    page->addLayout(middle, 1);
    m_badge->hide();
    connect(m_picture, &PagePicture::failed, this, [this] {
        m_banner->show({.tone = Tone::Warning,
            .text = DetailPageText::tr(
                "The picture can not be drawn: a part of the program is missing. The PDF can be saved all "
                "the same.")});
    });
    connect(m_commands, &CommandBar::refused, this,
        [this](const QString &reason) { m_banner->show({.tone = Tone::Info, .text = reason}); });
}

QWidget *DetailPage::makeZoom()
{
    auto *bar = new QWidget(this);
    auto *less = toolButton(u"zoom.out"_s, u"−"_s, DetailPageText::tr("Smaller (Ctrl+-)"), bar);
    auto *percent = new QLabel(bar);
    auto *more = toolButton(u"zoom.in"_s, u"+"_s, DetailPageText::tr("Larger (Ctrl++)"), bar);
    auto *fit = toolButton(
        u"zoom.fit"_s, DetailPageText::tr("Fit width"), DetailPageText::tr("As wide as the window (Ctrl+0)"), bar);
    less->setShortcut(QKeySequence::ZoomOut);
    more->setShortcut(QKeySequence::ZoomIn);
    fit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_0));
    m_picture = new PagePicture(this);
    percent->setMinimumWidth(grid(6));
    percent->setAlignment(Qt::AlignCenter);
    const auto showPercent = [percent](int value) { percent->setText(QString::number(value) + u'%'); };
    showPercent(m_picture->zoomPercent());
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (QWidget *part : std::initializer_list<QWidget *>{less, percent, more, fit})
        row->addWidget(part);
    row->addStretch(1);
    connect(less, &QToolButton::clicked, m_picture, &PagePicture::zoomOut);
    connect(more, &QToolButton::clicked, m_picture, &PagePicture::zoomIn);
    connect(fit, &QToolButton::clicked, m_picture, [this] { m_picture->setZoom(0); });
    connect(m_picture, &PagePicture::zoomChanged, percent, showPercent);
    return bar;
}

QWidget *DetailPage::makePractice(PracticeSide &side)
{
    auto *panel = new PracticePanel(m_office, m_banner, this);
    const auto number = [this] { return m_detail ? m_detail->invoice.number : QString(); };
    panel->addAct(u"tick"_s, DetailPageText::tr("Tick"), DetailPageText::tr("The buyer has ticked the invoice."),
        [&side, number] { return side.tick(number()); });
    panel->addAct(u"post"_s, DetailPageText::tr("Post"), DetailPageText::tr("The buyer has posted the invoice."),
        [&side, number] { return side.post(number()); });
    panel->addAct(u"untouch"_s, DetailPageText::tr("Take both back"),
        DetailPageText::tr("The buyer has taken back what he did with the invoice."),
        [&side, number] { return side.untouch(number()); });
    panel->addAct(u"apply"_s, DetailPageText::tr("Apply for reversal as the buyer"),
        DetailPageText::tr("The buyer has applied for a reversal."), [&side, number] {
            return side.applyAsBuyer(number(), RedReason::Mistake).then([](const Result<QString> &uuid) {
                return uuid.ok() ? Outcome(Done{}) : Outcome(uuid.fault());
            });
        });
    return panel;
}

void DetailPage::load()
{
    const auto found = m_office.reader().run(
        [actor = m_office.actor(), id = m_id](service::Reading &reading) { return reading.invoice(actor, id); });
    then(this, found, [this](const Result<service::InvoiceDetail> &detail) {
        if (detail.ok())
            show(*detail);
        else
            m_banner->showFault(detail.fault(), DetailPageText::tr("Try again"), [this] { load(); });
    });
}

void DetailPage::show(const service::InvoiceDetail &detail)
{
    m_detail = detail;
    const Invoice &invoice = detail.invoice;
    setWindowTitle(DetailPageText::tr("Invoice …%1").arg(invoice.number.right(8)));
    m_title->setText(groupedCode(invoice.number));
    m_badge->show(label(invoice.state), toneOf(invoice.state));
    m_badge->setVisible(true);
    m_commands->refresh();
    m_facts->show(detail);
    if (m_practice != nullptr)
        m_practice->setVisible(invoice.state == InvoiceState::Issued && !invoice.isRed());
    if (invoice.state == InvoiceState::Refused)
        m_banner->show({.tone = Tone::Error,
            .text = DetailPageText::tr("The tax platform has refused this invoice: %1").arg(invoice.message)});
    if (m_drawn == invoice)
        return;
    m_drawn = invoice;
    const auto pdf = QtConcurrent::run([invoice] { return document::invoicePdf(document::faceOf(invoice)); });
    then(this, pdf, [this](const Result<QByteArray> &bytes) {
        if (bytes.ok())
            m_picture->show(*bytes);
        else
            m_banner->showFault(bytes.fault());
    });
}

} // namespace kp

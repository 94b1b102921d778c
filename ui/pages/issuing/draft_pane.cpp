// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/draft_pane.h"

#include "core/service/task_future.h"
#include "ui/kit/banner.h"
#include "ui/kit/findings_panel.h"
#include "ui/kit/line_table.h"
#include "ui/pages/issuing/classification_filler.h"
#include "ui/pages/issuing/draft_keeper.h"
#include "ui/pages/issuing/hints.h"
#include "ui/pages/issuing/issuing_sheet.h"
#include "ui/pages/issuing/line_box.h"
#include "ui/pages/issuing/result_panel.h"
#include "ui/pages/issuing/texts.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int judgeRestMs = 120;
} // namespace

// The parts are made in their visual order: that is the tab order.
DraftPane::DraftPane(Office &office, const IssuingFacts &facts, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_company(facts.company.id)
    , m_stack(new QStackedWidget(this))
    , m_form(new QWidget(m_stack))
    , m_keeper(new DraftKeeper(office, this))
    , m_rest(new QTimer(this))
{
    setObjectName(u"issuing.draft"_s);
    build();
    m_rest->setSingleShot(true);
    m_rest->setInterval(judgeRestMs);
    connect(m_rest, &QTimer::timeout, this, &DraftPane::judge);
    connect(m_findings, &FindingsPanel::activated, this,
        [this](const QString &field, int line) { m_sheet->goTo(field, line); });
    connect(m_result, &ResultPanel::continueAsked, this, &DraftPane::continueAsked);
    connect(m_result, &ResultPanel::correctAsked, this, &DraftPane::correctAsked);
    connect(m_keeper, &DraftKeeper::kept, this, &DraftPane::showKept);
    connect(m_keeper, &DraftKeeper::failed, m_banner, [this](const Fault &fault) { m_banner->showFault(fault); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, const QWidget *now) {
        if (now != nullptr && m_form->isAncestorOf(now))
            m_hint->setText(hintFor(now));
    });
    makeSheet(facts, freshDraft(InvoiceKind::Ordinary));
    m_keeper->begin(m_company, {});
}

DraftPane::~DraftPane()
{
    disconnect(m_sheet, nullptr, this, nullptr); // a cell that is open says once more what was typed when its grid goes
}

void DraftPane::build()
{
    m_banner = new Banner(m_form);
    m_scroll = new QScrollArea(m_form);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_findings = new FindingsPanel(m_form);
    m_keptText = new QLabel(m_form);
    m_keptText->setObjectName(u"draft.kept"_s);
    m_keptText->setForegroundRole(QPalette::PlaceholderText);
    m_keptText->setFont(textFont(-1));
    m_hint = new QLabel(m_form);
    m_hint->setObjectName(u"draft.hint"_s);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setFont(textFont(-1));
    m_hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_result = new ResultPanel(m_office, m_stack);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(grid(2), grid(1), grid(2), 4);
    column->setSpacing(grid(1));
    column->addWidget(m_banner);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_findings);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_keptText);
    foot->addWidget(m_hint, 1);
    column->addLayout(foot);
    m_stack->addWidget(m_form);
    m_stack->addWidget(m_result);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_stack);
}

void DraftPane::makeSheet(const IssuingFacts &facts, const InvoiceDraft &draft)
{
    delete m_scroll->takeWidget();
    m_sheet = new IssuingSheet(m_office, facts);
    m_scroll->setWidget(m_sheet);
    connect(m_sheet, &IssuingSheet::edited, this, &DraftPane::follow);
    connect(m_sheet, &IssuingSheet::typed, this, [this] {
        if (!m_showing)
            keepSoon();
    });
    connect(m_sheet->lines()->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this] { m_hint->setText(hintFor(m_sheet->lines())); });
    connect(m_sheet, &IssuingSheet::failed, m_banner, [this](const Fault &fault) { m_banner->showFault(fault); });
    connect(m_sheet, &IssuingSheet::told, m_banner,
        [this](const QString &text) { m_banner->show({.tone = Tone::Info, .text = text}); });
    connect(m_sheet->lineBox(), &LineBox::unclassified, this, &DraftPane::offerClassifications);
    show(draft);
}

void DraftPane::show(const InvoiceDraft &draft)
{
    m_showing = true;
    m_sheet->show(draft);
    m_showing = false;
    m_title = draft.buyer.name.trimmed();
}

void DraftPane::takeFacts(const IssuingFacts &facts)
{
    if (m_sheet->facts().rates != facts.rates)
        makeSheet(facts, draft()); // the grid offers other rates now; what is written stays, its steps of undo do not
    else
        m_sheet->setFacts(facts);
    judge();
}

InvoiceDraft DraftPane::freshDraft(InvoiceKind kind) const
{
    InvoiceDraft draft;
    draft.kind = kind;
    const DeskMemory &memory = m_office.desk().memory;
    draft.payee = QString::fromUtf8(memory.read(u"issuing/payee"_s));
    draft.reviewer = QString::fromUtf8(memory.read(u"issuing/reviewer"_s));
    return draft;
}

InvoiceDraft DraftPane::draft() const
{
    InvoiceDraft draft = m_sheet->draft();
    draft.serial = m_serial;
    return draft;
}

bool DraftPane::isBlank(const InvoiceDraft &draft) const
{
    InvoiceDraft blank = freshDraft(draft.kind);
    blank.serial = draft.serial;
    blank.taxIncluded = draft.taxIncluded;
    return draft == blank;
}

bool DraftPane::isResult() const
{
    return m_stack->currentWidget() == m_result;
}

bool DraftPane::isFree() const
{
    return !m_busy && (isResult() || isBlank(draft()));
}

QString DraftPane::title() const
{
    return m_title.isEmpty() ? IssuingPageText::tr("New invoice") : m_title;
}

void DraftPane::open(const InvoiceDraft &draft, DraftId kept)
{
    // The serial is the draft's from the beginning: handing it in twice can not make two invoices.
    m_serial = draft.serial.isEmpty() ? service::Issuing::newSerial(m_office.desk().clock.today()) : draft.serial;
    m_tried = false;
    m_keeper->begin(m_company, kept);
    show(draft);
    m_banner->dismiss();
    m_keptText->clear();
    m_stack->setCurrentWidget(m_form);
    m_result->forget();
    setBusy(false);
    judge();
}

void DraftPane::openFresh(InvoiceKind kind)
{
    open(freshDraft(kind), {});
}

void DraftPane::goToStart()
{
    if (isResult())
        m_result->setFocus(Qt::OtherFocusReason);
    else
        m_sheet->goToStart();
}

void DraftPane::setKind(InvoiceKind kind)
{
    if (m_sheet->kind() == kind)
        return;
    m_sheet->setKind(kind);
    follow();
}

void DraftPane::follow()
{
    if (m_showing)
        return;
    const InvoiceDraft written = keepSoon();
    m_rest->start();
    if (std::exchange(m_title, written.buyer.name.trimmed()) != m_title)
        Q_EMIT changed();
}

InvoiceDraft DraftPane::keepSoon()
{
    InvoiceDraft written = m_sheet->draftAsTyped();
    written.serial = m_serial;
    m_keeper->changed(written, isBlank(written));
    m_keptText->setText(IssuingPageText::tr("Saving…"));
    return written;
}

void DraftPane::keep()
{
    m_sheet->commit();
    const InvoiceDraft written = draft();
    m_keeper->changed(written, isBlank(written));
    m_keeper->keepNow();
}

void DraftPane::judge()
{
    const IssuingSheet::Judged judged = m_sheet->judged(m_tried);
    m_sheet->mark(judged);
    m_findings->show(judged.findings);
}

void DraftPane::showKept()
{
    m_keptText->setText(
        IssuingPageText::tr("Draft saved at %1").arg(m_office.desk().clock.now().toString(u"HH:mm:ss"_s)));
}

QString DraftPane::whyNot() const
{
    if (m_busy)
        return IssuingPageText::tr("The invoice is being handed in.");
    return isResult() ? IssuingPageText::tr("This invoice has been handed in already.") : QString();
}

void DraftPane::setBusy(bool busy)
{
    m_busy = busy;
    m_sheet->setEnabled(!busy);
    Q_EMIT changed();
}

void DraftPane::letGo(const std::function<void()> &next)
{
    m_rest->stop();
    m_keeper->stop([this, next](DraftId kept) {
        if (kept.isValid())
            m_office.ask([actor = m_office.actor(), kept](
                             service::Services &services) { return services.desk.drop(actor, kept); });
        next();
    });
}

void DraftPane::issue()
{
    m_sheet->commit();
    m_tried = true;
    m_rest->stop();
    judge();
    const QList<Finding> &findings = m_findings->findings();
    if (hasErrors(findings)) {
        m_banner->show({.tone = Tone::Error,
            .text = IssuingPageText::tr("The invoice can not be issued yet; see what is marked.")});
        m_sheet->goTo(findings.constFirst().field, findings.constFirst().line);
        return;
    }
    m_banner->dismiss();
    ask(draft());
}

void DraftPane::ask(const InvoiceDraft &draft)
{
    const Totals totals = m_sheet->compose().totals;
    QString reminders; // they stop nothing, so that here is the last chance to read them
    for (const Finding &finding : m_findings->findings().first(std::min<qsizetype>(3, m_findings->findings().size())))
        reminders += u"\n⚠ "_s + finding.text;
    const Question question{.title = IssuingPageText::tr("Issue this invoice?"),
        .text = IssuingPageText::tr(
                    "%1 to %2\nAmount ¥%3, tax ¥%4, gross ¥%5\nAn issued invoice can only be reversed by a red "
                    "invoice.")
                    .arg(label(draft.kind), draft.buyer.name.trimmed(), totals.net.toGrouped(), totals.tax.toGrouped(),
                        totals.gross().toGrouped()) +
                reminders,
        .accept = IssuingPageText::tr("Issue")};
    m_office.desk().doors.ask(this, question, [this, draft](bool accepted) {
        if (accepted && !m_busy)
            send(draft);
    });
}

void DraftPane::send(const InvoiceDraft &draft)
{
    setBusy(true);
    m_office.desk().memory.write(u"issuing/payee"_s, draft.payee.toUtf8());
    m_office.desk().memory.write(u"issuing/reviewer"_s, draft.reviewer.toUtf8());
    m_keeper->stop([this, draft](DraftId kept) {
        const auto answer =
            m_office.ask([actor = m_office.actor(), company = m_company, draft, kept](service::Services &services) {
                return service::asFuture(services.desk.issue(actor, company, draft, kept));
            });
        then(this, answer, [this](const service::Submission &submission) { takeSubmission(submission); });
    });
}

void DraftPane::takeSubmission(const service::Submission &submission)
{
    setBusy(false);
    if (submission.invoice.ok()) {
        m_findings->show({});
        m_stack->setCurrentWidget(m_result);
        m_result->show(*submission.invoice);
        Q_EMIT changed();
        return;
    }
    // The draft stays as it is, and is kept again: nothing of it was issued.
    follow();
    m_banner->showFault(submission.invoice.fault());
    if (!submission.findings.isEmpty()) {
        m_findings->show(submission.findings);
        IssuingSheet::Judged judged = m_sheet->judged(true);
        judged.findings = submission.findings;
        m_sheet->mark(judged);
    }
}

/// Proposals for pasted and imported lines are looked for at once, and put in when the clerk says so.
void DraftPane::offerClassifications()
{
    delete m_filler;
    m_filler = new ClassificationFiller(*m_sheet->lines()->lines(), m_sheet);
    connect(m_filler, &ClassificationFiller::found, m_banner, [this, offer = QString()](int found, int wanted) mutable {
        const bool stands = !m_banner->isHidden() && m_banner->text() == offer;
        if (offer.isEmpty() ? found == 0 : !stands)
            return; // there is nothing to offer; it was closed, or something else has been said since
        offer = IssuingPageText::tr("Lines without a classification code: %1. Proposals were found for %2 of them.")
                    .arg(wanted)
                    .arg(found);
        if (found == 0)
            m_banner->dismiss();
        else
            m_banner->show(
                {.tone = Tone::Info, .text = offer, .actionText = IssuingPageText::tr("Put them in"), .action = [this] {
                     if (m_filler)
                         m_filler->fill();
                 }});
    });
    m_filler->begin();
}

} // namespace kp

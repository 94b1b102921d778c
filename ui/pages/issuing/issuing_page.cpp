// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/issuing_page.h"

#include "core/rules/totals.h"
#include "core/service/task_future.h"
#include "ui/kit/banner.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/findings_panel.h"
#include "ui/kit/line_table.h"
#include "ui/pages/issuing/draft_keeper.h"
#include "ui/pages/issuing/issuing_sheet.h"
#include "ui/pages/issuing/result_panel.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>
#include <QUndoStack>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(IssuingPage)
};

constexpr int restMs = 120;
constexpr InvoiceKind kindOrder[] = {InvoiceKind::Ordinary, InvoiceKind::Special};

int tabOf(InvoiceKind kind)
{
    return kind == InvoiceKind::Special ? 1 : 0;
}
} // namespace

// The parts are made in their visual order: that is the tab order.
IssuingPage::IssuingPage(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_stack(new QStackedWidget(this))
    , m_waiting(new QLabel(m_stack))
    , m_form(new QWidget(m_stack))
    , m_keeper(new DraftKeeper(office, this))
    , m_rest(new QTimer(this))
{
    setObjectName(u"issuing"_s);
    setWindowTitle(Text::tr("Issue invoice"));
    build();
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMs);
    connect(m_rest, &QTimer::timeout, this, &IssuingPage::judge);
    connect(m_kinds, &QTabBar::currentChanged, this, [this](int tab) {
        if (m_sheet == nullptr || m_showing)
            return;
        m_sheet->setKind(kindOrder[tab]);
        follow();
    });
    connect(m_findings, &FindingsPanel::activated, this,
        [this](const QString &field, int line) { m_sheet->goTo(field, line); });
    connect(m_commands, &CommandBar::refused, this,
        [this](const QString &reason) { m_banner->show({.tone = Tone::Info, .text = reason}); });
    connect(m_result, &ResultPanel::continueAsked, this, &IssuingPage::continueIssuing);
    connect(m_result, &ResultPanel::correctAsked, this, [this](InvoiceId id) {
        rewrite({id, Rewriting::Purpose::Correct});
    });
    connect(&office, &Office::rewriteAsked, this, &IssuingPage::rewrite);
    connect(m_keeper, &DraftKeeper::kept, this, &IssuingPage::showKept);
    connect(m_keeper, &DraftKeeper::failed, m_banner, [this](const Fault &fault) { m_banner->showFault(fault); });
    connect(&office, &Office::factsChanged, this, &IssuingPage::takeFacts);
    connect(&office, &Office::companyChanged, this, &IssuingPage::takeFacts);
    takeFacts();
}

IssuingPage::~IssuingPage() = default;

void IssuingPage::build()
{
    auto *title = new QLabel(windowTitle(), m_form);
    title->setFont(textFont(7, true));
    m_kinds = new QTabBar(m_form);
    m_kinds->setObjectName(u"issuing.kind"_s);
    m_kinds->setAccessibleName(Text::tr("Invoice kind"));
    m_kinds->setDrawBase(false);
    m_kinds->setExpanding(false);
    for (const InvoiceKind kind : kindOrder)
        m_kinds->addTab(label(kind));
    const QList<Command> commands{
        {.id = u"draft.new"_s,
            .text = Text::tr("Start afresh"),
            .icon = Icon::Remove,
            .run = [this](const CommandContext &) { startAfresh(); }},
        {.id = u"draft.copyLast"_s,
            .text = Text::tr("Copy last invoice"),
            .icon = Icon::Copy,
            .shortcut = QKeySequence(Qt::Key_F4),
            .run = [this](const CommandContext &) { copyLast(); }},
        {.id = u"draft.keep"_s,
            .text = Text::tr("Save draft"),
            .icon = Icon::Save,
            .shortcut = QKeySequence(Qt::CTRL | Qt::Key_S),
            .whyDisabled = [this](const CommandContext &) { return whyNotIssue(); },
            .run =
                [this](const CommandContext &) {
                    m_sheet->commit();
                    m_keeper->changed(currentDraft(), isBlank(currentDraft()));
                    m_keeper->keepNow();
                }},
        {.id = u"invoice.issue"_s,
            .text = Text::tr("Issue"),
            .icon = Icon::Issue,
            .shortcut = QKeySequence(Qt::CTRL | Qt::Key_Return),
            .needs = Permission::IssueInvoices,
            .primary = true,
            .whyDisabled = [this](const CommandContext &) { return whyNotIssue(); },
            .run = [this](const CommandContext &) { issue(); }},
    };
    m_commands = new CommandBar(commands, m_office.desk(), this, m_form);
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
    m_result = new ResultPanel(m_office, m_stack);

    auto *top = new QHBoxLayout;
    top->setSpacing(grid(2));
    top->addWidget(title);
    top->addWidget(m_kinds);
    top->addWidget(m_commands, 1);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(grid(2), grid(1), grid(2), 4);
    column->setSpacing(grid(1));
    column->addLayout(top);
    column->addWidget(m_banner);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_findings);
    column->addWidget(m_keptText);
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setForegroundRole(QPalette::PlaceholderText);
    m_waiting->setWordWrap(true);
    m_stack->addWidget(m_waiting);
    m_stack->addWidget(m_form);
    m_stack->addWidget(m_result);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_stack);
}

/// Facts have come, have changed, or belong to another company now.
void IssuingPage::takeFacts()
{
    const IssuingFacts *facts = m_office.facts();
    if (facts == nullptr) {
        if (m_company.isValid() && m_office.company() != nullptr && m_office.company()->company.id != m_company) {
            m_keeper->begin({}, {});
            m_company = CompanyId();
        }
        m_waiting->setText(m_office.company() == nullptr ? Text::tr("No company is connected yet.")
                                                         : Text::tr("The company's facts are being loaded …"));
        if (!m_company.isValid())
            m_stack->setCurrentWidget(m_waiting);
        return;
    }
    if (m_company != facts->company.id) {
        m_company = facts->company.id;
        makeSheet(freshDraft());
        m_keeper->begin(m_company, {});
        openFresh();
        if (const auto wish = std::exchange(m_wish, std::nullopt))
            rewrite(*wish);
        else
            restoreDraft();
    } else if (m_sheet->facts().rates != facts->rates) {
        // The grid offers other rates now. What is written stays; its steps of undo do not.
        makeSheet(currentDraft());
    } else {
        m_sheet->setFacts(*facts);
    }
    judge();
}

void IssuingPage::makeSheet(const InvoiceDraft &draft)
{
    delete m_scroll->takeWidget();
    m_sheet = new IssuingSheet(m_office, *m_office.facts());
    m_scroll->setWidget(m_sheet);
    connect(m_sheet, &IssuingSheet::edited, this, &IssuingPage::follow);
    m_showing = true;
    m_sheet->show(draft);
    m_kinds->setCurrentIndex(tabOf(draft.kind));
    m_showing = false;
    if (m_stack->currentWidget() == m_waiting)
        m_stack->setCurrentWidget(m_form);
}

InvoiceDraft IssuingPage::freshDraft() const
{
    InvoiceDraft draft;
    draft.kind = kindOrder[std::max(0, m_kinds->currentIndex())];
    const DeskMemory &memory = m_office.desk().memory;
    draft.payee = QString::fromUtf8(memory.read(u"issuing/payee"_s));
    draft.reviewer = QString::fromUtf8(memory.read(u"issuing/reviewer"_s));
    return draft;
}

InvoiceDraft IssuingPage::currentDraft() const
{
    InvoiceDraft draft = m_sheet->draft();
    draft.serial = m_serial;
    return draft;
}

bool IssuingPage::isBlank(const InvoiceDraft &draft) const
{
    InvoiceDraft blank = freshDraft();
    blank.serial = draft.serial;
    blank.taxIncluded = draft.taxIncluded;
    return draft == blank;
}

void IssuingPage::openDraft(const InvoiceDraft &draft, DraftId kept)
{
    // The serial is the draft's from the beginning: handing it in twice can not make two invoices.
    m_serial = draft.serial.isEmpty() ? service::Issuing::newSerial(m_office.desk().clock.today()) : draft.serial;
    m_tried = false;
    m_keeper->begin(m_company, kept);
    m_showing = true;
    m_sheet->show(draft);
    m_kinds->setCurrentIndex(tabOf(draft.kind));
    m_showing = false;
    m_banner->dismiss();
    m_keptText->clear();
    m_stack->setCurrentWidget(m_form);
    setBusy(false);
    judge();
    m_sheet->goToStart();
}

void IssuingPage::openFresh()
{
    openDraft(freshDraft(), {});
}

void IssuingPage::restoreDraft()
{
    const auto kept = m_office.ask([actor = m_office.actor(), company = m_company](
                                       service::Services &services) { return services.desk.kept(actor, company); });
    then(this, kept, [this, company = m_company](const Result<std::optional<store::StoredDraft>> &found) {
        if (company != m_company)
            return;
        if (!found.ok()) {
            m_banner->showFault(found.fault());
            return;
        }
        if (!found->has_value() || !isBlank(currentDraft()))
            return;
        const store::StoredDraft &draft = **found;
        openDraft(draft.draft, draft.id);
        m_banner->show({.tone = Tone::Info,
            .text = Text::tr("The draft of %1 was restored.").arg(Clock::stamp(draft.updated)),
            .actionText = Text::tr("Start afresh"),
            .action = [this] { startAfresh(); }});
    });
}

void IssuingPage::follow()
{
    if (m_showing)
        return;
    const InvoiceDraft draft = currentDraft();
    m_keeper->changed(draft, isBlank(draft));
    m_keptText->setText(Text::tr("Saving …"));
    m_rest->start();
}

void IssuingPage::judge()
{
    if (m_sheet == nullptr)
        return;
    const rules::Composed composed = m_sheet->compose();
    const QList<Finding> findings = m_sheet->findings(composed, m_tried);
    m_sheet->mark(composed, findings);
    m_findings->show(findings);
}

void IssuingPage::showKept()
{
    m_keptText->setText(Text::tr("Draft saved at %1").arg(m_office.desk().clock.now().toString(u"HH:mm:ss"_s)));
}

QString IssuingPage::whyNotIssue() const
{
    if (m_busy)
        return Text::tr("The invoice is being handed in.");
    if (m_result != nullptr && m_stack->currentWidget() == m_result)
        return Text::tr("This invoice has been handed in already.");
    return m_sheet == nullptr ? Text::tr("The company's facts are not here yet.") : QString();
}

void IssuingPage::setBusy(bool busy)
{
    m_busy = busy;
    if (m_sheet != nullptr)
        m_sheet->setEnabled(!busy);
    m_kinds->setEnabled(!busy);
    m_commands->refresh();
}

void IssuingPage::startAfresh()
{
    replaceDraft(
        {.title = Text::tr("Start afresh?"), .text = {}, .accept = Text::tr("Start afresh")}, [this] { openFresh(); });
}

void IssuingPage::replaceDraft(Question question, const std::function<void()> &next)
{
    const auto drop = [this, next] {
        m_keeper->stop([this, next](DraftId kept) {
            if (kept.isValid())
                m_office.ask([actor = m_office.actor(), kept](
                                 service::Services &services) { return services.desk.drop(actor, kept); });
            next();
        });
    };
    m_sheet->commit();
    if (m_stack->currentWidget() == m_result || isBlank(currentDraft())) {
        drop();
        return;
    }
    question.text = Text::tr("What is written here is thrown away, and with it its draft.");
    question.destructive = true;
    m_office.desk().doors.ask(this, question, [drop](bool accepted) {
        if (accepted)
            drop();
    });
}

void IssuingPage::rewrite(const Rewriting &rewriting)
{
    if (m_sheet == nullptr) {
        m_wish = rewriting;
        return;
    }
    if (m_busy) {
        m_banner->show({.tone = Tone::Info, .text = whyNotIssue()});
        return;
    }
    const auto found = m_office.reader().run([actor = m_office.actor(), id = rewriting.invoice](
                                                 service::Reading &reading) { return reading.invoice(actor, id); });
    then(this, found, [this, purpose = rewriting.purpose](const Result<service::InvoiceDetail> &detail) {
        if (!detail.ok())
            m_banner->showFault(detail.fault());
        else
            take(detail->invoice, purpose);
    });
}

void IssuingPage::take(const Invoice &invoice, Rewriting::Purpose purpose)
{
    if (invoice.company != m_company) {
        m_banner->show({.tone = Tone::Info,
            .text = Text::tr("The invoice is of another company. Switch to %1 first.").arg(invoice.seller.name)});
        return;
    }
    InvoiceDraft draft = rules::switchTaxIncluded(rules::draftOf(invoice), m_sheet->draft().taxIncluded);
    const bool correcting = purpose == Rewriting::Purpose::Correct;
    if (!correcting)
        draft.serial.clear();
    const QString number = groupedCode(invoice.number);
    const Question question{
        .title = Text::tr("Put invoice %1 in its place?").arg(number), .text = {}, .accept = Text::tr("Replace")};
    replaceDraft(question, [this, draft, correcting, number] {
        openDraft(draft, {});
        // The same serial goes out again under the number it has; another one is another invoice.
        m_banner->show({.tone = Tone::Info,
            .text = (correcting ? Text::tr("Correct the invoice and issue it again. It keeps its number %1.")
                                : Text::tr("This is a copy of invoice %1. It is issued under a number of its own."))
                        .arg(number)});
        follow();
    });
}

void IssuingPage::copyLast()
{
    const auto last = m_office.reader().run([actor = m_office.actor(), company = m_company](service::Reading &reading) {
        store::ListQuery newest;
        newest.scope = store::Scope::only(company);
        newest.states = {InvoiceState::Queued, InvoiceState::Sending, InvoiceState::Unknown, InvoiceState::Processing,
            InvoiceState::Issued, InvoiceState::Refused};
        return reading.page(actor, newest, std::nullopt, 1);
    });
    then(this, last, [this](const Result<store::InvoicePage> &page) {
        if (!page.ok())
            m_banner->showFault(page.fault());
        else if (page->rows.isEmpty())
            m_banner->show({.tone = Tone::Info, .text = Text::tr("This company has no invoice yet.")});
        else
            rewrite({page->rows.constFirst().id, Rewriting::Purpose::Copy});
    });
}

void IssuingPage::issue()
{
    m_sheet->commit();
    m_tried = true;
    m_rest->stop();
    judge();
    const QList<Finding> &findings = m_findings->findings();
    if (hasErrors(findings)) {
        m_banner->show(
            {.tone = Tone::Error, .text = Text::tr("The invoice can not be issued yet; see what is marked.")});
        m_sheet->goTo(findings.constFirst().field, findings.constFirst().line);
        return;
    }
    m_banner->dismiss();
    const InvoiceDraft draft = currentDraft();
    const Totals totals = m_sheet->compose().totals;
    const Question question{.title = Text::tr("Issue this invoice?"),
        .text = Text::tr("%1 to %2\nAmount ¥%3, tax ¥%4, gross ¥%5\nAn issued invoice can only be reversed by a red "
                         "invoice.")
                    .arg(label(draft.kind), draft.buyer.name.trimmed(), totals.net.toGrouped(), totals.tax.toGrouped(),
                        totals.gross().toGrouped()),
        .accept = Text::tr("Issue")};
    m_office.desk().doors.ask(this, question, [this, draft](bool accepted) {
        if (accepted && !m_busy)
            send(draft);
    });
}

void IssuingPage::send(const InvoiceDraft &draft)
{
    setBusy(true);
    m_office.desk().memory.write(u"issuing/payee"_s, draft.payee.toUtf8());
    m_office.desk().memory.write(u"issuing/reviewer"_s, draft.reviewer.toUtf8());
    m_keeper->stop([this, draft](DraftId kept) {
        const auto answer =
            m_office.ask([actor = m_office.actor(), company = m_company, draft, kept](service::Services &services) {
                return service::asFuture(services.desk.issue(actor, company, draft, kept));
            });
        then(this, answer, [this, company = m_company](const service::Submission &submission) {
            if (company == m_company)
                takeSubmission(submission);
        });
    });
}

void IssuingPage::takeSubmission(const service::Submission &submission)
{
    setBusy(false);
    if (submission.invoice.ok()) {
        m_findings->show({});
        m_stack->setCurrentWidget(m_result);
        m_result->show(*submission.invoice);
        return;
    }
    // The draft stays as it is, and is kept again: nothing of it was issued.
    follow();
    m_banner->showFault(submission.invoice.fault());
    if (!submission.findings.isEmpty()) {
        m_findings->show(submission.findings);
        m_sheet->mark(m_sheet->compose(), submission.findings);
    }
}

void IssuingPage::continueIssuing()
{
    openFresh();
}

} // namespace kp

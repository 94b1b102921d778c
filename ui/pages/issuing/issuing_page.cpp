// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/issuing_page.h"

#include "core/rules/copies.h"
#include "core/rules/totals.h"
#include "ui/kit/banner.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/keys.h"
#include "ui/kit/tab_close.h"
#include "ui/pages/issuing/copy_picker.h"
#include "ui/pages/issuing/draft_pane.h"
#include "ui/pages/issuing/issuing_sheet.h"
#include "ui/pages/issuing/result_panel.h"
#include "ui/pages/issuing/sheet_parts.h"
#include "ui/pages/issuing/texts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
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
{
    setObjectName(u"issuing"_s);
    setWindowTitle(IssuingPageText::tr("Issue invoice"));
    build();
    addKeys();
    connect(m_kinds, &QTabBar::currentChanged, this, [this](int tab) {
        if (pane() != nullptr)
            pane()->setKind(kindOrder[tab]);
    });
    connect(m_commands, &CommandBar::refused, this, &IssuingPage::tell);
    connect(m_strip, &QTabBar::currentChanged, this, &IssuingPage::showFront);
    connect(m_copies, &CopyPicker::closed, this, [this] {
        m_stack->setCurrentWidget(m_form);
        pane()->goToStart();
    });
    connect(m_copies, &CopyPicker::chosen, this, [this](InvoiceId id) {
        m_stack->setCurrentWidget(m_form);
        rewrite({id, Rewriting::Purpose::Copy});
    });
    connect(&office, &Office::rewriteAsked, this, &IssuingPage::rewrite);
    connect(&office, &Office::factsChanged, this, &IssuingPage::takeFacts);
    connect(&office, &Office::companyChanged, this, &IssuingPage::takeFacts);
    takeFacts();
}

IssuingPage::~IssuingPage() = default;

QList<Command> IssuingPage::commands()
{
    const auto busy = [this](const CommandContext &) { return whyNot(); };
    return {
        {.id = u"draft.new"_s,
            .text = IssuingPageText::tr("New draft"),
            .icon = Icon::Add,
            .run = [this](const CommandContext &) { addDraft(); }},
        {.id = u"draft.copyLast"_s,
            .text = IssuingPageText::tr("Copy last invoice"),
            .icon = Icon::Copy,
            .run = [this](const CommandContext &) { copyLast(); }},
        {.id = u"draft.copyFrom"_s,
            .text = IssuingPageText::tr("Copy invoice"),
            .icon = Icon::Search,
            .needs = Permission::ViewInvoices,
            .run = [this](const CommandContext &) { openCopies(); }},
        {.id = u"draft.keep"_s,
            .text = IssuingPageText::tr("Save draft"),
            .icon = Icon::Save,
            .whyDisabled = busy,
            .run = [this](const CommandContext &) { pane()->keep(); }},
        {.id = u"invoice.issue"_s,
            .text = IssuingPageText::tr("Issue"),
            .icon = Icon::Issue,
            .needs = Permission::IssueInvoices,
            .primary = true,
            .whyDisabled = busy,
            .run = [this](const CommandContext &) { pane()->issue(); }},
    };
}

void IssuingPage::build()
{
    auto *title = new QLabel(windowTitle(), m_form);
    title->setFont(textFont(7, true));
    m_kinds = new QTabBar(m_form);
    m_kinds->setObjectName(u"issuing.kind"_s);
    m_kinds->setAccessibleName(IssuingPageText::tr("Invoice kind"));
    m_kinds->setDrawBase(false);
    m_kinds->setExpanding(false);
    for (const InvoiceKind kind : kindOrder)
        m_kinds->addTab(label(kind));
    m_commands = new CommandBar(commands(), m_office.desk(), this, m_form);
    m_strip = new DraftTabs(m_form);
    m_strip->setObjectName(u"issuing.drafts"_s);
    m_strip->setAccessibleName(IssuingPageText::tr("Open drafts"));
    m_front = new QStackedWidget(m_form);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(grid(2), grid(1), grid(2), 0);
    top->setSpacing(grid(2));
    top->addWidget(title);
    top->addWidget(m_kinds);
    top->addWidget(m_commands, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(grid(2), 4, grid(2), 0);
    row->addWidget(m_strip, 1);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addLayout(row);
    column->addWidget(m_front, 1);
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setForegroundRole(QPalette::PlaceholderText);
    m_waiting->setWordWrap(true);
    m_stack->addWidget(m_waiting);
    m_copies = new CopyPicker(m_office, m_stack);
    m_stack->addWidget(m_form);
    m_stack->addWidget(m_copies);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_stack);
}

void IssuingPage::addKeys()
{
    const auto key = [this](const QString &act, auto run) {
        connect(new ActShortcut(act, m_office.desk().memory, this), &QShortcut::activated, this, run);
    };
    key(u"sheet.refresh"_s, [this] { refresh(); });
    key(u"draft.close"_s, [this] { closeDraft(m_strip->currentIndex()); });
    key(u"draft.next"_s, [this] { go(m_strip->currentIndex() + 1); });
    key(u"draft.previous"_s, [this] { go(m_strip->currentIndex() - 1); });
    key(u"sheet.kind"_s, [this] { m_kinds->setCurrentIndex((m_kinds->currentIndex() + 1) % m_kinds->count()); });
}

/// What is written stays; what it is judged by and issued from is read again.
void IssuingPage::refresh()
{
    if (m_office.company() == nullptr)
        return; // nothing would answer
    connect(
        &m_office, &Office::platformRead, this,
        [this](const QString &trouble) {
            if (banner() == nullptr || !banner()->isHidden()) // what stands there may offer something
                return;
            if (const auto &stock = m_office.stock(); trouble.isEmpty() && stock)
                tell(IssuingPageText::tr("Read again: credit ¥%1, invoice numbers %2.")
                         .arg(stock->credit.toGrouped(), groupedCount(stock->numbers)));
            else if (!trouble.isEmpty())
                tell(trouble);
        },
        Qt::SingleShotConnection);
    m_office.refresh();
}

DraftPane *IssuingPage::pane() const
{
    return m_panes.isEmpty() ? nullptr : m_panes.value(m_strip->currentIndex());
}

IssuingSheet *IssuingPage::sheet() const
{
    return pane() == nullptr ? nullptr : pane()->sheet();
}

ResultPanel *IssuingPage::result() const
{
    return pane() == nullptr ? nullptr : pane()->result();
}

Banner *IssuingPage::banner() const
{
    return pane() == nullptr ? nullptr : pane()->banner();
}

/// Facts have come, have changed, or belong to another company now.
void IssuingPage::takeFacts()
{
    const IssuingFacts *facts = m_office.facts();
    if (facts != nullptr && facts->company.id == m_company) {
        for (DraftPane *one : std::as_const(m_panes))
            one->takeFacts(*facts);
        return;
    }
    const bool isOther = m_office.company() == nullptr || m_office.company()->company.id != m_company;
    if (facts == nullptr && !isOther)
        return; // loading anew; what is written stays in front
    while (!m_panes.isEmpty())
        removePane(0);
    m_company = CompanyId();
    m_waiting->setText(m_office.knowsCompanies() && m_office.companies().isEmpty()
                           ? IssuingPageText::tr("No company is connected yet.")
                           : IssuingPageText::tr("The company's facts are being loaded…"));
    m_stack->setCurrentWidget(m_waiting);
    if (facts != nullptr)
        beginCompany(*facts);
}

void IssuingPage::beginCompany(const IssuingFacts &facts)
{
    m_company = facts.company.id;
    addPane(facts)->openFresh(chosenKind());
    m_stack->setCurrentWidget(m_form);
    pane()->goToStart();
    restoreDrafts();
    if (const auto wish = std::exchange(m_wish, std::nullopt))
        rewrite(*wish);
}

void IssuingPage::restoreDrafts()
{
    const auto kept = m_office.ask([actor = m_office.actor(), company = m_company](
                                       service::Services &services) { return services.desk.open(actor, company); });
    then(this, kept, [this, company = m_company](const Result<QList<service::OpenDraft>> &found) {
        if (company != m_company)
            return;
        if (found.ok())
            takeKept(*found);
        else
            banner()->showFault(found.fault());
    });
}

/// In the order in which they were begun, the one last looked at in front, unless the clerk has begun to write
/// meanwhile.
void IssuingPage::takeKept(const QList<service::OpenDraft> &kept)
{
    const int before = m_strip->currentIndex();
    const bool wasFree = pane()->isFree();
    int front = before;
    for (qsizetype i = 0; i < kept.size(); ++i) {
        const service::OpenDraft &one = kept.at(i);
        DraftPane *taking = wasFree && i == 0 ? m_panes.at(before) : addPane(m_panes.at(before)->sheet()->facts());
        taking->open(one.draft, one.id);
        taking->banner()->show({.tone = Tone::Info,
            .text = IssuingPageText::tr("The draft of %1 was restored.").arg(Clock::stamp(one.updated)),
            .actionText = IssuingPageText::tr("Discard the draft"),
            .action = [this, taking] { closeDraft(static_cast<int>(m_panes.indexOf(taking))); }});
        if (one.front)
            front = static_cast<int>(m_panes.indexOf(taking));
    }
    if (wasFree && !kept.isEmpty())
        go(front);
}

DraftPane *IssuingPage::addPane(const IssuingFacts &facts)
{
    auto *added = new DraftPane(m_office, facts, m_front);
    m_panes.append(added);
    m_front->addWidget(added);
    connect(added, &DraftPane::changed, this, [this] {
        showStrip();
        showKind();
        m_commands->refresh();
    });
    connect(added, &DraftPane::continueAsked, this, [this, added] {
        added->openFresh(chosenKind());
        added->goToStart();
    });
    connect(added, &DraftPane::correctAsked, this, [this](InvoiceId id) {
        rewrite({id, Rewriting::Purpose::Correct});
    });
    const int index = m_strip->addTab(added->title()); // the first one comes to the front by itself
    addTabClose(m_strip, index,
        IssuingPageText::tr("Close the draft (%1)").arg(shownKeys(keysOf(u"draft.close"_s, m_office.desk().memory))),
        [this](int at) { closeDraft(at); });
    return added;
}

DraftPane &IssuingPage::freePane()
{
    if (!pane()->isFree())
        m_strip->setCurrentIndex(static_cast<int>(m_panes.indexOf(addPane(sheet()->facts()))));
    return *pane();
}

void IssuingPage::addDraft()
{
    if (m_panes.isEmpty())
        return;
    addPane(sheet()->facts())->openFresh(chosenKind());
    go(m_strip->count() - 1);
}

void IssuingPage::go(int to)
{
    if (m_strip->count() == 0)
        return;
    m_strip->setCurrentIndex((to + m_strip->count()) % m_strip->count());
    pane()->goToStart();
}

void IssuingPage::closeDraft(int index)
{
    DraftPane *closed = m_panes.value(index);
    if (closed == nullptr)
        return;
    if (closed->isBusy()) {
        tell(closed->whyNot());
        return;
    }
    const auto drop = [this, closed] {
        closed->letGo([this, closed] {
            const auto at = static_cast<int>(m_panes.indexOf(closed));
            if (m_panes.size() > 1) {
                removePane(at);
                pane()->goToStart();
            } else {
                closed->openFresh(chosenKind());
                closed->goToStart();
            }
        });
    };
    closed->sheet()->commit();
    if (closed->isFree()) {
        drop();
        return;
    }
    const Question question{.title = IssuingPageText::tr("Discard the draft \"%1\"?").arg(closed->title()),
        .text = IssuingPageText::tr("What is written here is thrown away, and with it its draft."),
        .accept = IssuingPageText::tr("Discard"),
        .destructive = true};
    m_office.desk().doors.ask(this, question, [drop](bool accepted) {
        if (accepted)
            drop();
    });
}

void IssuingPage::removePane(int index)
{
    DraftPane *removed = m_panes.takeAt(index);
    {
        const QSignalBlocker quiet(m_strip);
        m_strip->removeTab(index);
    }
    m_front->removeWidget(removed);
    removed->deleteLater();
    showFront();
}

void IssuingPage::showStrip()
{
    for (int i = 0; i < m_panes.size(); ++i)
        m_strip->setTitle(i, m_panes.at(i)->title());
}

void IssuingPage::showFront()
{
    if (pane() == nullptr)
        return;
    m_front->setCurrentWidget(pane());
    showStrip();
    showKind();
    m_commands->refresh();
}

void IssuingPage::showKind()
{
    if (pane() == nullptr)
        return;
    const QSignalBlocker quiet(m_kinds);
    m_kinds->setCurrentIndex(tabOf(pane()->sheet()->kind()));
    m_kinds->setEnabled(pane()->whyNot().isEmpty());
}

InvoiceKind IssuingPage::chosenKind() const
{
    return kindOrder[std::max(0, m_kinds->currentIndex())];
}

QString IssuingPage::whyNot() const
{
    return pane() == nullptr ? IssuingPageText::tr("The company's facts are not here yet.") : pane()->whyNot();
}

void IssuingPage::tell(const QString &text)
{
    if (banner() != nullptr)
        banner()->show({.tone = Tone::Info, .text = text});
}

void IssuingPage::rewrite(const Rewriting &rewriting)
{
    if (m_panes.isEmpty()) {
        m_wish = rewriting;
        return;
    }
    const auto found = m_office.reader().run([actor = m_office.actor(), id = rewriting.invoice](
                                                 service::Reading &reading) { return reading.invoice(actor, id); });
    then(this, found, [this, purpose = rewriting.purpose](const Result<service::InvoiceDetail> &detail) {
        if (m_panes.isEmpty())
            return;
        if (!detail.ok())
            banner()->showFault(detail.fault());
        else
            take(detail->invoice, purpose);
    });
}

void IssuingPage::take(const Invoice &invoice, Rewriting::Purpose purpose)
{
    if (invoice.company != m_company) {
        tell(IssuingPageText::tr("The invoice is of another company. Switch to %1 first.").arg(invoice.seller.name));
        return;
    }
    const bool correcting = purpose == Rewriting::Purpose::Correct;
    const bool taxIncluded = sheet()->draft().taxIncluded;
    const InvoiceDraft draft = correcting ? rules::switchTaxIncluded(rules::draftOf(invoice), taxIncluded)
                                          : rules::copyOf(invoice, taxIncluded);
    const auto open = std::find_if(m_panes.begin(), m_panes.end(),
        [&](const DraftPane *one) { return !one->isResult() && one->draft().serial == draft.serial; });
    if (correcting && open != m_panes.end()) { // two sheets must not speak of one number
        go(static_cast<int>(open - m_panes.begin()));
        return;
    }
    DraftPane &taking = freePane();
    // The same serial goes out again under the number it has; another one is another invoice.
    QString words =
        (correcting ? IssuingPageText::tr("Correct the invoice and issue it again. It keeps its number %1.")
                    : IssuingPageText::tr("This is a copy of invoice %1. It is issued under a number of its own."))
            .arg(groupedCode(invoice.number));
    if (!correcting && !invoice.vouchers.isEmpty())
        words += u' ' + IssuingPageText::tr("A deduction voucher is used once: put in those of the new invoice.");
    // What was kept of a blank sheet, or of the invoice issued on it, is let go of first.
    taking.letGo([&taking, draft, words] {
        taking.open(draft, {});
        taking.banner()->show({.tone = Tone::Info, .text = words});
        taking.follow();
        taking.goToStart();
    });
}

void IssuingPage::openCopies()
{
    if (m_panes.isEmpty())
        return;
    m_stack->setCurrentWidget(m_copies);
    m_copies->open();
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
        if (m_panes.isEmpty())
            return;
        if (!page.ok())
            banner()->showFault(page.fault());
        else if (page->rows.isEmpty())
            tell(IssuingPageText::tr("This company has no invoice yet."));
        else
            rewrite({page->rows.constFirst().id, Rewriting::Purpose::Copy});
    });
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/red/red_page.h"

#include "ui/kit/cell_text.h"
#include "ui/kit/flow_layout.h"
#include "ui/kit/icons.h"
#include "ui/pages/red/download_panel.h"
#include "ui/pages/red/forms_page.h"
#include "ui/pages/red/red_words.h"
#include "ui/pages/red/texts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
QString withCount(const QString &text, qint64 count)
{
    return count == 0 ? text : RedText::tr("%1 (%2)").arg(text, groupedCount(count));
}
} // namespace

RedPage::RedPage(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
{
    setObjectName(u"red"_s);
    setWindowTitle(RedText::tr("Red invoices"));
    auto *title = new QLabel(windowTitle(), this);
    title->setFont(textFont(7, true));
    QWidget *ways = makeWays();
    m_download = new DownloadPanel(office, this);
    m_download->hide();
    makeStates();
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"red.lists"_s);
    m_tabs->tabBar()->setObjectName(u"red.tabs"_s);
    m_tabs->tabBar()->setAccessibleName(RedText::tr("Confirmation forms"));
    m_tabs->setDocumentMode(true);
    m_sent = makeFormsPage(office, FormList::Sent, m_tabs);
    m_received = makeFormsPage(office, FormList::Received, m_tabs);
    m_tabs->addTab(m_sent, m_sent->windowTitle());
    m_tabs->addTab(m_received, m_received->windowTitle());
    setFocusProxy(m_tabs);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(grid(2), grid(1), grid(2), 0);
    head->setSpacing(grid(1));
    head->addWidget(title);
    head->addWidget(ways);
    head->addWidget(m_download);
    head->addWidget(m_states);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(grid(1));
    page->addLayout(head);
    page->addWidget(m_tabs, 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        showCounts();
        list()->setFocus(Qt::OtherFocusReason);
    });
    connect(&office, &Office::tablesChanged, this, [this](const QStringList &tables) {
        const bool mine = tables.contains("red_form"_L1);
        if (mine && isVisible())
            count();
        m_behind = m_behind || (mine && !isVisible());
    });
    connect(&office, &Office::companyChanged, this, &RedPage::count);
    connect(m_download, &DownloadPanel::closed, this, [this] {
        m_download->hide();
        list()->setFocus(Qt::OtherFocusReason);
    });
    setFocusProxy(m_sent);
    count();
}

void RedPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_behind, false))
        count();
}

ListPage *RedPage::list() const
{
    return m_tabs->currentWidget() == m_received ? m_received : m_sent;
}

QWidget *RedPage::makeWays()
{
    auto *holder = new QWidget(this);
    auto *row = new FlowLayout(grid(1), grid(1), holder);
    QPushButton *apply = addWay(row, u"redApply"_s, Icon::Add, RedText::tr("Apply for reversal"));
    m_answer = addWay(row, u"redAnswer"_s, Icon::Ok, RedText::tr("Answer forms"));
    m_issue = addWay(row, u"redIssue"_s, Icon::Issue, RedText::tr("Issue red invoices"));
    addWay(row, u"redQuick"_s, Icon::Undo, RedText::tr("Reverse invoices"));
    QPushButton *download = addWay(row, {}, Icon::Save, RedText::tr("Download forms"));
    download->setObjectName(u"red.way.download"_s);
    connect(download, &QPushButton::clicked, this, [this] { m_download->begin(); });
    const bool may = m_office.actor().may(Permission::IssueInvoices);
    for (QPushButton *way : {apply, m_issue})
        if (!may) {
            way->setEnabled(false);
            way->setToolTip(RedText::tr("You may not issue invoices."));
        }
    return holder;
}

QPushButton *RedPage::addWay(FlowLayout *row, const QString &page, Icon sign, const QString &text)
{
    auto *button = new QPushButton(icon(sign), text, this);
    button->setObjectName(u"red.way."_s + page);
    button->setAutoDefault(true);
    row->addWidget(button);
    if (!page.isEmpty())
        connect(button, &QPushButton::clicked, this, [this, page] { m_office.open(page); });
    return button;
}

void RedPage::count()
{
    const auto counted =
        m_office.reader().run([actor = m_office.actor(), scope = store::Scope::only(m_office.companyId())](
                                  service::Reading &reading) -> Result<Counts> {
            const auto of = [&](FormList which) {
                store::RedFormQuery query = formsOf(which);
                query.scope = scope;
                return query;
            };
            service::RedForms &forms = reading.redForms();
            KP_TRY(sent, forms.countByState(actor, of(FormList::Sent)));
            KP_TRY(received, forms.countByState(actor, of(FormList::Received)));
            KP_TRY(awaiting, forms.count(actor, of(FormList::Awaiting)));
            KP_TRY(issuable, forms.count(actor, of(FormList::Issuable)));
            return Counts{sent, received, awaiting, issuable};
        });
    then(this, counted, [this](const Result<Counts> &counts) {
        if (!counts.ok())
            return; // the lists say why nothing can be read
        m_counts = *counts;
        showCounts();
    });
}

void RedPage::showCounts()
{
    m_answer->setText(withCount(RedText::tr("Answer forms"), m_counts.awaiting));
    m_issue->setText(withCount(RedText::tr("Issue red invoices"), m_counts.issuable));
    const QHash<RedFormState, qint64> &counts = list() == m_sent ? m_counts.sent : m_counts.received;
    for (const CodeRow<RedFormState> &row : codeRows<RedFormState>()) {
        const qint64 count = counts.value(row.value);
        QPushButton *state = m_stateButtons.value(row.value);
        state->setText(RedText::tr("%1: %2").arg(label(row.value), groupedCount(count)));
        state->setVisible(count > 0);
    }
}

void RedPage::makeStates()
{
    m_states = new QWidget(this);
    auto *line = new FlowLayout(grid(1), 4, m_states);
    for (const CodeRow<RedFormState> &row : codeRows<RedFormState>()) {
        auto *state = new QPushButton(m_states);
        state->setObjectName(u"red.state."_s + QString::fromLatin1(row.code));
        state->setProperty("role", u"link"_s);
        state->setToolTip(RedText::tr("Show these only"));
        state->setAutoDefault(true);
        state->hide();
        connect(state, &QPushButton::clicked, this, [this, value = row.value] { showOnly(value); });
        line->addWidget(state);
        m_stateButtons.insert(row.value, state);
    }
}

void RedPage::showOnly(RedFormState state)
{
    ListQuery query;
    query.values.insert(u"state"_s, QString::fromLatin1(code(state)));
    list()->setQuery(query);
    list()->setFocus(Qt::OtherFocusReason);
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workbench.h"

#include "ui/kit/banner.h"
#include "ui/kit/icons.h"
#include "ui/kit/keys.h"
#include "ui/kit/leaving.h"
#include "ui/kit/tab_close.h"
#include "ui/pages/catalogue.h"
#include "ui/shell/navigation.h"
#include "ui/shell/overlays.h"
#include "ui/shell/texts.h"
#include "ui/shell/top_bar.h"

#include <QApplication>
#include <QBoxLayout>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

// The parts are made in their visual order: that is the tab order.
Workbench::Workbench(Office &office, Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_top(new TopBar(office, preferences, this))
    , m_practice(new PracticeBand(this))
    , m_navigation(new Navigation(pagesFor(office.actor()), office.desk().memory, this))
    , m_banner(new Banner(this))
    , m_tabs(new QTabWidget(this))
    , m_search(new QuickSearch(office, this))
    , m_keys(new KeyCard(office, this))
{
    setObjectName(u"workbench"_s);
    build();
    addKeys();
    connect(m_top, &TopBar::searchAsked, m_search, &QuickSearch::open);
    connect(m_top, &TopBar::keysAsked, m_keys, &KeyCard::open);
    connect(m_top, &TopBar::signOutAsked, this, &Workbench::signOutAsked);
    connect(m_navigation, &Navigation::chosen, this, [this](const QString &page) { open({page, {}}); });
    connect(&office, &Office::openAsked, this, [this](const QString &page, const QString &argument) {
        open({page, argument});
    });
    connect(&office, &Office::leaveAsked, this, &Workbench::goBack);
    connect(&office, &Office::companyChanged, this, &Workbench::showCompany);
    connect(&office, &Office::failed, m_banner, [this](const Fault &fault) { m_banner->showFault(fault); });
    connect(&office, &Office::formsReceived, this, [this](const QList<RedFormId> &forms) {
        m_banner->show({.tone = Tone::Warning,
            .text = ShellText::tr("%n confirmation form(s) came in that your company must answer within 72 hours.",
                nullptr, static_cast<int>(forms.size())),
            .actionText = ShellText::tr("Show"),
            .action = [this] { m_office.open(u"redAnswer"_s); }});
    });
    connect(m_tabs, &QTabWidget::currentChanged, this,
        [this](int index) { m_navigation->showCurrent(index < 0 ? QString() : m_open.value(index).id); });
    connect(m_tabs->tabBar(), &QTabBar::tabMoved, this, [this](int from, int to) { m_open.move(from, to); });
    showCompany();
}

void Workbench::build()
{
    m_tabs->setObjectName(u"pages"_s);
    m_tabs->tabBar()->setObjectName(u"pages.tabs"_s);
    m_tabs->tabBar()->setAccessibleName(ShellText::tr("Open pages"));
    m_tabs->setDocumentMode(true);
    m_tabs->setMovable(true);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->tabBar()->setElideMode(Qt::ElideNone); // where there are too many they scroll: half a name names nothing
    m_tabs->setUsesScrollButtons(true);
    auto *pages = new QVBoxLayout;
    pages->setContentsMargins(0, 0, 0, 0);
    pages->setSpacing(0);
    pages->addWidget(m_banner); // style.qss gives it its distance: a layout's would stay while it is hidden
    pages->addWidget(m_tabs, 1);
    auto *middle = new QHBoxLayout;
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addWidget(m_navigation);
    middle->addLayout(pages, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_practice);
    column->addLayout(middle, 1);
}

void Workbench::addKeys()
{
    const auto key = [this](const QString &name, auto act) {
        auto *shortcut = new ActShortcut(name, m_office.desk().memory, this, Qt::WindowShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    const auto go = [this](int by) {
        const int pages = std::max(1, m_tabs->count());
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + by + pages) % pages);
    };
    key(u"window.search"_s, [this] { m_search->open(); });
    key(u"window.keys"_s, [this] { m_keys->open(); });
    key(u"window.closePage"_s, [this] { close(m_tabs->currentIndex()); });
    key(u"window.nextPage"_s, [go] { go(1); });
    key(u"window.previousPage"_s, [go] { go(-1); });
}

void Workbench::open(const OpenPage &page)
{
    if (const qsizetype at = m_open.indexOf(page); at >= 0) {
        m_tabs->setCurrentIndex(static_cast<int>(at));
        giveKeyboardToPage();
        return;
    }
    const QList<PageEntry> pages = pageCatalogue();
    const auto entry =
        std::find_if(pages.begin(), pages.end(), [&](const PageEntry &one) { return one.id == page.id; });
    if (entry == pages.end() || !m_office.actor().may(entry->needs))
        return;
    QWidget *widget = entry->make(m_office, page.argument, m_tabs);
    m_cameFrom.insert(widget, currentPage());
    m_open.append(page);
    const int index = m_tabs->addTab(widget, icon(entry->icon), widget->windowTitle());
    m_tabs->setTabToolTip(index, widget->windowTitle());
    addTabClose(m_tabs->tabBar(), index, ShellText::tr("Close the page (Ctrl+W)"), [this](int at) { close(at); });
    connect(widget, &QWidget::windowTitleChanged, this, [this, widget](const QString &title) {
        m_tabs->setTabText(m_tabs->indexOf(widget), title);
        m_tabs->setTabToolTip(m_tabs->indexOf(widget), title);
    });
    m_tabs->setCurrentIndex(index);
    m_navigation->showCurrent(page.id);
    widget->setFocus(Qt::OtherFocusReason);
}

void Workbench::close(int index)
{
    QWidget *page = m_tabs->widget(index);
    if (page == nullptr)
        return;
    leave(page, m_office.desk().doors, [this, page] { closePage(page); });
}

void Workbench::closePage(QWidget *page)
{
    const int index = m_tabs->indexOf(page);
    if (index < 0) // the answer came twice
        return;
    m_open.removeAt(index);
    m_cameFrom.remove(page);
    m_tabs->removeTab(index);
    page->deleteLater();
    m_navigation->showCurrent(m_open.value(m_tabs->currentIndex()).id);
    giveKeyboardToPage();
}

void Workbench::goBack(QWidget *page, const QString &otherwise)
{
    const QPointer<QWidget> from = m_cameFrom.value(page);
    const int at = from.isNull() ? -1 : m_tabs->indexOf(from);
    if (at >= 0 && m_open.at(at).argument.isEmpty())
        m_tabs->setCurrentIndex(at);
    else
        open({otherwise, {}});
    closePage(page);
}

/// Where it was when the page was left; without a page, to where one is opened.
void Workbench::giveKeyboardToPage()
{
    QWidget *page = currentPage() == nullptr ? m_navigation : currentPage();
    if (page->isAncestorOf(QApplication::focusWidget()))
        return;
    QWidget *before = page->focusWidget();
    (before != nullptr && before->isVisibleTo(page) && before->isEnabled() ? before : page)->setFocus();
}

int Workbench::currentIndex() const
{
    return m_tabs->currentIndex();
}

void Workbench::setCurrentIndex(int index)
{
    m_tabs->setCurrentIndex(index);
}

QWidget *Workbench::currentPage() const
{
    return m_tabs->currentWidget();
}

void Workbench::showCompany()
{
    m_practice->setVisible(m_office.company() != nullptr && m_office.company()->practice);
    const CompanyId before = std::exchange(m_company, m_office.companyId());
    if (before.isValid() && before != m_company)
        closePagesOfThings();
}

/// An invoice or a form of the company that was chosen before: under the name of another one nobody may work on it by
/// mistake.
void Workbench::closePagesOfThings()
{
    for (int index = m_tabs->count() - 1; index >= 0; --index)
        if (!m_open.at(index).argument.isEmpty())
            close(index);
}

} // namespace kp

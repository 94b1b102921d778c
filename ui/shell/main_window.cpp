// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "core/base/log.h"
#include "ui/kit/banner.h"
#include "ui/kit/futures.h"
#include "ui/kit/leaving.h"
#include "ui/kit/list_parts.h"
#include "ui/kit/window_doors.h"
#include "ui/shell/entry_frame.h"
#include "ui/shell/setup_wizard.h"
#include "ui/shell/sign_in_page.h"
#include "ui/shell/texts.h"
#include "ui/shell/workbench.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr QSize usualSize(1440, 880);
} // namespace

MainWindow::MainWindow(Entrance &entrance, Preferences &preferences, std::unique_ptr<Doors> doors)
    : m_entrance(entrance)
    , m_preferences(preferences)
    , m_givenDoors(std::move(doors))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"window"_s);
    setWindowTitle(ShellText::tr("Kaipiao"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    const QSize room = screen()->availableSize();
    setMinimumSize(900, 560); // a screen of 1366 at 150 %
    resize(usualSize.boundedTo(QSize(room.width() * 95 / 100, room.height() * 92 / 100)));
    if (const QByteArray before = m_preferences.geometry(); !before.isEmpty())
        restoreGeometry(before);
    makeEntry();
}

// The pages refer to the office: they go first.
MainWindow::~MainWindow()
{
    delete m_workbench;
}

void MainWindow::makeEntry()
{
    m_entry = new QWidget(m_stack);
    auto *brand = new BrandPanel(m_entry);
    m_entryPages = new SnugStack;
    m_entryPages->addWidget(new QWidget); // while the profile is being opened
    m_trouble = new EmptyState;
    m_entryPages->addWidget(m_trouble);
    connect(m_trouble, &EmptyState::stepAsked, this, [this] { begin(m_practice); });
    m_signIn = nullptr;
    m_setup = nullptr;
    m_entryPages->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *scroll = new QScrollArea(m_entry); // for small screens at a large scale
    auto *middle = new QWidget;
    auto *centred = new QVBoxLayout(middle);
    centred->addStretch(2);
    centred->addWidget(m_entryPages, 0, Qt::AlignHCenter);
    centred->addStretch(3);
    scroll->setWidget(middle);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(grid(2), grid(2), grid(2), grid(2));
    right->addWidget(scroll, 1);
    auto *row = new QHBoxLayout(m_entry);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(brand, 2);
    row->addLayout(right, 5);
    m_stack->addWidget(m_entry);
}

// Each is made when it is shown first: most starts need one of them, and the window is there before either.
SignInPage &MainWindow::signInPage()
{
    if (m_signIn == nullptr) {
        m_signIn = new SignInPage(m_entrance, m_preferences, m_entryPages);
        m_entryPages->addWidget(m_signIn);
        connect(m_signIn, &SignInPage::signedIn, this, &MainWindow::takeActor);
    }
    m_entryPages->setCurrentWidget(m_signIn);
    return *m_signIn;
}

SetupWizard &MainWindow::setupWizard()
{
    if (m_setup == nullptr) {
        m_setup = new SetupWizard(m_entrance, m_entryPages);
        m_entryPages->addWidget(m_setup);
        connect(m_setup, &SetupWizard::finished, this, [this](const Actor &actor, const QString &account) {
            m_preferences.setLastAccount(account);
            takeActor(actor);
        });
    }
    m_entryPages->setCurrentWidget(m_setup);
    return *m_setup;
}

void MainWindow::begin(bool practice)
{
    m_practice = practice;
    m_entryPages->setCurrentIndex(0);
    then(this, m_entrance.standing(), [this](const Result<ProfileStanding> &standing) { takeStanding(standing); });
}

void MainWindow::takeStanding(const Result<ProfileStanding> &standing)
{
    if (!standing.ok()) {
        showTrouble(standing.fault());
        return;
    }
    if (standing->hasAccounts) {
        showSignIn();
        return;
    }
    setupWizard().begin(m_practice);
}

void MainWindow::showTrouble(const Fault &fault)
{
    const bool inUse = fault.kind == FaultKind::Conflict; // most likely this program, opened twice
    const QString text =
        inUse
            ? ShellText::tr("These books are open already. Go on in the other window, or close it and try again.\n\n%1")
                  .arg(fault.message)
            : ShellText::tr("%1\n\nLog reference: %2").arg(fault.message, logReference(fault.detail));
    m_trouble->show(inUse ? Icon::Lock : Icon::Error, text, ShellText::tr("Try again"), true);
    m_entryPages->setCurrentWidget(m_trouble);
    m_stack->setCurrentWidget(m_entry);
    m_trouble->setFocus();
}

void MainWindow::showSignIn()
{
    m_stack->setCurrentWidget(m_entry);
    signInPage().begin();
}

/// Signed in; perhaps the setting up was left half-way the last time.
void MainWindow::takeActor(const Actor &actor)
{
    then(this, m_entrance.standing(), [this, actor](const Result<ProfileStanding> &standing) {
        const bool unfinished = standing.ok() && !standing->hasCompanies;
        if (!unfinished || !actor.may(Permission::ConfigureConnections)) {
            admit(actor);
            if (standing.ok() && !standing->keysWarning.isEmpty())
                warnOfKeys(actor, *standing);
            return;
        }
        setupWizard().connectFor(actor);
    });
}

void MainWindow::admit(const Actor &actor)
{
    m_memory = m_preferences.memoryOf(actor.account);
    m_ownDoors = std::make_unique<WindowDoors>(*m_memory);
    Doors &doors = m_givenDoors ? *m_givenDoors : *m_ownDoors;
    m_office = std::make_unique<Office>(Desk{actor, doors, *m_memory, m_entrance.clock()}, m_entrance.rooms());
    showWorkbench();
    m_office->start();
    m_workbench->open({actor.may(Permission::IssueInvoices) ? u"issuing"_s : u"invoices"_s, {}});
}

/// The books are open all the same; who may enters the credentials again.
void MainWindow::warnOfKeys(const Actor &actor, const ProfileStanding &standing)
{
    Notice notice{.tone = Tone::Warning, .text = standing.keysWarning, .details = standing.keysDetails};
    if (actor.may(Permission::ConfigureConnections)) {
        notice.actionText = ShellText::tr("Enter the keys again");
        notice.action = [this, actor] {
            QMetaObject::invokeMethod(
                this, [this, actor] { leaveDesk([this, actor] { enterKeys(actor); }); }, Qt::QueuedConnection);
        };
    }
    m_workbench->banner()->show(notice);
}

void MainWindow::enterKeys(const Actor &actor)
{
    delete std::exchange(m_workbench, nullptr);
    m_office.reset();
    m_stack->setCurrentWidget(m_entry);
    setupWizard().connectFor(actor);
}

void MainWindow::showWorkbench()
{
    m_workbench = new Workbench(*m_office, m_preferences, m_stack);
    m_stack->addWidget(m_workbench);
    m_stack->setCurrentWidget(m_workbench);
    // The bench goes when the event that asked for it has been dealt with.
    connect(
        m_workbench, &Workbench::signOutAsked, this, [this] { leaveDesk([this] { signOut(); }); },
        Qt::QueuedConnection);
}

/// What is unsaved on any page is asked about once.
void MainWindow::leaveDesk(const std::function<void()> &go)
{
    leave(m_workbench, m_office->desk().doors, go);
}

void MainWindow::signOut()
{
    delete std::exchange(m_workbench, nullptr);
    m_office.reset();
    showSignIn();
}

void MainWindow::retranslate()
{
    setWindowTitle(ShellText::tr("Kaipiao"));
    const bool signedIn = m_workbench != nullptr;
    const int entryPage = m_entryPages->currentIndex();
    delete m_entry;
    makeEntry();
    if (!signedIn) {
        m_stack->setCurrentWidget(m_entry);
        if (entryPage > 0)
            begin(m_practice);
        return;
    }
    const QList<Workbench::OpenPage> pages = m_workbench->openPages();
    const int current = m_workbench->currentIndex();
    delete std::exchange(m_workbench, nullptr);
    showWorkbench();
    for (const Workbench::OpenPage &page : pages)
        m_workbench->open(page);
    m_workbench->setCurrentIndex(current);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_workbench != nullptr && holdsUnsaved(m_workbench)) {
        event->ignore();
        // By then nothing is unsaved any more. A window that is being closed can not be closed once more.
        leaveDesk([this] { QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection); });
        return;
    }
    m_preferences.setGeometry(saveGeometry());
    QWidget::closeEvent(event);
}

} // namespace kp

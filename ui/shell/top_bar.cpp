// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/kit/badge.h"
#include "ui/kit/icons.h"
#include "ui/kit/leaving.h"
#include "ui/pages/office.h"
#include "ui/shell/preferences.h"
#include "ui/shell/texts.h"

#include <QActionGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int barPx = 52;
constexpr Money lowCredit = Money::fromFen(1'000'00); // a common invoice does not fit any more

/// A figure turns into a warning before work has to stop.
void showFigure(QLabel *label, const QString &text, bool low)
{
    label->setText(text);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, low ? colors().warning.ink : colors().text);
    label->setPalette(palette);
}

QToolButton *toolButton(const QString &name, Icon sign, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(sign));
    button->setIconSize(QSize(18, 18));
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}
} // namespace

// The parts are made in their visual order: that is the tab order.
TopBar::TopBar(Office &office, Preferences &preferences, QWidget *parent)
    : QFrame(parent)
    , m_office(office)
    , m_preferences(preferences)
    , m_companies(new QComboBox(this))
    , m_credit(new QLabel(this))
    , m_numbers(new QLabel(this))
    , m_link(new Badge(this))
    , m_search(toolButton(u"top.search"_s, Icon::Search, this))
    , m_user(toolButton(u"top.user"_s, Icon::User, this))
{
    setObjectName(u"top"_s);
    setFixedHeight(barPx);
    auto *name = new QLabel(ShellText::tr("Kaipiao"), this);
    name->setFont(textFont(5, true));
    name->setForegroundRole(QPalette::Link);
    m_companies->setObjectName(u"top.company"_s);
    m_companies->setAccessibleName(ShellText::tr("Company"));
    m_companies->setToolTip(ShellText::tr("The company you issue for"));
    m_companies->setMinimumWidth(grid(30));
    m_companies->setMaximumWidth(grid(48));
    m_credit->setObjectName(u"top.credit"_s);
    m_numbers->setObjectName(u"top.numbers"_s);
    m_link->setObjectName(u"top.link"_s);
    m_search->setText(u" "_s + ShellText::tr("Search"));
    m_search->setToolTip(ShellText::tr("Pages, customers, items and invoice numbers (Ctrl+K)"));
    m_user->setText(u" "_s + office.actor().name);
    m_user->setAccessibleName(ShellText::tr("User menu"));
    m_user->setPopupMode(QToolButton::InstantPopup);
    m_user->setMenu(makeMenu());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(grid(2), 0, grid(1), 0);
    row->setSpacing(grid(2));
    row->addWidget(name);
    row->addWidget(m_companies, 1);
    row->addStretch(1);
    row->addWidget(m_credit);
    row->addWidget(m_numbers);
    row->addWidget(m_link);
    row->addWidget(m_search);
    row->addWidget(m_user);

    connect(m_companies, &QComboBox::activated, this, [this](int index) {
        const CompanyId chosen(m_companies->itemData(index).toLongLong());
        showCompanies(); // until what is unsaved has been given up
        leave(parentWidget(), m_office.desk().doors, [this, chosen] { m_office.choose(chosen); });
    });
    connect(m_search, &QToolButton::clicked, this, &TopBar::searchAsked);
    connect(&office, &Office::companiesChanged, this, &TopBar::showCompanies);
    connect(&office, &Office::companyChanged, this, &TopBar::showCompanies);
    connect(&office, &Office::stockChanged, this, &TopBar::showStock);
    connect(&office, &Office::linkChanged, this, &TopBar::showLink);
    showCompanies();
    showStock();
    showLink();
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colors().surface);
    painter.setPen(colors().line);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

/// The figures have colours of their own, which another theme has otherwise.
void TopBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showStock();
}

void TopBar::showCompanies()
{
    const QSignalBlocker quiet(m_companies);
    m_companies->clear();
    for (const service::CompanyChoice &choice : m_office.companies())
        m_companies->addItem(icon(Icon::Company), choice.company.party.name, qint64(choice.company.id.value()));
    if (const service::CompanyChoice *current = m_office.company())
        m_companies->setCurrentIndex(m_companies->findData(qint64(current->company.id.value())));
    m_companies->setEnabled(m_companies->count() > 1);
}

void TopBar::showStock()
{
    const auto &stock = m_office.stock();
    m_credit->setVisible(stock.has_value());
    m_numbers->setVisible(stock.has_value());
    if (!stock)
        return;
    showFigure(m_credit, ShellText::tr("Credit ¥%1").arg(stock->credit.toGrouped()), stock->credit < lowCredit);
    m_credit->setToolTip(ShellText::tr("Credit at this desk. More is downloaded by itself when an invoice needs it."));
    showFigure(
        m_numbers, ShellText::tr("Numbers %1").arg(stock->numbers), stock->numbers < service::Stock::warningLevel);
    m_numbers->setToolTip(
        ShellText::tr("Invoice numbers at this desk. More are drawn by themselves when they run low."));
}

void TopBar::showLink()
{
    const PlatformLink &link = m_office.link();
    switch (link.state) {
    case PlatformLink::State::Unasked:
        m_link->show(ShellText::tr("Connecting…"), Tone::Neutral);
        break;
    case PlatformLink::State::Reached:
        m_link->show(ShellText::tr("Connected"), Tone::Success);
        break;
    case PlatformLink::State::Troubled:
        m_link->show(ShellText::tr("No connection"), Tone::Warning);
        break;
    }
    m_link->setToolTip(
        link.trouble.isEmpty() ? ShellText::tr("State of the connection to the tax platform") : link.trouble);
    m_link->setAccessibleName(m_link->word());
}

QMenu *TopBar::makeMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"top.menu"_s);
    menu->addAction(icon(Icon::User), m_office.actor().account)->setEnabled(false);
    menu->addSeparator();
    addSchemes(menu->addMenu(ShellText::tr("Colours")));
    addLanguages(menu->addMenu(ShellText::tr("Language")));
    addScales(menu->addMenu(ShellText::tr("Scale (from the next start)")));
    menu->addSeparator();
    connect(
        menu->addAction(icon(Icon::Info), ShellText::tr("Keys (F1)")), &QAction::triggered, this, &TopBar::keysAsked);
    connect(
        menu->addAction(icon(Icon::Lock), ShellText::tr("Sign out")), &QAction::triggered, this, &TopBar::signOutAsked);
    return menu;
}

void TopBar::addSchemes(QMenu *menu)
{
    auto *group = new QActionGroup(menu);
    for (const auto &[scheme, text] : {std::pair(Scheme::FollowSystem, ShellText::tr("As the desktop")),
             std::pair(Scheme::Light, ShellText::tr("Light")), std::pair(Scheme::Dark, ShellText::tr("Dark"))}) {
        QAction *action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setChecked(m_preferences.scheme() == scheme);
        connect(action, &QAction::triggered, this, [this, chosen = scheme] { m_preferences.setScheme(chosen); });
    }
}

void TopBar::addLanguages(QMenu *menu)
{
    auto *group = new QActionGroup(menu);
    // Each language by its own name: who can not read the present one finds his.
    for (const auto &[code, text] : {std::pair(QString(), ShellText::tr("As the desktop")),
             std::pair(u"zh_CN"_s, u"简体中文"_s), std::pair(u"en"_s, u"English"_s)}) {
        QAction *action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setChecked(m_preferences.language() == code);
        // The pages are made anew.
        connect(action, &QAction::triggered, this, [this, chosen = code] {
            leave(parentWidget(), m_office.desk().doors, [this, chosen] { m_preferences.setLanguage(chosen); });
        });
    }
}

void TopBar::addScales(QMenu *menu)
{
    auto *group = new QActionGroup(menu);
    for (const int percent : {100, 125, 150, 175, 200, 250}) {
        QAction *action = group->addAction(menu->addAction(QString::number(percent) + u'%'));
        action->setCheckable(true);
        action->setChecked(m_preferences.scalePercent() == percent);
        connect(action, &QAction::triggered, this, [this, percent] { m_preferences.setScalePercent(percent); });
    }
}

PracticeBand::PracticeBand(QWidget *parent)
    : QFrame(parent)
    , m_text(ShellText::tr("Practice mode: nothing issued here is a real invoice"))
{
    setObjectName(u"practice"_s);
    setAccessibleName(m_text);
    setFont(textFont(0, true));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize PracticeBand::sizeHint() const
{
    return {grid(40), 26};
}

void PracticeBand::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ToneColors &tone = colors().warning;
    painter.fillRect(rect(), tone.fill);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tone.edge, 6));
    for (int x = -height(); x < width() + height(); x += 24)
        painter.drawLine(x, height() + 4, x + height() + 8, -4);
    painter.restore();
    const int textWidth = fontMetrics().horizontalAdvance(m_text) + grid(4);
    const QRect middle((width() - textWidth) / 2, 0, textWidth, height());
    painter.fillRect(middle, tone.fill);
    painter.setPen(tone.ink);
    painter.drawText(middle, Qt::AlignCenter, m_text);
}

} // namespace kp

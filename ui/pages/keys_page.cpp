// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/keys_page.h"

#include "ui/kit/banner.h"
#include "ui/kit/theme.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
struct KeysPageText {
    Q_DECLARE_TR_FUNCTIONS(KeysPage)
};

enum Column { Place, Meaning, Keys, Columns };

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_unknown;
}

QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAutoDefault(true);
    return made;
}
} // namespace

KeysPage::KeysPage(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_acts(keyActs())
    , m_banner(new Banner(this))
    , m_table(new QTableWidget(static_cast<int>(m_acts.size()), Columns, this))
    , m_prompt(new QLabel(this))
    , m_change(button(u"keys.change"_s, KeysPageText::tr("Other key"), this))
    , m_add(button(u"keys.add"_s, KeysPageText::tr("Further key"), this))
    , m_none(button(u"keys.none"_s, KeysPageText::tr("No key"), this))
    , m_usual(button(u"keys.usual"_s, KeysPageText::tr("Usual keys"), this))
    , m_allUsual(button(u"keys.allUsual"_s, KeysPageText::tr("Usual keys everywhere"), this))
{
    setObjectName(u"shortcuts"_s);
    setWindowTitle(KeysPageText::tr("Keys"));
    setFocusProxy(m_table);
    build();
    fill();
    m_table->setCurrentCell(0, Keys);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, [this] { listen(false); });
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
        m_listening = false;
        m_prompt->setText(KeysPageText::tr("Enter on a row, then the key it shall have."));
    });
    connect(m_change, &QPushButton::clicked, this, [this] { listen(false); });
    connect(m_add, &QPushButton::clicked, this, [this] { listen(true); });
    connect(m_none, &QPushButton::clicked, this, [this] {
        chooseKeys(chosen()->id, {}, m_office.desk().memory);
        changed();
    });
    connect(m_usual, &QPushButton::clicked, this, &KeysPage::reset);
    connect(m_allUsual, &QPushButton::clicked, this, &KeysPage::resetAll);
}

void KeysPage::build()
{
    auto *title = new QLabel(windowTitle(), this);
    title->setFont(textFont(7, true));
    m_table->setObjectName(u"keys.table"_s);
    m_table->setAccessibleName(windowTitle());
    m_table->setHorizontalHeaderLabels(
        {KeysPageText::tr("Where"), KeysPageText::tr("What it does"), KeysPageText::tr("Keys")});
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(Meaning, QHeaderView::Stretch);
    m_table->setColumnWidth(Place, grid(16));
    m_table->setColumnWidth(Keys, grid(36));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->installEventFilter(this);
    m_prompt->setObjectName(u"keys.prompt"_s);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(grid(1));
    foot->addWidget(m_prompt, 1);
    for (QPushButton *one : {m_change, m_add, m_none, m_usual, m_allUsual})
        foot->addWidget(one);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(2), grid(1), grid(2), grid(1));
    column->setSpacing(grid(1));
    column->addWidget(title);
    column->addWidget(m_banner);
    column->addWidget(m_table, 1);
    column->addLayout(foot);
}

void KeysPage::fill()
{
    for (int row = 0; row < m_acts.size(); ++row)
        showRow(row);
    m_prompt->setText(KeysPageText::tr("Enter on a row, then the key it shall have."));
}

void KeysPage::showRow(int row)
{
    const KeyAct &act = m_acts.at(row);
    const DeskMemory &memory = m_office.desk().memory;
    const QString texts[Columns] = {label(act.place), act.meaning, shownKeys(keysOf(act.id, memory))};
    for (int column = 0; column < Columns; ++column) {
        auto *item = new QTableWidgetItem(texts[column]);
        if (column == Keys)
            item->setFont(codeFont());
        if (column == Keys && !hasUsualKeys(act.id, memory)) {
            item->setForeground(colors().accentInk);
            item->setToolTip(KeysPageText::tr("Usually %1").arg(shownKeys(act.usual)));
        }
        m_table->setItem(row, column, item);
    }
}

const KeyAct *KeysPage::chosen() const
{
    const int row = m_table->currentRow();
    return row < 0 ? nullptr : &m_acts.at(row);
}

void KeysPage::listen(bool adding)
{
    if (chosen() == nullptr)
        return;
    m_listening = true;
    m_adding = adding;
    m_banner->dismiss();
    m_table->setFocus(Qt::OtherFocusReason);
    m_prompt->setText(KeysPageText::tr("Press the key for \"%1\" now; Esc leaves it as it is.").arg(chosen()->meaning));
}

void KeysPage::take(const QKeySequence &key)
{
    m_listening = false;
    const KeyAct other = takenBy(key, chosen()->id, m_office.desk().memory);
    if (other.id.isEmpty()) {
        give(key, {});
        return;
    }
    m_prompt->clear();
    m_banner->show({.tone = Tone::Warning,
        .text = KeysPageText::tr("%1 is already the key for \"%2\".").arg(shownKeys({key}), other.meaning),
        .actionText = KeysPageText::tr("Take it from there"),
        .action = [this, key, from = other.id] { give(key, from); }});
}

void KeysPage::give(const QKeySequence &key, const QString &from)
{
    DeskMemory &memory = m_office.desk().memory;
    if (!from.isEmpty()) {
        QList<QKeySequence> left = keysOf(from, memory);
        left.removeAll(key);
        chooseKeys(from, left, memory);
    }
    QList<QKeySequence> keys = m_adding ? keysOf(chosen()->id, memory) : QList<QKeySequence>();
    if (!keys.contains(key))
        keys.append(key);
    chooseKeys(chosen()->id, keys, memory);
    changed();
}

void KeysPage::reset()
{
    useUsualKeys(chosen()->id, m_office.desk().memory);
    changed();
}

void KeysPage::resetAll()
{
    for (const KeyAct &act : m_acts)
        useUsualKeys(act.id, m_office.desk().memory);
    changed();
}

void KeysPage::changed()
{
    m_banner->dismiss();
    fill();
    tellKeysChanged();
    // The usual keys of one act may have gone to another one meanwhile.
    const QList<QKeySequence> keys = keysOf(chosen()->id, m_office.desk().memory);
    for (const QKeySequence &key : keys)
        if (const KeyAct other = takenBy(key, chosen()->id, m_office.desk().memory); !other.id.isEmpty())
            m_banner->show({.tone = Tone::Warning,
                .text = KeysPageText::tr("%1 is already the key for \"%2\".").arg(shownKeys({key}), other.meaning),
                .actionText = KeysPageText::tr("Take it from there"),
                .action = [this, key, from = other.id] {
                    m_adding = true;
                    give(key, from);
                }});
}

bool KeysPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey)
        return QWidget::eventFilter(watched, event);
    const auto *pressed = static_cast<QKeyEvent *>(event);
    if (!m_listening) {
        const bool begins = pressed->key() == Qt::Key_Return || pressed->key() == Qt::Key_Enter;
        if (begins && event->type() == QEvent::KeyPress)
            listen(false);
        return begins || QWidget::eventFilter(watched, event);
    }
    event->accept(); // while it listens no key does what it does elsewhere
    if (event->type() == QEvent::ShortcutOverride || isModifier(pressed->key()))
        return true;
    if (pressed->key() == Qt::Key_Escape) {
        m_listening = false;
        fill();
    } else {
        take(pressedKey(*pressed));
    }
    return true;
}

} // namespace kp

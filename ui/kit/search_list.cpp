// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/search_list.h"

#include "ui/kit/texts.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int searchRestMs = 120;
} // namespace

SearchList::SearchList(const QString &name, const QStringList &headings, Choice choice, QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_table(new QTableWidget(0, static_cast<int>(headings.size()), this))
    , m_empty(new QLabel(m_table->viewport()))
    , m_rest(new QTimer(this))
{
    m_search->setObjectName(name + u".search"_s);
    m_search->setAccessibleName(KitText::tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_table->setObjectName(name + u".list"_s);
    m_table->setHorizontalHeaderLabels(headings);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(
        choice == Choice::One ? QAbstractItemView::SingleSelection : QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->installEventFilter(this);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    (new QVBoxLayout(m_table->viewport()))->addWidget(m_empty); // all of the list is its room, whatever it says
    m_rest->setSingleShot(true);
    m_rest->setInterval(searchRestMs);
    setFocusProxy(m_search);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_search);
    column->addWidget(m_table, 1);
    connect(m_search, &QLineEdit::textEdited, m_rest, qOverload<>(&QTimer::start));
    connect(m_rest, &QTimer::timeout, this, &SearchList::asked);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &SearchList::chosenChanged);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, &SearchList::taken);
}

QString SearchList::typed() const
{
    return m_search->text().trimmed();
}

void SearchList::setRows(int count)
{
    m_table->setRowCount(count);
}

void SearchList::setEmptyWords(const QString &words)
{
    m_empty->setText(words);
}

void SearchList::setCell(int row, int column, const QString &text, Qt::Alignment alignment)
{
    auto *cell = new QTableWidgetItem(text);
    cell->setTextAlignment(alignment);
    m_table->setItem(row, column, cell);
}

QList<int> SearchList::chosen() const
{
    QList<int> rows;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        rows.append(row.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void SearchList::begin()
{
    m_rest->stop();
    m_search->clear();
    m_search->setFocus(Qt::OtherFocusReason);
    Q_EMIT asked();
}

bool SearchList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT taken();
        return true;
    case Qt::Key_Escape:
        Q_EMIT closed();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (watched == m_search) {
            QCoreApplication::sendEvent(m_table, event);
            return true;
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/tree_picker.h"

#include "ui/kit/icons.h"
#include "ui/kit/keyboard.h"
#include "ui/kit/texts.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr QSize pickerSize(760, 480);
constexpr int codeWidth = 180;
constexpr int nameWidth = 320; // with room for the steps of the tree
constexpr int shortNameWidth = 120;
} // namespace

TreePicker::TreePicker(const QString &title, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_model(new TreeModel(this))
    , m_edit(new QLineEdit(this))
    , m_tree(new QTreeView(this))
    , m_about(new QLabel(this))
{
    setObjectName(u"picker"_s);
    setProperty("card", true);
    setAccessibleName(title);
    m_edit->setObjectName(u"picker.text"_s);
    m_edit->setAccessibleName(title);
    m_edit->setPlaceholderText(KitText::tr("Name, code, short name or pinyin initials"));
    m_edit->addAction(icon(Icon::Search, Tone::Neutral), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_tree->setObjectName(u"picker.tree"_s);
    m_tree->setAccessibleName(title);
    m_tree->setModel(m_model);
    m_tree->setFocusPolicy(Qt::NoFocus);
    m_tree->setFrameShape(NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setTreePosition(TreeModel::NameColumn);
    m_tree->setColumnWidth(TreeModel::CodeColumn, codeWidth);
    m_tree->setColumnWidth(TreeModel::NameColumn, nameWidth);
    m_tree->setColumnWidth(TreeModel::ShortNameColumn, shortNameWidth);
    m_tree->header()->setStretchLastSection(true);
    m_about->setObjectName(u"picker.about"_s);
    m_about->setForegroundRole(QPalette::PlaceholderText);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_about->setMinimumHeight(2 * m_about->fontMetrics().lineSpacing());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(1), grid(1), grid(1), grid(1));
    column->addWidget(m_edit);
    column->addWidget(m_tree, 1);
    column->addWidget(m_about);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &TreePicker::follow);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &TreePicker::showCurrent);
    connect(m_tree, &QTreeView::doubleClicked, this, &TreePicker::take);
}

void TreePicker::setEntries(const QList<TreeEntry> &entries)
{
    m_model->setEntries(entries);
}

void TreePicker::openUnder(QWidget *anchor, const QString &code, const QString &search)
{
    m_edit->setText(search);
    follow();
    if (const QModelIndex chosen = m_model->indexOf(code); chosen.isValid()) {
        m_tree->setCurrentIndex(chosen); // unfolds the way to it
        m_tree->scrollTo(chosen, QAbstractItemView::PositionAtCenter);
    }
    const QRect room = anchor->screen()->availableGeometry();
    resize(pickerSize.boundedTo(room.size()));
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + 2));
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
    at.setY(std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    move(at);
    show();
    m_edit->selectAll();
    m_edit->setFocus(Qt::PopupFocusReason);
}

void TreePicker::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    wakeWindowOf(parentWidget());
}

void TreePicker::follow()
{
    m_model->search(m_edit->text().trimmed());
    m_tree->setRootIsDecorated(!m_model->isSearching());
    m_tree->setCurrentIndex(m_model->index(0, 0, {}));
    showCurrent();
}

void TreePicker::showCurrent()
{
    const QModelIndex current = m_tree->currentIndex();
    const TreeEntry *entry = m_model->entry(current);
    if (entry == nullptr)
        m_about->setText(KitText::tr("Nothing is found."));
    else if (entry->choosable)
        m_about->setText(current.data(Qt::ToolTipRole).toString());
    else
        m_about->setText(KitText::tr("%1 is a summary code: choose one below it.").arg(entry->name));
}

void TreePicker::take()
{
    const QModelIndex current = m_tree->currentIndex();
    const TreeEntry *entry = m_model->entry(current);
    if (entry == nullptr)
        return;
    if (!entry->choosable) {
        if (m_model->isSearching()) { // on to the place in the tree where its children hang
            const QString code = entry->code;
            m_edit->clear();
            m_tree->setCurrentIndex(m_model->indexOf(code));
        }
        m_tree->setExpanded(m_tree->currentIndex(), !m_tree->isExpanded(m_tree->currentIndex()));
        return;
    }
    const TreeEntry chosen = *entry;
    hide();
    Q_EMIT taken(chosen);
}

/// Left and Right fold and unfold while nothing is typed that they could move in.
bool TreePicker::unfolds(int key)
{
    if ((key != Qt::Key_Left && key != Qt::Key_Right) || m_model->isSearching())
        return false;
    QKeyEvent step(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(m_tree, &step);
    return true;
}

bool TreePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        QCoreApplication::sendEvent(m_tree, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return true;
    default:
        return unfolds(key->key());
    }
}

} // namespace kp

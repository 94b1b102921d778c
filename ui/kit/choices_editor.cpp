// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/choices_editor.h"

#include "ui/kit/texts.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QSignalBlocker>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int codeRole = Qt::UserRole;
} // namespace

ChoicesEditor::ChoicesEditor(const FieldTraits &traits, const FormField &field, QWidget *parent)
    : FieldEditor(parent)
    , m_list(new QListWidget(this))
    , m_words(field.words)
{
    setInner(m_list, traits);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setToolTip(KitText::tr("Space chooses, Ctrl+Up and Ctrl+Down change the order."));
    m_list->setFixedHeight(std::max(field.lines, 4) * grid(4));
    fill({});
    const auto changed = [this] {
        Q_EMIT edited();
        Q_EMIT committed();
    };
    connect(m_list, &QListWidget::itemChanged, this, changed);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, changed);
}

QString ChoicesEditor::text() const
{
    QStringList codes;
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->checkState() == Qt::Checked)
            codes.append(m_list->item(row)->data(codeRole).toString());
    return codes.join(u',');
}

void ChoicesEditor::setText(const QString &text)
{
    fill(text.split(u',', Qt::SkipEmptyParts));
}

void ChoicesEditor::setWords(const QList<Word> &words)
{
    const QStringList chosen = text().split(u',', Qt::SkipEmptyParts);
    m_words = words;
    fill(chosen);
}

/// The chosen ones stand first, in their order.
void ChoicesEditor::fill(const QStringList &chosen)
{
    const QSignalBlocker quiet(m_list);
    QList<Word> ordered = m_words;
    const auto place = [&chosen](const Word &word) {
        const qsizetype at = chosen.indexOf(word.code);
        return at < 0 ? chosen.size() : at;
    };
    std::stable_sort(ordered.begin(), ordered.end(), [&](const Word &a, const Word &b) { return place(a) < place(b); });
    m_list->clear();
    for (const Word &word : std::as_const(ordered)) {
        auto *item = new QListWidgetItem(word.text, m_list);
        item->setData(codeRole, word.code);
        item->setCheckState(chosen.contains(word.code) ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(0);
    setReadOnly(m_readOnly);
}

void ChoicesEditor::setReadOnly(bool readOnly)
{
    const QSignalBlocker quiet(m_list);
    m_readOnly = readOnly;
    m_list->setDragEnabled(!readOnly);
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setFlags(
            readOnly ? Qt::ItemIsEnabled
                     : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
}

void ChoicesEditor::move(int by)
{
    const int from = m_list->currentRow();
    const int to = from + by;
    if (m_readOnly || from < 0 || to < 0 || to >= m_list->count())
        return;
    m_list->insertItem(to, m_list->takeItem(from));
    m_list->setCurrentRow(to);
    Q_EMIT edited();
    Q_EMIT committed();
}

bool ChoicesEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::ControlModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            move(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) { // the form's, not the list's
            event->ignore();
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace kp

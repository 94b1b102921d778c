// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/line_delegate.h"

#include "ui/kit/futures.h"
#include "ui/kit/limit_counter.h"
#include "ui/kit/line_table.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace kp
{

namespace
{
QList<Proposal> wordsWith(const QList<Word> &words, const QString &typed)
{
    QList<Proposal> out;
    for (const Word &word : words)
        if (word.text.contains(typed, Qt::CaseInsensitive) || word.code.startsWith(typed))
            out.append({.text = word.text, .detail = {}, .value = word.code});
    return out;
}
} // namespace

LineDelegate::LineDelegate(LineTable *table)
    : QStyledItemDelegate(table)
    , m_table(table)
{
    connect(this, &QAbstractItemDelegate::closeEditor, this, [this] { m_table->lines()->endTyped(); });
}

QWidget *LineDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    LineModel *model = m_table->lines();
    const LineColumn &column = model->columns().at(index.column());
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(column.key);
    edit->setAccessibleName(column.label);
    edit->setAlignment(index.data(Qt::TextAlignmentRole).value<Qt::Alignment>());
    if (column.face == Face::Code)
        edit->setFont(codeFont());
    if (column.limit > 0 && column.kind == FieldKind::Text)
        new LimitCounter(edit, column.limit);
    m_editor = edit;
    const QPersistentModelIndex cell(index);
    connect(edit, &QLineEdit::textEdited, model, [model, cell](const QString &text) { model->setTyped(cell, text); });
    if (!column.words.isEmpty() || column.proposes) {
        const bool isChoice = !column.words.isEmpty();
        m_popup = new ProposalPopup(edit, [model, cell, isChoice](const QString &typed) {
            const QVariant &line = model->line(cell.row()).value;
            return isChoice ? ready(wordsWith(model->grammar().words(line, cell.column()), typed))
                            : model->grammar().proposals(line, cell.column(), typed);
        });
        connect(m_popup, &ProposalPopup::taken, this, [this, model, cell, edit](const Proposal &proposal) {
            auto *self = const_cast<LineDelegate *>(this);
            if (model->columns().at(cell.column()).words.isEmpty())
                model->take(cell.row(), cell.column(), proposal);
            else
                model->putText(cell.row(), cell.column(), proposal.value.toString());
            m_editor = nullptr; // what it held has been taken
            Q_EMIT self->closeEditor(edit, NoHint);
            m_table->enter(LineTable::Step::Next);
        });
    }
    return edit;
}

void LineDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = static_cast<QLineEdit *>(editor);
    // The model also asks for this when another cell of the line followed a change: what is being typed stays.
    if (!edit->isModified())
        edit->setText(index.data(Qt::EditRole).toString());
}

void LineDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    model->setData(index, static_cast<QLineEdit *>(editor)->text(), Qt::EditRole);
}

void LineDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    QRect cell = option.rect;
    cell.setHeight(std::min(cell.height(), lineRowPx));
    editor->setGeometry(cell);
}

void LineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem plain = option;
    plain.state &= ~QStyle::State_HasFocus;
    plain.rect.setHeight(std::min(option.rect.height(), lineRowPx));
    QStyledItemDelegate::paint(painter, plain, index);
    if (option.rect.height() > lineRowPx)
        paintUnder(painter, option, index);
    paintMarks(painter, plain.rect, index);
    paintRing(painter, option.rect, index);
}

/// The discount stands under its line in red, as it is printed under it.
void LineDelegate::paintUnder(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect cell = option.rect.adjusted(0, lineRowPx, 0, 0);
    const bool chosen = (option.state & QStyle::State_Selected) != 0;
    const QString text = index.data(LineModel::UnderRole).toString();
    painter->save();
    painter->fillRect(cell, chosen ? colors().selection : colors().sunken);
    painter->setPen(text.startsWith(u'-') ? colors().error.ink : colors().muted);
    painter->setFont(textFont(-1));
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>() | Qt::AlignVCenter;
    const QRect inside = cell.adjusted(8, 0, -8, 0);
    painter->drawText(
        inside, static_cast<int>(alignment), painter->fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
    painter->restore();
}

void LineDelegate::paintMarks(QPainter *painter, const QRect &cell, const QModelIndex &index) const
{
    painter->save();
    if (const QVariant severity = index.data(LineModel::SeverityRole); severity.isValid()) {
        const Tone tone = severity.toInt() == static_cast<int>(Severity::Error) ? Tone::Error : Tone::Warning;
        const QColor ink = colors().tone(tone).ink;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawPolygon(QPolygon(
            {cell.topRight() + QPoint(1, 0), cell.topRight() + QPoint(-7, 0), cell.topRight() + QPoint(1, 8)}));
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->fillRect(QRect(cell.left(), cell.bottom() - 1, cell.width(), 2), ink);
    }
    painter->restore();
}

/// Round the cell and what stands under it: they are one cell.
void LineDelegate::paintRing(QPainter *painter, const QRect &cell, const QModelIndex &index) const
{
    if (index != m_table->currentIndex())
        return;
    const bool active = m_table->hasFocus();
    painter->save();
    painter->setPen(QPen(active ? colors().accentInk : colors().fieldLine, active ? 2 : 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(active ? cell.adjusted(1, 1, -1, -1) : cell.adjusted(0, 0, -1, -1));
    painter->restore();
}

void LineDelegate::finish()
{
    if (m_editor == nullptr)
        return;
    QWidget *editor = m_editor;
    m_editor = nullptr; // closing takes the focus from it, which would commit once more
    Q_EMIT commitData(editor);
    Q_EMIT closeEditor(editor, NoHint);
}

void LineDelegate::receive(QInputMethodEvent &event)
{
    if (m_editor == nullptr || m_editor->isModified())
        return;
    m_editor->selectAll();
    QCoreApplication::sendEvent(m_editor, &event);
}

void LineDelegate::propose()
{
    if (m_popup != nullptr)
        m_popup->ask();
}

bool LineDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Keys that belong to the editor or the grid must not run commands of the page.
        if (m_table->isGridKey(*static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
        return QStyledItemDelegate::eventFilter(watched, event);
    }
    if (event->type() != QEvent::KeyPress)
        return QStyledItemDelegate::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (m_popup != nullptr && (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier &&
        m_popup->takesKey(key->key()))
        return true;
    if (m_table->handleEditorKey(*key))
        return true;
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace kp

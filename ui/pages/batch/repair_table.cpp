// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/batch/repair_table.h"

#include "ui/kit/cell_delegate.h"
#include "ui/kit/futures.h"
#include "ui/kit/proposals.h"
#include "ui/kit/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>

#include <algorithm>

namespace kp
{

namespace
{
constexpr int rowPx = 32;
constexpr int leastWidth = 96;
constexpr int mostWidth = 320;

QList<Proposal> optionsWith(const QStringList &options, const QString &typed)
{
    QList<Proposal> out;
    for (const QString &option : options)
        if (option.contains(typed, Qt::CaseInsensitive))
            out.append({.text = option});
    return out;
}
} // namespace

/// Edits a cell and paints what is wrong with it.
class RepairDelegate : public QStyledItemDelegate
{
public:
    explicit RepairDelegate(RepairTable *table)
        : QStyledItemDelegate(table)
        , m_table(table)
    {
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const workbook::TemplateColumn &column = m_table->cells()->sheet().columns.at(index.column());
        auto *edit = new QLineEdit(parent);
        edit->setObjectName(column.name);
        edit->setAccessibleName(column.name);
        edit->setPlaceholderText(column.requirement);
        if (m_table->cells()->namesBuyer(index.column())) {
            m_popup = new ProposalPopup(edit, m_table->m_buyers);
            connect(m_popup, &ProposalPopup::taken, edit,
                [this, edit, cell = QPersistentModelIndex(index)](const Proposal &proposal) {
                    Q_EMIT m_table->buyerTaken(cell, proposal.value.value<Customer>());
                    edit->setText(cell.data(Qt::EditRole).toString()); // nothing more is to be put in
                    finish(edit);
                });
        } else if (!column.options.isEmpty()) {
            const auto options = [options = column.options, before = index.data().toString()](const QString &typed) {
                // What stands there is wrong: all there are to choose from help more than those that look like it.
                return ready(optionsWith(options, typed == before ? QString() : typed));
            };
            m_popup = new ProposalPopup(edit, options);
            connect(m_popup, &ProposalPopup::taken, edit, [this, edit] { finish(edit); });
        }
        return edit;
    }

    void propose() const
    {
        if (m_popup != nullptr)
            m_popup->ask();
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        // The model also asks for this when a check has ended: what is being typed stays.
        auto *edit = static_cast<QLineEdit *>(editor);
        if (!edit->isModified())
            edit->setText(index.data(Qt::EditRole).toString());
    }

    void setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const override
    {
        const QString text = static_cast<QLineEdit *>(editor)->text().trimmed();
        if (text != index.data(Qt::EditRole).toString())
            Q_EMIT m_table->typed(index, text);
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem plain = option;
        plain.state &= ~(QStyle::State_HasFocus | QStyle::State_Selected);
        QStyledItemDelegate::paint(painter, plain, index);
        const QRect cell = option.rect;
        painter->save();
        if (const QVariant severity = index.data(RepairModel::SeverityRole); severity.isValid()) {
            const Tone tone = severity.toInt() == static_cast<int>(Severity::Error) ? Tone::Error : Tone::Warning;
            painter->fillRect(QRect(cell.left(), cell.bottom() - 1, cell.width(), 2), colors().tone(tone).ink);
        }
        if (index == m_table->currentIndex()) {
            const bool active = m_table->hasFocus();
            painter->setPen(QPen(active ? colors().accentInk : colors().fieldLine, active ? 2 : 1));
            painter->drawRect(active ? cell.adjusted(1, 1, -1, -1) : cell.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *editor = qobject_cast<QLineEdit *>(watched);
        if (editor == nullptr || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
            return QStyledItemDelegate::eventFilter(watched, event);
        const auto *key = static_cast<QKeyEvent *>(event);
        const auto act = m_table->m_keys.find(*key);
        const bool moves = act == LineAct::Next || act == LineAct::Back;
        if (event->type() == QEvent::ShortcutOverride) {
            if (act)
                event->accept();
            return act.has_value();
        }
        if (m_popup != nullptr && (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier &&
            m_popup->takesKey(key->key()))
            return true;
        if (act == LineAct::LookUp) {
            propose();
            return true;
        }
        if (!moves)
            return QStyledItemDelegate::eventFilter(watched, event);
        finish(editor, *act);
        return true;
    }

private:
    void finish(QLineEdit *editor, LineAct act = LineAct::Next) const
    {
        auto *self = const_cast<RepairDelegate *>(this);
        Q_EMIT self->commitData(editor);
        Q_EMIT self->closeEditor(editor, NoHint);
        m_table->run(act);
    }

    RepairTable *m_table;
    mutable QPointer<ProposalPopup> m_popup;
};

RepairTable::RepairTable(RepairModel *model, const DeskMemory &memory, Proposer buyers, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_memory(memory)
    , m_buyers(std::move(buyers))
{
    m_keys.read(memory);
    setModel(model);
    setItemDelegate(new RepairDelegate(this));
    setSelectionMode(NoSelection);
    setEditTriggers(AnyKeyPressed | DoubleClicked | SelectedClicked | EditKeyPressed);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->setDefaultSectionSize(rowPx);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultAlignment(Qt::AlignCenter);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true); // no gap before the frame
    setGridStyle(Qt::NoPen);                         // paintGrid() draws it
    ensurePolished();                                // the theme's font decides how wide a text is
    for (int column = 0; column < model->columnCount(); ++column) {
        int width = horizontalHeader()->sectionSizeHint(column);
        for (const workbook::RepairSheet::Row &row : model->sheet().rows)
            width = std::max(width, fontMetrics().horizontalAdvance(row.texts.at(column)) + grid(3));
        setColumnWidth(column, std::clamp(width, leastWidth, mostWidth));
    }
    showAllColumns(false);
}

void RepairTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    paintGrid(*this);
}

void RepairTable::showAllColumns(bool all)
{
    for (int column = 0; column < m_model->columnCount(); ++column)
        setColumnHidden(column, !all && m_model->isIdle(column));
}

void RepairTable::goTo(const QModelIndex &cell)
{
    setColumnHidden(cell.column(), false);
    setCurrentIndex(cell);
    scrollTo(cell);
    setFocus(Qt::OtherFocusReason);
}

bool RepairTable::event(QEvent *event)
{
    if (event->type() == keysChangedEvent())
        m_keys.read(m_memory);
    if (event->type() == QEvent::ShortcutOverride && m_keys.find(*static_cast<QKeyEvent *>(event))) {
        event->accept(); // the key is the grid's, not a command's
        return true;
    }
    return QTableView::event(event);
}

void RepairTable::keyPressEvent(QKeyEvent *event)
{
    const auto act = m_keys.find(*event);
    if (!act || !run(*act))
        QTableView::keyPressEvent(event);
}

/// False for an act that means nothing here.
bool RepairTable::run(LineAct act)
{
    const QModelIndex cell = currentIndex();
    switch (act) {
    case LineAct::Next:
        Q_EMIT nextAsked();
        return true;
    case LineAct::Back:
        Q_EMIT previousAsked();
        return true;
    case LineAct::Undo:
        Q_EMIT undoAsked();
        return true;
    case LineAct::Redo:
        Q_EMIT redoAsked();
        return true;
    case LineAct::Edit:
        if (cell.isValid())
            edit(cell);
        return true;
    case LineAct::LookUp:
        if (cell.isValid())
            edit(cell);
        static_cast<RepairDelegate *>(itemDelegate())->propose();
        return true;
    case LineAct::Clear:
        if (cell.isValid() && !cell.data().toString().isEmpty())
            Q_EMIT typed(cell, QString());
        return true;
    case LineAct::CopyAbove:
        if (cell.isValid() && cell.row() > 0)
            Q_EMIT typed(cell, cell.siblingAtRow(cell.row() - 1).data().toString());
        return true;
    case LineAct::Copy:
        QGuiApplication::clipboard()->setText(cell.data().toString());
        return true;
    case LineAct::Paste:
        paste();
        return true;
    default:
        return false;
    }
}

void RepairTable::paste()
{
    const QString text = QGuiApplication::clipboard()->text().section(u'\n', 0, 0).section(u'\t', 0, 0).trimmed();
    if (currentIndex().isValid() && text != currentIndex().data().toString())
        Q_EMIT typed(currentIndex(), text);
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/paste_preview.h"

#include "ui/kit/cell_text.h"
#include "ui/kit/texts.h"
#include "ui/kit/theme.h"

#include <QAbstractTableModel>
#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int leastColumnPx = 88;

/// The frame that the style draws around the current cell dims its text.
class FlatCells final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus;
    }
};
} // namespace

/// The block as it came, under the columns it goes to.
class PastePreview::Model final : public QAbstractTableModel
{
public:
    Model(const LineModel &lines, const PastePlan &plan, QObject *parent)
        : QAbstractTableModel(parent)
        , m_lines(lines)
        , m_plan(plan)
    {
    }
    void setMisfits(QSet<std::pair<int, int>> misfits)
    {
        beginResetModel();
        m_misfits = std::move(misfits);
        m_width = 0;
        for (const QStringList &row : m_plan.cells)
            m_width = std::max(m_width, static_cast<int>(row.size()));
        endResetModel();
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_plan.cells.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : m_width; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const bool misfit = m_misfits.contains({index.row(), index.column()});
        switch (role) {
        case Qt::DisplayRole:
            return m_plan.cells.at(index.row()).value(index.column());
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(alignmentAt(index.column()));
        case Qt::BackgroundRole:
            return misfit ? QVariant(colors().error.fill) : QVariant();
        case Qt::ForegroundRole:
            if (misfit)
                return colors().error.ink;
            return m_plan.columns.value(index.column(), -1) < 0 ? QVariant(colors().disabled) : QVariant();
        case Qt::ToolTipRole:
        case Qt::AccessibleDescriptionRole:
            return misfit ? QVariant(KitText::tr("This cell is not understood. It stays as it is, marked."))
                          : QVariant();
        default:
            return {};
        }
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal)
            return QVariant::fromValue(alignmentAt(section));
        if (role != Qt::DisplayRole)
            return {};
        if (orientation == Qt::Vertical)
            return section + 1;
        const int column = m_plan.columns.value(section, -1);
        return (column < 0 ? KitText::tr("left out") : m_lines.grammar().heading(column)) + u"  ▾"_s;
    }

private:
    [[nodiscard]] Qt::Alignment alignmentAt(int section) const
    {
        const int column = m_plan.columns.value(section, -1);
        return column < 0 ? Qt::AlignLeft | Qt::AlignVCenter : alignmentOf(m_lines.columns().at(column).kind);
    }

    const LineModel &m_lines;
    const PastePlan &m_plan;
    QSet<std::pair<int, int>> m_misfits;
    int m_width = 0;
};

PastePreview::PastePreview(LineModel &lines, QWidget *parent)
    : QFrame(parent)
    , m_lines(lines)
    , m_model(new Model(lines, m_plan, this))
    , m_title(new QLabel(this))
    , m_note(new QLabel(this))
    , m_table(new QTableView(this))
    , m_accept(new QPushButton(KitText::tr("Paste"), this))
{
    setObjectName(u"paste"_s);
    setAccessibleName(KitText::tr("What will be pasted"));
    m_title->setObjectName(u"paste.title"_s);
    m_title->setFont(textFont(0, true));
    m_note->setObjectName(u"paste.note"_s);
    m_note->setWordWrap(true);
    m_table->setObjectName(u"paste.cells"_s);
    m_table->setAccessibleName(accessibleName());
    m_table->setModel(m_model);
    m_table->setItemDelegate(new FlatCells(m_table));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setMinimumSectionSize(leastColumnPx);
    m_table->horizontalHeader()->setToolTip(KitText::tr("Click to say where this column goes"));
    m_table->installEventFilter(this);
    m_accept->setObjectName(u"paste.accept"_s);
    m_accept->setProperty("role", u"primary"_s);
    auto *cancel = new QPushButton(KitText::tr("Cancel"), this);
    cancel->setObjectName(u"paste.cancel"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_note, 1);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(cancel);
    foot->addWidget(m_accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    column->addLayout(foot);
    connect(m_accept, &QPushButton::clicked, this, [this] { Q_EMIT accepted(m_plan); });
    connect(cancel, &QPushButton::clicked, this, &PastePreview::rejected);
    m_table->horizontalHeader()->setSectionsClickable(true);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, &PastePreview::chooseColumn);
}

void PastePreview::show(const PastePlan &plan)
{
    m_plan = plan;
    judge();
    QFrame::show();
    m_table->resizeColumnsToContents();
    m_table->setCurrentIndex(m_model->index(0, 0));
    m_table->setFocus(Qt::OtherFocusReason);
}

void PastePreview::judge()
{
    const QSet<std::pair<int, int>> misfits = m_lines.misfits(m_plan);
    m_misfits = static_cast<int>(misfits.size());
    m_model->setMisfits(misfits);
    const QString from = m_plan.byHeading ? KitText::tr("columns by heading") : KitText::tr("columns by position");
    m_title->setText(KitText::tr("Lines to paste: %1 (%2)").arg(m_plan.cells.size()).arg(from));
    m_note->setText(
        m_misfits == 0
            ? QString()
            : KitText::tr("Cells that are not understood: %1. They are pasted as they are and marked.").arg(m_misfits));
    QPalette palette = m_note->palette();
    palette.setColor(QPalette::WindowText, colors().error.ink);
    m_note->setPalette(palette);
}

void PastePreview::chooseColumn(int column)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [&](const QString &text, int target) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, column, target] {
            while (m_plan.columns.size() <= column)
                m_plan.columns.append(-1);
            for (int &other : m_plan.columns)
                if (other == target)
                    other = -1; // a column takes one
            m_plan.columns[column] = target;
            judge();
        });
    };
    offer(KitText::tr("left out"), -1);
    for (int target = 0; target < m_lines.columns().size(); ++target)
        if (m_lines.columns().at(target).editable)
            offer(m_lines.grammar().heading(target), target);
    const QHeaderView *header = m_table->horizontalHeader();
    menu->popup(header->mapToGlobal(QPoint(header->sectionViewportPosition(column), header->height())));
}

bool PastePreview::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_accept->click();
        return true;
    case Qt::Key_Escape:
        Q_EMIT rejected();
        return true;
    case Qt::Key_F7:
        chooseColumn(m_table->currentIndex().column());
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

} // namespace kp

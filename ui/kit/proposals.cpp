// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/proposals.h"

#include "ui/kit/futures.h"
#include "ui/kit/texts.h"
#include "ui/kit/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int proposalRestMs = 30;
constexpr int proposalRowPx = 30;
constexpr int mostProposalsShown = 8;
constexpr int leastWidth = 380;
constexpr int mostWidth = 760;
constexpr int sideMargin = 10;
enum Role { DetailRole = Qt::UserRole + 1 };

/// The text on the left, what tells it apart on the right.
class ProposalDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool chosen = (option.state & QStyle::State_Selected) != 0;
        painter->save();
        painter->fillRect(option.rect, chosen ? colors().selection : colors().surface);
        const QRect inside = option.rect.adjusted(sideMargin, 0, -sideMargin, 0);
        const QString detail = index.data(DetailRole).toString();
        painter->setFont(textFont(-1));
        const int detailWidth = std::min(painter->fontMetrics().horizontalAdvance(detail) + 2, inside.width() * 2 / 3);
        painter->setPen(colors().muted);
        painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(detail, Qt::ElideRight, detailWidth));
        painter->setFont(option.font);
        painter->setPen(colors().text);
        const QRect left = inside.adjusted(0, 0, -detailWidth - grid(2), 0);
        painter->drawText(left, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, left.width()));
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, proposalRowPx};
    }
};
} // namespace

bool areInitials(const QString &typed)
{
    return typed.size() > 1 && std::all_of(typed.begin(), typed.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
}

ProposalPopup::ProposalPopup(QLineEdit *edit, Proposer proposer)
    : QFrame(edit, Qt::ToolTip)
    , m_edit(edit)
    , m_proposer(std::move(proposer))
    , m_list(new QListWidget(this))
    , m_rest(new QTimer(this))
{
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    m_list->setObjectName(u"proposals"_s);
    m_list->setAccessibleName(KitText::tr("Proposals"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new ProposalDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(1); // one proposal is one row; 0 would mean the list's own idea of a minimum
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    m_rest->setSingleShot(true);
    m_rest->setInterval(proposalRestMs);
    connect(m_rest, &QTimer::timeout, this, &ProposalPopup::ask);
    connect(edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        ++m_asked; // whatever is under way is about an older text
        if (text.trimmed().isEmpty())
            hide();
        else
            m_rest->start();
    });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { take(m_list->row(item)); });
    edit->installEventFilter(this);
    hide();
}

void ProposalPopup::ask()
{
    m_rest->stop();
    const quint64 asked = ++m_asked;
    then(this, m_proposer(m_edit->text()), [this, asked](const QList<Proposal> &proposals) {
        if (asked == m_asked && m_edit->hasFocus())
            open(proposals);
    });
}

void ProposalPopup::open(const QList<Proposal> &proposals)
{
    m_proposals = proposals;
    m_list->clear();
    int widest = std::max(m_edit->width(), leastWidth);
    for (const Proposal &proposal : proposals) {
        auto *item = new QListWidgetItem(proposal.text, m_list);
        widest = std::max(widest, QFontMetrics(textFont(0)).horizontalAdvance(proposal.text) +
                                      QFontMetrics(textFont(-1)).horizontalAdvance(proposal.detail) + 2 * sideMargin +
                                      grid(4));
        item->setData(DetailRole, proposal.detail);
        item->setToolTip(proposal.detail.isEmpty() ? proposal.text : proposal.text + u'\n' + proposal.detail);
    }
    m_list->setCurrentRow(!proposals.isEmpty() && proposals.constFirst().sure ? 0 : -1);
    if (proposals.isEmpty()) {
        hide();
        return;
    }
    const auto rows = std::min<qsizetype>(proposals.size(), mostProposalsShown);
    resize(std::min(widest, std::max(m_edit->width(), mostWidth)), static_cast<int>(rows) * proposalRowPx + 4);
    const QRect screen = m_edit->screen()->availableGeometry();
    QPoint at = m_edit->mapToGlobal(QPoint(0, m_edit->height() + 2));
    if (at.y() + height() > screen.bottom())
        at = m_edit->mapToGlobal(QPoint(0, -height() - 2));
    at.setX(std::max(screen.left(), std::min(at.x(), screen.right() - width())));
    move(at);
    show();
}

void ProposalPopup::take(int index)
{
    const Proposal proposal = m_proposals.at(index);
    ++m_asked;
    hide();
    m_edit->setText(proposal.text);
    Q_EMIT taken(proposal);
}

bool ProposalPopup::takesKey(int key)
{
    if (!isVisible())
        return false;
    const int row = m_list->currentRow();
    switch (key) {
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(row + 1, m_list->count() - 1));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(row - 1); // above the first one nothing is chosen
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        if (row >= 0)
            take(row);
        else
            hide();
        return row >= 0;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

bool ProposalPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && takesKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
        hide();
    return QFrame::eventFilter(watched, event);
}

} // namespace kp

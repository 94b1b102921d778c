// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/red/red_lines.h"

#include "core/domain/schemas.h"
#include "core/rules/line_arithmetic.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/theme.h"
#include "ui/pages/red/texts.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
bool isNumber(int column)
{
    return column >= RedLineModel::Price;
}

QString numberText(const std::optional<Decimal> &value)
{
    return value ? groupedNumber(value->toString()) : QString();
}

/// A typed amount or quantity: what is reversed may be typed with its sign or without.
QString withoutSign(const QString &typed)
{
    QString text = typed.trimmed().remove(u',');
    if (text.startsWith(u'-') || text.startsWith(u'−'))
        text.remove(0, 1);
    return text;
}
} // namespace

void RedLineModel::show(const QList<RedFormLine> &lines)
{
    beginResetModel();
    m_left.clear();
    m_wrong.clear();
    m_lines.clear();
    for (const RedFormLine &line : lines)
        m_lines.append(line);
    endResetModel();
}

void RedLineModel::enter(const rules::Reversibility &may, RedReason reason)
{
    beginResetModel();
    m_left = may.left;
    m_reason = reason;
    m_wholeOnly = may.wholeOnly;
    m_wrong.clear();
    m_lines.clear();
    for (const InvoiceLine &line : std::as_const(m_left))
        m_lines.append(
            rules::mayHaveReason(line, reason) ? std::optional(rules::reversedWhole(line, reason)) : std::nullopt);
    endResetModel();
    Q_EMIT entered();
}

QList<RedFormLine> RedLineModel::lines() const
{
    QList<RedFormLine> out;
    for (const auto &line : m_lines)
        if (line)
            out.append(*line);
    return out;
}

Totals RedLineModel::totals() const
{
    Totals totals;
    for (const auto &line : m_lines) {
        if (!line)
            continue;
        totals.net += line->net;
        totals.tax += line->tax;
    }
    return totals;
}

bool RedLineModel::isEditable(int row, int column) const
{
    if (m_left.isEmpty() || m_wholeOnly)
        return false;
    const rules::RedReasonRule &rule = rules::ruleOf(m_reason);
    if (!rule.part)
        return false;
    const InvoiceLine &left = m_left.at(row);
    if (!rules::mayHaveReason(left, m_reason))
        return false;
    return column == Quantity ? rule.quantity && left.quantity && left.price : column == Net && rule.amount;
}

int RedLineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int RedLineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString RedLineModel::textOf(int row, int column) const
{
    const std::optional<RedFormLine> &red = m_lines.at(row);
    const bool entering = !m_left.isEmpty();
    switch (column) {
    case BlueLine:
        return QString::number(entering ? m_left.at(row).number : red->blueLine);
    case Item:
        return entering ? m_left.at(row).item : red->item;
    case Spec:
        return entering ? m_left.at(row).spec : red->spec;
    case Unit:
        return entering ? m_left.at(row).unit : red->unit;
    case Price:
        return numberText(entering ? m_left.at(row).price : red->price);
    case LeftQuantity:
        return entering ? numberText(m_left.at(row).quantity) : QString();
    case LeftNet:
        return entering ? m_left.at(row).net.toGrouped() : QString();
    case Quantity:
        return red ? numberText(red->quantity) : QString();
    case Net:
        return red ? red->net.toGrouped() : Money().toGrouped();
    case Rate:
        return shownText(
            FieldKind::Rate, Face::Plain, FieldForm<TaxRate>::text(entering ? m_left.at(row).rate : red->rate));
    default:
        return red ? red->tax.toGrouped() : Money().toGrouped();
    }
}

QVariant RedLineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row();
    const int column = index.column();
    const auto wrong = m_wrong.constFind({row, column});
    const bool isWrong = wrong != m_wrong.constEnd();
    switch (role) {
    case Qt::DisplayRole:
        return isWrong ? wrong->typed : textOf(row, column);
    case Qt::EditRole:
        return isWrong ? wrong->typed : withoutSign(textOf(row, column));
    case Qt::ToolTipRole:
        if (isWrong)
            return wrong->why;
        if (isEntered() && !rules::mayHaveReason(m_left.at(row), m_reason))
            return RedText::tr("This line can not be reversed for the reason \"%1\".").arg(label(m_reason));
        return {};
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ForegroundRole: {
        const bool negative = (column == Quantity || column == Net || column == Tax) && m_lines.at(row);
        return isWrong || negative ? QVariant(colors().error.ink) : QVariant();
    }
    case Qt::BackgroundRole:
        if (isWrong)
            return colors().error.fill;
        return isEditable(row, column) ? QVariant(colors().info.fill) : QVariant();
    default:
        return {};
    }
}

QVariant RedLineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case BlueLine:
        return RedText::tr("Line");
    case Item:
        return fieldLabel("Item");
    case Spec:
        return fieldLabel("Specification");
    case Unit:
        return fieldLabel("Unit");
    case Price:
        return fieldLabel("Unit price");
    case LeftQuantity:
        return RedText::tr("Quantity left");
    case LeftNet:
        return RedText::tr("Amount left");
    case Quantity:
        return m_left.isEmpty() ? fieldLabel("Quantity") : RedText::tr("Quantity reversed");
    case Net:
        return m_left.isEmpty() ? fieldLabel("Amount") : RedText::tr("Amount reversed");
    case Rate:
        return RedText::tr("Rate");
    default:
        return fieldLabel("Tax");
    }
}

Qt::ItemFlags RedLineModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return isEditable(index.row(), index.column()) ? usual | Qt::ItemIsEditable : usual;
}

bool RedLineModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || !isEditable(index.row(), index.column()))
        return false;
    const int row = index.row();
    const QString typed = withoutSign(value.toString().normalized(QString::NormalizationForm_KC)); // １ is 1
    m_wrong.remove({row, Quantity});
    m_wrong.remove({row, Net});
    if (const QString why = take(row, index.column(), typed); !why.isEmpty())
        m_wrong.insert({row, index.column()}, {value.toString(), why});
    Q_EMIT dataChanged(this->index(row, 0), this->index(row, Columns - 1));
    Q_EMIT entered();
    return true;
}

/// Nothing, or zero: the line is left out. What can not be taken leaves nothing of what was there before either.
QString RedLineModel::take(int row, int column, const QString &typed)
{
    const InvoiceLine &left = m_left.at(row);
    m_lines[row].reset();
    if (typed.isEmpty())
        return {};
    const auto quantity = column == Quantity ? Decimal::parse(typed) : std::nullopt;
    const auto net = column == Net ? Money::parse(typed) : std::nullopt;
    if (!quantity && !net)
        return column == Quantity ? RedText::tr("Enter a number such as 2.5.")
                                  : RedText::tr("Enter an amount such as 33.30.");
    if ((quantity && *quantity == Decimal()) || (net && net->isZero()))
        return {};
    if (quantity && !rules::fitsNumber(*quantity))
        return RedText::tr("A quantity has at most 13 decimals and 25 characters.");
    m_lines[row] =
        quantity ? rules::reversedByQuantity(left, m_reason, *quantity) : rules::reversedByAmount(left, m_reason, *net);
    if (m_lines.at(row))
        return {};
    return column == Quantity ? RedText::tr("At most %1 can be reversed of this line.").arg(textOf(row, LeftQuantity))
                              : RedText::tr("At most ¥%1 can be reversed of this line.").arg(textOf(row, LeftNet));
}

QModelIndex RedLineModel::firstWrong() const
{
    QModelIndex first;
    for (auto it = m_wrong.keyBegin(); it != m_wrong.keyEnd(); ++it)
        if (!first.isValid() || it->first < first.row())
            first = index(it->first, it->second);
    return first;
}

QString RedLineModel::whyWrong() const
{
    const QModelIndex at = firstWrong();
    return at.isValid()
               ? RedText::tr("Line %1: %2").arg(textOf(at.row(), BlueLine), data(at, Qt::ToolTipRole).toString())
               : QString();
}

RedLineTable::RedLineTable(RedLineModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(model);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setSelectionBehavior(SelectItems);
    setSelectionMode(SingleSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(grid(4));
    horizontalHeader()->setHighlightSections(false);
    connect(model, &QAbstractItemModel::modelReset, this, &RedLineTable::arrange);
}

void RedLineTable::arrange()
{
    const bool entering = m_model->isEntered();
    setColumnHidden(RedLineModel::LeftQuantity, !entering);
    setColumnHidden(RedLineModel::LeftNet, !entering);
    resizeColumnsToContents();
    for (int column = 0; column < RedLineModel::Columns; ++column)
        setColumnWidth(column, std::max(columnWidth(column) + grid(2), grid(9)));
    horizontalHeader()->setSectionResizeMode(RedLineModel::Item, QHeaderView::Stretch);
}

bool RedLineTable::beginEntry()
{
    setCurrentIndex({});
    if (!goOn(1))
        return false;
    setFocus();
    return true;
}

void RedLineTable::goToWrong()
{
    setCurrentIndex(m_model->firstWrong());
    setFocus();
}

/// To the next (or previous) cell that can be entered; false when there is none.
bool RedLineTable::goOn(int by)
{
    const int cells = m_model->rowCount() * RedLineModel::Columns;
    int at = currentIndex().isValid() ? currentIndex().row() * RedLineModel::Columns + currentIndex().column()
                                      : (by > 0 ? -1 : cells);
    for (at += by; at >= 0 && at < cells; at += by) {
        const int row = at / RedLineModel::Columns;
        const int column = at % RedLineModel::Columns;
        if (m_model->isEditable(row, column)) {
            setCurrentIndex(m_model->index(row, column));
            return true;
        }
    }
    return false;
}

void RedLineTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && m_model->setData(currentIndex(), QString()))
        return;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || event->modifiers().testFlag(Qt::ControlModifier)) {
        QTableView::keyPressEvent(event);
        return;
    }
    if (state() == EditingState) // the cell's editor lets it through, and is closed by it in a moment
        return;
    if (!goOn(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1))
        Q_EMIT filledIn();
}

/// Enter and Tab in a cell's editor go on as they do beside it.
void RedLineTable::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const bool back = hint == QAbstractItemDelegate::EditPreviousItem;
    const bool on =
        back || hint == QAbstractItemDelegate::EditNextItem || hint == QAbstractItemDelegate::SubmitModelCache;
    QTableView::closeEditor(editor, on ? QAbstractItemDelegate::NoHint : hint);
    if (on && !goOn(back ? -1 : 1))
        Q_EMIT filledIn();
}

bool RedLineTable::focusNextPrevChild(bool next)
{
    return goOn(next ? 1 : -1) || QTableView::focusNextPrevChild(next);
}

} // namespace kp

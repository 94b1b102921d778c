// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/batch/repair_model.h"

#include "core/document/workbook/order_fields.h"
#include "ui/kit/theme.h"

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

RepairModel::RepairModel(workbook::RepairSheet sheet, QObject *parent)
    : QAbstractTableModel(parent)
    , m_sheet(std::move(sheet))
{
}

void RepairModel::setFindings(const QList<CellFinding> &findings)
{
    m_marks.clear();
    for (const CellFinding &finding : findings) {
        const QModelIndex cell = find(finding.place);
        if (!cell.isValid())
            continue;
        Mark &mark = m_marks[{cell.row(), cell.column()}];
        if (finding.severity == Severity::Error)
            mark.severity = Severity::Error;
        if (!mark.reasons.contains(finding.text))
            mark.reasons.append(finding.text);
    }
    if (!m_sheet.rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void RepairModel::putText(const QModelIndex &cell, const QString &text)
{
    m_sheet.rows[cell.row()].texts[cell.column()] = text;
    Q_EMIT dataChanged(cell, cell);
}

CellPlace RepairModel::placeOf(const QModelIndex &cell) const
{
    return {m_sheet.sheet, m_sheet.rows.at(cell.row()).number, m_sheet.positions.at(cell.column())};
}

QModelIndex RepairModel::find(const CellPlace &place) const
{
    if (place.sheet != m_sheet.sheet)
        return {};
    const auto row = std::lower_bound(m_sheet.rows.begin(), m_sheet.rows.end(), place.row,
        [](const workbook::RepairSheet::Row &one, int number) { return one.number < number; });
    const qsizetype column = place.column == 0 ? 0 : m_sheet.positions.indexOf(place.column);
    if (row == m_sheet.rows.end() || row->number != place.row || column < 0)
        return {};
    return index(static_cast<int>(row - m_sheet.rows.begin()), static_cast<int>(column));
}

bool RepairModel::isWrong(const QModelIndex &cell) const
{
    const auto mark = m_marks.constFind({cell.row(), cell.column()});
    return mark != m_marks.cend() && mark->severity == Severity::Error;
}

/// The field of the draft's head that a column fills; empty for a column of another sheet.
QString RepairModel::fieldOf(int column) const
{
    const QString &name = m_sheet.columns.at(column).name;
    for (const workbook::ColumnField<InvoiceDraft> &field : workbook::headFields())
        if (name == QStringView(field.column))
            return QString::fromLatin1(field.key);
    return {};
}

bool RepairModel::namesBuyer(int column) const
{
    const QString field = fieldOf(column);
    return field == "buyer.name"_L1 || field == "buyer.taxNumber"_L1;
}

QList<std::pair<int, QString>> RepairModel::buyerTexts(int row, const Customer &customer) const
{
    const Party &party = customer.party;
    const QHash<QString, QString> known{{u"buyer.name"_s, party.name}, {u"buyer.taxNumber"_s, party.taxNumber},
        {u"buyer.address"_s, party.address}, {u"buyer.phone"_s, party.phone}, {u"buyer.bank"_s, party.bank},
        {u"buyer.account"_s, party.account}, {u"buyerEmail"_s, customer.email},
        {u"naturalPerson"_s, customer.naturalPerson ? u"是"_s : QString()}};
    QList<std::pair<int, QString>> out;
    for (int column = 0; column < columnCount(); ++column) {
        const auto text = known.constFind(fieldOf(column));
        const QString &before = m_sheet.rows.at(row).texts.at(column);
        if (text != known.cend() && *text != before && (before.isEmpty() || namesBuyer(column)))
            out.append({column, *text});
    }
    return out;
}

bool RepairModel::isIdle(int column) const
{
    const bool isMarked =
        std::any_of(m_marks.keyBegin(), m_marks.keyEnd(), [&](const auto &cell) { return cell.second == column; });
    return !isMarked && !m_sheet.columns.at(column).required &&
           std::all_of(m_sheet.rows.begin(), m_sheet.rows.end(),
               [&](const workbook::RepairSheet::Row &row) { return row.texts.at(column).isEmpty(); });
}

int RepairModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sheet.rows.size());
}

int RepairModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sheet.columns.size());
}

QVariant RepairModel::data(const QModelIndex &index, int role) const
{
    const auto mark = m_marks.constFind({index.row(), index.column()});
    const bool isMarked = mark != m_marks.cend();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return m_sheet.rows.at(index.row()).texts.at(index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return isMarked ? mark->reasons.join(u'\n') : QString();
    case SeverityRole:
        return isMarked ? QVariant(static_cast<int>(mark->severity)) : QVariant();
    case Qt::BackgroundRole:
        if (isMarked)
            return colors().tone(mark->severity == Severity::Error ? Tone::Error : Tone::Warning).fill;
        return {};
    default:
        return {};
    }
}

QVariant RepairModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(m_sheet.rows.at(section).number) : QVariant();
    if (role == Qt::DisplayRole)
        return m_sheet.columns.at(section).name;
    return role == Qt::ToolTipRole ? m_sheet.columns.at(section).requirement : QVariant();
}

Qt::ItemFlags RepairModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | Qt::ItemIsEditable;
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/batch/finding_table.h"

#include "ui/kit/cell_delegate.h"
#include "ui/kit/icons.h"
#include "ui/kit/windowed_model.h"
#include "ui/pages/batch/texts.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>
#include <tuple>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
enum FindingColumn { SheetColumn, RowColumn, NameColumn, ReasonColumn, columns };
constexpr int widths[] = {170, 64, 200, 400};
} // namespace

/// Columns may stand elsewhere than in the template; one that it does not have is named by its number.
QString FindingModel::columnName(const CellPlace &place) const
{
    const workbook::RepairSheet sheet = m_sheets.value(place.sheet);
    if (const qsizetype at = sheet.positions.indexOf(place.column); at >= 0)
        return sheet.columns.at(at).name;
    return place.column > 0 ? QString::number(place.column) : QString();
}

void FindingModel::setFindings(const QList<CellFinding> &findings, const QList<workbook::RepairSheet> &sheets)
{
    if (m_sheets.size() != sheets.size()) {
        beginResetModel();
        m_sheets.clear();
        for (const workbook::RepairSheet &sheet : sheets)
            m_sheets.insert(sheet.sheet, {sheet.sheet, sheet.columns, sheet.positions, {}});
        endResetModel();
    }
    QList<CellFinding> sorted = findings;
    std::stable_sort(sorted.begin(), sorted.end(), [](const CellFinding &a, const CellFinding &b) {
        return std::tie(a.severity, a.place.sheet, a.place.row, a.place.column) <
               std::tie(b.severity, b.place.sheet, b.place.row, b.place.column);
    });
    if (sorted == m_findings)
        return;
    beginResetModel();
    m_findings = sorted;
    endResetModel();
}

int FindingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

int FindingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columns);
}

QVariant FindingModel::data(const QModelIndex &index, int role) const
{
    const CellFinding &finding = m_findings.at(index.row());
    if (role == WindowedModel::HereRole)
        return true;
    const Tone tone = finding.severity == Severity::Error ? Tone::Error : Tone::Warning;
    if (role == Qt::DecorationRole && index.column() == ReasonColumn)
        return icon(iconOf(tone), tone);
    if (role == Qt::ToolTipRole && index.column() == ReasonColumn)
        return finding.text;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case SheetColumn:
        return finding.place.sheet;
    case RowColumn:
        return finding.place.row > 0 ? QString::number(finding.place.row) : QString();
    case NameColumn:
        return columnName(finding.place);
    default:
        return finding.text;
    }
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SheetColumn:
        return BatchPageText::tr("Sheet");
    case RowColumn:
        return BatchPageText::tr("Row");
    case NameColumn:
        return BatchPageText::tr("Column");
    default:
        return BatchPageText::tr("Reason");
    }
}

FindingTable::FindingTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new FindingModel(this))
{
    setObjectName(u"batch.findings"_s);
    setAccessibleName(BatchPageText::tr("Findings"));
    setModel(m_model);
    setItemDelegate(new CellDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(grid(4));
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, widths[column]);
    connect(this, &QAbstractItemView::clicked, this, &FindingTable::choose);
}

void FindingTable::choose(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT chosen(m_model->findings().at(index.row()).place);
}

void FindingTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/result_table.h"

#include "ui/kit/cell_delegate.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/texts.h"
#include "ui/kit/windowed_model.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
enum Column { RowColumn, StateColumn, NameColumn, TextColumn, columns };
constexpr int widths[] = {64, 104, 220, 400};
constexpr int narrowWidths[] = {48, 92, 130, 150};
} // namespace

void ResultModel::setResults(QList<RowResult> results)
{
    m_results = std::move(results);
    choose();
}

void ResultModel::showOnlyRemarked(bool only)
{
    m_onlyRemarked = only;
    choose();
}

void ResultModel::choose()
{
    beginResetModel();
    m_shown.clear();
    for (qsizetype i = 0; i < m_results.size(); ++i)
        if (!m_onlyRemarked || m_results.at(i).isRemarked())
            m_shown.append(i);
    endResetModel();
}

int ResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columns);
}

QVariant ResultModel::data(const QModelIndex &index, int role) const
{
    const RowResult &result = m_results.at(m_shown.at(index.row()));
    if (role == WindowedModel::HereRole)
        return true;
    if (role == WindowedModel::ToneRole && index.column() == StateColumn && result.state.tone)
        return static_cast<int>(*result.state.tone);
    if (role == Qt::ToolTipRole && index.column() == TextColumn)
        return result.text;
    if (role != Qt::DisplayRole && role != WindowedModel::PlainRole)
        return {};
    switch (index.column()) {
    case RowColumn:
        return result.row > 0 ? QString::number(result.row) : QString();
    case StateColumn:
        return result.state.text;
    case NameColumn:
        return result.name;
    default:
        return result.text;
    }
}

QVariant ResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RowColumn:
        return KitText::tr("Row");
    case StateColumn:
        return KitText::tr("Result");
    case NameColumn:
        return KitText::tr("Name");
    default:
        return KitText::tr("Remarks");
    }
}

ResultTable::ResultTable(Width width, QWidget *parent)
    : QWidget(parent)
    , m_model(new ResultModel(this))
    , m_counts(new QLabel(this))
    , m_onlyRemarked(new QCheckBox(KitText::tr("Only rows with remarks"), this))
    , m_view(new QTableView(this))
{
    m_counts->setObjectName(u"results.counts"_s);
    m_counts->setFont(textFont(0, true));
    m_onlyRemarked->setObjectName(u"results.onlyRemarked"_s);
    m_view->setObjectName(u"results.table"_s);
    m_view->setAccessibleName(KitText::tr("Results by row"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CellDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setShowGrid(false);
    const bool narrow = width == Width::Narrow;
    m_view->setWordWrap(narrow);
    if (narrow)
        m_view->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(grid(4));
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    for (int column = 0; column < columns; ++column)
        m_view->setColumnWidth(column, narrow ? narrowWidths[column] : widths[column]);
    auto *head = new QHBoxLayout;
    head->addWidget(m_counts, 1);
    head->addWidget(m_onlyRemarked);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid(1));
    column->addLayout(head);
    column->addWidget(m_view, 1);
    connect(m_onlyRemarked, &QCheckBox::toggled, m_model, &ResultModel::showOnlyRemarked);
}

void ResultTable::setResults(const QList<RowResult> &results)
{
    m_model->setResults(results);
    const auto remarked =
        std::count_if(results.begin(), results.end(), [](const RowResult &r) { return r.isRemarked(); });
    const bool some = remarked > 0 && remarked < results.size();
    const bool hasRows = std::any_of(results.begin(), results.end(), [](const RowResult &r) { return r.row > 0; });
    m_onlyRemarked->setChecked(some);
    m_onlyRemarked->setVisible(some);
    m_view->setColumnHidden(RowColumn, !hasRows);
    m_counts->setText(counts());
}

QString ResultTable::counts() const
{
    QStringList states;
    QHash<QString, int> rows;
    for (const RowResult &result : m_model->results()) {
        if (!rows.contains(result.state.text))
            states.append(result.state.text);
        ++rows[result.state.text];
    }
    QStringList parts;
    for (const QString &state : std::as_const(states))
        parts.append(KitText::tr("%1: %2").arg(state, groupedCount(rows.value(state))));
    return parts.join(u"  ·  "_s);
}

} // namespace kp

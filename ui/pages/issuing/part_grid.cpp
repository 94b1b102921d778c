// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/part_grid.h"

#include "ui/kit/line_delegate.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>

#include <algorithm>

namespace kp
{

namespace
{
constexpr int mostRowsShown = 4; // more scroll
}

PartGrid::PartGrid(const QString &name, const QString &title, std::shared_ptr<LineGrammar> grammar,
    const DeskMemory &memory, QWidget *parent)
    : Ruled(Qt::LeftEdge | Qt::RightEdge | Qt::TopEdge, parent)
    , m_name(name)
    , m_head(new QHBoxLayout)
    , m_note(new QLabel(this))
    , m_table(new LineTable(std::move(grammar), this))
{
    setObjectName(name);
    auto *heading = new QLabel(title, this);
    heading->setFont(textFont(0, true));
    m_note->setObjectName(name + QStringLiteral(".note"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_table->setObjectName(name + QStringLiteral(".grid"));
    m_table->setAccessibleName(title);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->useKeys(memory);
    for (int column = 0; column < m_table->lines()->columnCount(); ++column)
        m_table->setColumnWidth(
            column, std::max(m_table->columnWidth(column), m_table->horizontalHeader()->sectionSizeHint(column)));
    m_head->setContentsMargins(12, 4, 12, 4);
    m_head->addWidget(heading);
    m_head->addWidget(m_note, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 0);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addWidget(m_table);
    connect(m_table->lines(), &LineModel::changed, this, [this] {
        fitHeight();
        Q_EMIT edited();
    });
    connect(m_table, &LineTable::lookUp, m_table, &LineTable::propose);
    fitHeight();
}

void PartGrid::fitHeight()
{
    const int rows = std::min(m_table->lines()->rowCount(), mostRowsShown);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * lineRowPx + 4);
}

void PartGrid::setNote(const QString &note)
{
    m_note->setText(note);
}

std::pair<int, QString> PartGrid::placeOf(const QString &field) const
{
    const QStringList parts = field.split(u'.');
    if (parts.constFirst() != m_name)
        return {-1, {}};
    return {parts.value(1).toInt(), parts.value(2)};
}

QList<Finding> PartGrid::rejections() const
{
    QList<Finding> out = m_table->lines()->rejections();
    for (Finding &finding : out) {
        finding.field = QStringLiteral("%1.%2.%3").arg(m_name).arg(finding.line).arg(finding.field);
        finding.line = -1;
    }
    return out;
}

void PartGrid::setFindings(const QList<Finding> &findings)
{
    QList<Finding> own;
    for (const Finding &finding : findings)
        if (const auto [place, key] = placeOf(finding.field); place >= 0)
            own.append({finding.severity, key, place, finding.text});
    m_table->lines()->setFindings(own);
}

bool PartGrid::goTo(const QString &field)
{
    const auto [place, key] = placeOf(field);
    if (place < 0)
        return false;
    m_table->goTo(place, key);
    m_table->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace kp

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/batch/repair_panel.h"

#include "ui/kit/cell_text.h"
#include "ui/kit/theme.h"
#include "ui/pages/batch/finding_table.h"
#include "ui/pages/batch/repair_table.h"
#include "ui/pages/batch/texts.h"
#include "ui/pages/buyer_proposals.h"

#include <QCheckBox>
#include <QLabel>
#include <QPointer>
#include <QTabBar>
#include <QTabWidget>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
QString withCount(const QString &title, qsizetype count)
{
    return BatchPageText::tr("%1 (%2)").arg(title, groupedCount(count));
}

/// In its document mode a tab widget paints nothing but a line under its corner, which ends nowhere.
class PlainTabs final : public QTabWidget
{
public:
    using QTabWidget::QTabWidget;

protected:
    void paintEvent(QPaintEvent *) override {}
};
} // namespace

/// A text put into a cell.
class RepairPanel::Repair : public QUndoCommand
{
public:
    Repair(RepairPanel *panel, CellPlace place, QString before, QString after)
        : m_panel(panel)
        , m_place(std::move(place))
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }
    void undo() override { m_panel->put(m_place, m_before); }
    void redo() override { m_panel->put(m_place, m_after); }

private:
    RepairPanel *m_panel; ///< owns the stack
    const CellPlace m_place;
    const QString m_before;
    const QString m_after;
};

RepairPanel::RepairPanel(BatchWork &work, Office &office, QWidget *parent)
    : QFrame(parent)
    , m_work(work)
    , m_office(office)
    , m_undo(new QUndoStack(this))
    , m_tabs(new PlainTabs(this))
    , m_all(new QCheckBox(BatchPageText::tr("All columns"), this))
    , m_reason(new QLabel(this))
    , m_findings(new FindingTable(this))
{
    setObjectName(u"batch.repair"_s);
    m_tabs->setObjectName(u"batch.repair.tabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->addTab(m_findings, QString());
    setCorner();
    m_all->setObjectName(u"batch.repair.all"_s);
    m_all->setToolTip(BatchPageText::tr("Also the columns in which nothing stands"));
    m_reason->setObjectName(u"batch.repair.reason"_s);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(2), 0, grid(2), grid(1));
    column->setSpacing(grid(1) / 2);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_reason);
    connect(m_findings, &FindingTable::chosen, this, &RepairPanel::goTo);
    connect(m_tabs, &QTabWidget::currentChanged, this, &RepairPanel::showReason);
    connect(m_all, &QCheckBox::toggled, this, [this](bool all) {
        for (RepairTable *table : std::as_const(m_tables))
            table->showAllColumns(all);
    });
    connect(&work, &BatchWork::sheetsChanged, this, &RepairPanel::showSheets);
    connect(&work, &BatchWork::changed, this, &RepairPanel::showFindings);
    showSheets();
}

/// As high as the tabs beside it, so that its text stands on the line of theirs. What hangs in a corner has its own
/// height, at the bottom.
void RepairPanel::setCorner()
{
    auto *corner = new QWidget(this);
    auto *row = new QHBoxLayout(corner);
    m_tabs->tabBar()->ensurePolished();
    m_all->ensurePolished();
    const int spare = m_tabs->tabBar()->sizeHint().height() - m_all->sizeHint().height();
    row->setContentsMargins(0, spare / 2, 0, spare - spare / 2);
    row->addWidget(m_all);
    m_tabs->setCornerWidget(corner);
    corner->show();
}

/// The tables are made anew; the clerk stays in the cell he was in.
void RepairPanel::showSheets()
{
    const RepairTable *before = current();
    const bool hadFocus = before != nullptr && before->hasFocus();
    const CellPlace place = before != nullptr && before->currentIndex().isValid()
                                ? before->cells()->placeOf(before->currentIndex())
                                : CellPlace();
    if (m_file != m_work.file().name) {
        m_undo->clear();
        m_file = m_work.file().name;
    }
    for (RepairTable *table : std::exchange(m_tables, {})) {
        m_tabs->removeTab(m_tabs->indexOf(table));
        table->deleteLater();
    }
    for (const workbook::RepairSheet &sheet : m_work.repairSheets()) {
        auto *model = new RepairModel(sheet, this);
        auto *table = new RepairTable(model, m_office.desk().memory, buyerProposer(m_office, this), this);
        model->setParent(table);
        table->setObjectName(u"batch.cells."_s + sheet.sheet);
        table->setAccessibleName(sheet.sheet);
        m_tabs->addTab(table, withCount(sheet.sheet, sheet.rows.size()));
        m_tables.append(table);
        connect(table, &RepairTable::typed, this, [this, model](const QModelIndex &cell, const QString &text) {
            m_undo->push(new Repair(this, model->placeOf(cell), cell.data().toString(), text));
        });
        connect(
            table, &RepairTable::buyerTaken, this, [this, model](const QModelIndex &cell, const Customer &customer) {
                putBuyer(*model, cell.row(), customer);
            });
        connect(table, &RepairTable::nextAsked, this, [this] { go(Step::Next); });
        connect(table, &RepairTable::previousAsked, this, [this] { go(Step::Previous); });
        connect(table, &RepairTable::undoAsked, m_undo, &QUndoStack::undo);
        connect(table, &RepairTable::redoAsked, m_undo, &QUndoStack::redo);
        connect(table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RepairPanel::showReason);
    }
    showFindings();
    for (RepairTable *table : std::as_const(m_tables))
        table->showAllColumns(m_all->isChecked());
    if (RepairTable *table = tableOf(place.sheet)) {
        m_tabs->setCurrentWidget(table);
        if (const QModelIndex cell = table->cells()->find(place); cell.isValid()) {
            table->setCurrentIndex(cell);
            if (hadFocus)
                table->setFocus();
        }
    }
}

void RepairPanel::showFindings()
{
    const QList<CellFinding> findings = m_work.findings();
    m_findings->findings()->setFindings(findings, m_work.repairSheets());
    m_tabs->setTabText(0, withCount(BatchPageText::tr("Findings"), findings.size()));
    for (RepairTable *table : std::as_const(m_tables))
        table->cells()->setFindings(findings);
    setVisible(m_work.isOpen() && (!findings.isEmpty() || !m_tables.isEmpty()));
    showReason();
    const bool hasErrors = std::any_of(findings.begin(), findings.end(),
        [](const CellFinding &finding) { return finding.severity == Severity::Error; });
    if (m_work.isChecking()) // whether that was the last one will show
        return;
    if (std::exchange(m_hadErrors, hasErrors) && !hasErrors && current() != nullptr && current()->hasFocus())
        Q_EMIT allRepaired();
}

/// Why the cell in hand is wrong, for those who do not point at it.
void RepairPanel::showReason()
{
    const RepairTable *table = current();
    m_all->setEnabled(table != nullptr);
    QString text;
    if (table != nullptr)
        text = table->currentIndex().data(Qt::ToolTipRole).toString();
    if (text.isEmpty())
        text = m_work.isChecking() ? BatchPageText::tr("Checking…")
               : table == nullptr
                   ? BatchPageText::tr("Enter or a click leads to the cell.")
                   : BatchPageText::tr("Type to repair a cell. Enter goes to the next one that is wrong.");
    m_reason->setText(text);
}

void RepairPanel::put(const CellPlace &place, const QString &text)
{
    if (RepairTable *table = tableOf(place.sheet)) {
        const QModelIndex cell = table->cells()->find(place);
        if (cell.isValid())
            table->cells()->putText(cell, text);
    }
    m_work.putText(place, text);
}

/// One step of undo.
void RepairPanel::putBuyer(const RepairModel &cells, int row, const Customer &customer)
{
    m_undo->beginMacro(customer.party.name);
    for (const auto &[column, text] : cells.buyerTexts(row, customer)) {
        const QModelIndex cell = cells.index(row, column);
        m_undo->push(new Repair(this, cells.placeOf(cell), cell.data().toString(), text));
    }
    m_undo->endMacro();
}

RepairTable *RepairPanel::tableOf(const QString &sheet) const
{
    const auto it = std::find_if(m_tables.begin(), m_tables.end(),
        [&](const RepairTable *table) { return table->cells()->sheet().sheet == sheet; });
    return it == m_tables.end() ? nullptr : *it;
}

RepairTable *RepairPanel::current() const
{
    return qobject_cast<RepairTable *>(m_tabs->currentWidget());
}

void RepairPanel::goTo(const CellPlace &place)
{
    RepairTable *table = tableOf(place.sheet);
    const QModelIndex cell = table == nullptr ? QModelIndex() : table->cells()->find(place);
    if (!cell.isValid())
        return;
    m_tabs->setCurrentWidget(table);
    table->goTo(cell);
}

/// To the next wrong cell, by sheet, row and column, or to the previous one; round at the ends.
void RepairPanel::go(Step step)
{
    QList<CellPlace> wrong;
    for (const CellFinding &finding : m_findings->findings()->findings())
        if (const RepairTable *table = tableOf(finding.place.sheet);
            table != nullptr && finding.severity == Severity::Error && table->cells()->find(finding.place).isValid())
            wrong.append(finding.place);
    if (wrong.isEmpty())
        return;
    const auto isBefore = [](const CellPlace &a, const CellPlace &b) {
        return std::tie(a.sheet, a.row, a.column) < std::tie(b.sheet, b.row, b.column);
    };
    std::sort(wrong.begin(), wrong.end(), isBefore);
    const RepairTable *table = current();
    const CellPlace here = table != nullptr && table->currentIndex().isValid()
                               ? table->cells()->placeOf(table->currentIndex())
                               : CellPlace();
    if (step == Step::Next) {
        const auto next = std::upper_bound(wrong.begin(), wrong.end(), here, isBefore);
        goTo(next == wrong.end() ? wrong.first() : *next);
    } else {
        const auto next = std::lower_bound(wrong.begin(), wrong.end(), here, isBefore);
        goTo(next == wrong.begin() ? wrong.last() : *std::prev(next));
    }
}

} // namespace kp

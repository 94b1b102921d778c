// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/record_page.h"

#include "ui/kit/banner.h"
#include "ui/kit/busy_strip.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/futures.h"
#include "ui/kit/import_panel.h"
#include "ui/kit/keyboard.h"
#include "ui/kit/leaving.h"
#include "ui/kit/list_print.h"
#include "ui/kit/list_table.h"
#include "ui/kit/outcome_panel.h"
#include "ui/kit/texts.h"
#include "ui/kit/windowed_model.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMimeData>
#include <QShortcut>
#include <QStackedLayout>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int panelWidth = grid(61); ///< two like columns, each as wide as the longest word to choose
constexpr int leastListWidth = 420;  ///< narrower than this beside the panel it makes room
} // namespace

RecordPage::RecordPage(const RecordSpec &spec, const Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_spec(withCommands(spec))
    , m_stack(new QStackedLayout(this))
    , m_work(new QWidget(this))
    , m_list(new ListPage(m_spec.list, desk, m_work))
    , m_beneath(m_spec.beneath ? m_spec.beneath(*m_list, m_work) : nullptr)
    , m_busy(new BusyStrip(desk.clock, m_work))
    , m_panel(new RecordPanel(m_spec, desk, m_work))
    , m_outcome(new OutcomePanel(m_work))
{
    setObjectName(spec.list.key);
    setWindowTitle(spec.list.title);
    setFocusProxy(m_list);
    build();
    connectParts();
}

RecordPage::~RecordPage()
{
    if (m_watch)
        m_watch->stop = true;
}

void RecordPage::build()
{
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_list, 1);
    if (m_beneath != nullptr) {
        auto *inset = new QHBoxLayout; // in line with the list
        inset->setContentsMargins(grid(2), 0, grid(2), grid(1));
        inset->addWidget(m_beneath);
        left->addLayout(inset);
    }
    left->addWidget(m_busy);
    m_row = new QHBoxLayout(m_work);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    m_row->addLayout(left, 1);
    m_row->addWidget(m_panel);
    m_row->addWidget(m_outcome);
    m_stack->addWidget(m_work);
    if (!m_spec.importing)
        return;
    m_import = new ImportPanel(*m_spec.importing, m_desk, KitText::tr("Import: %1").arg(m_spec.list.title), this);
    m_stack->addWidget(m_import);
    setAcceptDrops(true);
    connect(m_import, &ImportPanel::closed, this, [this] { showImport(false); });
}

void RecordPage::connectParts()
{
    connect(m_panel, &RecordPanel::closed, this, [this] {
        arrange();
        giveKeyboard(m_list);
    });
    connect(m_panel, &RecordPanel::saved, this, [this](qint64 id, bool andNext) {
        if (!andNext) {
            m_panel->close();
            m_list->refresh();
        } else {
            goOnAfter(id);
        }
    });
    connect(m_outcome, &OutcomePanel::closed, this, [this] {
        arrange();
        giveKeyboard(m_list);
    });
    connect(m_busy, &BusyStrip::cancelled, m_list, qOverload<>(&QWidget::setFocus));
    auto *escape = new QShortcut(Qt::Key_Escape, m_list, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &RecordPage::closeBeside);
    // What is looked at follows the list; what is being changed stays.
    connect(m_list->table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            const qint64 id = current.data(WindowedModel::IdRole).toLongLong();
            const bool chosen = m_list->table()->selectionModel()->isRowSelected(current.row());
            if (chosen && m_panel->isOpen() && m_panel->mode() == RecordPanel::Mode::View && id != 0 &&
                id != m_panel->id())
                m_panel->open(RecordPanel::Mode::View, id);
        });
    connect(m_list->model(), &WindowedModel::rowsCame, this, &RecordPage::markSought);
}

void RecordPage::openPanel(RecordPanel::Mode mode, qint64 id)
{
    leave(m_panel, m_desk.doors, [this, mode, id] {
        m_outcome->hide();
        showImport(false);
        m_panel->open(mode, id);
        arrange();
    });
}

/// Save and next: another new one, or the next one of the list.
void RecordPage::goOnAfter(qint64 id)
{
    if (m_panel->mode() == RecordPanel::Mode::New) {
        m_panel->open(RecordPanel::Mode::New, 0);
        return;
    }
    const int row = m_list->model()->rowOf(id);
    const ListRow *next = row < 0 ? nullptr : m_list->model()->row(row + 1);
    if (next == nullptr) {
        m_panel->close();
        return;
    }
    m_list->table()->selectRow(row + 1);
    m_panel->open(RecordPanel::Mode::Edit, next->id);
}

void RecordPage::look(qint64 id)
{
    leave(m_panel, m_desk.doors, [this, id] {
        m_list->setFocus();
        openPanel(RecordPanel::Mode::View, id);
        m_sought = id;
        markSought();
    });
}

void RecordPage::markSought()
{
    const int row = m_sought == 0 ? -1 : m_list->model()->rowOf(m_sought);
    if (row < 0)
        return;
    m_sought = 0;
    m_list->table()->selectRow(row);
}

/// Esc in the list: what stands beside it goes, the record first.
void RecordPage::closeBeside()
{
    if (m_panel->isOpen())
        leave(m_panel, m_desk.doors, [this] { m_panel->close(); });
    else
        m_outcome->close();
}

void RecordPage::startOver()
{
    m_panel->close();
    m_outcome->close();
    showImport(false);
    m_list->setQuery(m_list->query());
}

QString RecordPage::nameOf(qint64 id) const
{
    const int row = m_list->model()->rowOf(id);
    const QList<ColumnSpec> &columns = m_spec.list.columns;
    for (qsizetype i = 0; row >= 0 && i < columns.size(); ++i)
        if (columns.at(i).key == m_spec.nameKey)
            return cellText(columns.at(i), m_list->model()->row(row)->cells.at(i));
    return {};
}

void RecordPage::remove(const CommandContext &context)
{
    m_panel->close();
    then(this, m_spec.acts.remove(context.query, context.selection), [this](const Result<Removed> &removed) {
        if (!removed)
            m_list->banner()->showFault(removed.fault());
        else
            takeRemoved(*removed);
    });
}

void RecordPage::takeRemoved(const Removed &removed)
{
    m_list->refresh();
    if (removed.gone > 0) {
        m_list->table()->clearSelection(); // what is gone is not chosen any more
        m_list->banner()->show(
            {.tone = Tone::Success, .text = KitText::tr("Deleted: %1").arg(groupedCount(removed.gone))});
    }
    if (removed.kept.isEmpty())
        return;
    m_outcome->show(KitText::tr("Not deleted: %1").arg(removed.kept.size()), removed.kept);
    arrange();
}

void RecordPage::exportRows(const CommandContext &context)
{
    const ExportActs &acts = *m_spec.exporting;
    // Nothing selected: everything that the list has found.
    const ListSelection rows =
        context.selection.isEmpty() ? ListSelection{.everything = true, .ids = {}} : context.selection;
    const qint64 count = rows.everything ? context.found : rows.ids.size();
    const QString name =
        acts.fileName + m_desk.clock.now().toString(u"yyyyMMddHHmmss"_s) + u".xlsx"_s; // S2 5.5.6: name and time
    m_desk.doors.pickFile(this,
        {.title = KitText::tr("Export (%1)").arg(groupedCount(count)),
            .kind = FileWish::Kind::Save,
            .filters = {KitText::tr("Excel workbooks (*.xlsx)")},
            .suggestion = name},
        [this, query = context.query, rows](const QString &path) {
            if (path.isEmpty() || m_watch)
                return;
            m_watch = std::make_shared<JobWatch>();
            m_busy->follow(KitText::tr("Exporting"), m_watch);
            m_list->refreshCommands();
            then(
                this, m_spec.exporting->write(query, rows, path, m_watch), [this, path](const Result<qint64> &written) {
                    const QString success =
                        written.ok() ? KitText::tr("Rows exported to %2: %1").arg(groupedCount(*written), path)
                                     : QString();
                    say(written.ok() ? Outcome(Done{}) : Outcome(written.fault()), success);
                });
        });
}

/// The end of an export or a print.
void RecordPage::say(const Outcome &outcome, const QString &success)
{
    const bool stopped = m_watch->stop;
    m_watch.reset();
    m_busy->finish();
    m_list->refreshCommands();
    if (outcome)
        m_list->banner()->show({.tone = Tone::Success, .text = success});
    else if (stopped)
        m_list->banner()->show({.tone = Tone::Info, .text = KitText::tr("Cancelled.")});
    else
        m_list->banner()->showFault(outcome.fault());
}

void RecordPage::print(const CommandContext &context)
{
    const ListSelection rows =
        context.selection.isEmpty() ? ListSelection{.everything = true, .ids = {}} : context.selection;
    m_desk.doors.pickPrinter(
        this, m_spec.list.title, [this, query = context.query, rows](const std::shared_ptr<QPrinter> &printer) {
            if (printer && !m_watch)
                printOn(printer, query, rows);
        });
}

void RecordPage::printOn(
    const std::shared_ptr<QPrinter> &printer, const ListQuery &query, const ListSelection &selection)
{
    m_watch = std::make_shared<JobWatch>();
    m_busy->follow(KitText::tr("Printing"), m_watch);
    m_list->refreshCommands();
    ListPrint list{
        .title = m_spec.list.title, .facts = filterWords(m_spec.list.filters, query), .columns = {}, .cells = {}};
    list.facts.append(KitText::tr("Printed by %1 at %2").arg(m_desk.actor.name, Clock::stamp(m_desk.clock.now())));
    const QHeaderView *header = m_list->table()->horizontalHeader();
    QList<int> shown;
    for (int visual = 0; visual < header->count(); ++visual)
        if (const int column = header->logicalIndex(visual); !header->isSectionHidden(column)) {
            shown.append(column);
            list.columns.append(m_spec.list.columns.at(column));
        }
    fetchCells(this, m_spec.list.source, query, selection, m_spec.list.columns, shown, m_watch,
        [this, list, printer](const Result<QList<QStringList>> &cells) {
            if (!cells) {
                say(cells.fault(), {});
                return;
            }
            ListPrint full = list;
            full.cells = *cells;
            printList(this, full, printer, m_watch, [this, rows = cells->size()](const Outcome &outcome) {
                say(outcome, KitText::tr("Rows printed: %1").arg(groupedCount(rows)));
            });
        });
}

void RecordPage::showImport(bool shown)
{
    QWidget *front = shown ? static_cast<QWidget *>(m_import) : m_work;
    if (m_import == nullptr || m_stack->currentWidget() == front)
        return;
    m_stack->setCurrentWidget(front);
    if (shown)
        m_import->begin();
    setFocusProxy(shown ? static_cast<QWidget *>(m_import) : m_list);
    giveKeyboard(this);
    if (!shown)
        m_list->refresh();
}

/// @param path of the file to try out at once; empty: it is chosen there
void RecordPage::beginImport(const QString &path)
{
    leave(m_panel, m_desk.doors, [this, path] {
        m_panel->close();
        showImport(true);
        if (!path.isEmpty())
            m_import->tryOut(path);
    });
}

/// The panel takes its width beside the list, or all there is where that leaves the list too little.
void RecordPage::arrange()
{
    const bool beside = m_panel->isOpen() || !m_outcome->isHidden();
    const bool both = width() >= panelWidth + leastListWidth;
    const bool inList = m_list->isAncestorOf(QApplication::focusWidget());
    m_list->setVisible(!beside || both);
    if (m_beneath != nullptr)
        m_beneath->setVisible(!beside || both);
    m_row->setStretch(0, !beside || both ? 1 : 0); // Qt gives even a hidden part what its stretch claims
    for (QWidget *side : {static_cast<QWidget *>(m_panel), static_cast<QWidget *>(m_outcome)}) {
        side->setMinimumWidth(both ? panelWidth : 0);
        side->setMaximumWidth(both ? panelWidth : QWIDGETSIZE_MAX);
        if (inList && !both && !side->isHidden()) // the list has gone from under the keyboard
            side->setFocus();
    }
}

void RecordPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void RecordPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_desk.actor.may(m_spec.manages) && !draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void RecordPage::dropEvent(QDropEvent *event)
{
    beginImport(draggedFile(event->mimeData()));
}

} // namespace kp

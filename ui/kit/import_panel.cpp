// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/import_panel.h"

#include "ui/kit/banner.h"
#include "ui/kit/busy_strip.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/futures.h"
#include "ui/kit/keyboard.h"
#include "ui/kit/result_table.h"
#include "ui/kit/texts.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *one = new QPushButton(text, parent);
    one->setObjectName(name);
    return one;
}
} // namespace

QString draggedFile(const QMimeData *dragged)
{
    const QList<QUrl> urls = dragged->urls();
    return urls.size() == 1 && urls.constFirst().isLocalFile() ? urls.constFirst().toLocalFile() : QString();
}

namespace
{
/// Asks for a path and says what became of the file.
void writeFile(const Desk &desk, QWidget *page, Banner &banner, const FileWish &wish,
    const std::function<QFuture<Outcome>(const QString &)> &write)
{
    desk.doors.pickFile(page, wish, [page, &banner, write](const QString &path) {
        if (path.isEmpty())
            return;
        then(page, write(path), [&banner, path](const Outcome &outcome) {
            if (outcome)
                banner.show({.tone = Tone::Success, .text = KitText::tr("Saved as %1.").arg(path)});
            else
                banner.showFault(outcome.fault());
        });
    });
}
} // namespace

void saveTemplate(const ImportActs &acts, const Desk &desk, QWidget *page, Banner &banner)
{
    writeFile(desk, page, banner,
        {.title = KitText::tr("Save the template"), .kind = FileWish::Kind::Save, .suggestion = acts.templateName},
        acts.writeTemplate);
}

// The children are made in their visual order: that is the tab order.
ImportPanel::ImportPanel(const ImportActs &acts, const Desk &desk, const QString &title, QWidget *parent)
    : PanelFrame(u"import"_s, 7, parent)
    , m_acts(acts)
    , m_desk(desk)
    , m_hint(new QLabel(this))
    , m_template(button(u"import.template"_s, KitText::tr("Download template"), this))
    , m_choose(button(u"import.choose"_s, KitText::tr("Choose file…"), this))
    , m_busy(new BusyStrip(desk.clock, this))
    , m_drop(new QLabel(KitText::tr("Drop the file here"), this))
    , m_results(new ResultTable(ResultTable::Width::Full, this))
    , m_close(addClose())
    , m_marked(addButton(u"import.marked"_s, KitText::tr("Save marked file…")))
    , m_take(addButton(u"import.take"_s, {}))
{
    setTitle(title);
    setAcceptDrops(true);
    build();
    connect(m_template, &QPushButton::clicked, this, [this] { saveTemplate(m_acts, m_desk, this, *banner()); });
    connect(m_choose, &QPushButton::clicked, this, &ImportPanel::choose);
    connect(m_take, &QPushButton::clicked, this, &ImportPanel::takeIn);
    connect(m_marked, &QPushButton::clicked, this, &ImportPanel::saveMarked);
    connect(this, &PanelFrame::closeAsked, this, [this] {
        if (!isBusy())
            Q_EMIT closed();
    });
    showStep();
}

ImportPanel::~ImportPanel()
{
    if (m_watch)
        m_watch->stop = true;
}

void ImportPanel::build()
{
    m_hint->setObjectName(u"import.hint"_s);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_drop->setObjectName(u"import.drop"_s);
    m_drop->setAlignment(Qt::AlignCenter);
    m_drop->setForegroundRole(QPalette::PlaceholderText);
    m_take->setProperty("role", u"primary"_s);
    setFocusProxy(m_choose);
    auto *top = new QHBoxLayout;
    top->setSpacing(grid(1));
    top->addWidget(m_hint, 1);
    top->addWidget(m_template);
    top->addWidget(m_choose);
    content()->addLayout(top);
    content()->addWidget(m_busy);
    content()->addWidget(m_drop, 1);
    content()->addWidget(m_results, 1);
}

bool ImportPanel::hasBadRows() const
{
    return std::any_of(m_trial.rows.begin(), m_trial.rows.end(), [](const RowResult &row) { return row.isBad(); });
}

/// What can be done now.
void ImportPanel::showStep()
{
    const bool idle = !isBusy();
    const bool tried = !m_trial.rows.isEmpty();
    const bool marked =
        std::any_of(m_trial.rows.begin(), m_trial.rows.end(), [](const RowResult &r) { return r.isRemarked(); });
    if (m_path.isEmpty())
        m_hint->setText(
            KitText::tr("Fill in the template, then choose the file or drop it here. Nothing is changed before "
                        "you have seen what each row would do."));
    else
        m_hint->setText(QFileInfo(m_path).fileName());
    m_drop->setVisible(m_path.isEmpty());
    m_results->setVisible(!m_path.isEmpty());
    m_results->setEnabled(tried);
    m_template->setEnabled(idle);
    m_choose->setEnabled(idle);
    m_close->setEnabled(idle);
    m_marked->setEnabled(idle && marked);
    m_marked->setToolTip(marked ? QString() : KitText::tr("There is nothing to be marked in the file."));
    m_take->setText(
        tried && !m_taken ? KitText::tr("Import (%1)").arg(groupedCount(m_trial.good)) : KitText::tr("Import"));
    m_take->setEnabled(idle && m_trial.good > 0 && !m_taken);
    m_take->setToolTip(m_taken             ? KitText::tr("The rows are in already.")
                       : m_path.isEmpty()  ? KitText::tr("Choose a file first.")
                       : m_trial.good == 0 ? KitText::tr("No row of the file can be imported.")
                                           : QString());
}

void ImportPanel::choose()
{
    m_desk.doors.pickFile(this,
        {.title = KitText::tr("Choose the file to import"), .kind = FileWish::Kind::Open, .filters = m_acts.filters},
        [this](const QString &path) {
            if (!path.isEmpty())
                tryOut(path);
        });
}

void ImportPanel::begin()
{
    if (isBusy())
        return;
    m_path.clear();
    m_taken = false;
    m_trial = {};
    m_results->setResults({});
    banner()->dismiss();
    showStep();
}

void ImportPanel::tryOut(const QString &path)
{
    if (isBusy())
        return;
    begin();
    m_path = path;
    run(KitText::tr("Checking the rows"), false);
}

void ImportPanel::takeIn()
{
    run(KitText::tr("Importing"), true);
}

void ImportPanel::run(const QString &what, bool forGood)
{
    banner()->dismiss();
    m_watch = std::make_shared<JobWatch>();
    m_busy->follow(what, m_watch);
    giveKeyboard(m_busy); // what can be done meanwhile is to stop it
    showStep();
    const auto answer = forGood ? m_acts.takeIn(m_path, m_watch) : m_acts.tryOut(m_path, m_watch);
    then(this, answer, [this, forGood](const Result<ImportTrial> &trial) { takeTrial(trial, forGood); });
}

void ImportPanel::takeTrial(const Result<ImportTrial> &answer, bool forGood)
{
    const bool stopped = m_watch->stop;
    m_watch.reset();
    m_busy->finish();
    if (answer.ok()) {
        m_trial = *answer;
        m_taken = forGood;
        m_results->setResults(m_trial.rows);
        if (forGood)
            sayWhatCameIn();
        else
            warnOfDoubts();
    } else if (stopped) {
        banner()->show({.tone = Tone::Info, .text = KitText::tr("Cancelled. Nothing was changed.")});
    } else {
        banner()->showFault(answer.fault());
    }
    showStep();
    giveKeyboard(m_take->isEnabled() ? m_take : m_close);
    if (answer.ok() && forGood)
        Q_EMIT taken(!hasBadRows());
}

void ImportPanel::sayWhatCameIn()
{
    const auto left =
        std::count_if(m_trial.rows.begin(), m_trial.rows.end(), [](const RowResult &row) { return row.isBad(); });
    QStringList words{KitText::tr("Rows imported: %1.").arg(groupedCount(m_trial.good))};
    if (left > 0)
        words.append(KitText::tr("Left out: %1. The reason stands at each.").arg(groupedCount(left)));
    banner()->show({.tone = left > 0 ? Tone::Warning : Tone::Success, .text = inOneLine(words)});
}

/// What is doubtful goes in like the rest: it is said before it does.
void ImportPanel::warnOfDoubts()
{
    const auto doubtful = std::count_if(m_trial.rows.begin(), m_trial.rows.end(),
        [](const RowResult &row) { return !row.isBad() && row.isRemarked(); });
    if (doubtful > 0)
        banner()->show({.tone = Tone::Warning,
            .text = KitText::tr("Rows with a remark that would be imported all the same: %1. Look at them first.")
                        .arg(groupedCount(doubtful))});
}

void ImportPanel::saveMarked()
{
    const QString name = KitText::tr("%1 (marked)").arg(QFileInfo(m_path).completeBaseName()) + u".xlsx"_s;
    writeFile(m_desk, this, *banner(),
        {.title = KitText::tr("Save the file with its errors marked"),
            .kind = FileWish::Kind::Save,
            .suggestion = name},
        [this](const QString &path) { return m_acts.writeMarked(m_path, path); });
}

void ImportPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (!isBusy() && !draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportPanel::dropEvent(QDropEvent *event)
{
    tryOut(draggedFile(event->mimeData()));
}

} // namespace kp

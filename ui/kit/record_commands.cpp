// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that every page of records has.
#include "ui/kit/banner.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/import_panel.h"
#include "ui/kit/record_page.h"
#include "ui/kit/texts.h"

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
QString oneNeeded(const CommandContext &context)
{
    return context.selection.isSingle() ? QString() : KitText::tr("Select one row.");
}

QString someNeeded(const CommandContext &context)
{
    return context.selection.isEmpty() ? KitText::tr("Select at least one row.") : QString();
}

QString anyNeeded(const CommandContext &context)
{
    return context.found == 0 ? KitText::tr("The list is empty.") : QString();
}
} // namespace

RecordSpec RecordPage::withCommands(RecordSpec spec)
{
    spec.list.commands += recordCommands(spec);
    spec.list.commands += fileCommands(spec);
    spec.list.open = u"record.view"_s;
    // The primary command stands last, where the eye ends.
    const auto whyNoMore = spec.whyNoMore ? spec.whyNoMore : [](const CommandContext &) { return QString(); };
    if (spec.acts.save) {
        spec.list.firstStep = u"record.new"_s;
        spec.list.commands.append({.id = u"record.new"_s,
            .text = KitText::tr("New"),
            .icon = Icon::Add,
            .shortcut = QKeySequence(Qt::CTRL | Qt::Key_N),
            .needs = spec.manages,
            .primary = true,
            .whyDisabled = whyNoMore,
            .run = [this](const CommandContext &) { openPanel(RecordPanel::Mode::New, 0); }});
    }
    return spec;
}

QList<Command> RecordPage::recordCommands(const RecordSpec &spec)
{
    QList<Command> commands;
    commands.append({.id = u"record.view"_s,
        .text = KitText::tr("View"),
        .icon = Icon::Eye,
        .needs = spec.views,
        .whyDisabled = oneNeeded,
        .run = [this](const CommandContext &context) {
            openPanel(RecordPanel::Mode::View, context.selection.ids.constFirst());
        }});
    if (spec.acts.save)
        commands.append({.id = u"record.edit"_s,
            .text = KitText::tr("Edit"),
            .icon = Icon::Issue,
            .shortcut = QKeySequence(Qt::Key_F2),
            .needs = spec.manages,
            .whyDisabled = oneNeeded,
            .run = [this](const CommandContext &context) {
                openPanel(RecordPanel::Mode::Edit, context.selection.ids.constFirst());
            }});
    if (spec.acts.remove)
        commands.append({.id = u"record.remove"_s,
            .text = KitText::tr("Delete"),
            .icon = Icon::Remove,
            .shortcut = QKeySequence(QKeySequence::Delete),
            .needs = spec.manages,
            .question =
                [this](const CommandContext &context) {
                    const qint64 rows = context.selection.everything ? context.found : context.selection.ids.size();
                    const QString what = rows == 1 ? nameOf(context.selection.ids.value(0))
                                                   : KitText::tr("%1 rows").arg(groupedCount(rows));
                    return KitText::tr("%1 will be deleted. This can not be undone.").arg(what);
                },
            .whyDisabled = someNeeded,
            .run = [this](const CommandContext &context) { remove(context); }});
    return commands;
}

QList<Command> RecordPage::fileCommands(const RecordSpec &spec)
{
    const auto notTwice = [this](const CommandContext &context) {
        return m_watch ? KitText::tr("Something is being exported or printed already.") : anyNeeded(context);
    };
    QList<Command> commands;
    if (spec.importing) {
        commands.append({.id = u"record.template"_s,
            .text = KitText::tr("Download template"),
            .icon = Icon::Save,
            .needs = spec.manages,
            .run = [this](const CommandContext &) {
                saveTemplate(*m_spec.importing, m_desk, m_list, *m_list->banner());
            }});
        commands.append({.id = u"record.import"_s,
            .text = KitText::tr("Import"),
            .icon = Icon::ChevronUp,
            .needs = spec.manages,
            .run = [this](const CommandContext &) { beginImport({}); }});
    }
    if (spec.exporting)
        commands.append({.id = u"record.export"_s,
            .text = KitText::tr("Export"),
            .icon = Icon::ChevronDown,
            .needs = spec.views,
            .whyDisabled = notTwice,
            .run = [this](const CommandContext &context) { exportRows(context); }});
    commands.append({.id = u"record.print"_s,
        .text = KitText::tr("Print list"),
        .icon = Icon::Print,
        .shortcut = QKeySequence(QKeySequence::Print),
        .needs = spec.views,
        .whyDisabled = notTwice,
        .run = [this](const CommandContext &context) { print(context); }});
    return commands;
}

} // namespace kp

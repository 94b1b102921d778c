// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/record_files.h"

#include "ui/kit/cell_text.h"
#include "ui/pages/texts.h"

#include <algorithm>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
Word wordOf(RowState state)
{
    const QString id = QString::fromLatin1(code(state));
    switch (state) {
    case RowState::Added:
        return {id, RecordPagesText::tr("New"), Tone::Success};
    case RowState::Changed:
        return {id, RecordPagesText::tr("Changed"), Tone::Info};
    case RowState::Same:
        return {id, RecordPagesText::tr("Unchanged"), Tone::Neutral};
    case RowState::Bad:
        break;
    }
    return {id, RecordPagesText::tr("Error"), Tone::Error};
}
} // namespace

Outcome stoppedJob()
{
    return Fault{FaultKind::Conflict, RecordPagesText::tr("Stopped.")};
}

ImportActs importFiles(const workbook::RecordTemplate &form)
{
    ImportActs acts;
    acts.templateName = form.sheet + u"导入模板.xlsx"_s; // named as its headings are: in Chinese
    acts.filters = {RecordPagesText::tr("Workbooks and CSV files (*.xlsx *.csv *.txt)")};
    acts.writeTemplate = [&form](const QString &path) {
        return QtConcurrent::run([path, &form] { return workbook::writeRecordTemplate(path, form); });
    };
    return acts;
}

Result<ImportEnd> endOf(const std::optional<ImportReport> &report, const QHash<int, QString> &names)
{
    if (!report)
        return Fault{FaultKind::Invalid, RecordPagesText::tr("The file has headings, but no rows below them.")};
    QHash<int, QStringList> texts;
    for (const CellFinding &finding : report->findings)
        texts[finding.place.row].append(finding.text);
    ImportEnd end{{}, report->findings, {}};
    for (const RowOutcome &row : report->rows)
        end.trial.rows.append({row.row, names.value(row.row), wordOf(row.state), inOneLine(texts.take(row.row))});
    // What is said of headings and the like belongs to no record.
    QList<int> others = texts.keys();
    std::sort(others.begin(), others.end());
    for (const int row : std::as_const(others))
        end.trial.rows.prepend(
            {row, {}, {u"note"_s, RecordPagesText::tr("Note"), Tone::Warning}, inOneLine(texts.value(row))});
    end.trial.good = report->count(RowState::Added) + report->count(RowState::Changed);
    return end;
}

} // namespace kp

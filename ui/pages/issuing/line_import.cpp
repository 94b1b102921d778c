// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/issuing/line_import.h"

#include "core/document/workbook/line_workbook.h"
#include "core/document/workbook/order_marking.h"
#include "core/document/workbook/order_writer.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/futures.h"
#include "ui/pages/issuing/texts.h"

#include <QCoreApplication>
#include <QtConcurrent>

#include <algorithm>
#include <memory>

namespace kp
{

using namespace Qt::StringLiterals;

namespace
{
bool isError(const CellFinding &finding)
{
    return finding.severity == Severity::Error;
}

/// "G", as the spreadsheet heads its columns.
QString columnLetters(int column)
{
    QString letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.prepend(QChar(u'A' + (column - 1) % 26));
    return letters;
}

/// "G4: 金额 …": the row alone does not say where to look.
QString atCell(const CellFinding &finding)
{
    const CellPlace &place = finding.place;
    return IssuingPageText::tr("%1%2: %3").arg(columnLetters(place.column)).arg(place.row).arg(finding.text);
}

RowResult resultOf(const ImportedLine &line)
{
    QStringList texts;
    for (const CellFinding &finding : line.findings)
        texts.append(atCell(finding));
    const bool bad = std::any_of(line.findings.begin(), line.findings.end(), isError);
    return {line.row.row, line.line.item,
        bad ? Word{u"bad"_s, IssuingPageText::tr("Error"), Tone::Error}
            : Word{u"line"_s, IssuingPageText::tr("New line"), Tone::Success},
        inOneLine(texts)};
}

/// What belongs to no line: a heading that is missing, a sheet that can not be carried.
RowResult resultOf(const CellFinding &finding)
{
    return {finding.place.row, finding.place.sheet,
        isError(finding) ? Word{u"bad"_s, IssuingPageText::tr("Error"), Tone::Error}
                         : Word{u"note"_s, IssuingPageText::tr("Note"), Tone::Warning},
        atCell(finding)};
}

Result<ImportTrial> trialOf(const LineSheet &sheet)
{
    if (sheet.lines.isEmpty() && sheet.findings.isEmpty())
        return Fault{FaultKind::Invalid, IssuingPageText::tr("The file has headings, but no rows below them.")};
    ImportTrial trial;
    for (const CellFinding &finding : sheet.findings)
        trial.rows.append(resultOf(finding));
    for (const ImportedLine &line : sheet.lines) {
        trial.rows.append(resultOf(line));
        trial.good += trial.rows.constLast().isBad() ? 0 : 1;
    }
    return trial;
}

QList<DraftLine> goodLines(const LineSheet &sheet)
{
    QList<DraftLine> lines;
    for (const ImportedLine &line : sheet.lines)
        if (!resultOf(line).isBad())
            lines.append(line.line);
    return lines;
}
} // namespace

ImportActs lineImport(std::function<void(const QList<DraftLine> &)> take)
{
    const auto last = std::make_shared<LineSheet>();
    ImportActs acts;
    acts.templateName = u"项目信息导入模板.xlsx"_s; // named as its headings are: in Chinese
    acts.filters = {IssuingPageText::tr("Excel workbooks (*.xlsx)")};
    acts.writeTemplate = [](const QString &path) {
        return QtConcurrent::run([path] { return workbook::writeLineTemplate(path); });
    };
    acts.tryOut = [last](const QString &path, const JobWatchPtr &) {
        return QtConcurrent::run([path] {
            return workbook::readLines(path);
        }).then(qApp, [last](const Result<LineSheet> &sheet) -> Result<ImportTrial> {
            if (!sheet.ok())
                return sheet.fault();
            *last = *sheet;
            return trialOf(*last);
        });
    };
    acts.takeIn = [last, take = std::move(take)](const QString &, const JobWatchPtr &) {
        take(goodLines(*last));
        return ready(trialOf(*last));
    };
    acts.writeMarked = [last](const QString &from, const QString &to) {
        return QtConcurrent::run(
            [from, to, findings = last->allFindings()] { return workbook::writeMarkedCopy(from, to, findings); });
    };
    return acts;
}

} // namespace kp

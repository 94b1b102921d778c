// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/record_reader.h"

#include "core/base/handover.h"
#include "core/document/workbook/order_cells.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <thread>

namespace kp::workbook
{

namespace
{
struct RecordFileText {
    Q_DECLARE_TR_FUNCTIONS(RecordFile)
};

/// Instructions may stand above the headings.
constexpr int lastHeadingRow = 10;
/// More would not be read by anybody, and a damaged file may name any number of ranges.
constexpr qsizetype mostMergedNotes = 10'000;

/// What stands in a column of the file: the column of the template, or −1.
using Targets = std::vector<int>;

QString problemOf(const Cell &cell, const RecordColumn &column)
{
    // A date in a column of codes is what Excel made of "3-12": nobody can tell what was meant.
    const bool isCode = column.cleaning == Cleaning::Loose || column.cleaning == Cleaning::Code ||
                        column.cleaning == Cleaning::Capitals;
    if (cell.kind == CellKind::Moment && isCode)
        return RecordFileText::tr(
            "%1: the cell is formatted as a date or time (%2); format it as text and enter the value again.")
            .arg(spokenName(column.column), cell.text);
    return {};
}

/// The word of the closed list, when another program's word for it stands in the cell.
Cell translated(const Cell &cell, const RecordColumn &column)
{
    const QString word = cleaned(cell.text, column.cleaning);
    for (const RecordChoice &choice : column.choices)
        if (choice.otherWords.contains(word, Qt::CaseInsensitive))
            return {cell.column, CellKind::Text, choice.word};
    return cell;
}

QString plainOf(const QString &word, const RecordColumn &column)
{
    for (const RecordChoice &choice : column.choices)
        if (choice.word == word)
            return choice.plain;
    return word;
}

/// Reads the rows of one sheet.
class SheetOfRecords
{
public:
    using Take = std::function<bool(const RecordColumns &, PlainRow &&)>;

    SheetOfRecords(const RecordTemplate &form, const QString &sheet, const Take &take)
        : m_form(form)
        , m_take(take)
    {
        m_sheet.columns.sheet = sheet;
    }

    bool operator()(const Row &row)
    {
        if (m_sheet.columns.headingRow == 0) {
            lookForHeadings(row);
            return row.number < lastHeadingRow || m_sheet.columns.headingRow != 0;
        }
        m_lastRow = row.number;
        return isBlank(row) || m_take(m_sheet.columns, plainRow(row));
    }

    /// The headings of a required column were found, or at least two others.
    [[nodiscard]] bool isOurs() const { return m_sheet.columns.headingRow != 0; }
    [[nodiscard]] const QList<CellFinding> &missing() const { return m_missing; }

    RecordSheet finished(const QList<CellRange> &merged)
    {
        for (const CellRange &range : merged)
            if (range.lastRow > range.firstRow && range.firstRow > m_sheet.columns.headingRow)
                noteMerged(range);
        return std::move(m_sheet);
    }

private:
    /// A value of merged cells stands in the first of them: the rows below have none, which each of them is told.
    void noteMerged(const CellRange &range)
    {
        for (int row = range.firstRow; row <= std::min(range.lastRow, m_lastRow); ++row) {
            if (m_sheet.findings.size() >= mostMergedNotes)
                return;
            m_sheet.findings.append({{m_sheet.columns.sheet, row, range.firstColumn},
                RecordFileText::tr(
                    "Sheet %1, row %2, column %3: the cells of rows %4 to %5 are merged here; their value counts "
                    "for row %4 only. Unmerge them and fill in each.")
                    .arg(m_sheet.columns.sheet)
                    .arg(row)
                    .arg(range.firstColumn)
                    .arg(range.firstRow)
                    .arg(range.lastRow),
                Severity::Warning});
        }
    }

    void lookForHeadings(const Row &row)
    {
        const auto known = std::count_if(
            row.cells.begin(), row.cells.end(), [&](const Cell &cell) { return m_form.find(cell.text) != nullptr; });
        const auto required = std::count_if(row.cells.begin(), row.cells.end(), [&](const Cell &cell) {
            const RecordColumn *column = m_form.find(cell.text);
            return column != nullptr && column->column.required;
        });
        if (required == 0 && known < 2)
            return;
        m_sheet.columns.headingRow = row.number;
        for (const Cell &cell : row.cells)
            takeHeading(cell);
        for (const RecordColumn &column : m_form.columns)
            if (column.column.required && !m_sheet.columns.columns.contains(column.key))
                m_missing.append({{m_sheet.columns.sheet, row.number, 1},
                    RecordFileText::tr("Sheet %1, row %2: the column %3 is missing.")
                        .arg(m_sheet.columns.sheet)
                        .arg(row.number)
                        .arg(column.column.name)});
    }

    void takeHeading(const Cell &cell)
    {
        const RecordColumn *column = m_form.find(cell.text);
        if (column == nullptr || m_sheet.columns.columns.contains(column->key)) {
            if (!nameKey(cell.text).isEmpty())
                m_sheet.findings.append({{m_sheet.columns.sheet, m_sheet.columns.headingRow, cell.column},
                    RecordFileText::tr("The column %1 is not known; what stands in it is not used.").arg(cell.text),
                    Severity::Warning});
            return;
        }
        m_sheet.columns.columns.insert(column->key, cell.column);
        const auto at = static_cast<std::size_t>(cell.column);
        if (m_targets.size() <= at)
            m_targets.resize(at + 1, -1);
        m_targets[at] = static_cast<int>(column - m_form.columns.constData());
    }

    [[nodiscard]] int target(const Cell &cell) const
    {
        const auto at = static_cast<std::size_t>(cell.column);
        return at < m_targets.size() ? m_targets[at] : -1;
    }

    /// Blanks that somebody has left behind are no record.
    [[nodiscard]] bool isBlank(const Row &row) const
    {
        return std::all_of(row.cells.begin(), row.cells.end(), [&](const Cell &cell) {
            return target(cell) < 0 || (cell.text.front().isSpace() && cleaned(cell.text, Cleaning::Words).isEmpty());
        });
    }

    PlainRow plainRow(const Row &row)
    {
        PlainRow out{row.number, QStringList(m_form.columns.size()), {}};
        for (const Cell &cell : row.cells)
            if (const int at = target(cell); at >= 0)
                out.texts[at] = take(cell, m_form.columns.at(at), out);
        for (qsizetype i = 0; i < m_form.columns.size(); ++i)
            if (m_form.columns.at(i).column.required && out.texts.at(i).isEmpty() && !hasFinding(out, i))
                out.findings.append({m_sheet.columns.place(row.number, m_form.columns.at(i).key),
                    RecordFileText::tr("%1 must be filled in.").arg(spokenName(m_form.columns.at(i).column))});
        return out;
    }

    [[nodiscard]] bool hasFinding(const PlainRow &row, qsizetype column) const
    {
        const CellPlace place = m_sheet.columns.place(row.row, m_form.columns.at(column).key);
        return std::any_of(row.findings.begin(), row.findings.end(),
            [&](const CellFinding &finding) { return finding.place == place; });
    }

    QString take(const Cell &cell, const RecordColumn &column, PlainRow &row) const
    {
        QString problem = problemOf(cell, column);
        CheckedCell checked;
        if (problem.isEmpty()) {
            checked =
                checkCell(column.choices.isEmpty() ? cell : translated(cell, column), column.column, column.cleaning);
            problem = checked.problem;
        }
        if (!problem.isEmpty()) {
            row.findings.append({{m_sheet.columns.sheet, row.row, cell.column}, problem});
            return {};
        }
        return column.choices.isEmpty() ? checked.text : plainOf(checked.text, column);
    }

    const RecordTemplate &m_form;
    const Take &m_take;
    RecordSheet m_sheet;
    Targets m_targets;
    int m_lastRow = 0;
    QList<CellFinding> m_missing;
};

Fault noHeadings(const TableFile &file, const RecordTemplate &form)
{
    QStringList sheets;
    for (const SheetEntry &sheet : file.sheets())
        if (!sheet.hidden)
            sheets.append(sheet.name);
    return {FaultKind::Invalid,
        RecordFileText::tr(
            "None of the sheets (%1) has the column %2 in its first %3 rows. Download the template, or name the "
            "columns as it does.")
            .arg(sheets.join(QStringLiteral(u"、")), form.columns.front().column.name)
            .arg(lastHeadingRow)};
}

/// The record of a row; what has not the form of its field is a finding.
template<class T>
ReadRecord<T> recordOf(const RecordColumns &columns, PlainRow &&row, std::span<const std::pair<std::size_t, int>> plan)
{
    ReadRecord<T> out;
    out.row = row.row;
    out.findings = std::move(row.findings);
    const auto &fields = schema<T>().fields;
    for (const auto &[index, at] : plan) {
        const QString &text = row.texts.at(at);
        if (text.isEmpty())
            continue;
        if (fields[index].parse(out.record, text))
            out.filled |= std::uint32_t{1} << index;
        else
            out.findings.append({columns.place(row.row, QString::fromLatin1(fields[index].key)),
                fields[index].kind == FieldKind::Rate
                    ? RecordFileText::tr("\"%1\" is not a tax rate; write 13% as 0.13 or 13%.").arg(text)
                    : RecordFileText::tr("\"%1\" can not be read here.").arg(text)});
    }
    return out;
}

/// Which field of the schema each column of the template fills.
template<class T>
std::vector<std::pair<std::size_t, int>> planOf(const RecordTemplate &form)
{
    std::vector<std::pair<std::size_t, int>> plan;
    const auto &fields = schema<T>().fields;
    for (std::size_t i = 0; i < fields.size(); ++i)
        for (int at = 0; at < form.columns.size(); ++at)
            if (form.columns.at(at).key == QLatin1StringView(fields[i].key))
                plan.emplace_back(i, at);
    return plan;
}
} // namespace

Result<RecordSheet> readPlainRows(const QString &path, const RecordTemplate &form, const SheetOfRecords::Take &take)
{
    KP_TRY(file, TableFile::open(path, recordLimits));
    for (qsizetype i = 0; i < file.sheets().size(); ++i) {
        if (file.sheets().at(i).hidden)
            continue;
        SheetOfRecords sheet(form, file.sheets().at(i).name, take);
        bool refused = false;
        KP_TRY(merged, file.readRows(i, [&](const Row &row) {
            const bool more = sheet(row);
            refused = !sheet.missing().isEmpty();
            return more && !refused;
        }));
        if (refused)
            return Fault{FaultKind::Invalid, sheet.missing().front().text};
        if (sheet.isOurs())
            return sheet.finished(merged);
    }
    return noHeadings(file, form);
}

template<class T>
Result<RecordSheet> readRecords(const QString &path, qsizetype rowsOfStep,
    const std::function<Outcome(const RecordColumns &, const QList<ReadRecord<T>> &)> &take)
{
    struct Step {
        RecordColumns columns;
        QList<ReadRecord<T>> rows;
    };
    Handover<Step> steps(1);
    Result<RecordSheet> sheet = RecordSheet();
    std::thread reader([&] {
        const RecordTemplate &form = recordTemplate<T>();
        const auto plan = planOf<T>(form);
        Step step;
        sheet = readPlainRows(path, form, [&](const RecordColumns &columns, PlainRow &&row) {
            if (step.rows.isEmpty())
                step.columns = columns;
            step.rows.append(recordOf<T>(columns, std::move(row), plan));
            return step.rows.size() < rowsOfStep || steps.give(std::exchange(step, {}));
        });
        if (sheet.ok() && !step.rows.isEmpty())
            steps.give(std::move(step));
        steps.end();
    });
    Outcome done = Done{};
    while (done.ok()) {
        const std::optional<Step> step = steps.take();
        if (!step)
            break;
        done = take(step->columns, step->rows);
    }
    steps.refuse();
    reader.join();
    return done.ok() ? sheet : done.fault();
}

template Result<RecordSheet> readRecords(
    const QString &, qsizetype, const std::function<Outcome(const RecordColumns &, const QList<ReadRecord<Item>> &)> &);
template Result<RecordSheet> readRecords(const QString &, qsizetype,
    const std::function<Outcome(const RecordColumns &, const QList<ReadRecord<Customer>> &)> &);
template Result<RecordSheet> readRecords(const QString &, qsizetype,
    const std::function<Outcome(const RecordColumns &, const QList<ReadRecord<BusinessType>> &)> &);

} // namespace kp::workbook

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/order_cells.h"

#include "core/base/decimal.h"
#include "core/document/workbook/texts.h"
#include "core/rules/text_limits.h"

#include <algorithm>

namespace kp::workbook
{

namespace
{
/// Excel keeps 15 digits of a number and puts zeros for the rest.
constexpr qsizetype keptDigits = 15;

QString choiceProblem(const QString &text, const TemplateColumn &column)
{
    constexpr qsizetype shown = 4;
    QString choices = column.options.mid(0, shown).join(QStringLiteral(u"、"));
    if (column.options.size() > shown)
        choices += QStringLiteral(u"…");
    return OrderWorkbookText::tr("%1: \"%2\" is not in the drop-down list (%3).")
        .arg(spokenName(column), text, choices);
}

CheckedCell checkedChoice(const QString &text, const TemplateColumn &column)
{
    for (const QString &option : column.options)
        if (text == option || text == cleaned(option, Cleaning::Code))
            return {option, {}};
    return {{}, choiceProblem(text, column)};
}

CheckedCell checkedNumber(const QString &text, const TemplateColumn &column)
{
    const auto number = Decimal::parse(text);
    if (!number)
        return {{}, OrderWorkbookText::tr("%1: \"%2\" is not a number.").arg(spokenName(column), text)};
    if (number->decimals() > column.decimals)
        return {{}, OrderWorkbookText::tr("%1: %2 has %3 decimals; at most %4 are allowed.")
                        .arg(spokenName(column), text)
                        .arg(number->decimals())
                        .arg(column.decimals)};
    return {number->toString(), {}};
}

/// What kind of cell can not stand in this column, whatever its text.
QString kindProblem(const Cell &cell, const TemplateColumn &column, Cleaning how)
{
    if (cell.kind == CellKind::Error)
        return OrderWorkbookText::tr("%1: the cell's formula gives the error %2.").arg(spokenName(column), cell.text);
    if (cell.kind == CellKind::Moment && how == Cleaning::Number)
        return OrderWorkbookText::tr(
            "%1: the cell is formatted as a date or time (%2); format it as text and enter the number again.")
            .arg(spokenName(column), cell.text);
    // Classification codes end in zeros, so nothing of them is lost; numbers proper are checked as such.
    const bool isName = how == Cleaning::Words || how == Cleaning::Loose || how == Cleaning::Capitals;
    if (cell.kind == CellKind::Number && isName && cell.text.size() > keptDigits &&
        std::all_of(cell.text.cbegin(), cell.text.cend(), [](QChar c) { return c.isDigit(); }))
        return OrderWorkbookText::tr(
            "%1: the cell holds a number, of which Excel keeps 15 digits only; format it as text and enter it "
            "again.")
            .arg(spokenName(column));
    return {};
}
} // namespace

CheckedCell checkCell(const Cell &cell, const TemplateColumn &column, Cleaning how)
{
    QString text = cleaned(cell.text, how);
    if (text.isEmpty())
        return {
            {}, column.required ? OrderWorkbookText::tr("%1 must be filled in.").arg(spokenName(column)) : QString()};
    if (QString problem = kindProblem(cell, column, how); !problem.isEmpty())
        return {{}, std::move(problem)};
    CheckedCell out{std::move(text), {}};
    if (!column.options.isEmpty())
        return checkedChoice(out.text, column);
    if (column.decimals >= 0)
        out = checkedNumber(out.text, column);
    if (const int count = rules::characterCount(out.text); column.limit > 0 && count > column.limit)
        return {{}, OrderWorkbookText::tr("%1 has %2 characters; at most %3 are allowed.")
                        .arg(spokenName(column))
                        .arg(count)
                        .arg(column.limit)};
    return out;
}

} // namespace kp::workbook

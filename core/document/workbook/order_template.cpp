// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/order_template.h"

#include "core/base/csv.h"
#include "core/document/workbook/cell_text.h"
#include "core/document/workbook/order_fields.h"
#include "core/domain/schemas.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <initializer_list>

namespace kp::workbook
{

namespace
{
TemplateColumn column(const QStringList &row)
{
    static const QRegularExpression limit(QStringLiteral(u"限(\\d+)字符"));
    static const QRegularExpression decimals(QStringLiteral(u"保留(两|\\d+)位小数"));
    TemplateColumn out;
    out.number = row.at(2).toInt();
    out.name = row.at(3);
    out.requirement = row.at(4);
    out.required = out.requirement.startsWith(u"必填");
    if (const auto match = limit.match(out.requirement); match.hasMatch())
        out.limit = match.captured(1).toInt();
    if (const auto match = decimals.match(out.requirement); match.hasMatch())
        out.decimals = match.captured(1) == u"两" ? 2 : match.captured(1).toInt();
    // Dependent lists (INDIRECT) and lists on hidden sheets (gjhdq!…) are not lists of words.
    const QString options = row.value(5);
    if (!options.isEmpty() && !options.contains(u'!') && !options.contains(u'('))
        out.options = options.split(u',');
    return out;
}

/// Fills the sheets with the columns of the template whose name begins so. Sheets are numbered 1- … by name.
void load(QStringView templateName, std::initializer_list<TemplateSheet *> sheets)
{
    const auto rows = readCsvFile(QStringLiteral(":/reference/etax-import-template-columns.csv")).valueOr({});
    for (const QStringList &row : rows) {
        if (row.size() < 5 || !row.front().startsWith(templateName))
            continue;
        const int index = row.at(1).front().digitValue() - 1;
        Q_ASSERT(index >= 0 && index < int(sheets.size()));
        TemplateSheet *sheet = *(sheets.begin() + index);
        sheet->name = row.at(1);
        sheet->columns.append(column(row));
    }
}

/// The columns of a sheet take the labels of the fields that they fill.
template<class Record>
void takeLabels(TemplateSheet &sheet, std::span<const ColumnField<Record>> filled)
{
    for (const ColumnField<Record> &one : filled)
        for (TemplateColumn &column : sheet.columns)
            if (const Field<Record> *field = schema<Record>().find(one.key);
                field != nullptr && column.name == QStringView(one.column))
                column.label = field->label;
}
} // namespace

const OrderTemplate &orderTemplate()
{
    static const OrderTemplate instance = [] {
        OrderTemplate out;
        load(u"批量开票", {&out.head, &out.lines, &out.business, &out.elements});
        takeLabels(out.head, headFields());
        takeLabels(out.lines, lineFields());
        takeLabels(out.elements, elementFields());
        return out;
    }();
    return instance;
}

const LineTemplate &lineTemplate()
{
    static const LineTemplate instance = [] {
        LineTemplate out;
        load(u"发票开具项目信息", {&out.lines, &out.business});
        takeLabels(out.lines, itemFields());
        return out;
    }();
    return instance;
}

const TemplateSheet *templateSheet(const QString &name)
{
    const OrderTemplate &orders = orderTemplate();
    const LineTemplate &lines = lineTemplate();
    const QString key = nameKey(name);
    for (const TemplateSheet *sheet :
        {&orders.head, &orders.lines, &orders.business, &orders.elements, &lines.lines, &lines.business})
        if (nameKey(sheet->name) == key)
            return sheet;
    return nullptr;
}

QString spokenName(const TemplateColumn &column)
{
    if (column.label == nullptr)
        return column.name;
    const QString label = QCoreApplication::translate("Fields", column.label);
    // Where the label is translated the clerk reads Chinese, and the heading says it all.
    return label == QLatin1StringView(column.label) ? QStringLiteral("%1 (%2)").arg(label, column.name) : column.name;
}

QString nameKey(const QString &name)
{
    return cleaned(name, Cleaning::Code);
}

} // namespace kp::workbook

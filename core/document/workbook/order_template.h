// SPDX-License-Identifier: GPL-3.0-or-later
// The official import templates 批量开票 V260401 and 项目信息 mx;20250501 as data: their sheets and columns with limits
// and drop-downs. Source: resources/reference/etax-import-template-columns.csv, taken from the templates' rows 2 and 3.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace kp::workbook
{

struct TemplateColumn {
    int number = 0;              ///< from 1
    QString name;                ///< the header in row 3
    QString requirement;         ///< as row 2 words it: "必填 (限20字符)"
    bool required = false;       ///< always; what is required under a condition is for the rules
    int limit = 0;               ///< most characters; 0: none
    int decimals = -1;           ///< most decimals of a number; -1: not a number, or one without such a limit
    QStringList options;         ///< the drop-down; empty when there is none or it refers to a hidden sheet
    const char *label = nullptr; ///< of the field it fills, in the context "Fields"; null: it fills none
};

struct TemplateSheet {
    QString name;
    QList<TemplateColumn> columns;
};

/// The four sheets of the template.
struct OrderTemplate {
    TemplateSheet head;     ///< 1-发票基本信息
    TemplateSheet lines;    ///< 2-发票明细信息
    TemplateSheet business; ///< 3-特定业务信息
    TemplateSheet elements; ///< 4-附加要素信息
};
const OrderTemplate &orderTemplate();

/// The two sheets of the item template.
struct LineTemplate {
    TemplateSheet lines;    ///< 1-明细模板
    TemplateSheet business; ///< 2-特定业务信息
};
const LineTemplate &lineTemplate();

/// The template sheet of that name, of either template; null when there is none.
const TemplateSheet *templateSheet(const QString &name);

/// The column that joins the sheets of the order template, the first of each.
inline constexpr QStringView serialColumn = u"发票流水号";
constexpr int templateHeaderRow = 3;
constexpr int templateFirstRow = 4;

/// What messages call a column: by its heading, which is Chinese; in another language the field's label before it.
QString spokenName(const TemplateColumn &column);

/// Names compared without blanks, which clerks add and take away.
QString nameKey(const QString &name);

} // namespace kp::workbook

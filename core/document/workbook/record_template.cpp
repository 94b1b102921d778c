// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/record_template.h"

#include <algorithm>

namespace kp::workbook
{

using namespace Qt::StringLiterals;

namespace
{
/// Drop-downs of an empty template reach down to here.
constexpr int lastRecordRow = 5001;
constexpr int recordVersionRow = 4;

/// A column of texts as the schema limits them.
template<class T>
RecordColumn column(const char *key, const QString &heading, Cleaning cleaning, const QStringList &aliases = {})
{
    RecordColumn out;
    out.key = QString::fromLatin1(key);
    out.column.name = heading;
    out.cleaning = cleaning;
    out.aliases = aliases;
    if (const Field<T> *field = schema<T>().find(key)) {
        out.column.limit = field->limit;
        out.column.label = field->label;
    }
    out.column.requirement = out.column.limit > 0 ? u"非必填（限%1字符）"_s.arg(out.column.limit) : u"非必填"_s;
    return out;
}

RecordColumn required(RecordColumn column)
{
    column.column.required = true;
    column.column.requirement.replace(u"非必填"_s, u"必填"_s);
    return column;
}

RecordColumn choice(RecordColumn column, const QList<RecordChoice> &choices)
{
    column.choices = choices;
    column.column.limit = 0;
    for (const RecordChoice &option : choices)
        column.column.options.append(option.word);
    column.column.requirement = u"非必填（请选择）"_s;
    return column;
}

RecordColumn decimal(RecordColumn column, int decimals)
{
    column.column.decimals = decimals;
    return column;
}

RecordColumn rate(RecordColumn column)
{
    column.column.requirement = u"非必填（如13%或0.13）"_s;
    return column;
}

const QList<RecordChoice> &yesAndNo()
{
    static const QList<RecordChoice> list{{u"是"_s, u"1"_s, {u"Y"_s, u"1"_s, u"TRUE"_s, u"含税"_s}},
        {u"否"_s, u"0"_s, {u"N"_s, u"0"_s, u"FALSE"_s, u"不含税"_s}}};
    return list;
}

QList<RecordChoice> partyKindChoices()
{
    QList<RecordChoice> out;
    for (const CodeRow<PartyKind> &row : codeRows<PartyKind>())
        out.append({QStringView(row.official).toString(), QString::fromLatin1(row.code)});
    out[0].otherWords = {u"单位"_s, u"公司"_s, u"企业客户"_s};
    out[1].otherWords = {u"自然人"_s, u"个人客户"_s};
    out[2].otherWords = {u"行政机关"_s, u"机关单位"_s, u"事业单位"_s};
    return out;
}

QList<RecordChoice> preferenceChoices()
{
    QList<RecordChoice> out;
    for (const PreferenceRow &row : preferences())
        if (row.preference != Preference::None)
            out.append({QStringView(row.official).toString(), QString::fromLatin1(row.code)});
    return out;
}
} // namespace

const RecordColumn *RecordTemplate::find(const QString &heading) const
{
    QString key = nameKey(heading);
    if (key.startsWith(u'*')) // how some programs mark required columns
        key.remove(0, 1);
    const auto fits = [&](const RecordColumn &column) {
        return key == column.column.name || column.aliases.contains(key);
    };
    const auto found = std::find_if(columns.begin(), columns.end(), fits);
    return found == columns.end() ? nullptr : &*found;
}

template<>
const RecordTemplate &recordTemplate<Item>()
{
    using R = Item;
    static const RecordTemplate form{u"商品信息"_s, u"kp:items:1"_s, u"商品信息导出列表"_s,
        {
            required(column<R>("name", u"项目名称"_s, Cleaning::Words,
                {u"商品名称"_s, u"货物或应税劳务名称"_s, u"货物名称"_s, u"货物或应税劳务、服务名称"_s, u"品名"_s,
                    u"名称"_s, u"开票项目名称"_s})),
            column<R>("code", u"简码"_s, Cleaning::Loose,
                {u"商品编码"_s, u"商品代码"_s, u"编码"_s, u"助记码"_s, u"项目编码"_s}),
            column<R>(
                "category", u"项目分类"_s, Cleaning::Words, {u"商品分类"_s, u"分类"_s, u"所属分类"_s, u"商品类别"_s}),
            required(column<R>("classification", u"商品和服务税收编码"_s, Cleaning::Code,
                {u"税收分类编码"_s, u"商品和服务税收分类编码"_s, u"税收编码"_s, u"商品税收编码"_s,
                    u"商品和服务分类编码"_s})),
            column<R>("spec", u"规格型号"_s, Cleaning::Words, {u"规格"_s, u"型号"_s}),
            column<R>("unit", u"单位"_s, Cleaning::Words, {u"计量单位"_s}),
            decimal(
                column<R>("price", u"单价"_s, Cleaning::Number, {u"销售单价"_s, u"含税单价"_s, u"不含税单价"_s}), 13),
            choice(column<R>("taxIncluded", u"是否含税"_s, Cleaning::Code,
                       {u"含税标志"_s, u"含税价标志"_s, u"单价是否含税"_s}),
                yesAndNo()),
            rate(column<R>("rate", u"税率"_s, Cleaning::Number, {u"税率/征收率"_s, u"税率（征收率）"_s, u"征收率"_s})),
            choice(column<R>("preference", u"优惠政策类型"_s, Cleaning::Code, {u"优惠政策"_s, u"税收优惠政策"_s}),
                preferenceChoices()),
        }};
    return form;
}

template<>
const RecordTemplate &recordTemplate<Customer>()
{
    using R = Customer;
    static const RecordTemplate form{u"客户信息"_s, u"kp:customers:1"_s, u"客户信息导出列表"_s,
        {
            required(column<R>("name", u"客户名称"_s, Cleaning::Words,
                {u"购买方名称"_s, u"购方名称"_s, u"名称"_s, u"单位名称"_s, u"企业名称"_s, u"公司名称"_s, u"发票抬头"_s,
                    u"购货单位名称"_s})),
            column<R>("taxNumber", u"纳税人识别号"_s, Cleaning::Capitals,
                {u"统一社会信用代码"_s, u"统一社会信用代码/纳税人识别号"_s, u"购买方纳税人识别号"_s, u"税号"_s,
                    u"购方税号"_s, u"客户税号"_s}),
            choice(column<R>("kind", u"购买方类型"_s, Cleaning::Code, {u"客户类型"_s, u"企业类型"_s, u"购方类型"_s}),
                partyKindChoices()),
            choice(
                column<R>("naturalPerson", u"是否自然人"_s, Cleaning::Code, {u"受票方自然人标识"_s, u"自然人标识"_s}),
                yesAndNo()),
            column<R>("code", u"简码"_s, Cleaning::Loose, {u"客户编码"_s, u"客户代码"_s, u"编码"_s, u"助记码"_s}),
            column<R>("category", u"客户分类"_s, Cleaning::Words, {u"分类"_s, u"所属分类"_s, u"客户类别"_s}),
            column<R>(
                "address", u"地址"_s, Cleaning::Words, {u"购买方地址"_s, u"购方地址"_s, u"单位地址"_s, u"注册地址"_s}),
            column<R>("phone", u"电话"_s, Cleaning::Loose,
                {u"购买方电话"_s, u"购方电话"_s, u"联系电话"_s, u"单位电话"_s, u"电话号码"_s}),
            column<R>("bank", u"开户银行"_s, Cleaning::Words,
                {u"开户行"_s, u"购买方开户银行"_s, u"购方开户行"_s, u"开户行名称"_s}),
            column<R>("account", u"银行账号"_s, Cleaning::Loose,
                {u"账号"_s, u"购买方银行账号"_s, u"银行帐号"_s, u"购方银行账号"_s}),
            column<R>("contact", u"联系人"_s, Cleaning::Words, {u"联系人姓名"_s, u"收件人"_s}),
            column<R>("email", u"邮箱"_s, Cleaning::Code, {u"电子邮箱"_s, u"购买方邮箱"_s, u"邮箱地址"_s, u"Email"_s}),
        }};
    return form;
}

template<>
const RecordTemplate &recordTemplate<BusinessType>()
{
    using R = BusinessType;
    static const RecordTemplate form{u"业务类型"_s, u"kp:business-types:1"_s, u"业务类型导出列表"_s,
        {
            required(column<R>("name", u"业务类型"_s, Cleaning::Words, {u"业务类型名称"_s, u"名称"_s})),
            column<R>("note", u"说明"_s, Cleaning::Words, {u"说明文字"_s, u"备注"_s}),
        }};
    return form;
}

QString exportFileName(const RecordTemplate &form, const QDateTime &now)
{
    return form.exportName + now.toString(u"yyyyMMddHHmmss"_s) + u".xlsx"_s;
}

void writeRecordHeadings(BookWriter &book, const RecordTemplate &form)
{
    int column = 0;
    for (const RecordColumn &field : form.columns) {
        const QString mark = field.column.required ? u"*"_s : QString();
        book.write(recordHeadingRow, ++column, mark + field.column.name, CellLook::Heading);
    }
    book.freeze(recordHeadingRow);
}

void addRecordDropDowns(BookWriter &book, const RecordTemplate &form, int lastRow)
{
    int number = 0;
    for (const RecordColumn &field : form.columns) {
        ++number;
        if (!field.column.options.isEmpty())
            book.dropDown(recordHeadingRow + 1, lastRow, number, field.column.options);
    }
}

Outcome writeRecordTemplate(const QString &path, const RecordTemplate &form)
{
    BookWriter book;
    book.addSheet(form.sheet);
    QStringList lines{u"填写说明：带*的列必须填写；列的顺序可以调整，列名请勿修改；自第%1行起每行填写一条。"_s.arg(
        recordHeadingRow + 1)};
    for (const RecordColumn &field : form.columns)
        lines.append(u"%1：%2"_s.arg(field.column.name, field.column.requirement));
    book.banner(recordInstructionRow, lines.join(u'\n'));
    writeRecordHeadings(book, form);
    addRecordDropDowns(book, form, lastRecordRow);
    book.addSheet(u"excelVersion"_s, true);
    book.write(recordVersionRow, 1, form.version);
    return book.save(path);
}

} // namespace kp::workbook

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/document/sample_orders.h"

namespace kp::test
{

using namespace Qt::StringLiterals;
using workbook::OrderRows;
using workbook::orderTemplate;

namespace
{
struct Buyer {
    const char16_t *name;
    const char16_t *taxNumber;
};

// Plainly invented; the check digits of the tax numbers are right.
constexpr Buyer buyers[] = {
    {u"示例云帆科技（杭州）有限公司", u"91330106MA0DEM0133"},
    {u"示例浦江商贸有限公司", u"91310115MA0DEM021N"},
    {u"示例鹏程电子有限公司", u"91440305MA0DEM03XC"},
    {u"示例锦里餐饮管理有限公司", u"91510104MA0DEM048X"},
    {u"示例姑苏纺织有限公司", u"91320508MA0DEM056X"},
    {u"示例楚天工程咨询有限公司", u"91420106MA0DEM064X"},
    {u"示例海岸食品有限公司", u"91370203MA0DEM072G"},
    {u"示例京西文化传播有限公司", u"91110108MA0DEM0808"},
    {u"示例鹭岛物流有限公司", u"91350206MA0DEM099B"},
    {u"示例长安机械制造有限公司", u"91610113MA0DEM101H"},
    {u"示例山城会展服务有限公司", u"91500103MA0DEM11XY"},
    {u"示例津门职业培训学校", u"1233010600DEM0138X"},
};

class Sample
{
public:
    OrderRows rows;

    /// Begins an invoice; @p more are further columns of the head.
    void invoice(
        bool special, bool taxIncluded, int buyer, std::initializer_list<std::pair<QStringView, QString>> more = {})
    {
        m_serial = u"SAMPLE-%1"_s.arg(rows.head.size() + 1, 4, 10, QLatin1Char('0'));
        QStringList head = sheetRow(orderTemplate().head,
            {{u"发票流水号", m_serial}, {u"发票类型", special ? u"增值税专用发票"_s : u"普通发票"_s},
                {u"是否含税", taxIncluded ? u"是"_s : u"否"_s}});
        if (buyer >= 0)
            merge(head, {{u"购买方名称", QString::fromUtf16(buyers[buyer].name)},
                            {u"购买方纳税人识别号", QString::fromUtf16(buyers[buyer].taxNumber)}});
        merge(head, more);
        rows.head.append(head);
    }

    void line(const char16_t *item, const char *code, const char16_t *spec, const char16_t *unit, const char *quantity,
        const char *price, const char *amount, const char *rate, const char *discount = "")
    {
        rows.lines.append(sheetRow(
            orderTemplate().lines, {{u"发票流水号", m_serial}, {u"项目名称", QString::fromUtf16(item)},
                                       {u"商品和服务税收编码", QString::fromLatin1(code).leftJustified(19, u'0')},
                                       {u"规格型号", QString::fromUtf16(spec)}, {u"单位", QString::fromUtf16(unit)},
                                       {u"数量", QString::fromLatin1(quantity)}, {u"单价", QString::fromLatin1(price)},
                                       {u"金额", QString::fromLatin1(amount)}, {u"税率", QString::fromLatin1(rate)},
                                       {u"折扣金额", QString::fromLatin1(discount)}}));
    }

private:
    static void merge(QStringList &row, std::initializer_list<std::pair<QStringView, QString>> texts)
    {
        const QStringList added = sheetRow(orderTemplate().head, texts);
        for (qsizetype i = 0; i < row.size(); ++i)
            if (!added.at(i).isEmpty())
                row[i] = added.at(i);
    }

    QString m_serial;
};
} // namespace

QStringList sheetRow(
    const workbook::TemplateSheet &layout, std::initializer_list<std::pair<QStringView, QString>> texts)
{
    QStringList row;
    for (const workbook::TemplateColumn &column : layout.columns) {
        row.append(QString());
        for (const auto &[name, text] : texts)
            if (column.name == name)
                row.back() = text;
    }
    return row;
}

OrderRows sampleOrders()
{
    Sample sample;
    sample.invoice(true, false, 0,
        {{u"购买方地址", u"杭州市示例路1号"_s}, {u"购买方电话", u"0571-00000001"_s},
            {u"购买方开户银行", u"示例银行杭州分行"_s}, {u"购买方银行账号", u"3300 0000 0000 0001"_s},
            {u"是否展示购买方地址电话银行账号", u"展示地址、电话、开户银行及银行账号"_s},
            {u"备注", u"合同编号：SL-2026-001"_s}, {u"收款人", u"王示例"_s}, {u"复核人", u"李示例"_s}});
    sample.line(u"台式计算机", "109050901", u"SL-T100", u"台", "5", "3999", "19995", "0.13", "995");
    sample.line(u"专用电缆", "109040904", u"3×2.5", u"米", "120.5", "8.6", "1036.3", "0.13");

    sample.invoice(false, true, 1);
    sample.line(u"茶叶", "101011601", u"250g", u"盒", "10", "109", "1090", "0.09");
    sample.line(u"包装饮用水", "103030704", u"550mL×24", u"箱", "20", "33.9", "678", "0.13", "67.8");

    sample.invoice(true, true, 2, {{u"购买方邮箱", u"finance@example.com"_s}});
    sample.line(u"滚动轴承", "109012301", u"6204-2RS", u"个", "300", "11.3", "3390", "0.13");
    sample.line(u"滑动轴承", "109012302", u"SF-1 2015", u"个", "200", "5.65", "1130", "0.13", "113");

    sample.invoice(false, true, 3);
    sample.line(u"餐饮服务", "3070401", u"", u"次", "1", "2650", "2650", "0.06");

    sample.invoice(true, false, 4);
    sample.line(u"涂布类印刷用纸", "106010202", u"128g A3", u"令", "15", "233.3333333333", "3500", "0.13");

    sample.invoice(true, false, 5, {{u"备注", u"项目：示例大桥方案设计\n阶段：初步设计"_s}});
    sample.line(u"工程设计服务", "304030101", u"", u"", "", "", "28000", "0.06");
    sample.line(u"其他咨询服务", "304060399", u"", u"项", "1", "5000", "5000", "0.06", "500");

    sample.invoice(false, true, 6);
    sample.line(u"大米", "10301020101", u"10kg", u"袋", "40", "54.5", "2180", "0.09");
    sample.line(u"白菜类蔬菜", "101011204", u"", u"千克", "85.5", "2.18", "186.39", "0.09");

    sample.invoice(false, false, 7);
    sample.line(u"灯箱广告发布服务（示例地铁一号线示例站A出口通道，含画面设计、喷绘制作、上画、下画及发布期间的巡检与画"
                u"面维护，发布周期三个月，自合"
                u"同签订之日起算）",
        "30403030103", u"", u"块", "2", "9000", "18000", "0.06");

    sample.invoice(true, true, 8);
    sample.line(u"专业仓储服务", "304040702", u"恒温库", u"平方米", "150", "21.2", "3180", "0.06");
    sample.line(u"装卸搬运服务", "3040408", u"", u"吨", "36.25", "42.4", "1537", "0.06");
    sample.line(u"快递服务", "304040904", u"", u"件", "64", "10.6", "678.4", "0.06", "42.4");

    sample.invoice(true, false, 9);
    sample.line(u"其他钢材", "108020799", u"Q235B", u"吨", "2.5", "3650", "9125", "0.13");
    sample.line(u"同轴电缆", "109040903", u"SYV-75-5", u"米", "1000", "1.85", "1850", "0.13");

    sample.invoice(false, true, 10);
    sample.line(u"会议服务", "304030401", u"", u"天", "2", "5300", "10600", "0.06");
    sample.line(u"住宿服务", "3070402", u"标准间", u"间", "12", "318", "3816", "0.06", "381.6");

    sample.invoice(false, true, -1, {{u"受票方自然人标识", u"是"_s}, {u"购买方名称", u"张示例"_s}});
    sample.line(u"护肤用化妆品", "107022302", u"50mL", u"瓶", "2", "226", "452", "0.13", "52");

    sample.invoice(false, false, 11);
    sample.line(u"数据库软件产品", "10603010102", u"标准版", u"套", "1", "12000", "12000", "0.13", "1200");
    sample.line(u"有刊号图书", "10602010199", u"示例教程（第二版）", u"册", "30", "45", "1350", "0.09");
    return sample.rows;
}

OrderRows manyOrders(int invoices)
{
    Sample sample;
    for (int i = 0; i < invoices; ++i) {
        sample.invoice(i % 2 == 0, i % 3 == 0, i % int(std::size(buyers)),
            {{u"购买方地址", u"示例市示例路%1号"_s.arg(i)},
                {u"购买方电话", u"010-%1"_s.arg(i, 8, 10, QLatin1Char('0'))},
                {u"购买方开户银行", u"示例银行第%1支行"_s.arg(i % 50)},
                {u"购买方银行账号", u"62000000%1"_s.arg(i, 8, 10, QLatin1Char('0'))}, {u"备注", u"订单 %1"_s.arg(i)}});
        for (int line = 1; line <= 5; ++line)
            sample.line(u"台式计算机", "109050901", u"SL-T100", u"台", QByteArray::number(line).constData(), "3999",
                QByteArray::number(line * 3999).constData(), "0.13");
    }
    return sample.rows;
}

} // namespace kp::test

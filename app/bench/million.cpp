// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/million.h"

#include "app/bench/account.h"
#include "app/profile/profile.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cstdio>

namespace kp::bench
{

namespace
{
const QString regions =
    QStringLiteral(u"北京,上海,广州,深圳,杭州,南京,苏州,武汉,成都,重庆,西安,长沙,郑州,青岛,大连,沈阳,"
                   u"厦门,福州,合肥,济南,昆明,南昌,无锡,宁波,佛山,东莞,天津,太原,贵阳,兰州");
const QString brands = QStringLiteral(
    u"云杉海棠星河远山清泉晨曦金桥玉龙宏图瑞祥博雅智联恒通华岳锦程安泰飞鸿鼎盛佳禾绿洲天和启明长风凌霄汇丰同辉卓越"
    u"嘉木竹韵松涛梅岭兰亭菊园荷塘桂林枫桥柳岸春晓秋实冬青夏荷晴川雨田雪峰霜叶雷鸣电闪虹影霞光月湖星海日升辰光宇宙洪荒"
    u"赤橙紫靛蓝翠碧黛墨素丹朱绯彤");
const QString trades = QStringLiteral(u"科技,贸易,餐饮管理,文化传播,建筑工程,电子商务,物流,医疗器械,机械设备,食品,服装,"
                                      u"装饰工程,广告,信息技术,教育咨询,环保科技,汽车服务,农业发展,酒店管理,印刷包装");
const QString forms = QStringLiteral(u"有限公司,有限责任公司,股份有限公司,商行,经营部,工作室,合作社");
const QString items = QStringLiteral(
    u"台式计算机,牛皮纸文件袋,资料册,明前绿茶,年度会议服务,保湿面霜,瓦楞纸箱,激光打印机墨粉,不锈钢螺栓,物业管理费,"
    u"技术服务费,餐费,住宿费,汽油,钢筋,水泥,电线电缆,办公桌椅,宣传册印刷,软件开发服务,货物运输,广告发布,培训费,"
    u"空调维修,"
    u"LED灯具,一次性手套,消毒液,速溶咖啡,大米,食用油");

QString oneOf(const QStringList &list, QRandomGenerator &random)
{
    return list.at(random.bounded(static_cast<int>(list.size())));
}

QString buyerName(QRandomGenerator &random)
{
    static const QStringList region = regions.split(u',');
    static const QStringList trade = trades.split(u',');
    static const QStringList form = forms.split(u',');
    QString brand;
    for (int i = random.bounded(2, 4); i > 0; --i)
        brand += brands.at(random.bounded(static_cast<int>(brands.size())));
    return oneOf(region, random) + brand + oneOf(trade, random) + oneOf(form, random);
}

QString itemName(QRandomGenerator &random)
{
    static const QStringList item = items.split(u',');
    return oneOf(item, random);
}

Invoice invoiceAt(int index, CompanyId company, QRandomGenerator &random)
{
    constexpr qint64 firstMs = 1'735'660'800'000; // 2025-01-01 in China
    Invoice invoice;
    invoice.company = company;
    invoice.serial = QStringLiteral("M%1").arg(index, 9, 10, QLatin1Char('0'));
    invoice.number = QStringLiteral("25%1").arg(index, 18, 10, QLatin1Char('0'));
    invoice.kind = random.bounded(3) == 0 ? InvoiceKind::Special : InvoiceKind::Ordinary;
    invoice.issuedAt = Clock::chinaTime(firstMs + index * 50'000LL);
    invoice.state = InvoiceState::Issued;
    invoice.buyer.name = buyerName(random);
    invoice.buyer.taxNumber = QStringLiteral("91%1MA").arg(random.bounded(100'000, 1'000'000)) +
                              QString::number(random.bounded(10'000'000, 99'999'999));
    invoice.seller.name = QStringLiteral(u"演练云杉科技有限公司");
    invoice.issuer = QStringLiteral(u"程量");
    invoice.remark = QStringLiteral(u"合同 %1").arg(random.bounded(100'000));
    for (int number = 1; number <= random.bounded(1, 3); ++number) {
        InvoiceLine line;
        line.number = number;
        line.item = itemName(random);
        line.classification = QStringLiteral("1060401020000000000");
        line.shortName = QStringLiteral(u"文具");
        line.net = Money::fromFen(random.bounded(100, 5'000'000));
        line.rate = TaxRate::fromMillionths(130'000);
        line.tax = Money::fromFen(line.net.fen() * 13 / 100);
        invoice.totals.net += line.net;
        invoice.totals.tax += line.tax;
        invoice.lines.append(line);
    }
    return invoice;
}

Outcome fill(store::Stores &stores, int count)
{
    KP_TRY(companies, stores.companies.companies(store::Scope::everything()));
    const CompanyId company = companies.constFirst().id;
    QRandomGenerator random(20'260'101);
    constexpr int block = 10'000;
    for (int done = 0; done < count;) {
        QList<Invoice> invoices;
        for (; invoices.size() < block && done < count; ++done)
            invoices.append(invoiceAt(done, company, random));
        KP_DO(stores.invoices.insertAll(invoices, QDateTime::currentMSecsSinceEpoch()));
        if (done % 200'000 == 0)
            std::fprintf(stderr, "%d of %d invoices stored\n", done, count);
    }
    for (qint64 left = 1; left > 0;) { // as the program does when it has nothing else to do
        KP_TRY(waiting, stores.invoices.indexForSearch(block));
        left = waiting;
    }
    return Done{};
}

} // namespace

QCoro::Task<Outcome> makeProfile(QString folder, sandbox::Credential company, int invoices)
{
    KP_CO_TRY(profile, app::Profile::open(folder));
    const Secret password(QByteArray{accountPassword});
    KP_CO_TRY(actor, profile->createAdministrator(QLatin1StringView(accountName), QStringLiteral(u"程量"), password));
    const QList<service::CompanyCredentials> companies{credentialsOf(company)};
    KP_CO_DO(co_await profile->connectCompanies(actor, companies));
    co_return fill(profile->stores(), invoices);
}

QCoro::Task<Result<QString>> profileWith(Workshop &workshop, int invoices)
{
    const QString folder = QStringLiteral("%1/profile-2-%2").arg(workshop.cache).arg(invoices);
    if (QFileInfo::exists(folder))
        co_return folder;
    const QString growing = folder + QStringLiteral(".part");
    QDir(growing).removeRecursively();
    const sandbox::Credential company = workshop.practice.company();
    KP_CO_DO(co_await makeProfile(growing, company, invoices));
    if (!QDir().rename(growing, folder))
        co_return Fault{FaultKind::Storage, QStringLiteral("%1 can not be made").arg(folder)};
    co_return folder;
}

QString twoCharacters(quint32 seed)
{
    QRandomGenerator random(seed);
    const QString from = random.bounded(3) == 0 ? itemName(random) : buyerName(random);
    return from.mid(random.bounded(static_cast<int>(from.size()) - 1), 2);
}

QString anyText(quint32 seed)
{
    QRandomGenerator random(seed);
    switch (random.bounded(6)) {
    case 0:
        return QString::number(random.bounded(1, 100'000));
    case 1:
        return QStringLiteral(u"％_ＬＥＤ\\\"'Led*").mid(random.bounded(8), random.bounded(1, 4));
    default: {
        const QString from = random.bounded(3) == 0 ? itemName(random) : buyerName(random);
        const int size = random.bounded(1, 7);
        return from.mid(random.bounded(static_cast<int>(from.size())), size);
    }
    }
}

} // namespace kp::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/numbered_orders.h"

#include "tests/document/sample_orders.h"

#include <QHash>
#include <QJsonObject>

namespace kp::test
{

using namespace Qt::StringLiterals;

namespace
{
const QString buyerTaxNumber = u"91330106MA0DEM0133"_s; // invented, with a right check digit
const QString item = u"台式计算机"_s;
const QString classification = u"1090509010000000000"_s;
} // namespace

QString NumberedOrders::name(int order) const
{
    return u"%1-%2"_s.arg(prefix).arg(order, 4, 10, QLatin1Char('0'));
}

OrderSheet NumberedOrders::sheet() const
{
    OrderSheet sheet;
    for (int i = 0; i < count; ++i) {
        Order order;
        order.draft.serial = name(i);
        order.draft.taxIncluded = false;
        order.draft.buyer.name = name(i);
        order.draft.buyer.taxNumber = buyerTaxNumber;
        DraftLine line;
        line.item = item;
        line.classification = classification;
        line.amount = net(i);
        line.rate = TaxRate::fromMillionths(130'000);
        order.draft.lines = {line};
        order.head.sheet = u"orders"_s;
        order.head.row = i + 1;
        order.lines = {order.head};
        sheet.orders.append(order);
    }
    return sheet;
}

workbook::OrderRows NumberedOrders::rows() const
{
    workbook::OrderRows rows;
    for (int i = 0; i < count; ++i) {
        rows.head.append(sheetRow(workbook::orderTemplate().head,
            {{u"发票流水号", name(i)}, {u"发票类型", u"普通发票"_s}, {u"是否含税", u"否"_s}, {u"购买方名称", name(i)},
                {u"购买方纳税人识别号", buyerTaxNumber}}));
        rows.lines.append(sheetRow(workbook::orderTemplate().lines,
            {{u"发票流水号", name(i)}, {u"项目名称", item}, {u"商品和服务税收编码", classification},
                {u"金额", net(i).toString()}, {u"税率", u"0.13"_s}}));
    }
    return rows;
}

Judgement judged(const QJsonArray &ledger, const NumberedOrders &orders)
{
    QHash<QString, QJsonObject> accepted;
    Judgement out;
    for (const auto &value : ledger) {
        const QJsonObject entry = value.toObject();
        const QString buyer = entry.value(u"buyer_name"_s).toString();
        if (!buyer.startsWith(orders.prefix + u'-'))
            continue;
        if (accepted.contains(buyer) || entry.value(u"received_differing"_s).toString() != u"0") {
            ++out.doubled;
            out.words.append(u"%1 was accepted twice, or sent with two contents"_s.arg(buyer));
        }
        accepted.insert(buyer, entry);
    }
    for (int i = 0; i < orders.count; ++i) {
        const auto entry = accepted.constFind(orders.name(i));
        if (entry == accepted.cend()) {
            ++out.lost;
            out.words.append(u"%1 is not in the ledger"_s.arg(orders.name(i)));
        } else if (entry->value(u"net"_s).toString() != NumberedOrders::net(i).toString() ||
                   entry->value(u"tax"_s).toString() != NumberedOrders::tax(i).toString()) {
            ++out.wrong;
            out.words.append(u"%1 has other amounts in the ledger"_s.arg(orders.name(i)));
        }
    }
    if (accepted.size() > orders.count)
        out.words.append(u"%1 has more buyers in the ledger than orders"_s.arg(orders.prefix));
    return out;
}

} // namespace kp::test

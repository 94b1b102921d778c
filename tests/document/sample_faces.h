// SPDX-License-Identifier: GPL-3.0-or-later
// Invoices for the tests of the face: a plain one of n lines, and a set of nasty ones.
#pragma once

#include "core/base/clock.h"
#include "core/document/layout/invoice_face.h"

#include <QList>

namespace sample
{

inline kp::InvoiceLine line(int number)
{
    kp::InvoiceLine line;
    line.number = number;
    line.item = QStringLiteral(u"墨粉%1号").arg(number);
    line.shortName = QStringLiteral(u"打印设备");
    line.classification = QStringLiteral("1090511030000000000");
    line.spec = QStringLiteral("LP-2600dn");
    line.unit = QStringLiteral(u"台");
    line.quantity = kp::Decimal(2);
    line.price = kp::Decimal::parse(u"1327.433628318584");
    line.net = kp::Money::fromFen(265487);
    line.rate = kp::TaxRate::fromMillionths(130000);
    line.tax = kp::Money::fromFen(34513);
    return line;
}

/// Sets the totals to the sums of the lines.
inline void addUp(kp::Invoice &invoice)
{
    invoice.totals = {};
    for (const kp::InvoiceLine &line : std::as_const(invoice.lines)) {
        invoice.totals.net += line.net;
        invoice.totals.tax += line.tax;
    }
}

inline kp::document::InvoiceFace face(int lines)
{
    kp::document::InvoiceFace face;
    kp::Invoice &invoice = face.invoice;
    invoice.number = QStringLiteral("26432000001576189981");
    invoice.issuedAt = kp::Clock::parseChinaTime(QStringLiteral("2026-03-30 00:30:00"));
    invoice.seller = {QStringLiteral(u"长沙云杉办公设备有限公司"), QStringLiteral("91430104MA4T8FT50U"),
        QStringLiteral(u"湖南省长沙市岳麓区枫林三路一号"), QStringLiteral("0731-88880000"),
        QStringLiteral(u"湖南样例银行岳麓支行"), QStringLiteral("430001234567890123")};
    invoice.buyer = {QStringLiteral(u"杭州溪口软件有限公司"), QStringLiteral("91330100799655058B"),
        QStringLiteral(u"浙江省杭州市西湖区文三路二号"), QStringLiteral("0571-66660000"),
        QStringLiteral(u"浙江样例银行西湖支行"), QStringLiteral("330009876543210987")};
    invoice.issuer = QStringLiteral(u"程晓雨");
    for (int i = 1; i <= lines; ++i)
        invoice.lines.append(line(i));
    addUp(invoice);
    face.capitals = QStringLiteral(u"叁仟圆整");
    face.qrText =
        QStringLiteral("01,32,,26432000001576189981,%1,20260330,,5F98").arg(invoice.totals.gross().toString());
    return face;
}

/// Faces that strain every box at once.
inline QList<std::pair<QByteArray, kp::document::InvoiceFace>> nastyFaces()
{
    using kp::document::InvoiceFace;
    QList<std::pair<QByteArray, InvoiceFace>> out;

    InvoiceFace longNames = face(3);
    longNames.invoice.kind = kp::InvoiceKind::Special;
    longNames.invoice.buyer.name = QStringLiteral(u"非常").repeated(145) + QStringLiteral(u"长的有限责任公司");
    longNames.invoice.seller.name = QStringLiteral("Extraordinarily Long Trading Company ").repeated(8);
    longNames.invoice.buyer.taxNumber = QStringLiteral("W").repeated(20);
    longNames.invoice.lines[0].item = QStringLiteral(u"名称").repeated(150);
    longNames.invoice.lines[1].spec = QStringLiteral("SPEC-0123456789/").repeated(10);
    longNames.invoice.lines[1].unit = QStringLiteral(u"平方公里每小时").repeated(3);
    longNames.invoice.lines[2].item = QStringLiteral("W").repeated(300);
    longNames.invoice.issuer = QStringLiteral(u"阿卜杜拉·买买提·艾合买提江").repeated(4);
    out.append({"long names", longNames});

    InvoiceFace numbers = face(2);
    numbers.invoice.lines[0].quantity = kp::Decimal::parse(u"123456789012.3456789012345");
    numbers.invoice.lines[0].price = kp::Decimal::parse(u"-987654321098.7654321098765");
    numbers.invoice.lines[0].net = kp::Money::fromFen(-999999999999999999);
    numbers.invoice.lines[0].tax = kp::Money::fromFen(999999999999999999);
    numbers.invoice.lines[1].rate = kp::TaxRate::fromMillionths(123456);
    addUp(numbers.invoice);
    numbers.capitals = QStringLiteral(u"（负数）玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖圆玖角玖分");
    out.append({"large numbers", numbers});

    InvoiceFace remark = face(8);
    remark.invoice.practice = true;
    remark.invoice.remark = QStringLiteral(u"合同编号：HT-2026/03；请于月底前付款。\n第二行\n").repeated(16);
    remark.invoice.showBuyerContact = remark.invoice.showBuyerBank = true;
    remark.invoice.showSellerContact = remark.invoice.showSellerBank = true;
    remark.invoice.payee = QStringLiteral(u"林静");
    remark.invoice.reviewer = QStringLiteral(u"周海");
    remark.invoice.naturalPerson = true;
    remark.invoice.buyer.name = QStringLiteral(u"张某某");
    out.append({"long remark", remark});

    InvoiceFace odd = face(4);
    odd.invoice.buyer.name = QStringLiteral(u"𠮷野家<&>\"%\\(测试)公司\u202e镕堃喆");
    odd.invoice.lines[0].item = QStringLiteral(u"<b>&amp;%s%n</b>\\n(1)\t\"引号\"'");
    odd.invoice.lines[1].item = QStringLiteral(u"𠮷𠀀𪚥 ①㎡℃ é×÷±≤ 한글 かな \U0001F600");
    odd.invoice.lines[2].item = QString();
    odd.invoice.lines[3].item = QString(QChar(0xd83d)) + QStringLiteral(u"半个代理");
    out.append({"odd characters", odd});

    InvoiceFace empty = face(0);
    empty.invoice.buyer = {};
    empty.invoice.issuer.clear();
    out.append({"no lines", empty});

    for (const int lines : {9, 42, 43, 48, 49, 90, 200}) {
        InvoiceFace many = face(lines);
        many.invoice.practice = lines % 2 == 1;
        out.append({"lines " + QByteArray::number(lines), many});
    }
    InvoiceFace wrapped = face(40);
    for (kp::InvoiceLine &line : wrapped.invoice.lines)
        line.item += QStringLiteral(u"，含安装、调试与三年上门保修服务");
    wrapped.invoice.lines[7].item = QStringLiteral(u"整页长的名称").repeated(110);
    out.append({"wrapped lines over pages", wrapped});
    return out;
}

} // namespace sample

// SPDX-License-Identifier: GPL-3.0-or-later
// Order workbooks into orders: fields, places, repairs, findings.
#include "core/document/workbook/order_workbook.h"
#include "tests/document/raw_workbook.h"
#include "tests/document/sample_orders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kp;
using namespace kp::workbook;
using namespace Qt::StringLiterals;
using kp::test::sheetRow;

namespace
{
using Texts = std::initializer_list<std::pair<QStringView, QString>>;

QStringList headRow(Texts more = {})
{
    QStringList row = sheetRow(orderTemplate().head, {{u"发票流水号", u"S1"_s}, {u"发票类型", u"普通发票"_s},
                                                         {u"是否含税", u"是"_s}, {u"购买方名称", u"示例公司"_s}});
    const QStringList added = sheetRow(orderTemplate().head, more);
    for (qsizetype i = 0; i < row.size(); ++i)
        row[i] = added.at(i).isEmpty() ? row.at(i) : added.at(i);
    return row;
}

QStringList lineRow(Texts more = {})
{
    QStringList row = sheetRow(orderTemplate().lines,
        {{u"发票流水号", u"S1"_s}, {u"项目名称", u"大米"_s}, {u"商品和服务税收编码", u"1030102010100000000"_s},
            {u"金额", u"100"_s}, {u"税率", u"0.09"_s}});
    const QStringList added = sheetRow(orderTemplate().lines, more);
    for (qsizetype i = 0; i < row.size(); ++i)
        row[i] = added.at(i).isEmpty() ? row.at(i) : added.at(i);
    return row;
}

/// "sheet number!row,column text" of all findings.
QStringList told(const QList<CellFinding> &findings)
{
    QStringList out;
    for (const CellFinding &finding : findings)
        out.append(u"%1!%2,%3 %4"_s.arg(finding.place.sheet.front())
                       .arg(finding.place.row)
                       .arg(finding.place.column)
                       .arg(finding.text));
    return out;
}

bool tells(const QList<CellFinding> &findings, const QString &place, QStringView words)
{
    const QStringList all = told(findings);
    return std::any_of(all.cbegin(), all.cend(),
        [&](const QString &one) { return one.startsWith(place + u' ') && one.contains(words); });
}
} // namespace

#define VERIFY_TELLS(findings, place, words)                                                                           \
    QVERIFY2(tells(findings, QStringLiteral(place), words), qPrintable(told(findings).join(u'\n')))

class TestXlsxOrders : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(QStringLiteral("orders.xlsx")); }

    OrderSheet read(const OrderRows &rows) const
    {
        if (const auto written = writeOrderWorkbook(path(), rows); !written)
            qFatal("%s", qPrintable(written.fault().message));
        auto sheet = readOrders(path());
        if (!sheet)
            qFatal("%s", qPrintable(sheet.fault().message));
        return *std::move(sheet);
    }
    /// One invoice with one line, the cells of which are changed.
    OrderSheet readOne(Texts head, Texts line) const { return read({{headRow(head)}, {lineRow(line)}, {}, {}}); }

private Q_SLOTS:
    void describesTheOfficialTemplate()
    {
        const OrderTemplate &layout = orderTemplate();
        QCOMPARE(layout.head.name, u"1-发票基本信息"_s);
        QCOMPARE(layout.head.columns.size(), 39);
        QCOMPARE(layout.lines.columns.size(), 14);
        QCOMPARE(layout.business.columns.size(), 48);
        QCOMPARE(layout.elements.columns.size(), 3);
        const TemplateColumn &kind = layout.head.columns.at(1);
        QVERIFY(kind.required);
        QCOMPARE(kind.limit, 10);
        QCOMPARE(kind.options, (QStringList{u"增值税专用发票"_s, u"普通发票"_s}));
        QVERIFY(!layout.head.columns.at(6).required);         // 专票必填: a rule, not a property of the column
        QVERIFY(layout.head.columns.at(9).options.isEmpty()); // a list on a hidden sheet
        QCOMPARE(layout.lines.columns.at(5).decimals, 13);
        QCOMPARE(layout.lines.columns.at(7).decimals, 2);
        QCOMPARE(layout.lines.columns.at(7).limit, 16);
    }

    void readsEveryField()
    {
        const OrderSheet sheet = readOne(
            {{u"发票类型", u"增值税专用发票"_s}, {u"是否含税", u"否"_s}, {u"受票方自然人标识", u"否"_s},
                {u"购买方纳税人识别号", u"91330106MA0DEM0133"_s}, {u"购买方地址", u"示例路1号"_s},
                {u"购买方电话", u"0571-1"_s}, {u"购买方开户银行", u"示例银行"_s}, {u"购买方银行账号", u"33 01"_s},
                {u"是否展示购买方地址电话银行账号", u"展示地址、电话"_s},
                {u"是否展示销售方地址电话银行账号", u"展示开户银行、银行账号"_s}, {u"备注", u"第一行\n第二行"_s},
                {u"购买方邮箱", u"a@example.com"_s}, {u"收款人", u"甲"_s}, {u"复核人", u"乙"_s},
                {u"购买方证件类型", u"外国护照"_s}, {u"购买方证件号码", u"e 123"_s},
                {u"购买方国籍（或地区）", u"日本国"_s}, {u"是否开具涉税专业服务发票品目", u"是"_s},
                {u"涉税专业服务协议编号", u"XY-1"_s}, {u"购买方经办人姓名", u"王某"_s},
                {u"购买方经办人证件类型", u"残疾军人证（1-8级）"_s}, {u"购买方经办人证件号码", u"207"_s},
                {u"经办人国籍(地区)", u"中华人民共和国"_s}, {u"经办人自然人纳税人识别号", u"11010519491231002X"_s},
                {u"放弃享受减按1%征收率原因", u"因为实际经营业务需要，放弃享受减按1%征收率征收增值税政策。"_s}},
            {{u"规格型号", u"10kg"_s}, {u"单位", u"袋"_s}, {u"数量", u"2.5"_s}, {u"单价", u"40.0000000000001"_s},
                {u"折扣金额", u"1.50"_s}, {u"是否使用优惠政策", u"是"_s}, {u"优惠政策类型", u"即征即退50%"_s},
                {u"即征即退类型", u"增值税即征即退-软件产品"_s}});
        QVERIFY2(sheet.findings.isEmpty(), qPrintable(told(sheet.findings).join(u'\n')));
        QCOMPARE(sheet.orders.size(), 1);
        const Order &order = sheet.orders.front();
        QVERIFY2(order.findings.isEmpty(), qPrintable(told(order.findings).join(u'\n')));
        InvoiceDraft expected;
        expected.serial = u"S1"_s;
        expected.kind = InvoiceKind::Special;
        expected.taxIncluded = false;
        expected.buyer = {
            u"示例公司"_s, u"91330106MA0DEM0133"_s, u"示例路1号"_s, u"0571-1"_s, u"示例银行"_s, u"33 01"_s};
        expected.buyerEmail = u"a@example.com"_s;
        expected.showBuyerContact = true;
        expected.showSellerBank = true;
        expected.remark = u"第一行\n第二行"_s;
        expected.payee = u"甲"_s;
        expected.reviewer = u"乙"_s;
        expected.buyerDocument = {u"208"_s, u"E123"_s, u"日本国"_s};
        expected.taxService = true;
        expected.serviceAgreement = u"XY-1"_s;
        expected.agent = {u"王某"_s, {u"207"_s, u"207"_s, u"中华人民共和国"_s}, u"11010519491231002X"_s, {}};
        expected.waiver = WaiverReason::OwnChoice;
        expected.refund = RefundClass::Software;
        DraftLine line;
        line.item = u"大米"_s;
        line.classification = u"1030102010100000000"_s;
        line.spec = u"10kg"_s;
        line.unit = u"袋"_s;
        line.quantity = Decimal::parse(u"2.5");
        line.price = Decimal::parse(u"40.0000000000001");
        line.amount = Money::fromFen(10000);
        line.rate = TaxRate::fromMillionths(90000);
        line.preference = Preference::Refund50;
        line.discount = Money::fromFen(150);
        expected.lines = {line};
        QVERIFY(order.draft == expected);
    }

    void knowsTheCellOfEachFinding()
    {
        const OrderSheet sheet = readOne({}, {});
        const Order &order = sheet.orders.front();
        const QString head = u"1-发票基本信息"_s;
        const QString lines = u"2-发票明细信息"_s;
        QCOMPARE(order.place({Severity::Error, u"buyer.name"_s, -1, {}}), (CellPlace{head, 4, 6}));
        QCOMPARE(order.place({Severity::Error, u"nothing"_s, -1, {}}), (CellPlace{head, 4, 1}));
        QCOMPARE(order.place({Severity::Error, u"rate"_s, 0, {}}), (CellPlace{lines, 4, 9}));
        QCOMPARE(order.place({Severity::Error, QString(), 0, {}}), (CellPlace{lines, 4, 1}));
    }

    void joinsLinesBySerial()
    {
        const OrderSheet sheet = read({{headRow(), headRow({{u"发票流水号", u"S2"_s}})},
            {lineRow({{u"发票流水号", u"S2"_s}, {u"金额", u"1"_s}}), lineRow({{u"金额", u"2"_s}}),
                lineRow({{u"发票流水号", u"S2"_s}, {u"金额", u"3"_s}})},
            {}, {}});
        QCOMPARE(sheet.orders.size(), 2);
        QCOMPARE(sheet.orders.at(0).draft.lines.size(), 1);
        QCOMPARE(sheet.orders.at(1).draft.lines.size(), 2);
        QCOMPARE(sheet.orders.at(1).draft.lines.at(1).amount, Money::fromFen(300));
        QCOMPARE(sheet.orders.at(1).lines.at(1).row, 6);
    }

    void repairsWhatCanMeanOneThingOnly()
    {
        const OrderSheet sheet = readOne(
            {{u"发票流水号", u" Ｓ１\u00A0"_s}, {u"发票类型", u"普通 发票"_s},
                {u"购买方名称", u"\u3000示例（杭州）公司\u200B "_s},
                {u"购买方纳税人识别号", u"９１３３０１０６ ma0dem0133\u00A0"_s}, {u"购买方邮箱", u"a＠example.com"_s}},
            {{u"商品和服务税收编码", u"1030102 0101 00000000"_s}, {u"数量", u"１，０００．５０"_s},
                {u"金额", u"¥ 1,234.50"_s}, {u"税率", u"9％"_s}, {u"折扣金额", u"0.00"_s},
                {u"项目名称", u" 大米\t一级 "_s}});
        const Order &order = sheet.orders.front();
        QVERIFY2(order.findings.isEmpty(), qPrintable(told(order.findings).join(u'\n')));
        QCOMPARE(order.draft.serial, u"S1"_s);
        QCOMPARE(order.draft.kind, InvoiceKind::Ordinary);
        QCOMPARE(order.draft.buyer.name, u"示例（杭州）公司"_s);
        QCOMPARE(order.draft.buyer.taxNumber, u"91330106MA0DEM0133"_s);
        QCOMPARE(order.draft.buyerEmail, u"a@example.com"_s);
        const DraftLine &line = order.draft.lines.front();
        QCOMPARE(line.item, u"大米 一级"_s);
        QCOMPARE(line.classification, u"1030102010100000000"_s);
        QCOMPARE(line.quantity, Decimal::parse(u"1000.5"));
        QCOMPARE(line.amount, Money::fromFen(123450));
        QCOMPARE(line.rate, TaxRate::fromMillionths(90000));
        QVERIFY(!line.discount);
    }

    void reportsCells_data()
    {
        QTest::addColumn<bool>("inHead");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        const auto head = [](const char *name, QStringView column, const QString &text, const char *words) {
            QTest::newRow(name) << true << column.toString() << text << QString::fromLatin1(words);
        };
        const auto line = [](const char *name, QStringView column, const QString &text, const char *words) {
            QTest::newRow(name) << false << column.toString() << text << QString::fromLatin1(words);
        };
        head("kind not in the list", u"发票类型", u"收据"_s, "drop-down");
        head("yes or no", u"是否含税", u"Y"_s, "drop-down");
        head("blank where something must stand", u"购买方名称", u"  "_s, "filled in");
        head("101 characters", u"购买方名称", QString(101, u'名'), "101 characters; at most 100");
        head("long remark", u"备注", QString(231, u'注'), "at most 230");
        head("special business", u"特定业务类型", u"建筑服务"_s, "special businesses");
        head("no field for it", u"每千克煤炭发热量", u"5000"_s, "can not be carried");
        head("document of another list", u"购买方证件类型", u"军官证"_s, "drop-down");
        head("unknown document", u"购买方经办人证件类型", u"学生证"_s, "official list");
        head("reason of one's own", u"放弃享受减按1%征收率原因", u"不想"_s, "drop-down");
        head("seller's account", u"销售方开户行", u"示例银行"_s, "own record");
        line("not a number", u"数量", u"两个"_s, "not a number");
        line("date for a number", u"单价", u"2026-01-31"_s, "not a number");
        line("three decimals", u"金额", u"1.005"_s, "3 decimals; at most 2");
        line("fourteen decimals", u"单价", u"0.00000000000001"_s, "14 decimals; at most 13");
        line("seventeen characters", u"数量", u"1234.567890123456"_s, "17 characters; at most 16");
        line("rate of 13", u"税率", u"13"_s, "0.13");
        line("rate in words", u"税率", u"免税"_s, "not a tax rate");
        line("unknown policy", u"优惠政策类型", u"减半"_s, "drop-down");
        line("policy without a code", u"优惠政策类型", u"按2%简易征收"_s, "not supported");
        line("no field for coal", u"煤炭种类", u"市场煤"_s, "can not be carried");
        line("huge amount", u"金额", u"9999999999999999"_s, "");
    }
    void reportsCells()
    {
        QFETCH(bool, inHead);
        QFETCH(QString, column);
        QFETCH(QString, text);
        QFETCH(QString, words);
        const OrderSheet sheet = inHead ? readOne({{column, text}}, {}) : readOne({}, {{column, text}});
        const TemplateSheet &layout = inHead ? orderTemplate().head : orderTemplate().lines;
        const Order &order = sheet.orders.front();
        if (words.isEmpty()) {
            QVERIFY2(order.findings.isEmpty(), qPrintable(told(order.findings).join(u'\n')));
            return;
        }
        QCOMPARE(order.findings.size(), 1);
        const CellFinding &finding = order.findings.front();
        QVERIFY2(finding.text.contains(words), qPrintable(finding.text));
        QCOMPARE(finding.place.sheet, layout.name);
        QCOMPARE(finding.place.row, 4);
        QCOMPARE(layout.columns.at(finding.place.column - 1).name, column);
        QCOMPARE(finding.severity, column == u"销售方开户行" ? Severity::Warning : Severity::Error);
    }

    void countsARareHanCharacterAsOne()
    {
        const QString rare = u"𠮷"_s.repeated(100);
        QVERIFY(readOne({{u"购买方名称", rare}}, {}).orders.front().findings.isEmpty());
    }

    void comparesPolicyAndItsFlag()
    {
        VERIFY_TELLS(readOne({}, {{u"是否使用优惠政策", u"是"_s}}).orders.front().findings, "2!4,12", u"filled in");
        VERIFY_TELLS(
            readOne({}, {{u"是否使用优惠政策", u"否"_s}, {u"优惠政策类型", u"免税"_s}}).orders.front().findings,
            "2!4,12", u"says 否");
        VERIFY_TELLS(readOne({}, {{u"是否使用优惠政策", u"也许"_s}}).orders.front().findings, "2!4,11", u"drop-down");
        QVERIFY(readOne({}, {{u"优惠政策类型", u"免税"_s}}).orders.front().findings.isEmpty());
    }

    void reportsSerials()
    {
        QStringList nameless = headRow();
        nameless[0].clear();
        QStringList stray = lineRow();
        stray[0].clear();
        const OrderSheet sheet = read({{headRow(), headRow(), headRow({{u"发票流水号", u"EMPTY"_s}}), nameless},
            {lineRow(), lineRow({{u"发票流水号", u"LOST"_s}}), stray}, {}, {}});
        QCOMPARE(sheet.orders.size(), 2);
        VERIFY_TELLS(sheet.orders.at(0).findings, "1!4,1", u"again in row 5");
        VERIFY_TELLS(sheet.orders.at(0).findings, "1!5,1", u"already in row 4");
        VERIFY_TELLS(sheet.orders.at(1).findings, "1!6,1", u"no line");
        VERIFY_TELLS(sheet.findings, "1!7,1", u"filled in");
        VERIFY_TELLS(sheet.findings, "2!5,1", u"LOST");
        VERIFY_TELLS(sheet.findings, "2!6,1", u"filled in");
        QCOMPARE(sheet.findings.size(), 3);
    }

    void anOrderWithABadSerialIsAnOrder()
    {
        const QString serial(25, u'7'); // at most 20
        const OrderSheet sheet = readOne({{u"发票流水号", serial}}, {{u"发票流水号", serial}});
        QCOMPARE(sheet.orders.size(), 1);
        QCOMPARE(sheet.orders.at(0).draft.serial, serial);
        QCOMPARE(sheet.orders.at(0).draft.lines.size(), 1);
        VERIFY_TELLS(sheet.orders.at(0).findings, "1!4,1", u"at most 20");
        QVERIFY(sheet.findings.isEmpty());
    }

    void D11_elementsOfTheFourthSheet()
    {
        const auto element = [](const QString &serial, const QString &name, const QString &value) {
            return sheetRow(
                orderTemplate().elements, {{u"发票流水号", serial}, {u"附加要素名称", name}, {u"附加要素内容", value}});
        };
        const OrderSheet sheet = read(
            {{headRow(), headRow({{u"发票流水号", u"S2"_s}})}, {lineRow(), lineRow({{u"发票流水号", u"S2"_s}})}, {},
                {element(u"S2"_s, u"合同号"_s, u"HT-1"_s), element(u"S1"_s, u"批次"_s, u"二"_s),
                    element(u"S2"_s, u"批次"_s, QString()), element(u"S9"_s, u"批次"_s, u"三"_s)}});
        QCOMPARE(sheet.orders.at(0).draft.elements, (QList<ExtraElement>{{u"批次"_s, {}, u"二"_s}}));
        const Order &second = sheet.orders.at(1);
        QCOMPARE(second.draft.elements.size(), 2);
        VERIFY_TELLS(second.findings, "4!6,3", u"filled in");
        VERIFY_TELLS(sheet.findings, "4!7,1", u"S9");
        // What the rules say of an element is marked at its cell.
        QCOMPARE(second.place({Severity::Error, u"elements.1.name"_s, -1, {}}), (CellPlace{u"4-附加要素信息"_s, 6, 2}));
        QCOMPARE(second.place({Severity::Error, u"elements.7.name"_s, -1, {}}), (CellPlace{u"1-发票基本信息"_s, 5, 1}));
    }

    void D11_oneRefundClassAnInvoice()
    {
        const OrderSheet sheet = read({{headRow()},
            {lineRow({{u"即征即退类型", u"增值税即征即退-黄金"_s}}),
                lineRow({{u"即征即退类型", u"增值税即征即退-铂金"_s}})},
            {}, {}});
        VERIFY_TELLS(sheet.orders.front().findings, "2!5,13", u"must have the same");
    }

    void refusesTheSheetsOfSpecialBusinessOnceAnInvoice()
    {
        const auto businessRow = [](const char16_t *serial) {
            return sheetRow(
                orderTemplate().business, {{u"发票流水号", QString::fromUtf16(serial)}, {u"建筑项目名称", u"桥"_s}});
        };
        const OrderSheet sheet =
            read({{headRow({{u"特定业务类型", u"建筑服务"_s}}), headRow({{u"发票流水号", u"S2"_s}})},
                {lineRow(), lineRow({{u"发票流水号", u"S2"_s}})},
                {businessRow(u"S1"), businessRow(u"S2"), businessRow(u"S2"), businessRow(u"S9")},
                {sheetRow(orderTemplate().elements,
                    {{u"发票流水号", u"S2"_s}, {u"附加要素名称", u"车号"_s}, {u"附加要素内容", u"1"_s}})}});
        QCOMPARE(told(sheet.orders.at(0).findings).size(), 1);
        VERIFY_TELLS(sheet.orders.at(0).findings, "1!4,3", u"special businesses");
        QCOMPARE(told(sheet.orders.at(1).findings).size(), 1);
        VERIFY_TELLS(sheet.orders.at(1).findings, "3!5,1", u"can not be carried");
        VERIFY_TELLS(sheet.findings, "3!7,1", u"S9");
    }

    void ignoresBlankRows()
    {
        const OrderSheet sheet =
            read({{QStringList(39), headRow(), QStringList(39, u" "_s), QStringList(39, u"\u00A0"_s)},
                {QStringList(14), lineRow(), QStringList(14, u" "_s)}, {}, {}});
        QCOMPARE(sheet.orders.size(), 1);
        QVERIFY2(sheet.findings.isEmpty(), qPrintable(told(sheet.findings).join(u'\n')));
        QCOMPARE(sheet.orders.front().head.row, 5);
    }
};

QTEST_GUILESS_MAIN(TestXlsxOrders)
#include "tst_xlsx_orders.moc"

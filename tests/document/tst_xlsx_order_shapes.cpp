// SPDX-License-Identifier: GPL-3.0-or-later
// Order workbooks as other programs and clerks make them: moved columns, numbers as numbers, merged cells, blanks in
// sheet names.
#include "core/document/workbook/order_template.h"
#include "core/document/workbook/order_workbook.h"
#include "tests/document/raw_workbook.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kp;
using namespace kp::workbook;
using namespace Qt::StringLiterals;
using kp::test::RawWorkbook;

namespace
{
QByteArray text(const QString &value)
{
    return "<c t=\"inlineStr\"><is><t>" + value.toHtmlEscaped().toUtf8() + "</t></is></c>";
}

QByteArray row(int number, const QByteArray &cells)
{
    return "<row r=\"" + QByteArray::number(number) + "\">" + cells + "</row>";
}

QByteArray headers(const TemplateSheet &layout)
{
    QByteArray cells;
    for (const TemplateColumn &column : layout.columns)
        cells += text(column.name);
    return row(3, cells);
}

/// The two sheets, their rows given as XML.
struct RawOrders {
    QByteArray head;
    QByteArray lines;
    QByteArray afterLines;
    QString headName = u"1-发票基本信息"_s;
    QString linesName = u"2-发票明细信息"_s;

    bool write(const QString &path) const
    {
        RawWorkbook book;
        const auto sheet = [](const QString &name, int number) {
            return "<sheet name=\"" + name.toUtf8() + "\" sheetId=\"" + QByteArray::number(number) + "\" r:id=\"rId" +
                   QByteArray::number(number) + "\"/>";
        };
        book.set("xl/workbook.xml", RawWorkbook::book(sheet(u"说明"_s, 1) + sheet(headName, 2) + sheet(linesName, 3)));
        QByteArray targets;
        for (const char *number : {"1", "2", "3"})
            targets += QByteArray("<Relationship Id=\"rId") + number + "\" Target=\"worksheets/sheet" + number +
                       ".xml\" Type=\"" + RawWorkbook::types() + "worksheet\"/>";
        targets += "<Relationship Id=\"rId9\" Target=\"styles.xml\" Type=\"" + RawWorkbook::types() + "styles\"/>";
        book.set("xl/_rels/workbook.xml.rels", RawWorkbook::relationships(targets));
        book.formats("", "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>");
        book.set("xl/worksheets/sheet1.xml", RawWorkbook::sheet(row(1, text(u"任意内容"_s))));
        book.set("xl/worksheets/sheet2.xml", RawWorkbook::sheet(head));
        book.set("xl/worksheets/sheet3.xml", RawWorkbook::sheet(lines, afterLines));
        return book.write(path);
    }
};

QByteArray numeric(const char *value, const char *style = "0")
{
    return QByteArray("<c s=\"") + style + "\"><v>" + value + "</v></c>";
}

QByteArray goodHead()
{
    return headers(orderTemplate().head) +
           row(4, text(u"S1"_s) + text(u"普通发票"_s) + "<c/>" + text(u"是"_s) + "<c/>" + text(u"示例公司"_s));
}

QByteArray line(const QByteArray &code, const QByteArray &amount)
{
    return text(u"大米"_s) + code + "<c/><c/><c/><c/>" + amount + numeric("0.089999999999999997");
}
} // namespace

class TestXlsxOrderShapes : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(QStringLiteral("orders.xlsx")); }

private Q_SLOTS:
    void readsNumbersAsNumbers()
    {
        RawOrders orders{goodHead(),
            headers(orderTemplate().lines) +
                row(4, text(u"S1"_s) + line(numeric("1.0301020101000001E+18"), numeric("1234.5600000000001"))),
            {}};
        orders.headName = u" 1-发票基本信息 "_s;
        QVERIFY(orders.write(path()));
        const auto sheet = readOrders(path());
        QVERIFY(sheet.ok());
        QVERIFY(sheet->findings.isEmpty());
        const Order &order = sheet->orders.front();
        QCOMPARE(order.findings, QList<CellFinding>());
        QCOMPARE(order.draft.lines.front().classification, u"1030102010100000000"_s);
        QCOMPARE(order.draft.lines.front().amount, Money::fromFen(123456));
        QCOMPARE(order.draft.lines.front().rate, TaxRate::fromMillionths(90000));
        QCOMPARE(order.head.sheet, u"1-发票基本信息"_s);
    }

    void refusesNumbersThatLostTheirEndAndErrors()
    {
        const RawOrders orders{headers(orderTemplate().head) +
                                   row(4, text(u"S1"_s) + text(u"普通发票"_s) + "<c/>" + text(u"是"_s) + "<c/>" +
                                              "<c t=\"e\"><v>#REF!</v></c>" + numeric("911101080000001234")),
            headers(orderTemplate().lines) +
                row(4, text(u"S1"_s) + line(text(u"1030102010100000000"_s), numeric("46053", "1"))),
            {}};
        QVERIFY(orders.write(path()));
        const auto sheet = readOrders(path());
        QVERIFY(sheet.ok());
        const QList<CellFinding> &findings = sheet->orders.front().findings;
        QCOMPARE(findings.size(), 3);
        QCOMPARE(findings.at(0).place.column, 6);
        QVERIFY(findings.at(0).text.contains(u"#REF!"));
        QCOMPARE(findings.at(1).place.column, 7);
        QVERIFY(findings.at(1).text.contains(u"15 digits"));
        QCOMPARE(findings.at(2).place.column, 8);
        QVERIFY(findings.at(2).text.contains(u"2026-01-31"));
    }

    void findsMovedColumnsByTheirHeaders()
    {
        const RawOrders orders{goodHead(),
            row(3, text(u"我的备注"_s) + text(u"税率"_s) + text(u"金额 "_s) + text(u"发票流水号"_s) +
                       text(u"项目名称"_s) + text(u"商品和服务税收编码"_s)) +
                row(4, text(u"x"_s) + text(u"0.09"_s) + text(u"100"_s) + text(u"S1"_s) + text(u"大米"_s) +
                           text(u"1030102010100000000"_s)),
            {}};
        QVERIFY(orders.write(path()));
        const auto sheet = readOrders(path());
        QVERIFY(sheet.ok());
        QCOMPARE(sheet->orders.size(), 1);
        QVERIFY(sheet->orders.front().findings.isEmpty());
        QCOMPARE(
            sheet->orders.front().place({Severity::Error, u"rate"_s, 0, {}}), (CellPlace{u"2-发票明细信息"_s, 4, 2}));
        // One unknown column, nine optional ones that are missing.
        QCOMPARE(sheet->findings.size(), 10);
        QCOMPARE(sheet->findings.front().place, (CellPlace{u"2-发票明细信息"_s, 3, 1}));
        for (const CellFinding &finding : sheet->findings)
            QCOMPARE(finding.severity, Severity::Warning);
    }

    void readsNothingWhileARequiredColumnIsMissing()
    {
        const RawOrders orders{goodHead(),
            row(3, text(u"发票流水号"_s) + text(u"项目名称"_s) + text(u"商品和服务税收编码"_s) + text(u"税率"_s)), {}};
        QVERIFY(orders.write(path()));
        const auto sheet = readOrders(path());
        QVERIFY(sheet.ok());
        QVERIFY(sheet->orders.isEmpty());
        const auto isError = [](const CellFinding &finding) { return finding.severity == Severity::Error; };
        QCOMPARE(std::count_if(sheet->findings.cbegin(), sheet->findings.cend(), isError), 1);
        const auto error = std::find_if(sheet->findings.cbegin(), sheet->findings.cend(), isError);
        QCOMPARE(error->place, (CellPlace{u"2-发票明细信息"_s, 3, 8}));
        QVERIFY(error->text.contains(u"金额"));
    }

    void reportsMissingHeadersAndSheets()
    {
        RawOrders orders{row(3, text(u"编号"_s)), headers(orderTemplate().lines), {}};
        QVERIFY(orders.write(path()));
        const auto sheet = readOrders(path());
        QVERIFY(sheet.ok());
        QVERIFY(sheet->orders.isEmpty());
        QCOMPARE(sheet->findings.size(), 1);
        QCOMPARE(sheet->findings.front().place, (CellPlace{u"1-发票基本信息"_s, 3, 1}));

        orders.linesName = u"明细"_s;
        QVERIFY(orders.write(path()));
        const auto other = readOrders(path());
        QVERIFY(!other.ok());
        QCOMPARE(other.fault().kind, FaultKind::Invalid);
        QVERIFY(other.fault().message.contains(u"2-发票明细信息"));
    }

    void spreadsAMergedSerialAndNothingElse()
    {
        const QByteArray code = text(u"1030102010100000000"_s);
        const RawOrders orders{goodHead(),
            headers(orderTemplate().lines) + row(4, text(u"S1"_s) + line(code, numeric("100"))) +
                row(5, "<c/>" + line(code, numeric("200"))) + row(6, "<c/>" + line(code, "<c/>")),
            "<mergeCells><mergeCell ref=\"A4:A6\"/><mergeCell ref=\"H5:H6\"/></mergeCells>"};
        QVERIFY(orders.write(path()));
        const auto sheet = readOrders(path());
        QVERIFY(sheet.ok());
        QVERIFY(sheet->findings.isEmpty());
        const Order &order = sheet->orders.front();
        QCOMPARE(order.draft.lines.size(), 3);
        QCOMPARE(order.draft.lines.at(1).amount, Money::fromFen(20000));
        QVERIFY(!order.draft.lines.at(2).amount);
        QCOMPARE(order.findings.size(), 2);
        for (const CellFinding &finding : order.findings)
            QCOMPARE(finding.place, (CellPlace{u"2-发票明细信息"_s, 6, 8}));
        QVERIFY(order.findings.at(1).text.contains(u"merged"));
    }
};

QTEST_GUILESS_MAIN(TestXlsxOrderShapes)
#include "tst_xlsx_order_shapes.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// 导入明细: item workbooks into lines, their template, and the marked copy.
#include "core/document/workbook/line_workbook.h"
#include "core/document/workbook/order_marking.h"
#include "core/document/workbook/order_writer.h"
#include "core/document/workbook/reader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kp;
using namespace kp::workbook;
using namespace Qt::StringLiterals;

namespace
{
const QString sheetName = u"1-明细模板"_s;

/// The template with rows filled in, by the names of their columns.
void write(const QString &path, const QList<QHash<QString, QString>> &rows, const QStringList &headers = {},
    const QList<QStringList> &business = {})
{
    BookWriter book;
    book.addSheet(sheetName);
    const QList<TemplateColumn> &columns = lineTemplate().lines.columns;
    for (const TemplateColumn &column : columns)
        if (headers.isEmpty() || headers.contains(column.name)) {
            book.write(templateHeaderRow, column.number, column.name, CellLook::Heading);
            for (qsizetype row = 0; row < rows.size(); ++row)
                book.write(templateFirstRow + int(row), column.number, rows.at(row).value(column.name));
        }
    if (!business.isEmpty()) {
        book.addSheet(lineTemplate().business.name);
        const QList<TemplateColumn> &other = lineTemplate().business.columns;
        for (const TemplateColumn &column : other)
            book.write(templateHeaderRow, column.number, column.name);
        for (qsizetype row = 0; row < business.size(); ++row)
            book.write(templateFirstRow + int(row), 1, business.at(row).first());
    }
    if (!book.save(path).ok())
        qFatal("can not write");
}

QHash<QString, QString> paper(const QHash<QString, QString> &more = {})
{
    QHash<QString, QString> row{{u"项目名称"_s, u"复印纸"_s}, {u"金额"_s, u"113.00"_s}, {u"税率"_s, u"0.13"_s}};
    for (auto it = more.begin(); it != more.end(); ++it)
        row.insert(it.key(), it.value());
    return row;
}
} // namespace

class TestXlsxLines : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void D6_readsEveryColumn()
    {
        write(file("items.xlsx"),
            {paper({{u"商品和服务税收分类编码"_s, u"1060105040000000000"_s}, {u"规格型号"_s, u"A4"_s},
                 {u"单位"_s, u"箱"_s}, {u"商品数量"_s, u"2"_s}, {u"商品单价"_s, u"56.5"_s}, {u"折扣金额"_s, u"13"_s},
                 {u"优惠政策类型"_s, u"即征即退50%"_s}}),
                paper()});
        const auto sheet = readLines(file("items.xlsx"));
        QVERIFY(sheet.ok());
        QVERIFY(sheet->allFindings().isEmpty());
        QCOMPARE(sheet->lines.size(), 2);
        DraftLine expected;
        expected.item = u"复印纸"_s;
        expected.classification = u"1060105040000000000"_s;
        expected.spec = u"A4"_s;
        expected.unit = u"箱"_s;
        expected.quantity = Decimal(2);
        expected.price = Decimal::parse(u"56.5");
        expected.amount = Money::fromFen(11'300);
        expected.rate = TaxRate::fromMillionths(130'000);
        expected.discount = Money::fromFen(1'300);
        expected.preference = Preference::Refund50;
        QCOMPARE(sheet->lines.at(0).line, expected);
        QVERIFY(sheet->lines.at(1).line.classification.isEmpty()); // the page proposes one
        QCOMPARE(sheet->lines.at(1).row.place(u"rate"_s), (CellPlace{sheetName, 5, 8}));
    }

    void D6_findsErrorsByCellAndKeepsTheOtherLines()
    {
        write(file("items.xlsx"),
            {paper({{u"金额"_s, u"很多"_s}}), paper(), paper({{u"税率"_s, u"13"_s}, {u"煤炭种类"_s, u"市场煤"_s}}),
                paper({{u"项目名称"_s, QString()}, {u"商品数量"_s, u"1"_s}})});
        const auto sheet = readLines(file("items.xlsx"));
        QVERIFY(sheet.ok());
        QCOMPARE(sheet->lines.size(), 4);
        const auto places = [&](qsizetype line) {
            QList<int> out;
            for (const CellFinding &finding : sheet->lines.at(line).findings)
                out.append(finding.place.column);
            return out;
        };
        QCOMPARE(places(0), QList{7});
        QCOMPARE(places(1), QList<int>{});
        QCOMPARE(places(2), (QList{8, 11}));
        QCOMPARE(places(3), QList{1});
        QCOMPARE(sheet->allFindings().size(), 4);
    }

    void D6_marksTheUsersOwnFile()
    {
        write(file("items.xlsx"), {paper({{u"税率"_s, u"很高"_s}})});
        const auto sheet = readLines(file("items.xlsx"));
        QVERIFY(sheet.ok());
        QVERIFY(writeMarkedCopy(file("items.xlsx"), file("marked.xlsx"), sheet->allFindings()).ok());
        const auto again = readLines(file("marked.xlsx")); // the texts are as they were
        QVERIFY(again.ok());
        QCOMPARE(again->lines.size(), 1);
        QCOMPARE(again->lines.first().findings, sheet->lines.first().findings);
    }

    void D6_templateCanBeReadBack()
    {
        QVERIFY(writeLineTemplate(file("template.xlsx")).ok());
        const auto reader = Reader::open(file("template.xlsx"));
        QVERIFY(reader.ok());
        QCOMPARE(reader->sheets().first().name, sheetName);
        QString version;
        for (qsizetype i = 0; i < reader->sheets().size(); ++i)
            if (reader->sheets().at(i).name == u"excelVersion")
                QVERIFY(reader
                            ->readRows(i,
                                [&](const Row &row) {
                                    version = row.cells.front().text;
                                    return true;
                                })
                            .ok());
        QCOMPARE(version, u"mx;20250501"_s);
        const auto sheet = readLines(file("template.xlsx"));
        QVERIFY(sheet.ok());
        QVERIFY(sheet->lines.isEmpty());
        QVERIFY(sheet->findings.isEmpty());
    }

    void D6_missingColumnsAndSheets()
    {
        write(file("items.xlsx"), {paper()}, {u"项目名称"_s, u"金额"_s});
        auto sheet = readLines(file("items.xlsx"));
        QVERIFY(sheet.ok());
        QVERIFY(sheet->lines.isEmpty()); // the rate is required
        QVERIFY(std::any_of(sheet->findings.begin(), sheet->findings.end(),
            [](const CellFinding &f) { return f.severity == Severity::Error && f.text.contains(u"税率"); }));

        write(file("items.xlsx"), {paper()}, {u"项目名称"_s, u"金额"_s, u"税率"_s});
        sheet = readLines(file("items.xlsx"));
        QVERIFY(sheet.ok());
        QCOMPARE(sheet->lines.size(), 1); // the others are optional

        write(file("items.xlsx"), {paper()}, {}, {{u"产权一"_s}});
        sheet = readLines(file("items.xlsx"));
        QVERIFY(sheet.ok());
        QCOMPARE(sheet->findings.size(), 1);
        QVERIFY(sheet->findings.first().text.contains(u"2-特定业务信息"));

        QVERIFY(writeOrderTemplate(file("orders.xlsx")).ok());
        QCOMPARE(readLines(file("orders.xlsx")).fault().kind, FaultKind::Invalid);
    }

    void D6_atMostFiveThousandLines()
    {
        QList<QHash<QString, QString>> rows(5000, paper());
        write(file("items.xlsx"), rows);
        auto sheet = readLines(file("items.xlsx"));
        QVERIFY(sheet.ok());
        QCOMPARE(sheet->lines.size(), 5000);
        rows.append(paper());
        write(file("items.xlsx"), rows);
        sheet = readLines(file("items.xlsx"));
        QVERIFY(!sheet.ok());
        QVERIFY(sheet.fault().message.contains(u"5001"));
    }
};

QTEST_GUILESS_MAIN(TestXlsxLines)
#include "tst_xlsx_lines.moc"

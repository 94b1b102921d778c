// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/number_text.h"
#include "core/document/workbook/reader.h"
#include "tests/document/raw_workbook.h"

#include <QTemporaryDir>
#include <QTest>

#include <xlsxwriter.h>

using namespace kp;
using namespace kp::workbook;
using kp::test::RawWorkbook;

namespace
{
/// All cells of a sheet as "A1=text".
QStringList cellsOf(const Reader &reader, int sheet = 0, QList<CellRange> *merged = nullptr)
{
    QStringList cells;
    const auto read = reader.readRows(sheet, [&cells](const Row &row) {
        for (const Cell &cell : row.cells)
            cells.append(QStringLiteral("R%1C%2=%3").arg(row.number).arg(cell.column).arg(cell.text));
        return true;
    });
    if (!read)
        return {QStringLiteral("fault: ") + read.fault().detail};
    if (merged != nullptr)
        *merged = *read;
    return cells;
}
} // namespace

class TestXlsxReader : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(QStringLiteral("book.xlsx")); }
    QStringList cells(const RawWorkbook &book) const
    {
        if (!book.write(path()))
            return {QStringLiteral("not written")};
        const auto reader = Reader::open(path());
        return reader ? cellsOf(*reader) : QStringList{QStringLiteral("fault: ") + reader.fault().message};
    }

private Q_SLOTS:
    void readsWhatLibxlsxwriterWrites()
    {
        lxw_workbook *book = workbook_new(path().toLocal8Bit().constData());
        lxw_worksheet *first = workbook_add_worksheet(book, "1-发票基本信息");
        lxw_worksheet *second = workbook_add_worksheet(book, "隐藏");
        worksheet_hide(second);
        lxw_format *date = workbook_add_format(book);
        format_set_num_format(date, "yyyy\"年\"m\"月\"d\"日\"");
        worksheet_write_string(first, 0, 0, "发票 <&> 流水号", nullptr);
        worksheet_write_number(first, 3, 1, 1.13, nullptr);
        worksheet_write_number(first, 3, 2, 46053, date);
        worksheet_write_boolean(first, 3, 3, 1, nullptr);
        worksheet_write_formula_num(first, 4, 0, "=1+0.1", nullptr, 1.1);
        worksheet_write_formula_str(first, 4, 1, "=\"a\"&\"b\"", nullptr, "ab");
        worksheet_merge_range(first, 5, 0, 6, 3, "合并", nullptr);
        worksheet_write_string(second, 1, 26, " x ", nullptr);
        QCOMPARE(workbook_close(book), LXW_NO_ERROR);

        const auto reader = Reader::open(path());
        QVERIFY2(reader.ok(), qPrintable(reader ? QString() : reader.fault().detail));
        QCOMPARE(reader->sheets().size(), 2);
        QCOMPARE(reader->sheets().at(0).name, QStringLiteral("1-发票基本信息"));
        QVERIFY(!reader->sheets().at(0).hidden);
        QCOMPARE(reader->sheets().at(1).name, QStringLiteral("隐藏"));
        QVERIFY(reader->sheets().at(1).hidden);
        QList<CellRange> merged;
        QCOMPARE(cellsOf(*reader, 0, &merged),
            (QStringList{QStringLiteral("R1C1=发票 <&> 流水号"), QStringLiteral("R4C2=1.13"),
                QStringLiteral("R4C3=2026-01-31"), QStringLiteral("R4C4=TRUE"), QStringLiteral("R5C1=1.1"),
                QStringLiteral("R5C2=ab"), QStringLiteral("R6C1=合并")}));
        QCOMPARE(merged, (QList<CellRange>{{6, 1, 7, 4}}));
        QCOMPARE(cellsOf(*reader, 1), QStringList{QStringLiteral("R2C27= x ")});
    }

    void readsInlineStringsAndMissingReferences()
    {
        QCOMPARE(cells(RawWorkbook(
                     "<row><c t=\"inlineStr\"><is><t>甲</t></is></c>"
                     "<c t=\"inlineStr\"><is><r><t>乙</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 丙</t></r>"
                     "<rPh sb=\"0\" eb=\"1\"><t>yi</t></rPh></is></c></row>"
                     "<row><c/><c><v>7</v></c></row>"
                     "<row r=\"9\"><c r=\"D9\"><v>1</v></c><c><v>2</v></c></row>")),
            (QStringList{QStringLiteral("R1C1=甲"), QStringLiteral("R1C2=乙 丙"), QStringLiteral("R2C2=7"),
                QStringLiteral("R9C4=1"), QStringLiteral("R9C5=2")}));
    }

    void readsSharedStrings()
    {
        RawWorkbook book("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                         "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c></row>");
        book.strings(
            "<si><t>plain</t></si><si><r><t>购</t></r><r><t>买</t></r><rPh sb=\"0\" eb=\"1\"><t>gou</t></rPh></si>"
            "<si/><si><t>a_x000D_b_x00g0_</t></si>");
        QCOMPARE(cells(book), (QStringList{QStringLiteral("R1C1=plain"), QStringLiteral("R1C2=购买"),
                                  QStringLiteral("R1C4=a\rb_x00g0_")}));
    }

    void readsStrictAndPrefixedDialects()
    {
        RawWorkbook book;
        book.set(
            "_rels/.rels", RawWorkbook::relationships(
                               "<Relationship Id=\"a\" Target=\"/xl/workbook.xml\" "
                               "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\"/>"));
        book.set("xl/workbook.xml", "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" "
                                    "xmlns:d=\"http://purl.oclc.org/ooxml/"
                                    "officeDocument/relationships\"><x:workbookPr "
                                    "date1904=\"true\"/><x:sheets><x:sheet name=\"S\" sheetId=\"5\" "
                                    "state=\"veryHidden\" d:id=\"q\"/></x:sheets></x:workbook>");
        book.set("xl/_rels/workbook.xml.rels",
            RawWorkbook::relationships("<Relationship Id=\"q\" Target=\"..\\xl\\worksheets\\Sheet1.xml\" "
                                       "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\"/>"));
        book.set("xl/worksheets/sheet1.xml",
            "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row r=\"2\"><x:c "
            "r=\"B2\" "
            "t=\"d\"><x:v>2026-01-31T00:00:00.000Z</x:v></x:c><x:c r=\"C2\" t=\"e\"><x:v>#N/A</x:v></x:c><x:c r=\"D2\" "
            "t=\"b\"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>");
        QCOMPARE(cells(book), (QStringList{QStringLiteral("R2C2=2026-01-31"), QStringLiteral("R2C3=#N/A"),
                                  QStringLiteral("R2C4=FALSE")}));
    }

    void readsDatesOfBothCalendars_data()
    {
        QTest::addColumn<bool>("date1904");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("moment");
        QTest::newRow("1900") << false << QStringLiteral("2026-01-31") << QStringLiteral("2026-01-31 18:00:00");
        QTest::newRow("1904") << true << QStringLiteral("2030-02-01") << QStringLiteral("2030-02-01 18:00:00");
    }
    void readsDatesOfBothCalendars()
    {
        QFETCH(bool, date1904);
        QFETCH(QString, first);
        QFETCH(QString, moment);
        RawWorkbook book("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>46053</v></c><c r=\"B1\" s=\"2\"><v>46053.75</v></c>"
                         "<c r=\"C1\" s=\"3\"><v>46053</v></c><c r=\"D1\" s=\"4\"><v>42</v></c></row>");
        book.set("xl/workbook.xml", RawWorkbook::book("<sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/>",
                                        date1904 ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>"));
        book.formats("<numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd\\ hh:mm\"/><numFmt numFmtId=\"165\" "
                     "formatCode=\"[Red]#,##0.00&quot;day&quot;\"/><numFmt numFmtId=\"166\" formatCode=\"000000\"/>",
            "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf "
            "numFmtId=\"166\"/>");
        QCOMPARE(cells(book), (QStringList{QStringLiteral("R1C1=") + first, QStringLiteral("R1C2=") + moment,
                                  QStringLiteral("R1C3=46053"), QStringLiteral("R1C4=000042")}));
    }

    void showsNumbersAsExcelDoes_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *raw, const char *shown) {
            QTest::newRow(raw) << QByteArray(raw) << QString::fromLatin1(shown);
        };
        row("0.1", "0.1");
        row("1.1300000000000001", "1.13");
        row("0.28999999999999998", "0.29");
        row("99999.999999999985", "100000");
        row("1.5E-3", "0.0015");
        row("1.0000000000000001E-5", "0.00001");
        row("-12.50", "-12.5");
        row("1E+3", "1000");
        row("3.0402030000000001E+18", "3040203000000000000");
        row("123456789012345678", "123456789012346000");
        row("007", "7");
        row("-0", "0");
        row("0", "0");
        row("100", "100");
        row("12.", "12");
        row(".5", "0.5");
        row("1e999999999999", "1e999999999999");
        row("1.2.3", "1.2.3");
    }
    void showsNumbersAsExcelDoes()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QString, shown);
        QCOMPARE(plainNumber({raw.constData(), static_cast<std::size_t>(raw.size())}), shown);
    }

    void readsFormatCodes_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("date");
        QTest::addColumn<bool>("time");
        const auto row = [](const char16_t *code, bool date, bool time) {
            const QString text = QString::fromUtf16(code);
            QTest::newRow(text.toUtf8().constData()) << text << date << time;
        };
        row(u"General", false, false);
        row(u"@", false, false);
        row(u"0.00E+00", false, false);
        row(u"#,##0.00_);[Red](#,##0.00)", false, false);
        row(u"#,##0\"days\"", false, false);
        row(u"[$¥-804]#,##0.00", false, false);
        row(u"0\\d", false, false);
        row(u"0;yyyy", false, false);
        row(u"yyyy\"年\"m\"月\"d\"日\"", true, false);
        row(u"[$-804]yyyy/m/d", true, false);
        row(u"mmm-yy", true, false);
        row(u"m", true, false);
        row(u"h:mm AM/PM", false, true);
        row(u"mm:ss.0", false, true);
        row(u"[h]:mm:ss", false, true);
        row(u"m/d/yy h:mm", true, true);
    }
    void readsFormatCodes()
    {
        QFETCH(QString, code);
        QFETCH(bool, date);
        QFETCH(bool, time);
        const NumberFormat format = numberFormat(code);
        QCOMPARE(format.date, date);
        QCOMPARE(format.time, time);
        QCOMPARE(format.elapsed, code == u"[h]:mm:ss");
    }

    void countsDaysAsExcelDoes_data()
    {
        QTest::addColumn<QByteArray>("serial");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *serial, const char16_t *code, const char *text) {
            QTest::newRow(serial) << QByteArray(serial) << QString::fromUtf16(code) << QString::fromLatin1(text);
        };
        row("1", u"yyyy-m-d", "1900-01-01");
        row("59", u"yyyy-m-d", "1900-02-28");
        row("60", u"yyyy-m-d", "1900-02-29");
        row("61", u"yyyy-m-d", "1900-03-01");
        row("2958465", u"yyyy-m-d", "9999-12-31");
        row("2958466", u"yyyy-m-d", "");
        row("-1", u"yyyy-m-d", "");
        row("46053.999999999", u"yyyy-m-d h:mm", "2026-02-01 00:00:00");
        row("0.35416666666666669", u"h:mm", "08:30:00");
        row("1.5", u"[h]:mm", "36:00:00");
        row("x", u"yyyy", "");
    }
    void countsDaysAsExcelDoes()
    {
        QFETCH(QByteArray, serial);
        QFETCH(QString, code);
        QFETCH(QString, text);
        QCOMPARE(
            momentText({serial.constData(), static_cast<std::size_t>(serial.size())}, numberFormat(code), false), text);
    }

    void readsCellReferences()
    {
        QCOMPARE(cellReference("AB12"), (CellRange{12, 28, 12, 28}));
        QCOMPARE(cellReference("XFD1048576"), (CellRange{1048576, 16384, 1048576, 16384}));
        QCOMPARE(cellReference("XFE1"), CellRange{});
        QCOMPARE(cellReference("A1048577"), CellRange{});
        QCOMPARE(cellReference("12"), CellRange{});
        QCOMPARE(cellReference("A"), CellRange{});
        QCOMPARE(cellReference("A1B"), CellRange{});
    }

    void stopsWhenTheSinkHasEnough()
    {
        QVERIFY(RawWorkbook("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>").write(path()));
        const auto reader = Reader::open(path());
        QVERIFY(reader.ok());
        int rows = 0;
        QVERIFY(reader->readRows(0, [&rows](const Row &) { return ++rows < 1; }).ok());
        QCOMPARE(rows, 1);
    }
};

QTEST_GUILESS_MAIN(TestXlsxReader)
#include "tst_xlsx_reader.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Files that records are imported from, good and bad: what is said names sheet, row and column.
#include "core/base/files.h"
#include "core/base/gb18030.h"
#include "core/document/workbook/record_reader.h"
#include "core/document/workbook/record_writer.h"
#include "tests/document/raw_workbook.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kp;
using namespace kp::workbook;
using namespace Qt::StringLiterals;
using kp::test::RawWorkbook;

namespace
{
/// What came of reading a file of customers.
struct Read {
    Result<RecordSheet> sheet = Fault{};
    QList<ReadRecord<Customer>> rows;

    [[nodiscard]] QString fault() const { return sheet.ok() ? QString() : sheet.fault().message; }
    /// The finding at a cell, among those of the rows and of the sheet.
    [[nodiscard]] QString at(const CellPlace &place) const
    {
        QList<CellFinding> all = sheet.ok() ? sheet->findings : QList<CellFinding>();
        for (const ReadRecord<Customer> &row : rows)
            all += row.findings;
        for (const CellFinding &finding : all)
            if (finding.place == place)
                return finding.text;
        return {};
    }
};

Read readCustomers(const QString &path)
{
    Read out;
    out.sheet = readRecords<Customer>(
        path, 100, [&](const RecordColumns &, const QList<ReadRecord<Customer>> &rows) -> Outcome {
            out.rows += rows;
            return Done{};
        });
    return out;
}

QByteArray cell(const char *reference, const QString &text)
{
    return QByteArray("<c r=\"") + reference + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" +
           text.toHtmlEscaped().toUtf8() + "</t></is></c>";
}

QByteArray row(int number, const QByteArray &cells)
{
    return "<row r=\"" + QByteArray::number(number) + "\">" + cells + "</row>";
}

/// A sheet "One" with the headings in row 1.
QByteArray headed(const QByteArray &rows)
{
    return row(1,
               cell("A1", u"客户名称"_s) + cell("B1", u"税号"_s) + cell("C1", u"银行账号"_s) + cell("D1", u"电话"_s)) +
           rows;
}
} // namespace

class TestRecordFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void C2_columnsInAnyOrderUnderOtherNames();
    void C2_templateIsReadBack();
    void C1_exportIsReadBack();
    void C2_manyStepsComeInOrderUntilOneFails();
    void C2_aWriterMayBeGivenUp();
    void C1_exportIsNamedWithItsTime();
    void C2_csvInThreeEncodings();
    void C2_markedCopyOfCsv();
    void badZipBomb();
    void badWrongSheet();
    void badWrongHeader();
    void badFormulaInjection();
    void badGiantCell();
    void badMixedEncodings();
    void badMergedCells();
    void badDatesAsNumbers();
    void badNumbersAsText();
    void badTrailingBlanks();
    void badLostDigits();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    Read readRaw(const RawWorkbook &book)
    {
        const QString file = path(u"raw.xlsx"_s);
        return book.write(file) ? readCustomers(file) : Read();
    }
    Read readText(const QByteArray &bytes, const QString &name = u"customers.csv"_s)
    {
        return writeFile(path(name), bytes).ok() ? readCustomers(path(name)) : Read();
    }

    QTemporaryDir m_folder;
};

void TestRecordFiles::C2_columnsInAnyOrderUnderOtherNames()
{
    const Read read = readText(
        u"客户列表,,,,\n税号,*购方名称,颜色,客户类型,电话\n91430104ma4t8ft50u,　长沙示例公司 ,红,机关单位,０７３１-1\n"_s
            .toUtf8());
    QCOMPARE(read.fault(), QString());
    QCOMPARE(read.rows.size(), 1);
    const Customer &customer = read.rows[0].record;
    QCOMPARE(read.rows[0].row, 3);
    QCOMPARE(customer.party.name, u"长沙示例公司"_s);
    QCOMPARE(customer.party.taxNumber, u"91430104MA4T8FT50U"_s);
    QCOMPARE(customer.kind, PartyKind::Authority);
    QCOMPARE(customer.party.phone, u"0731-1"_s);
    QVERIFY(read.at({u"customers.csv"_s, 2, 3}).contains(u"颜色"_s)); // nobody knows that column
}

void TestRecordFiles::C2_templateIsReadBack()
{
    const QString file = path(u"template.xlsx"_s);
    QVERIFY(writeRecordTemplate(file, recordTemplate<Customer>()).ok());
    const Read read = readCustomers(file);
    QCOMPARE(read.fault(), QString());
    QCOMPARE(read.rows.size(), 0);
    QCOMPARE(read.sheet->columns.headingRow, recordHeadingRow);
    QCOMPARE(read.sheet->columns.columns.size(), recordTemplate<Customer>().columns.size());
    const auto reader = Reader::open(file);
    QVERIFY(std::any_of(reader->sheets().begin(), reader->sheets().end(),
        [](const SheetEntry &sheet) { return sheet.hidden && sheet.name == u"excelVersion"; }));
}

void TestRecordFiles::C1_exportIsReadBack()
{
    Item item;
    item.name = u"=1+1"_s; // never a formula
    item.classification = u"1060105040000000000"_s;
    item.price = Decimal::parse(u"0.3333333333333");
    item.rate = TaxRate::fromMillionths(130'000);
    item.taxIncluded = false;
    item.preference = Preference::Simplified3;
    Item plain;
    plain.name = u"@纸"_s;
    plain.classification = item.classification;
    RecordWriter<Item> writer;
    writer.add({item, plain});
    QCOMPARE(writer.count(), 2);
    const QString file = path(u"items.xlsx"_s);
    QVERIFY(writer.save(file).ok());
    QList<Item> read;
    const auto sheet =
        readRecords<Item>(file, 1, [&](const RecordColumns &, const QList<ReadRecord<Item>> &rows) -> Outcome {
            for (const ReadRecord<Item> &one : rows) {
                if (!one.findings.isEmpty())
                    return Fault{FaultKind::Invalid, one.findings.first().text};
                read.append(one.record);
            }
            return Done{};
        });
    QVERIFY2(sheet.ok(), qPrintable(sheet.ok() ? QString() : sheet.fault().message));
    QCOMPARE(read, (QList<Item>{item, plain}));
}

/// Reading and writing are done by threads of their own.
void TestRecordFiles::C2_manyStepsComeInOrderUntilOneFails()
{
    constexpr int rows = 250;
    RecordWriter<Customer> writer;
    for (int i = 0; i < rows; ++i) {
        Customer one;
        one.party.name = u"客户%1"_s.arg(i);
        writer.add({one});
    }
    const QString file = path(u"many.xlsx"_s);
    QVERIFY(writer.save(file).ok());
    const auto readUntil = [&](int last, QStringList &names) {
        return readRecords<Customer>(
            file, 10, [&](const RecordColumns &columns, const QList<ReadRecord<Customer>> &step) -> Outcome {
                for (const ReadRecord<Customer> &one : step)
                    names.append(one.record.party.name);
                if (columns.headingRow == 0 || names.size() >= last)
                    return Fault{FaultKind::Storage, u"the disk is full"_s};
                return Done{};
            });
    };
    QStringList all;
    QVERIFY(readUntil(rows + 1, all).ok());
    QCOMPARE(all.size(), rows);
    for (int i = 0; i < rows; ++i)
        QCOMPARE(all.at(i), u"客户%1"_s.arg(i));
    QStringList some;
    const auto stopped = readUntil(30, some);
    QVERIFY(!stopped.ok());
    QCOMPARE(stopped.fault().message, u"the disk is full"_s);
    QCOMPARE(some, all.first(30));
}

void TestRecordFiles::C2_aWriterMayBeGivenUp()
{
    Customer one;
    one.party.name = u"甲"_s;
    {
        RecordWriter<Customer> writer;
        for (int i = 0; i < 20; ++i)
            writer.add(QList<Customer>(100, one));
        QCOMPARE(writer.count(), 2000);
    } // goes, whatever still waited
    RecordWriter<Customer> next;
    next.add({one});
    QVERIFY(next.save(path(u"next.xlsx"_s)).ok());
}

void TestRecordFiles::C1_exportIsNamedWithItsTime()
{
    QCOMPARE(exportFileName(recordTemplate<Item>(), QDateTime(QDate(2026, 11, 20), QTime(9, 5, 7))),
        u"商品信息导出列表20261120090507.xlsx"_s);
}

void TestRecordFiles::C2_csvInThreeEncodings()
{
    const QString text = u"客户名称,税号\r\n\"长沙,示例\",\r\n联通公司,\r\n"_s;
    for (const QByteArray &bytes : {text.toUtf8(), QByteArray("\xEF\xBB\xBF") + text.toUtf8(), toGb18030(text)}) {
        const Read read = readText(bytes);
        QCOMPARE(read.fault(), QString());
        QCOMPARE(read.rows.size(), 2);
        QCOMPARE(read.rows[0].record.party.name, u"长沙,示例"_s);
        QCOMPARE(read.rows[1].record.party.name, u"联通公司"_s);
    }
    QCOMPARE(readText(u"名称\t电话\n甲,乙\t1\n"_s.toUtf8()).rows[0].record.party.name, u"甲,乙"_s);
}

void TestRecordFiles::C2_markedCopyOfCsv()
{
    const Read read = readText(u"客户名称,购买方类型\n甲公司,外星人\n"_s.toUtf8());
    QVERIFY(!read.at({u"customers.csv"_s, 2, 2}).isEmpty());
    const QString marked = path(u"marked.xlsx"_s);
    QVERIFY(writeMarkedRecords(
        path(u"customers.csv"_s), marked, recordTemplate<Customer>(), read.sheet->columns, read.rows[0].findings)
                .ok());
    const Read again = readCustomers(marked);
    QCOMPARE(again.rows.size(), 1);
    QCOMPARE(again.rows[0].record.party.name, u"甲公司"_s);
    QCOMPARE(again.rows[0].findings.size(), 1); // the mistake is still there, to be mended
}

void TestRecordFiles::badZipBomb()
{
    RawWorkbook bomb;
    bomb.set("xl/worksheets/sheet1.xml", RawWorkbook::sheet(QByteArray(20 << 20, ' ')));
    const QString message = readRaw(bomb).fault();
    QVERIFY2(message.contains(u"raw.xlsx"_s) && message.contains(u"unpacks"_s), qPrintable(message));
}

void TestRecordFiles::badWrongSheet()
{
    const QString message = readRaw(RawWorkbook(row(1, cell("A1", u"发票号码"_s) + cell("B1", u"金额"_s)))).fault();
    QVERIFY2(message.contains(u"One"_s) && message.contains(u"客户名称"_s), qPrintable(message));
}

void TestRecordFiles::badWrongHeader()
{
    const QString message =
        readRaw(RawWorkbook(row(2, cell("A2", u"客户"_s) + cell("B2", u"税号"_s) + cell("C2", u"地址"_s)))).fault();
    QVERIFY2(message.contains(u"One"_s) && message.contains(u"row 2"_s) && message.contains(u"客户名称"_s),
        qPrintable(message));
}

void TestRecordFiles::badFormulaInjection()
{
    const Read read = readRaw(RawWorkbook(headed(row(2, cell("A2", u"=cmd|'/c calc'!A1"_s) + cell("D2", u"+86-1"_s)))));
    QCOMPARE(read.rows.size(), 1);
    QCOMPARE(read.rows[0].record.party.name, u"=cmd|'/c calc'!A1"_s);
    RecordWriter<Customer> writer;
    writer.add({read.rows[0].record});
    const QString file = path(u"out.xlsx"_s);
    QVERIFY(writer.save(file).ok());
    int error = 0;
    zip_t *archive = zip_open(file.toLocal8Bit().constData(), ZIP_RDONLY, &error);
    QVERIFY(archive != nullptr);
    zip_file_t *part = zip_fopen(archive, "xl/worksheets/sheet1.xml", 0);
    QByteArray xml(1 << 20, '\0');
    xml.truncate(zip_fread(part, xml.data(), static_cast<zip_uint64_t>(xml.size())));
    zip_fclose(part);
    zip_discard(archive);
    QVERIFY(xml.contains("calc"));
    QVERIFY(!xml.contains("<f>"));
}

void TestRecordFiles::badGiantCell()
{
    // Repetitive enough to be small, not so much that the archive itself is refused.
    QByteArray giant;
    for (int i = 0; giant.size() < (3 << 20); ++i)
        giant += QByteArray::number(i * 2654435761U);
    const QByteArray cells = "<c r=\"B7\" t=\"inlineStr\"><is><t>" + giant + "</t></is></c>";
    const QString message = readRaw(RawWorkbook(headed(row(7, cell("A7", u"甲"_s) + cells)))).fault();
    QVERIFY2(message.contains(u"One"_s) && message.contains(u"row 7"_s) && message.contains(u"column 2"_s),
        qPrintable(message));
    RawWorkbook shared(headed(row(5, "<c r=\"A5\" t=\"s\"><v>0</v></c>")));
    shared.strings("<si><t>" + giant + "</t></si>");
    const QString other = readRaw(shared).fault();
    QVERIFY2(other.contains(u"row 5"_s) && other.contains(u"column 1"_s), qPrintable(other));
}

void TestRecordFiles::badMixedEncodings()
{
    const QByteArray mixed =
        u"客户名称\n长沙示例公司\n"_s.toUtf8() + toGb18030(u"北京示例有限责任公司\n"_s) + u"上海\n"_s.toUtf8();
    const QString message = readText(mixed).fault();
    QVERIFY2(message.contains(u"customers.csv"_s) && message.contains(u"line 3"_s), qPrintable(message));
    const QString bytes = readText(u"客户名称\n甲\n"_s.toUtf8() + QByteArray("\xFF\xFE\x80\n")).fault();
    QVERIFY2(bytes.contains(u"line 3"_s), qPrintable(bytes));
}

void TestRecordFiles::badMergedCells()
{
    RawWorkbook book;
    book.set("xl/worksheets/sheet1.xml",
        RawWorkbook::sheet(headed(row(2, cell("A2", u"甲"_s) + cell("D2", u"1"_s)) + row(3, cell("A3", u"乙"_s))),
            "<mergeCells><mergeCell ref=\"D2:D3\"/></mergeCells>"));
    const Read read = readRaw(book);
    for (const int row : {2, 3}) { // the row that loses its value by it is told too
        const QString told = read.at({u"One"_s, row, 4});
        QVERIFY2(told.startsWith(u"Sheet One, row %1, column 4: the cells of rows 2 to 3 are merged"_s.arg(row)),
            qPrintable(told));
    }
    QCOMPARE(read.sheet->findings.size(), 2); // no row beyond the last one of the table
    QCOMPARE(read.rows[1].record.party.phone, QString());
}

void TestRecordFiles::badDatesAsNumbers()
{
    RawWorkbook book(headed(row(2, cell("A2", u"甲"_s) + "<c r=\"D2\" s=\"0\"><v>46000</v></c>")));
    book.formats({}, "<xf numFmtId=\"14\"/>");
    const Read read = readRaw(book);
    QVERIFY2(read.at({u"One"_s, 2, 4}).contains(u"date"_s), qPrintable(read.at({u"One"_s, 2, 4})));
}

void TestRecordFiles::badNumbersAsText()
{
    const QByteArray text = u"项目名称,税收分类编码,单价,税率\n纸,1060105040000000000,\"¥1,234.50\",13%\n"
                            u"笔,1060105040000000000,两元,13\n"_s.toUtf8();
    QVERIFY(writeFile(path(u"items.csv"_s), text).ok());
    QList<ReadRecord<Item>> rows;
    QVERIFY(readRecords<Item>(
        path(u"items.csv"_s), 10, [&](const RecordColumns &, const QList<ReadRecord<Item>> &step) -> Outcome {
            rows += step;
            return Done{};
        }).ok());
    QCOMPARE(rows.size(), 2);
    QVERIFY(rows[0].findings.isEmpty());
    QCOMPARE(rows[0].record.price, Decimal::parse(u"1234.5"));
    QCOMPARE(rows[0].record.rate, TaxRate::fromMillionths(130'000));
    QCOMPARE(rows[1].findings.size(), 2);
    QCOMPARE(rows[1].findings[0].place, (CellPlace{u"items.csv"_s, 3, 3}));
    QCOMPARE(rows[1].findings[1].place, (CellPlace{u"items.csv"_s, 3, 4}));
}

void TestRecordFiles::badTrailingBlanks()
{
    const Read read = readRaw(
        RawWorkbook(headed(row(2, cell("A2", u"  甲公司\u00A0\u200B "_s)) +
                           row(3, cell("A3", u"  "_s) + cell("B3", u"\u3000"_s)) + row(9, cell("D9", u"123"_s)))));
    QCOMPARE(read.rows.size(), 2); // the row of blanks is none
    QCOMPARE(read.rows[0].record.party.name, u"甲公司"_s);
    QVERIFY2(read.at({u"One"_s, 9, 1}).contains(u"客户名称"_s), qPrintable(read.at({u"One"_s, 9, 1})));
}

void TestRecordFiles::badLostDigits()
{
    const Read read =
        readRaw(RawWorkbook(headed(row(2, cell("A2", u"甲"_s) + "<c r=\"C2\"><v>6.2220200001E+18</v></c>"))));
    QVERIFY2(read.at({u"One"_s, 2, 3}).contains(u"15"_s), qPrintable(read.at({u"One"_s, 2, 3})));
}

QTEST_GUILESS_MAIN(TestRecordFiles)
#include "tst_record_files.moc"

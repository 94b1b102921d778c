// SPDX-License-Identifier: GPL-3.0-or-later
// Bad workbooks, each handed to every import: customers, items, the official item sheet and the official order
// workbook. Either the whole file is refused in words, or the rows beside the bad one come through; both name the
// place.
#include "core/base/files.h"
#include "core/base/gb18030.h"
#include "core/document/workbook/line_workbook.h"
#include "core/document/workbook/order_marking.h"
#include "core/document/workbook/order_workbook.h"
#include "core/document/workbook/record_reader.h"
#include "core/document/workbook/record_writer.h"
#include "tests/document/bad_book.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kp;
using namespace kp::workbook;
using namespace Qt::StringLiterals;
using namespace kp::test;

namespace
{
template<class T>
Read readRecordsOf(const QString &path, const char *words, const char *figures)
{
    Read out;
    const auto text = [](const T &record, const char *key) {
        return schema<T>().find(QString::fromLatin1(key))->text(record);
    };
    const auto sheet =
        readRecords<T>(path, 100, [&](const RecordColumns &columns, const QList<ReadRecord<T>> &rows) -> Outcome {
            out.columns = columns;
            for (const ReadRecord<T> &row : rows) {
                out.findings += row.findings;
                out.words.append(text(row.record, words));
                out.figures.append(text(row.record, figures));
            }
            return Done{};
        });
    if (sheet.ok())
        out.findings += sheet->findings;
    else
        out.fault = sheet.fault().message;
    return out;
}

void takeLine(Read &out, const DraftLine &line)
{
    out.words.append(line.item);
    out.figures.append(line.price ? line.price->toString() : QString());
}

Read readItemSheet(const QString &path)
{
    Read out;
    const auto sheet = readLines(path);
    if (!sheet.ok())
        out.fault = sheet.fault().message;
    else
        out.findings = sheet->allFindings();
    for (const ImportedLine &line : sheet.ok() ? sheet->lines : QList<ImportedLine>())
        takeLine(out, line.line);
    return out;
}

Read readOrderBook(const QString &path)
{
    Read out;
    const auto sheet = readOrders(path);
    if (!sheet.ok())
        out.fault = sheet.fault().message;
    else
        out.findings = sheet->findings;
    for (const Order &order : sheet.ok() ? sheet->orders : QList<Order>()) {
        out.findings += order.findings;
        for (const DraftLine &line : order.draft.lines)
            takeLine(out, line);
    }
    return out;
}

template<class T>
Outcome markRecords(const QString &from, const QString &to, const Read &read)
{
    return writeMarkedRecords(from, to, recordTemplate<T>(), read.columns, read.findings);
}

Outcome markOfficial(const QString &from, const QString &to, const Read &read)
{
    return writeMarkedCopy(from, to, read.findings);
}

QStringList namesOf(const TemplateSheet &layout)
{
    QStringList out;
    for (const TemplateColumn &column : layout.columns)
        out.append(column.name);
    return out;
}

const QList<Form> &forms()
{
    static const QList<Form> list{
        {"customers", u"客户"_s, 1, {u"电话"_s, u"客户名称"_s, u"银行账号"_s}, u"客户名称"_s, u"银行账号"_s,
            {{u"客户名称"_s, u"示例公司"_s}, {u"银行账号"_s, u"62220200"_s}},
            [](const QString &path) { return readRecordsOf<Customer>(path, "name", "account"); },
            markRecords<Customer>},
        {"items", u"商品"_s, 1, {u"商品和服务税收编码"_s, u"项目名称"_s, u"单价"_s}, u"项目名称"_s, u"单价"_s,
            {{u"商品和服务税收编码"_s, u"1060105040000000000"_s}, {u"项目名称"_s, u"复印纸"_s}, {u"单价"_s, u"25"_s}},
            [](const QString &path) { return readRecordsOf<Item>(path, "name", "price"); }, markRecords<Item>},
        {"item sheet", lineTemplate().lines.name, templateHeaderRow, namesOf(lineTemplate().lines), u"项目名称"_s,
            u"商品单价"_s, {{u"项目名称"_s, u"复印纸"_s}, {u"金额"_s, u"25"_s}, {u"税率"_s, u"0.13"_s}}, readItemSheet,
            markOfficial},
        {"orders", orderTemplate().lines.name, templateHeaderRow, namesOf(orderTemplate().lines), u"项目名称"_s,
            u"单价"_s,
            {{serialColumn.toString(), u"S1"_s}, {u"项目名称"_s, u"复印纸"_s},
                {u"商品和服务税收编码"_s, u"1060105040000000000"_s}, {u"金额"_s, u"25"_s}, {u"税率"_s, u"0.13"_s}},
            readOrderBook, markOfficial},
    };
    return list;
}

bool names(const QString &message, const CellPlace &place)
{
    return message.contains(place.sheet) && message.contains(u"row %1"_s.arg(place.row)) &&
           message.contains(u"column %1"_s.arg(place.column));
}
} // namespace

class TestBadFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aGoodFileIsRead_data() { everyForm(); }
    void aGoodFileIsRead();
    void zipBomb_data() { everyForm(); }
    void zipBomb();
    void wrongSheet_data() { everyForm(); }
    void wrongSheet();
    void wrongHeader_data() { everyForm(); }
    void wrongHeader();
    void formulaInjection_data() { everyForm(); }
    void formulaInjection();
    void giantCell_data() { everyForm(); }
    void giantCell();
    void mixedEncodings_data() { everyForm(); }
    void mixedEncodings();
    void mixedEncodingsOfText();
    void mergedCells_data() { everyForm(); }
    void mergedCells();
    void datesAsNumbers_data() { everyForm(); }
    void datesAsNumbers();
    void numbersAsText_data() { everyForm(); }
    void numbersAsText();
    void lostDigits_data() { everyForm(); }
    void lostDigits();
    void trailingBlanks_data() { everyForm(); }
    void trailingBlanks();

private:
    static void everyForm()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < forms().size(); ++i)
            QTest::newRow(forms().at(i).name) << i;
    }
    [[nodiscard]] static const Form &form()
    {
        QFETCH(int, number);
        return forms().at(number);
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] Read read(const BadBook &book) const
    {
        const QString file = path(u"bad.xlsx"_s);
        return book.write(file) ? form().read(file) : Read{u"not written"_s, {}, {}, {}, {}};
    }

    QTemporaryDir m_folder;
};

void TestBadFiles::aGoodFileIsRead()
{
    const Read good = read(BadBook(form()));
    QVERIFY2(good.fault.isEmpty() && good.findings.isEmpty(), qPrintable(good.told()));
    QCOMPARE(good.words, QStringList{form().good.value(form().words)});
}

void TestBadFiles::zipBomb()
{
    const Read bad = read(BadBook(form()).append(QByteArray(qsizetype{20} << 20, ' ')));
    QVERIFY2(bad.fault.contains(u"bad.xlsx"_s) && bad.fault.contains(u"unpacks"_s), qPrintable(bad.told()));
    QVERIFY(bad.words.isEmpty());
}

void TestBadFiles::wrongSheet()
{
    BadBook book(form());
    book.named(u"进货单"_s);
    for (const QString &column : form().columns)
        book.put(form().headingRow, column, words(u"进货"_s + column.last(1)));
    const Read bad = read(book);
    // The official templates go by the name of the sheet, records by the headings on any.
    const QString wanted = form().headingRow == templateHeaderRow ? form().sheet : u"进货单"_s;
    QVERIFY2(bad.fault.contains(wanted), qPrintable(bad.told()));
    QVERIFY(bad.words.isEmpty());
}

void TestBadFiles::wrongHeader()
{
    const Read bad = read(BadBook(form()).put(form().headingRow, form().words, words(u"颜色"_s)));
    QVERIFY(bad.words.isEmpty());
    const auto isSaid = [&](const CellFinding &finding) {
        return finding.severity == Severity::Error && finding.place.sheet == form().sheet &&
               finding.place.row == form().headingRow && finding.place.column > 0 &&
               finding.text.contains(form().words);
    };
    const bool inFault = bad.fault.contains(form().sheet) && bad.fault.contains(u"row %1"_s.arg(form().headingRow)) &&
                         bad.fault.contains(form().words);
    QVERIFY2(inFault || std::any_of(bad.findings.begin(), bad.findings.end(), isSaid), qPrintable(bad.told()));
}

/// What looks like a formula stays a text, wherever it is written again.
void TestBadFiles::formulaInjection()
{
    const QStringList attacks{u"=cmd|'/c calc'!A1"_s, u"+86*1"_s, u"-1+1"_s, u"@SUM(1)"_s};
    BadBook book(form());
    int row = book.first();
    for (const QString &attack : attacks)
        book.good(row).put(row, form().words, words(attack)), ++row;
    book.good(row).put(row, form().figures, words(u"=1+1"_s));
    Read bad = read(book);
    QCOMPARE(bad.words.mid(0, attacks.size()), attacks);
    if (form().hasDecimals())
        QVERIFY2(!bad.at(form().place(row, form().figures)).isEmpty(), qPrintable(bad.told()));
    bad.findings.append({form().place(book.first(), form().words), u"look"_s});
    const QString marked = path(u"marked.xlsx"_s);
    QVERIFY(form().mark(path(u"bad.xlsx"_s), marked, bad).ok());
    const auto archive = Archive::open(marked, recordLimits);
    QVERIFY(archive.ok());
    for (const char *part : {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}) {
        auto opened = archive->part(part);
        QVERIFY(opened.ok());
        QByteArray xml(1 << 20, '\0');
        xml.truncate(opened->read(xml.data(), static_cast<int>(xml.size())).valueOr(0));
        QVERIFY(xml.contains("<sheetData>") && !xml.contains("<f>") && !xml.contains("<f "));
    }
    QCOMPARE(form().read(marked).words.mid(0, attacks.size()), attacks);
}

void TestBadFiles::giantCell()
{
    // Repetitive enough to be small, not so much that the archive itself is refused.
    QByteArray giant;
    for (quint32 i = 0; giant.size() < (3 << 20); ++i)
        giant += QByteArray::number(i * 2654435761U);
    BadBook book(form());
    const Read bad =
        read(book.good(book.first() + 3)
                 .put(book.first() + 3, form().figures, {"<is><t>" + giant + "</t></is>", " t=\"inlineStr\""}));
    QVERIFY2(names(bad.fault, form().place(book.first() + 3, form().figures)), qPrintable(bad.told()));
}

/// Bytes of GBK among UTF-8: what some programs write into a sheet they only patch.
void TestBadFiles::mixedEncodings()
{
    BadBook book(form());
    const int row = book.first() + 2;
    const Read bad = read(book.good(row).put(
        row, form().words, {"<is><t>" + toGb18030(u"长沙示例"_s) + "</t></is>", " t=\"inlineStr\""}));
    QVERIFY2(names(bad.fault, form().place(row, form().words)), qPrintable(bad.told()));
}

void TestBadFiles::mixedEncodingsOfText()
{
    for (const Form &form : forms()) {
        if (form.headingRow == templateHeaderRow)
            continue; // the official ones are workbooks only
        QStringList cells;
        for (const QString &column : form.columns)
            cells.append(form.good.value(column));
        const QByteArray heading = form.columns.join(u',').toUtf8() + '\n';
        const QString row = cells.join(u',') + u'\n';
        QVERIFY(writeFile(path(u"mixed.csv"_s), heading + row.toUtf8() + toGb18030(row)).ok());
        const Read bad = form.read(path(u"mixed.csv"_s));
        QVERIFY2(bad.fault.contains(u"mixed.csv"_s) && bad.fault.contains(u"line 3"_s), qPrintable(bad.told()));
        QVERIFY(writeFile(path(u"gbk.csv"_s), toGb18030(QString::fromUtf8(heading) + row)).ok());
        QCOMPARE(form.read(path(u"gbk.csv"_s)).words, QStringList{form.good.value(form.words)});
    }
}

void TestBadFiles::mergedCells()
{
    BadBook book(form());
    const int row = book.first();
    const int column = form().place(row, form().figures).column;
    book.put(row, form().figures, words(u"12"_s)).good(row + 1);
    book.put(row + 1, form().figures, {});
    const Read bad = read(book.after("<mergeCells><mergeCell ref=\"" + referenceOf(row, column) + ':' +
                                     referenceOf(row + 1, column) + "\"/></mergeCells>"));
    const auto isSaid = [&](const CellFinding &finding) {
        return finding.place.sheet == form().sheet && finding.place.column == column &&
               (finding.place.row == row || finding.place.row == row + 1) && finding.text.contains(u"merged"_s);
    };
    QVERIFY2(std::any_of(bad.findings.begin(), bad.findings.end(), isSaid), qPrintable(bad.told()));
    QCOMPARE(bad.figures, (QStringList{u"12"_s, QString()})); // a figure is not guessed
}

void TestBadFiles::datesAsNumbers()
{
    BadBook book(form());
    const CellPlace place = form().place(book.first(), form().figures);
    const Read bad = read(book.put(place.row, form().figures, {"<v>46053</v>", " s=\"1\""}));
    QVERIFY2(bad.at(place).contains(u"date"_s) && bad.at(place).contains(u"2026-01-31"_s), qPrintable(bad.told()));
    QCOMPARE(bad.figures, QStringList{QString()});
}

void TestBadFiles::numbersAsText()
{
    BadBook book(form());
    const int row = book.first();
    const QString exact = form().hasDecimals() ? u" 12.50"_s : u"6222020000001234567"_s;
    book.put(row, form().figures, words(exact)).good(row + 1).put(row + 1, form().figures, words(u"两元"_s));
    const Read bad = read(book);
    QCOMPARE(bad.figures.value(0), form().hasDecimals() ? u"12.5"_s : exact);
    if (form().hasDecimals()) {
        const CellPlace place = form().place(row + 1, form().figures);
        QVERIFY2(bad.at(place).contains(u"两元"_s), qPrintable(bad.told()));
        QCOMPARE(bad.findings.size(), 1);
    }
}

void TestBadFiles::lostDigits()
{
    BadBook book(form());
    const CellPlace place = form().place(book.first(), form().words);
    const Read bad = read(book.put(place.row, form().words, {"<v>6.2220200001E+18</v>", {}}));
    QVERIFY2(bad.at(place).contains(u"15"_s), qPrintable(bad.told()));
}

void TestBadFiles::trailingBlanks()
{
    BadBook book(form());
    const int row = book.first();
    book.put(row, form().words, words(u"  纸箱\u00A0\u200B "_s));
    for (const int blank : {row + 1, row + 40})
        book.put(blank, form().words, words(u"  "_s)).put(blank, form().figures, words(u"\u3000"_s));
    book.good(row + 3).put(row + 3, form().words, words(u"\u3000 "_s));
    const Read bad = read(book);
    QCOMPARE(bad.words, (QStringList{u"纸箱"_s, QString()})); // the rows of blanks are none
    const CellPlace place = form().place(row + 3, form().words);
    QVERIFY2(bad.at(place).contains(form().words), qPrintable(bad.told()));
    QCOMPARE(bad.findings.size(), 1);
}

QTEST_GUILESS_MAIN(TestBadFiles)
#include "tst_bad_files.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/workbook/order_marking.h"
#include "core/document/workbook/order_workbook.h"
#include "core/document/workbook/reader.h"
#include "tests/document/sample_orders.h"

#include <QTemporaryDir>
#include <QTest>

#include <zip.h>

using namespace kp;
using namespace kp::workbook;
using namespace Qt::StringLiterals;

namespace
{
/// Every cell of every sheet: "sheet!row,column" → text.
QMap<QString, QString> cellsOf(const QString &path)
{
    QMap<QString, QString> cells;
    const auto reader = Reader::open(path);
    if (!reader)
        return cells;
    for (qsizetype i = 0; i < reader->sheets().size(); ++i) {
        const SheetEntry &sheet = reader->sheets().at(i);
        if (sheet.name == BookWriter::choicesSheet())
            continue;
        const auto read = reader->readRows(i, [&](const Row &row) {
            for (const Cell &cell : row.cells)
                cells.insert(u"%1!%2,%3"_s.arg(sheet.name).arg(row.number).arg(cell.column),
                    cell.text + (cell.kind == CellKind::Text ? u""_s : u" (not text)"_s));
            return true;
        });
        if (!read)
            return {};
    }
    return cells;
}

QByteArray part(const QString &path, const char *name)
{
    int error = 0;
    zip_t *archive = zip_open(path.toLocal8Bit().constData(), ZIP_RDONLY, &error);
    QByteArray content;
    if (zip_file_t *file = zip_fopen(archive, name, 0)) {
        char buffer[4096];
        for (zip_int64_t got = 0; (got = zip_fread(file, buffer, sizeof buffer)) > 0;)
            content.append(buffer, static_cast<qsizetype>(got));
        zip_fclose(file);
    }
    zip_discard(archive);
    return content;
}

/// The style index of a cell in a sheet's XML.
int styleOf(const QByteArray &sheet, const QByteArray &cell)
{
    const qsizetype at = sheet.indexOf("<c r=\"" + cell + "\"");
    const qsizetype style = sheet.indexOf("s=\"", at);
    return at < 0 ? -1 : sheet.mid(style + 3, sheet.indexOf('"', style + 3) - style - 3).toInt();
}
} // namespace

class TestXlsxMarking : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void writesTheTemplate()
    {
        QVERIFY(writeOrderTemplate(file("template.xlsx")).ok());
        const auto reader = Reader::open(file("template.xlsx"));
        QVERIFY(reader.ok());
        QStringList names;
        for (const SheetEntry &sheet : reader->sheets())
            names.append(sheet.name + (sheet.hidden ? u" hidden"_s : u""_s));
        QCOMPARE(names, (QStringList{u"1-发票基本信息"_s, u"2-发票明细信息"_s, u"3-特定业务信息"_s, u"4-附加要素信息"_s,
                            u"excelVersion hidden"_s, u"choices hidden"_s}));
        const auto cells = cellsOf(file("template.xlsx"));
        QCOMPARE(cells.value(u"excelVersion!4,1"_s), u"pt:20260401"_s);
        QCOMPARE(cells.value(u"1-发票基本信息!3,39"_s), u"复核人"_s);
        QCOMPARE(cells.value(u"2-发票明细信息!2,1"_s), u"必填 （限20字符)"_s);
        const QByteArray head = part(file("template.xlsx"), "xl/worksheets/sheet1.xml");
        QVERIFY(head.contains("\"增值税专用发票,普通发票\""));
        QVERIFY(head.contains("sqref=\"B4:B1001\""));
        QVERIFY(head.contains("choices!$A$1:$A$26"));
        const auto sheet = readOrders(file("template.xlsx"));
        QVERIFY(sheet.ok());
        QVERIFY(sheet->orders.isEmpty());
        QVERIFY(sheet->findings.isEmpty());
    }

    void writesTheSameBytesForTheSameRows()
    {
        QVERIFY(writeOrderWorkbook(file("a.xlsx"), test::sampleOrders()).ok());
        QVERIFY(writeOrderWorkbook(file("b.xlsx"), test::sampleOrders()).ok());
        QFile a(file("a.xlsx"));
        QFile b(file("b.xlsx"));
        QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
        QVERIFY(a.readAll() == b.readAll());
    }

    void keepsAllTextsAsTexts()
    {
        OrderRows rows = test::sampleOrders();
        const QStringList hostile{u"=1+1"_s, u"+1"_s, u"-1"_s, u"@SUM(A1)"_s, u"=cmd|' /C calc'!A0"_s, u"0012"_s,
            u"123456789012345678901"_s, u" blanks "_s, u"_x000D_x0041_"_s, u"a\nb"_s, u"<&>\""_s, u"𠮷"_s};
        rows.head.append(hostile);
        QVERIFY(writeOrderWorkbook(file("source.xlsx"), rows).ok());
        const auto before = cellsOf(file("source.xlsx"));
        for (qsizetype i = 0; i < hostile.size(); ++i)
            QCOMPARE(before.value(u"1-发票基本信息!%1,%2"_s.arg(3 + rows.head.size()).arg(i + 1)), hostile.at(i));
        QVERIFY(writeMarkedCopy(file("source.xlsx"), file("copy.xlsx"),
            {{{u"1-发票基本信息"_s, 4, 2}, u"wrong"_s}, {{u"2-发票明细信息"_s, 900, 3}, u"empty"_s}})
                    .ok());
        QCOMPARE(cellsOf(file("copy.xlsx")), before);
        for (const char *name : {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"})
            QVERIFY(!part(file("copy.xlsx"), name).contains("<f>"));
    }

    void marksCells()
    {
        QVERIFY(writeOrderWorkbook(file("source.xlsx"), test::sampleOrders()).ok());
        const QString head = u"1-发票基本信息"_s;
        const QList<CellFinding> findings{{{head, 4, 6}, u"first reason"_s}, {{head, 4, 6}, u"second reason"_s},
            {{head, 5, 7}, u"only a warning"_s, Severity::Warning}, {{head, 6, 39}, u"an empty cell"_s},
            {{head, 500, 0}, u"an empty row"_s}, {{head, 7, 0}, u"a whole row"_s},
            {{u"no such sheet"_s, 4, 1}, u"lost"_s}};
        QVERIFY(writeMarkedCopy(file("source.xlsx"), file("copy.xlsx"), findings).ok());
        const QByteArray sheet = part(file("copy.xlsx"), "xl/worksheets/sheet1.xml");
        const QByteArray comments = part(file("copy.xlsx"), "xl/comments1.xml");
        const int plain = styleOf(sheet, "A4");
        const int wrong = styleOf(sheet, "F4");
        QVERIFY(wrong > 0 && wrong != plain);
        QVERIFY(styleOf(sheet, "G5") > 0);
        QVERIFY(styleOf(sheet, "G5") != wrong && styleOf(sheet, "G5") != plain);
        QCOMPARE(styleOf(sheet, "AM6"), wrong);
        QCOMPARE(styleOf(sheet, "A500"), wrong);
        QCOMPARE(styleOf(sheet, "A7"), wrong);
        QCOMPARE(styleOf(sheet, "F7"), wrong);
        QCOMPARE(styleOf(sheet, "F5"), plain);
        QVERIFY(part(file("copy.xlsx"), "xl/styles.xml").contains("FFFF9999"));
        for (const char *cell : {"F4", "G5", "AM6", "A500", "A7"})
            QVERIFY2(comments.contains(QByteArray("ref=\"") + cell + "\""), cell);
        QCOMPARE(comments.count("<comment "), 5);
        QVERIFY(comments.contains("first reason\nsecond reason"));
        QVERIFY(!comments.contains("lost"));
        // Marked copies are marked again without growing.
        QVERIFY(writeMarkedCopy(file("copy.xlsx"), file("again.xlsx"), {}).ok());
        QCOMPARE(cellsOf(file("again.xlsx")), cellsOf(file("source.xlsx")));
        QCOMPARE(Reader::open(file("again.xlsx"))->sheets().size(), 6);
        QVERIFY(part(file("again.xlsx"), "xl/comments1.xml").isEmpty());
    }

    void tellsWhatFailed()
    {
        QCOMPARE(writeMarkedCopy(file("none.xlsx"), file("copy.xlsx"), {}).fault().kind, FaultKind::NotFound);
        const auto unwritable = writeOrderTemplate(file("no/such/folder.xlsx"));
        QVERIFY(!unwritable.ok());
        QCOMPARE(unwritable.fault().kind, FaultKind::Storage);
    }
};

QTEST_GUILESS_MAIN(TestXlsxMarking)
#include "tst_xlsx_marking.moc"

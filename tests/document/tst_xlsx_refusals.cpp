// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are no workbook, or want to do harm: each gets a sentence of its own, at once.
#include "core/base/files.h"
#include "core/document/workbook/reader.h"
#include "tests/document/raw_workbook.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace kp;
using namespace kp::workbook;
using kp::test::RawWorkbook;

namespace
{
QByteArray wide(const char *text)
{
    QByteArray out;
    for (const char *c = text; *c != '\0'; ++c)
        out.append(*c).append('\0');
    return out;
}

/// The head of an OLE2 container with a stream of that name.
QByteArray ole(const char *stream)
{
    return QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + QByteArray(1528, '\0') + wide("Root Entry") +
           QByteArray(108, '\0') + wide(stream) + QByteArray(600, '\0');
}

QByteArray bytesOf(const RawWorkbook &book, const QString &path)
{
    return book.write(path) ? readFile(path, 1 << 30).valueOr({}) : QByteArray();
}

/// Without the sync to disk of kp::writeFile, which a thousand files would wait for.
bool put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// Sets the unpacked size that the central directory declares for a part.
QByteArray withDeclaredSize(QByteArray zip, const QByteArray &part, quint32 size)
{
    for (qsizetype at = zip.indexOf("PK\x01\x02"); at >= 0; at = zip.indexOf("PK\x01\x02", at + 4))
        if (zip.mid(at + 46, part.size()) == part)
            qToLittleEndian(size, zip.data() + at + 24);
    return zip;
}

/// Opens the file and reads each sheet; the fault, if there is one.
std::optional<Fault> fault(const QString &path)
{
    const auto reader = Reader::open(path);
    if (!reader)
        return reader.fault();
    for (int sheet = 0; sheet < reader->sheets().size(); ++sheet)
        if (const auto read = reader->readRows(sheet, [](const Row &) { return true; }); !read)
            return read.fault();
    return std::nullopt;
}
} // namespace

class TestXlsxRefusals : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(QStringLiteral("orders.xlsx")); }

private Q_SLOTS:
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &content, const char *says) {
            QTest::newRow(name) << content << QString::fromLatin1(says);
        };
        const QString scratch = m_folder.filePath(QStringLiteral("scratch.xlsx"));
        const QByteArray good = bytesOf(RawWorkbook("<row><c><v>1</v></c></row>"), scratch);
        const QByteArray cells = QByteArray("<row><c><v>1</v></c></row>").repeated(20);

        row("empty", QByteArray(), "is empty");
        row("csv", "serial,kind\r\n1,\xE4\xB8\x93\r\n", "text file");
        row("gbk csv", "\xB7\xA2\xC6\xB1,1\r\n", "text file");
        row("noise",
            QByteArray("\x7f"
                       "ELF\x00\x01\x02\x00",
                8),
            "not an Excel workbook");
        row("protected", ole("EncryptedPackage"), "protected by a password");
        row("protected, header only", ole("EncryptedPackage").left(1800), "protected by a password");
        row("xls", ole("Workbook"), ".xls format");
        row("xls of Excel 5", ole("Book"), ".xls format");
        row("xls of Excel 4", QByteArray("\x09\x04\x06\x00\x00\x00\x10\x00", 8), ".xls format");
        row("doc", ole("WordDocument"), "not an Excel workbook");
        row("truncated", good.left(good.size() * 2 / 3), "damaged");
        row("cut by one byte", good.chopped(1), "damaged");
        row("only a zip header", good.left(30), "damaged");

        RawWorkbook bomb("<row><c><v>1</v></c></row>");
        bomb.set("xl/sharedStrings.xml", QByteArray(qsizetype{60} << 20, ' '));
        row("bomb in a part that is read", bytesOf(bomb, scratch), "unpacks to far more");
        RawWorkbook aside;
        aside.set("xl/media/image1.png", QByteArray(qsizetype{80} << 20, '\0'));
        row("bomb in a part that is not read", bytesOf(aside, scratch), "unpacks to far more");
        RawWorkbook many;
        for (int i = 0; i < 52; ++i) // each within the limits of one part
            many.set("xl/media/" + QByteArray::number(i), QByteArray(qsizetype{3900} << 10, '\0'));
        row("many bombs", bytesOf(many, scratch), "unpacks to far more");
        RawWorkbook liar("<row><c><v>1</v></c></row>");
        liar.set("xl/sharedStrings.xml", "<sst>" + QByteArray(qsizetype{60} << 20, ' ') + "</sst>");
        row("bomb with a false size", withDeclaredSize(bytesOf(liar, scratch), "xl/sharedStrings.xml", 1000),
            "unpacks to far more");
        RawWorkbook crowd;
        for (int i = 0; i < 5000; ++i)
            crowd.set("xl/media/" + QByteArray::number(i), "x");
        row("too many parts", bytesOf(crowd, scratch), "unpacks to far more");

        RawWorkbook entities;
        entities.set("xl/worksheets/sheet1.xml",
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>" +
                RawWorkbook::sheet(cells));
        row("entities", bytesOf(entities, scratch), "damaged");
        RawWorkbook external;
        external.set("xl/workbook.xml", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><workbook><sheets/></workbook>");
        row("external entity", bytesOf(external, scratch), "damaged");
        RawWorkbook deep;
        deep.set("xl/worksheets/sheet1.xml", QByteArray("<a>").repeated(100'000));
        row("deep", bytesOf(deep, scratch), "damaged");
        RawWorkbook endless;
        endless.set("xl/worksheets/sheet1.xml", "<worksheet a=\"" + QByteArray(3 << 20, 'a'));
        row("endless tag", bytesOf(endless, scratch), "damaged");
        row("cut xml",
            bytesOf(RawWorkbook().set("xl/worksheets/sheet1.xml", RawWorkbook::sheet(cells).chopped(20)), scratch),
            "damaged");
        row("missing shared string", bytesOf(RawWorkbook("<row><c t=\"s\"><v>3</v></c></row>"), scratch), "damaged");
        row("row outside the sheet", bytesOf(RawWorkbook("<row r=\"1048577\"><c><v>3</v></c></row>"), scratch),
            "damaged");
        row("column outside the sheet", bytesOf(RawWorkbook("<row><c r=\"XFE1\"><v>3</v></c></row>"), scratch),
            "damaged");
        row("cell without end",
            bytesOf(RawWorkbook("<row><c t=\"str\"><v>" + QByteArray(2 << 20, 'a') + "</v></c></row>"), scratch),
            "sheet One, row 1, column 1");

        row("another zip", bytesOf(RawWorkbook().set("xl/workbook.xml", "<workbook/>"), scratch),
            "not an Excel workbook");
        RawWorkbook document;
        document.set("_rels/.rels", "<Relationships/>").set("xl/workbook.xml", "<workbook><sheets/></workbook>");
        row("no sheets", bytesOf(document, scratch), "not an Excel workbook");
        QVERIFY(!good.isEmpty());
    }
    void refuses()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        QVERIFY(put(path(), content));
        QElapsedTimer clock;
        clock.start();
        const auto found = fault(path());
        const qint64 elapsed = clock.elapsed();
        QVERIFY(found);
        QCOMPARE(found->kind, FaultKind::Invalid);
        QVERIFY2(found->message.contains(says), qPrintable(found->message + found->detail));
        QVERIFY2(found->message.contains(QStringLiteral("orders.xlsx")), qPrintable(found->message));
        QVERIFY2(elapsed < 1000, qPrintable(QStringLiteral("took %1 ms").arg(elapsed)));
    }

    void refusesOtherPackages_data()
    {
        QTest::addColumn<QByteArrayList>("parts");
        QTest::addColumn<QString>("says");
        QTest::newRow("xlsb") << QByteArrayList{"xl/workbook.bin"} << QStringLiteral(".xlsb");
        QTest::newRow("ods") << QByteArrayList{"content.xml", "mimetype"} << QStringLiteral("OpenDocument");
        QTest::newRow("docx") << QByteArrayList{"word/document.xml"} << QStringLiteral("not an Excel workbook");
    }
    void refusesOtherPackages()
    {
        QFETCH(QByteArrayList, parts);
        QFETCH(QString, says);
        int error = 0;
        zip_t *archive = zip_open(path().toLocal8Bit().constData(), ZIP_CREATE | ZIP_TRUNCATE, &error);
        for (const QByteArray &part : std::as_const(parts))
            zip_file_add(archive, part.constData(), zip_source_buffer(archive, "x", 1, 0), 0);
        QCOMPARE(zip_close(archive), 0);
        const auto found = fault(path());
        QVERIFY(found);
        QVERIFY2(found->message.contains(says), qPrintable(found->message));
    }

    void refusesAMissingFile()
    {
        const auto found = fault(m_folder.filePath(QStringLiteral("none.xlsx")));
        QVERIFY(found);
        QCOMPARE(found->kind, FaultKind::NotFound);
    }

    void refusesAFileLargerThanTheLimit()
    {
        QVERIFY(RawWorkbook("<row><c><v>1</v></c></row>").write(path()));
        const auto reader = Reader::open(path(), {.fileBytes = 100});
        QVERIFY(!reader.ok());
        QCOMPARE(reader.fault().kind, FaultKind::Invalid);
    }

    void refusesAZipWithAPassword()
    {
        QVERIFY(RawWorkbook("<row><c><v>1</v></c></row>").write(path()));
        int error = 0;
        zip_t *archive = zip_open(path().toLocal8Bit().constData(), 0, &error);
        const zip_int64_t index = zip_name_locate(archive, "xl/workbook.xml", 0);
        QCOMPARE(zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, "secret"), 0);
        QCOMPARE(zip_close(archive), 0);
        const auto found = fault(path());
        QVERIFY(found);
        QVERIFY2(found->message.contains(QStringLiteral("protected by a password")), qPrintable(found->message));
    }

    /// Bytes changed anywhere may spoil the file or a text in it; nothing else may happen. The seed is fixed.
    void survivesChangedBytes()
    {
        RawWorkbook book("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>46053.5</v></c></row>"
                         "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>text</t></is></c></row>");
        book.strings("<si><t>shared</t></si>");
        book.formats("", "<xf numFmtId=\"0\"/><xf numFmtId=\"22\"/>");
        const QByteArray packed = bytesOf(book, path());
        QVERIFY(!packed.isEmpty());
        QRandomGenerator random(20260401);
        int read = 0;
        int refused = 0;
        for (int round = 0; round < 500; ++round) {
            QByteArray changed = packed;
            const int edits = random.bounded(1, 6);
            for (int i = 0; i < edits; ++i)
                changed[random.bounded(static_cast<int>(changed.size()))] = static_cast<char>(random.bounded(256));
            if (random.bounded(10) == 0)
                changed.truncate(random.bounded(static_cast<int>(changed.size())));
            QVERIFY(put(path(), changed));
            const auto found = fault(path());
            found ? ++refused : ++read;
            if (found)
                QVERIFY(!found->message.isEmpty());
        }
        QVERIFY2(read > 0 && refused > 100, qPrintable(QStringLiteral("%1 read, %2 refused").arg(read).arg(refused)));
    }

    /// The same with the XML itself, which a zip's checksums would hide.
    void survivesChangedXml()
    {
        const QByteArray sheet = RawWorkbook::sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" "
                                                    "s=\"1\"><v>4.6E4</v></c><c t=\"inlineStr\"><is><r><t>x"
                                                    "</t></r></is></c></row>",
            "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>");
        QRandomGenerator random(4);
        int read = 0;
        for (int round = 0; round < 500; ++round) {
            QByteArray changed = sheet;
            changed[random.bounded(static_cast<int>(changed.size()))] = static_cast<char>(random.bounded(32, 127));
            RawWorkbook book;
            book.strings("<si><t>shared</t></si>").formats("", "<xf numFmtId=\"0\"/><xf numFmtId=\"22\"/>");
            QVERIFY(book.set("xl/worksheets/sheet1.xml", changed).write(path()));
            read += fault(path()) ? 0 : 1;
        }
        QVERIFY2(read > 50, qPrintable(QString::number(read)));
    }
};

QTEST_GUILESS_MAIN(TestXlsxRefusals)
#include "tst_xlsx_refusals.moc"

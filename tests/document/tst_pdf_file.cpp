// SPDX-License-Identifier: GPL-3.0-or-later
// Real PDFs, read back by Poppler and ZXing.
#include "tests/document/sample_faces.h"

#include "core/document/face.h"
#include "core/document/pdf/invoice_pdf.h"
#include "core/rules/capitals.h"

#include <QCryptographicHash>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#define ZX_USE_UTF8 1 // what a result's text is made of
#include <ZXing/ReadBarcode.h>
#include <poppler-qt6.h>

#include <cstdio>

using namespace kp;
using namespace kp::document;
using namespace Qt::StringLiterals;

namespace
{

QByteArray pdfOf(const InvoiceFace &face)
{
    const Result<QByteArray> pdf = invoicePdf(face);
    return pdf ? *pdf : QByteArray();
}

QString textOf(const QByteArray &pdf)
{
    const auto document = Poppler::Document::loadFromData(pdf);
    QString out;
    for (int i = 0; document && i < document->numPages(); ++i)
        out += document->page(i)->text(QRectF()) + u'\n';
    return out;
}

QString codeOn(const QImage &page)
{
    const QImage grey = page.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(
        grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, static_cast<int>(grey.bytesPerLine()));
    return QString::fromStdString(ZXing::ReadBarcode(view).text());
}

/// One digest over the PDFs of all nasty invoices.
QByteArray digest()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &[name, face] : sample::nastyFaces())
        hash.addData(pdfOf(face));
    return hash.result().toHex();
}

/// The same in another process with other surroundings.
QByteArray digestElsewhere(const QString &zone, const QString &hashSeed)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TZ"_s, zone);
    environment.insert(u"QT_HASH_SEED"_s, hashSeed);
    environment.insert(u"LC_ALL"_s, u"de_DE.UTF-8"_s);
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), {u"--digest"_s});
    process.waitForFinished();
    return process.readAllStandardOutput().trimmed();
}

} // namespace

class PdfFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Poppler gives a text in the order of reading, so the parts of the remark must follow one another.
    void D8_remarkOrderReadBack()
    {
        InvoiceFace face = sample::face(1);
        Invoice &invoice = face.invoice;
        invoice.taxMode = TaxMode::MarginGross;
        invoice.lines[0].deduction = Money::fromFen(800'000);
        invoice.elements = {{u"合同号"_s, {}, u"HT-7"_s}};
        invoice.remark = u"请妥善保管"_s;
        invoice.showBuyerContact = invoice.showSellerBank = true;
        invoice.payee = u"林静"_s;
        QString text = textOf(pdfOf(face));
        text.remove(u' ').remove(u'\n');
        qsizetype at = text.indexOf(u"价税合计");
        for (const QString &part : {u"扣除额：8000.00元。;"_s, u"合同号:HT-7;"_s, u"请妥善保管"_s, u"购方地址:"_s,
                 u"销方开户银行:"_s, u"收款人:林静;"_s}) {
            const qsizetype next = text.indexOf(part, at);
            QVERIFY2(next >= at, qPrintable(part));
            at = next;
        }
        QVERIFY(text.contains(u"差额征税-全额开票"_s));
    }

    void textComesOutAsItWentIn_data()
    {
        QTest::addColumn<int>("lines");
        QTest::addColumn<int>("pages");
        QTest::newRow("1") << 1 << 1;
        QTest::newRow("8") << 8 << 1;
        QTest::newRow("9") << 9 << 1;
        QTest::newRow("42") << 42 << 1;
        QTest::newRow("43") << 43 << 2;
        QTest::newRow("200") << 200 << 5;
    }
    void textComesOutAsItWentIn()
    {
        QFETCH(int, lines);
        QFETCH(int, pages);
        const InvoiceFace face = sample::face(lines);
        const QByteArray pdf = pdfOf(face);
        const auto document = Poppler::Document::loadFromData(pdf);
        QVERIFY(document);
        QCOMPARE(document->numPages(), pages);
        const QSizeF size = document->page(0)->pageSizeF();
        QVERIFY(qAbs(size.width() - 210 / mmPerPoint) < 0.01);
        if (pages == 1)
            QVERIFY(qAbs(size.height() - (140 + std::max(lines - 8, 0) * 4.375) / mmPerPoint) < 0.01);
        const QString text = textOf(pdf);
        for (const QString &wanted : {u"电子发票（普通发票）"_s, face.invoice.buyer.name, face.invoice.seller.name,
                 face.invoice.buyer.taxNumber, face.invoice.number, u"2026年03月30日"_s, u"购买方信息"_s,
                 u'¥' + face.invoice.totals.gross().toString(), face.capitals})
            QVERIFY2(text.contains(wanted), qPrintable(wanted));
        for (const InvoiceLine &line : face.invoice.lines)
            QVERIFY2(text.contains(line.printedName()), qPrintable(line.printedName()));
        for (const Poppler::FontInfo &font : document->fonts())
            QVERIFY2(font.isEmbedded(), qPrintable(font.name()));
    }

    void wrappedAndOddTextsAreFoundWhole()
    {
        for (const auto &[name, face] : sample::nastyFaces()) {
            const QString text = textOf(pdfOf(face));
            for (const QChar c : text)
                QVERIFY2(c.unicode() < 0x2e80 || c.unicode() > 0x2fdf, name.constData());
            if (name == "long names") {
                QVERIFY(text.contains(face.invoice.buyer.name));
                QVERIFY(text.contains(face.invoice.seller.name.trimmed()));
                for (const InvoiceLine &line : face.invoice.lines)
                    QVERIFY2(text.contains(line.printedName()), qPrintable(line.printedName()));
            }
            if (name == "odd characters") {
                QVERIFY(text.contains(u"𠮷野家<&>\"%\\(测试)公司镕堃喆"_s));
                QVERIFY(text.contains(u"<b>&amp;%s%n</b>\\n(1) \"引号\"'"_s));
                // The last three have no glyph in any font of the list: shown as a box, found as what they are.
                QVERIFY(text.contains(u"𠮷𠀀𪚥 ①㎡℃ é×÷±≤ 한글 かな \U0001F600"_s));
            }
        }
    }

    void practiceDoesNotDisturbTheText()
    {
        InvoiceFace face = sample::face(8);
        face.invoice.practice = true;
        const QString text = textOf(pdfOf(face));
        QVERIFY(text.contains(u"演练"_s));
        for (const InvoiceLine &line : face.invoice.lines)
            QVERIFY(text.contains(line.printedName()));
        QVERIFY(text.simplified().contains(u' ' + face.capitals + u' ')); // the mark has not run into it
    }

    void theCodeCanBeScanned_data()
    {
        QTest::addColumn<int>("dpi");
        for (const int dpi : {100, 150, 300})
            QTest::addRow("%d dpi", dpi) << dpi;
    }
    void theCodeCanBeScanned()
    {
        QFETCH(int, dpi);
        InvoiceFace face = sample::face(1);
        face.invoice.practice = true;
        const auto document = Poppler::Document::loadFromData(pdfOf(face));
        document->setRenderHint(Poppler::Document::Antialiasing);
        QCOMPARE(codeOn(document->page(0)->renderToImage(dpi, dpi)), face.qrText);
        face.qrText = u"https://invoice.example/"_s.repeated(12); // a larger version of the code
        const auto larger = Poppler::Document::loadFromData(pdfOf(face));
        QCOMPARE(codeOn(larger->page(0)->renderToImage(300, 300)), face.qrText);
    }

    void whatIsDrawnCanBeSeen()
    {
        // Ink where a text stands, none beside it: the subset's glyphs are really there, also those of drawn fonts.
        InvoiceFace face = sample::face(1);
        face.invoice.buyer.name = u"𠮷"_s;
        const auto document = Poppler::Document::loadFromData(pdfOf(face));
        const QImage page = document->page(0)->renderToImage(254, 254); // 10 dots a millimetre
        const auto darkest = [&page](const QRect &area) {
            int dark = 255;
            for (int y = area.top(); y <= area.bottom(); ++y)
                for (int x = area.left(); x <= area.right(); ++x)
                    dark = std::min(dark, qGray(page.pixel(x, y)));
            return dark;
        };
        QVERIFY(darkest(QRect(220, 344, 31, 31)) < 100);  // 𠮷
        QVERIFY(darkest(QRect(260, 344, 700, 31)) > 250); // nothing behind it
        QVERIFY(darkest(QRect(750, 80, 600, 70)) < 100);  // the title
    }

    void sameBytesAtAnyTimeInAnyProcess()
    {
        const QByteArray here = digest();
        QCOMPARE(digest(), here);
        QCOMPARE(digestElsewhere(u"America/New_York"_s, u"0"_s), here);
        const qint64 second = QDateTime::currentSecsSinceEpoch();
        QTRY_VERIFY(QDateTime::currentSecsSinceEpoch() > second);
        QCOMPARE(digestElsewhere(u"Asia/Shanghai"_s, u"12345"_s), here);
    }

    void differentInvoicesDiffer()
    {
        InvoiceFace face = sample::face(1);
        const QByteArray first = pdfOf(face);
        face.invoice.remark = u"x"_s;
        QVERIFY(pdfOf(face) != first);
    }

    void anyThreadMayWrite()
    {
        const QList<std::pair<QByteArray, InvoiceFace>> faces = sample::nastyFaces();
        QList<QByteArray> here;
        for (const auto &[name, face] : faces)
            here.append(pdfOf(face));
        QList<QByteArray> there[2];
        std::unique_ptr<QThread> threads[2];
        for (int i = 0; i < 2; ++i) {
            threads[i].reset(QThread::create([&faces, &out = there[i]] {
                for (const auto &[name, face] : faces)
                    out.append(pdfOf(face));
            }));
            threads[i]->start();
        }
        for (const auto &thread : threads)
            thread->wait();
        QCOMPARE(there[0], here);
        QCOMPARE(there[1], here);
    }

    void theStoredInvoiceIsEnough()
    {
        const Invoice invoice = sample::face(3).invoice;
        const QByteArray pdf = pdfOf(faceOf(invoice));
        QVERIFY(textOf(pdf).contains(rules::capitals(invoice.totals.gross())));
        const auto document = Poppler::Document::loadFromData(pdf);
        const QStringList code = codeOn(document->page(0)->renderToImage(200, 200)).split(u',');
        QCOMPARE(
            code.mid(0, 6), (QStringList{u"01"_s, u"32"_s, QString(), invoice.number, u"9000.00"_s, u"20260330"_s}));
        QCOMPARE(document->title(), u"电子发票（普通发票） 26432000001576189981"_s);
    }

    void filesAreWrittenOrRefused()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"发票.pdf"_s);
        Invoice invoice = sample::face(1).invoice;
        invoice.state = InvoiceState::Issued;
        QVERIFY(saveInvoicePdf(path, invoice).ok());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), pdfOf(faceOf(invoice)));
        const Outcome refused = saveInvoicePdf(folder.filePath(u"no/such/folder.pdf"_s), invoice);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.fault().kind, FaultKind::Storage);
    }

    void onlyIssuedInvoicesAreHandedOut()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.pdf"_s);
        Invoice invoice = sample::face(1).invoice;
        for (const InvoiceState state : {InvoiceState::Queued, InvoiceState::Sending, InvoiceState::Unknown,
                 InvoiceState::Processing, InvoiceState::Refused, InvoiceState::Discarded}) {
            invoice.state = state;
            const Outcome refused = saveInvoicePdf(path, invoice);
            QVERIFY(!refused.ok());
            QCOMPARE(refused.fault().kind, FaultKind::Conflict);
            QVERIFY(!QFile::exists(path));
        }
    }
};

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    if (argc == 2 && qstrcmp(argv[1], "--digest") == 0) {
        std::puts(digest().constData());
        return 0;
    }
    PdfFileTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pdf_file.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The face as placed elements: sizes, pages, print marks; and nothing overlaps or gets lost on nasty invoices.
#include "core/document/face.h"
#include "tests/document/sample_faces.h"

#include "core/document/layout/form.h"

#include <QGuiApplication>
#include <QTest>

using namespace kp;
using namespace kp::document;
using namespace Qt::StringLiterals;

namespace
{

QList<Page> pagesOf(const InvoiceFace &face)
{
    const Result<QList<Page>> pages = layOut(face);
    return pages ? *pages : QList<Page>();
}

/// The texts of a page as a reader finds them.
QStringList textsOf(const Page &page)
{
    QStringList out;
    for (const TextRun &run : page.texts)
        if (!run.continues)
            out.append(run.whole.isEmpty() ? run.text : run.whole);
    return out;
}

QStringList textsOf(const InvoiceFace &face)
{
    QStringList out;
    for (const Page &page : pagesOf(face))
        out += textsOf(page);
    return out;
}

const TextRun *runOf(const Page &page, const QString &text)
{
    for (const TextRun &run : page.texts)
        if (run.text == text)
            return &run;
    return nullptr;
}

bool isAbout(qreal a, qreal b)
{
    return qAbs(a - b) < 0.01;
}

} // namespace

class PdfLayoutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pagesGrowAndThenContinue_data()
    {
        QTest::addColumn<int>("lines");
        QTest::addColumn<QList<qreal>>("heights");
        const qreal full = 140 + 34 * 4.375;
        QTest::newRow("1") << 1 << QList<qreal>{140};
        QTest::newRow("8") << 8 << QList<qreal>{140};
        QTest::newRow("9") << 9 << QList<qreal>{144.375};
        QTest::newRow("42") << 42 << QList<qreal>{full};
        // A page that goes on has no totals (32.5 mm) but 小计 (4.5 mm); the last has both.
        QTest::newRow("43") << 43 << QList<qreal>{full - 28, 144.5};
        QTest::newRow("49") << 49 << QList<qreal>{full - 28 + 6 * 4.375, 144.5};
        QTest::newRow("200") << 200 << QList<qreal>{286.25 + 0.75, 286.25 + 0.75, 286.25 + 0.75, 286.25 + 0.75, 144.5};
    }
    void pagesGrowAndThenContinue()
    {
        QFETCH(int, lines);
        QFETCH(QList<qreal>, heights);
        const QList<Page> pages = pagesOf(sample::face(lines));
        QCOMPARE(pages.size(), heights.size());
        int items = 0;
        for (qsizetype i = 0; i < pages.size(); ++i) {
            QCOMPARE(pages.at(i).size.width(), 210.0);
            QVERIFY2(isAbout(pages.at(i).size.height(), heights.at(i)),
                qPrintable(QString::number(pages.at(i).size.height())));
            const QStringList texts = textsOf(pages.at(i));
            const bool isLast = i + 1 == pages.size();
            QCOMPARE(texts.contains(u"合 计"_s), isLast);
            QCOMPARE(texts.contains(u"价税合计（大写）"_s), isLast);
            QCOMPARE(texts.contains(u"小 计"_s), pages.size() > 1);
            QCOMPARE(texts.contains(u"共%1页  第%2页"_s.arg(pages.size()).arg(i + 1)), pages.size() > 1);
            QVERIFY(texts.contains(u"杭州溪口软件有限公司"_s));
            QCOMPARE(pages.at(i).symbols.size(), 1);
            items += static_cast<int>(texts.filter(u"*打印设备*"_s).size());
        }
        QCOMPARE(items, lines);
    }

    void subtotalsAddUpToTheTotal()
    {
        const QList<Page> pages = pagesOf(sample::face(100));
        Money net;
        for (const Page &page : pages) {
            const TextRun *label = runOf(page, u"小 计"_s);
            QVERIFY(label != nullptr);
            for (const TextRun &run : page.texts)
                if (isAbout(run.box().right(), 152.5) && qAbs(run.origin.y() - label->origin.y()) < 1)
                    net += *Money::parse(QStringView(run.text).mid(1));
        }
        QCOMPARE(net, sample::face(100).invoice.totals.net);
        QVERIFY(textsOf(pages.last()).contains(u'¥' + net.toString()));
    }

    void aDiscountStaysWithItsLine()
    {
        InvoiceFace face = sample::face(49); // the page ends behind row 48
        face.invoice.lines[47].nature = LineNature::Discounted;
        face.invoice.lines[48].nature = LineNature::Discount;
        face.invoice.lines[48].quantity.reset();
        face.invoice.lines[48].price.reset();
        face.invoice.lines[48].net = Money::fromFen(-500);
        const QList<Page> pages = pagesOf(face);
        QCOMPARE(pages.size(), 2);
        QCOMPARE(textsOf(pages.last()).filter(u"*打印设备*"_s).size(), 2);
        QVERIFY(textsOf(pages.last()).contains(u"-5.00"_s));
    }

    void columnsAlign()
    {
        InvoiceFace face = sample::face(2);
        face.invoice.lines[1].net = Money::fromFen(-5);
        const Page page = pagesOf(face).first();
        const auto right = [&](const QString &text) { return runOf(page, text)->box().right(); };
        QVERIFY(isAbout(right(u"2654.87"_s), 152.5));
        QVERIFY(isAbout(right(u"-0.05"_s), 152.5));
        QVERIFY(isAbout(right(u"345.13"_s), 204.5));
        QVERIFY(isAbout(right(u'¥' + face.invoice.totals.tax.toString()), 204.5));
        QVERIFY(isAbout(right(u"2"_s), 101.5));
        QVERIFY(isAbout(runOf(page, u"台"_s)->box().center().x(), 71.5));
        QVERIFY(isAbout(runOf(page, u"13%"_s)->box().center().x(), 166));
        QVERIFY(isAbout(runOf(page, face.invoice.lines.at(0).printedName())->box().left(), 5.5));
    }

    void printMarks()
    {
        InvoiceFace face = sample::face(3);
        face.invoice.lines[0].preference = Preference::Exempt;
        face.invoice.lines[1].preference = Preference::NotTaxable;
        face.invoice.lines[0].rate = face.invoice.lines[1].rate = face.invoice.lines[2].rate = TaxRate();
        face.invoice.lines[0].tax = face.invoice.lines[1].tax = face.invoice.lines[2].tax = Money();
        sample::addUp(face.invoice);
        QStringList texts = textsOf(face);
        QVERIFY(texts.contains(u"免税"_s));
        QVERIFY(texts.contains(u"不征税"_s));
        QVERIFY(texts.contains(u"0%"_s));
        QCOMPARE(texts.count(u"***"_s), 2);
        QVERIFY(texts.contains(u"0.00"_s));
        QVERIFY(texts.contains(u"¥0.00"_s));

        face.invoice.lines.removeLast();
        sample::addUp(face.invoice);
        texts = textsOf(face);
        QCOMPARE(texts.count(u"***"_s), 3); // the total too: nothing on it is taxed
        QVERIFY(!texts.contains(u"¥0.00"_s));
    }

    void headOfTheFace()
    {
        InvoiceFace face = sample::face(1);
        QStringList texts = textsOf(face);
        QCOMPARE(texts.first(), u"电子发票（普通发票）"_s);
        QVERIFY(texts.contains(u"2026年03月30日"_s));
        QVERIFY(texts.contains(u"26432000001576189981"_s));
        QVERIFY(texts.contains(u"程晓雨"_s));
        QVERIFY(texts.contains(u"叁仟圆整"_s));
        QVERIFY(texts.contains(u"¥3000.00"_s));

        face.invoice.kind = InvoiceKind::Special;
        face.invoice.naturalPerson = true;
        face.invoice.issuedAt = face.invoice.issuedAt.toUTC(); // still the 29th there
        texts = textsOf(face);
        QCOMPARE(texts.first(), u"电子发票（增值税专用发票）"_s);
        QVERIFY(texts.contains(u"杭州溪口软件有限公司（个人）"_s));
        QVERIFY(texts.contains(u"2026年03月30日"_s));
    }

    void remarkHasItsOrder()
    {
        InvoiceFace face = sample::face(1);
        face.invoice.payee = u"林静"_s;
        face.invoice.remark = u"订单 118"_s;
        QStringList texts = textsOf(face);
        QVERIFY(texts.contains(u"订单 118"_s));
        QVERIFY(texts.contains(u"收款人:林静;"_s));
        QVERIFY(texts.filter(u"购方"_s).isEmpty() && texts.filter(u"销方"_s).isEmpty());

        face.invoice.showBuyerContact = face.invoice.showBuyerBank = face.invoice.showSellerBank = true;
        face.invoice.reviewer = u"周海"_s;
        texts = textsOf(face);
        const QStringList remark = texts.mid(texts.indexOf(u"备注"_s) + 1, 4);
        QCOMPARE(remark,
            (QStringList{u"订单 118"_s,
                u"购方地址:浙江省杭州市西湖区文三路二号; 电话:0571-66660000;购方开户银行:浙江样例银行西湖支行; "
                "银行账号:330009876543210987;"_s,
                u"销方开户银行:湖南样例银行岳麓支行; 银行账号:430001234567890123;"_s, u"收款人:林静; 复核人:周海;"_s}));
    }

    void D1_marginScheme()
    {
        InvoiceFace face = sample::face(1);
        face.invoice.taxMode = TaxMode::MarginNet;
        face.invoice.lines[0].deduction = Money::fromFen(800'000);
        QStringList texts = textsOf(face);
        QVERIFY(texts.contains(u"差额征税-差额开票"_s));
        QVERIFY(texts.contains(u"***"_s) && !texts.contains(u"13%"_s));
        QVERIFY(texts.contains(u"345.13"_s)); // the tax itself is printed
        QVERIFY(texts.contains(u"差额征税"_s));
        QVERIFY(texts.filter(u"扣除额"_s).isEmpty());

        face.invoice.taxMode = TaxMode::MarginGross;
        texts = textsOf(face);
        QVERIFY(texts.contains(u"差额征税-全额开票"_s));
        QVERIFY(texts.contains(u"13%"_s) && !texts.contains(u"***"_s));
        QVERIFY(texts.contains(u"扣除额：8000.00元。"_s));

        face.invoice.taxMode = TaxMode::Reduced;
        face.invoice.lines[0].rate = TaxRate::fromMillionths(15'000);
        QVERIFY(textsOf(face).contains(u"1.5%"_s));
    }

    void D8_remarkBeginsWithDeductionAndElements()
    {
        InvoiceFace face = sample::face(1);
        face.invoice.taxMode = TaxMode::MarginGross;
        face.invoice.lines[0].deduction = Money::fromFen(100);
        face.invoice.elements = {{u"合同号"_s, {}, u"HT-7"_s}, {u"批次"_s, {}, u"二"_s}};
        face.invoice.remark = u"订单 118"_s;
        face.invoice.payee = u"林静"_s;
        const QStringList texts = textsOf(face);
        QCOMPARE(texts.mid(texts.indexOf(u"备注"_s) + 1, 2),
            (QStringList{u"扣除额：1.00元。;    合同号:HT-7;    批次:二;    订单 118"_s, u"收款人:林静;"_s}));
        face.invoice.elements.clear();
        face.invoice.taxMode = TaxMode::Ordinary;
        QVERIFY(textsOf(face).contains(u"订单 118"_s));
    }

    void E4_aRedFaceSaysWhatItReverses()
    {
        Invoice red = sample::face(1).invoice;
        red.reversal = {u"26112000000000000017"_s, u"11010126110000000001"_s, u"0123456789abcdef0123456789abcdef"_s};
        red.totals = {Money::fromFen(-10'000), Money::fromFen(-1'300)};
        red.lines[0].net = red.totals.net;
        red.lines[0].tax = red.totals.tax;
        red.lines[0].quantity = Decimal(-2);
        red.remark = u"退货"_s;
        const QStringList texts = textsOf(faceOf(red));
        QVERIFY(texts.contains(u"被红冲发票号码：26112000000000000017;    退货"_s));
        QVERIFY(texts.contains(u"（负数）壹佰壹拾叁圆整"_s));
        QVERIFY(texts.contains(u"¥-113.00"_s));
        QVERIFY(texts.contains(u"-2"_s) && texts.contains(u"-100.00"_s) && texts.contains(u"-13.00"_s));
    }

    void practiceIsMarkedOnEachPage()
    {
        InvoiceFace face = sample::face(60);
        for (const Page &page : pagesOf(face))
            QVERIFY(page.backdrop.isEmpty());
        face.invoice.practice = true;
        for (const Page &page : pagesOf(face)) {
            QVERIFY(page.backdrop.first().whole.contains(u"演练"_s));
            QVERIFY(qAbs(page.backdrop.first().origin.y() - page.size.height() / 2) < 30);
            QVERIFY(qGray(page.backdrop.first().colour) > 200);
        }
    }

    void nothingOverlapsOrLeavesThePage_data()
    {
        QTest::addColumn<InvoiceFace>("face");
        for (const auto &[name, face] : sample::nastyFaces())
            QTest::newRow(name.constData()) << face;
    }
    void nothingOverlapsOrLeavesThePage()
    {
        QFETCH(InvoiceFace, face);
        const QList<Page> pages = pagesOf(face);
        QVERIFY(!pages.isEmpty());
        for (const Page &page : pages) {
            const QRectF sheet(QPointF(), page.size);
            for (qsizetype i = 0; i < page.texts.size(); ++i) {
                const TextRun &run = page.texts.at(i);
                QVERIFY2(sheet.contains(run.box()), qPrintable(run.text));
                QVERIFY(!run.box().intersects(page.symbols.first().box));
                for (const Stroke &stroke : page.strokes) {
                    if (!qFuzzyCompare(stroke.line.x1(), stroke.line.x2()))
                        continue; // rows touch the lines above and below with their em box only
                    const QRectF box = run.box().adjusted(0.05, 0.05, -0.05, -0.05);
                    const bool crosses = box.left() < stroke.line.x1() && stroke.line.x1() < box.right() &&
                                         stroke.line.y1() < box.bottom() && box.top() < stroke.line.y2();
                    QVERIFY2(!crosses, qPrintable(run.text));
                }
                for (qsizetype j = i + 1; j < page.texts.size(); ++j) {
                    const QRectF common = run.box().intersected(page.texts.at(j).box());
                    QVERIFY2(common.width() < 0.01 || common.height() < 0.01,
                        qPrintable(run.text + u" / "_s + page.texts.at(j).text));
                }
            }
        }
    }

    void longTextsAreWhole()
    {
        for (const auto &[name, face] : sample::nastyFaces()) {
            QString all;
            for (const Page &page : pagesOf(face))
                for (const TextRun &run : page.texts)
                    all += run.text;
            all.remove(u' ');
            for (const InvoiceLine &line : face.invoice.lines) {
                QString item = line.printedName();
                if (name != "odd characters" && name != "wrapped lines over pages")
                    QVERIFY2(all.contains(item.remove(u' ')), name.constData());
            }
            if (name != "odd characters")
                QVERIFY2(all.contains(face.invoice.printedBuyerName().remove(u' ')), name.constData());
        }
    }

    void anItemLongerThanAPageGoesOn()
    {
        InvoiceFace face = sample::face(2);
        face.invoice.lines[0].item = u"名"_s.repeated(1200);
        const QList<Page> pages = pagesOf(face);
        QCOMPARE(pages.size(), 3);
        int characters = 0;
        for (const Page &page : pages)
            for (const TextRun &run : page.texts)
                characters +=
                    static_cast<int>(run.text.count(u'名')) - (run.text == u"名称："_s) - (run.text == u"项目名称"_s);
        QCOMPARE(characters, 1200);
        QCOMPARE(textsOf(pages.last()).filter(u"墨粉2号"_s).size(), 1);
    }

    void qrTextMustFit()
    {
        InvoiceFace face = sample::face(1);
        face.qrText = QString(3000, u'8');
        QVERIFY(!layOut(face).ok());
        QCOMPARE(layOut(face).fault().kind, FaultKind::Invalid);
        face.qrText.clear();
        QVERIFY(!layOut(face).ok());
    }
};

QTEST_MAIN(PdfLayoutTest)
#include "tst_pdf_layout.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Confirmation forms as PDFs, read back by Poppler.
#include "core/base/clock.h"
#include "core/document/pdf/red_form_pdf.h"

#include <QGuiApplication>
#include <QTest>

#include <poppler-qt6.h>

using namespace kp;
using namespace kp::document;
using namespace Qt::StringLiterals;

namespace
{
constexpr qreal mmInPoints = 72 / 25.4;

RedFormLine lineOf(int number)
{
    RedFormLine line;
    line.number = number;
    line.blueLine = 1000 + number;
    line.item = u"墨粉%1号"_s.arg(number);
    line.classification = u"1090511030000000000"_s;
    line.shortName = u"打印设备"_s;
    line.spec = u"LP-%1"_s.arg(number);
    line.unit = u"台"_s;
    line.quantity = -Decimal(number);
    line.price = Decimal::parse(u"1327.433628318584");
    line.net = Money::fromFen(-100'00LL * number - number % 100);
    line.rate = TaxRate::fromMillionths(130'000);
    line.tax = Money::fromFen(-13'00LL * number - number % 7);
    return line;
}

RedForm formOf(int lines)
{
    RedForm form;
    form.number = u"43010126110000000017"_s;
    form.uuid = u"0123456789abcdef0123456789abcdef"_s;
    form.enteredBy = Side::Buyer;
    form.seller.name = u"长沙云杉办公设备有限公司"_s;
    form.seller.taxNumber = u"91430104MA4T8FT50U"_s;
    form.buyer.name = u"杭州溪口软件有限公司"_s;
    form.buyer.taxNumber = u"91330100799655058B"_s;
    form.blueNumber = u"26432000001576189981"_s;
    form.blueIssuedAt = Clock::parseChinaTime(u"2026-03-30 00:30:00"_s);
    form.blueTotals = {Money::fromFen(98'765'432'10), Money::fromFen(12'839'506'17)};
    form.kind = InvoiceKind::Special;
    form.reason = RedReason::Allowance;
    form.state = RedFormState::Confirmed;
    form.enteredAt = Clock::parseChinaTime(u"2026-04-01 23:59:58"_s);
    form.confirmedAt = Clock::parseChinaTime(u"2026-04-03 08:07:06"_s);
    for (int i = 1; i <= lines; ++i)
        form.lines.append(lineOf(i));
    for (const RedFormLine &line : std::as_const(form.lines)) {
        form.totals.net += line.net;
        form.totals.tax += line.tax;
    }
    return form;
}

/// The words of all pages, as they stand between spaces; each must lie on its page.
QStringList wordsOf(const QByteArray &pdf, int *pages = nullptr)
{
    const auto document = Poppler::Document::loadFromData(pdf);
    QStringList out;
    for (int i = 0; document && i < document->numPages(); ++i) {
        const auto page = document->page(i);
        const QRectF paper(QPointF(), page->pageSizeF());
        for (const auto &box : page->textList()) {
            if (!paper.contains(box->boundingBox()))
                out.append(u"outside: "_s + box->text());
            out.append(box->text());
        }
    }
    if (pages != nullptr)
        *pages = document ? document->numPages() : 0;
    return out;
}

QString textOf(const QByteArray &pdf)
{
    const auto document = Poppler::Document::loadFromData(pdf);
    QString out;
    for (int i = 0; document && i < document->numPages(); ++i)
        out += document->page(i)->text(QRectF()) + u'\n';
    return out;
}
} // namespace

class RedFormPdfTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void E5_everyFigureStandsOnPaper_data()
    {
        QTest::addColumn<int>("lines");
        QTest::addColumn<int>("pages");
        QTest::newRow("1") << 1 << 1;
        QTest::newRow("30") << 30 << 1;
        QTest::newRow("500") << 500 << 14;
    }
    void E5_everyFigureStandsOnPaper()
    {
        QFETCH(const int, lines);
        QFETCH(const int, pages);
        const RedForm form = formOf(lines);
        const Result<QByteArray> pdf = redFormPdf(form, false);
        QVERIFY2(pdf.ok(), pdf.ok() ? "" : qPrintable(pdf.fault().message));
        int count = 0;
        const QStringList words = wordsOf(*pdf, &count);
        QCOMPARE(count, pages);
        QCOMPARE(words.filter(u"outside: "_s), QStringList());
        QHash<QString, int> times;
        for (const QString &word : words)
            ++times[word];
        for (const QString &wanted : {u"红字发票信息确认单"_s, form.number, u"购销双方已确认"_s, u"购买方"_s,
                 form.seller.name, form.buyer.name, form.seller.taxNumber, form.buyer.taxNumber, form.blueNumber,
                 u"电子发票（增值税专用发票）"_s, u"销售折让"_s, u"¥98765432.10"_s, u"¥12839506.17"_s, u"有效"_s,
                 u"未开具"_s, u"23:59:58"_s, u"08:07:06"_s, u"00:30:00"_s})
            QCOMPARE(times.value(wanted), count); // on each page
        for (const RedFormLine &line : form.lines) {
            QVERIFY2(times.contains(u"*打印设备*"_s + line.item), qPrintable(line.item));
            for (const QString &figure : {QString::number(line.blueLine), line.quantity->toString(),
                     line.net.toString(), line.tax.toString(), line.spec})
                QVERIFY2(times.contains(figure), qPrintable(figure));
        }
        QCOMPARE(times.value(u"1327.433628318584"_s), lines);
        QCOMPARE(times.value(u"13%"_s), lines);
        for (const QString &sum : {u'¥' + form.totals.net.toString(), u'¥' + form.totals.tax.toString(),
                 u'¥' + form.totals.gross().toString()})
            QVERIFY2(times.contains(sum), qPrintable(sum));
        QVERIFY(form.totals.net < Money());
        QVERIFY(textOf(*pdf).contains(u"2026-04-01 23:59:58"_s));
        QVERIFY(!textOf(*pdf).contains(u"演练"_s));
        const auto document = Poppler::Document::loadFromData(*pdf);
        const QSizeF size = document->page(0)->pageSizeF();
        QVERIFY(qAbs(size.width() - 210 * mmInPoints) < 0.01);
        QVERIFY(size.height() <= 297 * mmInPoints); // A4
        QCOMPARE(document->title(), u"红字发票信息确认单 "_s + form.number);
    }

    void E5_pagesAddUp()
    {
        const RedForm form = formOf(100);
        const Result<QByteArray> pdf = redFormPdf(form, false);
        QVERIFY(pdf.ok());
        const auto document = Poppler::Document::loadFromData(*pdf);
        Money net;
        Money tax;
        for (int i = 0; i < document->numPages(); ++i) {
            const QStringList rows = document->page(i)->text(QRectF()).split(u'\n').filter(u"小 计"_s);
            QCOMPARE(rows.size(), 1);
            const QStringList parts = rows.first().simplified().split(u' ');
            net += *Money::parse(QStringView(parts.at(parts.size() - 2)).mid(1));
            tax += *Money::parse(QStringView(parts.last()).mid(1));
        }
        QCOMPARE(net, form.totals.net);
        QCOMPARE(tax, form.totals.tax);
    }

    void E5_longAndOddTextsStayOnThePage()
    {
        RedForm form = formOf(3);
        form.seller.name = u"非常"_s.repeated(70) + u"长的有限责任公司"_s;
        form.buyer.name = u"Extraordinarily Long Trading Company "_s.repeated(8);
        form.lines[0].item = u"名称"_s.repeated(150);
        form.lines[1].spec = u"SPEC-0123456789/"_s.repeated(10);
        form.lines[2].net = Money::fromFen(-9'999'999'999'999'99);
        form.lines[2].quantity.reset();
        form.lines[2].price.reset();
        form.redNumber = u"26432000001576189999"_s;
        form.redIssuedAt = Clock::parseChinaTime(u"2026-04-05 01:02:03"_s);
        form.state = RedFormState::RefusedByPerson;
        form.valid = false;
        const Result<QByteArray> pdf = redFormPdf(form, true);
        QVERIFY(pdf.ok());
        QCOMPARE(wordsOf(*pdf).filter(u"outside: "_s), QStringList());
        const QString text = textOf(*pdf);
        for (const QString &wanted :
            {form.seller.name, form.buyer.name.trimmed(), u"*打印设备*"_s + form.lines[0].item, form.lines[1].spec,
                u"-9999999999999.99"_s, form.redNumber, u"作废（自然人拒收）"_s, u"无效"_s, u"演练"_s})
            QVERIFY2(text.contains(wanted), qPrintable(wanted));
    }

    void E5_theSameFormGivesTheSameBytes()
    {
        const RedForm form = formOf(40);
        const Result<QByteArray> first = redFormPdf(form, true);
        const Result<QByteArray> second = redFormPdf(form, true);
        QVERIFY(first.ok() && second.ok());
        QCOMPARE(*first, *second);
        QVERIFY(*redFormPdf(form, false) != *first);
    }

    void E5_aFormWithoutItsLinesIsRefused()
    {
        const Result<QByteArray> pdf = redFormPdf(formOf(0), false);
        QVERIFY(!pdf.ok());
        QCOMPARE(pdf.fault().kind, FaultKind::Conflict);
        QVERIFY(pdf.fault().message.contains(u"Read the form"_s));
    }
};

QTEST_MAIN(RedFormPdfTest)
#include "tst_red_form_pdf.moc"

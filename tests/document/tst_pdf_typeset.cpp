// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the face one by one: fonts, codes, the layout file's reader, texts into rows, rows onto pages.
#include "core/document/font/big_endian.h"
#include "core/document/layout/face_texts.h"
#include "core/document/layout/form.h"
#include "core/document/layout/pagination.h"
#include "core/document/layout/typeset.h"
#include "core/document/pdf/truetype_subset.h"
#include "core/document/qr/qr_matrix.h"

#include <QFile>
#include <QGuiApplication>
#include <QRandomGenerator>
#include <QRawFont>
#include <QTest>

using namespace kp;
using namespace kp::document;
using namespace Qt::StringLiterals;

namespace
{

QString layoutText()
{
    QFile file(QStringLiteral(KP_SOURCE_DIR "/resources/layouts/invoice.layout"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const FontStack &song()
{
    return invoiceForm()->font(FontRole::Text);
}

QStringList rowsOf(const QString &text, qreal ems)
{
    QStringList out;
    for (const TextRow &row : wrap(song(), text, 9, ems * 9 * mmPerPoint + 0.001))
        out.append(row.text);
    return out;
}

} // namespace

class PdfTypesetTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theProgramsLayoutIsRight()
    {
        const Result<Layout> layout = parseLayout(layoutText(), u"invoice.layout"_s, invoiceKeys());
        QVERIFY2(layout.ok(), layout.ok() ? "" : qPrintable(layout.fault().message));
        QCOMPARE(layout->width, 210.0);
        const qreal height = layout->top.height + layout->heading.height + layout->fitRows * layout->rowHeight +
                             layout->total.height + layout->foot.height;
        QCOMPARE(height, 140.0);
        QList<qreal> widths;
        qreal sum = 0;
        for (const Column &column : layout->columns)
            sum += (widths << column.width).last();
        QCOMPARE(widths, (QList<qreal>{37, 24, 12, 25, 25, 26, 25, 27}));
        QCOMPARE(sum, 201.0);
        QCOMPARE(layout->top.symbols.first().box, QRectF(7, 6, 20, 20));
    }

    void noFontListBeginsWithNoto()
    {
        // Its radicals share glyphs with characters; see the layout file.
        const Form &form = *invoiceForm();
        for (const FontRole role : {FontRole::Title, FontRole::Label, FontRole::Text, FontRole::Digits})
            QVERIFY(!form.font(role).first()->family().startsWith(u"Noto"_s));
    }

    void charactersComeFromTheFirstFontThatHasThem()
    {
        QVERIFY(!FontStack({u"No Such Font"_s}).isUsable());
        const QString family = song().first()->family();
        const FontStack stack({u"No Such Font"_s, family, u"Noto Serif CJK SC"_s});
        QCOMPARE(stack.first()->family(), family);
        QCOMPARE(stack.find(U'税').font->family(), family);
        QCOMPARE(stack.find(U'税').advance, 1000);
        QVERIFY(stack.find(U'税').index != 0);
        QCOMPARE(stack.find(U'𠮷').font->family(), u"Noto Serif CJK SC"_s);
        QVERIFY(stack.find(U'𠮷').index != 0);
        QCOMPARE(stack.find(U'\U0010FFFD').index, quint16(0)); // for private use: nobody has it
        QCOMPARE(stack.find(U'\U0010FFFD').font->family(), family);
        QCOMPARE(stack.width(u"税a𠮷"), 1000 + stack.find(U'a').advance + 1000);
    }

    void aSubsetKeepsOutlinesAndChecksums()
    {
        const FontFile &font = *song().first();
        const QList<quint16> glyphs{0, font.glyph(U'税'), font.glyph(U'é')};
        const QByteArray subset = trueTypeSubset(font, glyphs);
        quint32 sum = 0;
        for (qsizetype at = 0; at < subset.size(); at += 4)
            sum += u32(subset, at);
        QCOMPARE(sum, 0xB1B0AFBAU);
        QRawFont raw;
        raw.loadFromData(subset, 1000, QFont::PreferNoHinting); // Qt needs a cmap for texts, not for glyphs
        QVERIFY(raw.fontTable("maxp").size() >= 6);
        QVERIFY(u16(raw.fontTable("maxp"), 4) >= 3);
        for (quint32 i = 1; i < 3; ++i)
            QCOMPARE(raw.pathForGlyph(i).boundingRect(), font.outline(glyphs.at(static_cast<int>(i))).boundingRect());
    }

    void qrCodesAreLikeTheTaxOffices()
    {
        const Result<QrMatrix> code = qrMatrix("01,32,,26432000001576189981,3000.00,20260330,,5F98");
        QCOMPARE(code->size(), 37); // version 5
        QVERIFY(code->isDark(0, 0) && code->isDark(6, 6) && !code->isDark(1, 1) && !code->isDark(7, 7));
        QVERIFY(qrMatrix(QByteArray(200, 'x'))->size() > 37);
        QCOMPARE(qrMatrix(QByteArray(2331, 'x'))->size(), 177);
        QCOMPARE(qrMatrix(QByteArray(2332, 'x')).fault().kind, FaultKind::Invalid);
        QCOMPARE(qrMatrix({}).fault().kind, FaultKind::Invalid);
    }

    void mistakesHaveTheirPlace_data()
    {
        QTest::addColumn<QString>("find");
        QTest::addColumn<QString>("replace");
        QTest::addColumn<int>("column");
        QTest::newRow("number") << u"page 210"_s << u"page wide"_s << 6;
        QTest::newRow("keyword") << u"page 210"_s << u"  paper 210"_s << 3;
        QTest::newRow("missing") << u"page 210"_s << u"page"_s << 5;
        QTest::newRow("too much") << u"page 210"_s << u"page 210 297"_s << 10;
        QTest::newRow("quotation") << u"\"备注\""_s << u"\"备注"_s << 9;
        QTest::newRow("field") << u"field issuer"_s << u"field issuers"_s << 9;
        QTest::newRow("column") << u"column spec"_s << u"column specs"_s << 8;
        QTest::newRow("colour") << u"205.75 0 0.5 name"_s << u"205.75 0 0.5 nam"_s << 28;
        QTest::newRow("align") << u"caption right one"_s << u"caption middle one"_s << 37;
        QTest::newRow("section") << u"section foot"_s << u"section feet"_s << 9;
        QTest::newRow("role") << u"font digits"_s << u"font numbers"_s << 6;
    }
    void mistakesHaveTheirPlace()
    {
        QFETCH(QString, find);
        QFETCH(QString, replace);
        QFETCH(int, column);
        QString text = layoutText();
        const qsizetype at = text.indexOf(find);
        QVERIFY(at > 0);
        text.replace(at, find.size(), replace);
        const Result<Layout> layout = parseLayout(text, u"invoice.layout"_s, invoiceKeys());
        QVERIFY(!layout.ok());
        QCOMPARE(layout.fault().kind, FaultKind::Invalid);
        const QString place = u"invoice.layout:%1:%2: "_s.arg(text.left(at).count(u'\n') + 1).arg(column);
        QVERIFY2(layout.fault().message.startsWith(place), qPrintable(layout.fault().message));
    }

    void anUnfinishedLayoutIsRefused()
    {
        for (const QString &text : {QString(), u"page 210"_s, u"page 210\nrows 8 42 4"_s, u"line 0 0 1 1 1 red"_s})
            QVERIFY(!parseLayout(text, u"x"_s, invoiceKeys()).ok());
    }

    void rowsBreakWhereTheyMay()
    {
        QCOMPARE(rowsOf(u"一二三四五六七八"_s, 3), (QStringList{u"一二三"_s, u"四五六"_s, u"七八"_s}));
        // 「，」 may not begin a row.
        QCOMPARE(rowsOf(u"一二三，四五"_s, 3), (QStringList{u"一二"_s, u"三，四"_s, u"五"_s}));
        QCOMPARE(rowsOf(u"ab cd ef gh"_s, 3), (QStringList{u"ab cd"_s, u"ef gh"_s}));
        QCOMPARE(rowsOf(u"abcdefghijkl"_s, 3), (QStringList{u"abcdef"_s, u"ghijkl"_s}));
        QCOMPARE(rowsOf(u"一\n\n二"_s, 3), (QStringList{u"一"_s, u""_s, u"二"_s}));
        // A character beyond U+FFFF and a letter with its accent stay whole.
        QCOMPARE(rowsOf(u"𠮷𠮷𠮷"_s, 2), (QStringList{u"𠮷𠮷"_s, u"𠮷"_s}));
        QCOMPARE(rowsOf(u"e\u0301e\u0301e\u0301"_s, 0.5).first().left(2), u"e\u0301"_s);
        const QList<TextRow> rows = wrap(song(), u"一二三 四五六"_s, 9, 3 * 9 * mmPerPoint + 0.001);
        QCOMPARE(rows, (QList<TextRow>{{u"一二三"_s, u"一二三 四五六"_s, false}, {u"四五六"_s, {}, true}}));
    }

    void anyTextFitsAnyBox()
    {
        QRandomGenerator random(20260330);
        const QString alphabet = u"税票ab ，。（）1.\n𠮷-/é"_s;
        for (int round = 0; round < 300; ++round) {
            QString text;
            for (int i = random.bounded(400); i >= 0; --i)
                text += alphabet.at(random.bounded(static_cast<int>(alphabet.size())));
            text = printable(text);
            const QSizeF box(5 + random.bounded(100), 2 + random.bounded(30));
            const Setting setting = fit(song(), text, 9, box);
            QVERIFY(setting.height() <= box.height());
            QString joined;
            for (const TextRow &row : setting.rows) {
                QVERIFY(width(song(), row.text, setting.points) <= box.width() + 0.001);
                joined += row.text;
            }
            QCOMPARE(joined.remove(u' '), text.remove(u' ').remove(u'\n'));
        }
    }

    void oneRowShrinks()
    {
        const QString text = u"1327.433628318584"_s;
        QCOMPARE(pointsForOneRow(song(), text, 9, 100), 9.0);
        const qreal points = pointsForOneRow(song(), text, 9, 10);
        QVERIFY(width(song(), text, points) <= 10 && width(song(), text, points + 0.05) > 10);
    }

    void printableKeepsWhatCanBeSeen()
    {
        QCOMPARE(printable(u"a\tb\r\nc\u202ed\ufeff\u200be\u0007"_s), u"a b\ncde "_s);
        QCOMPARE(printable(QString(QChar(0xd83d)) + u'x'), u"\ufffdx"_s);
        QCOMPARE(printable(u"𠮷"_s), u"𠮷"_s);
    }

    void pagesHoldAllRowsOnce()
    {
        const PageRoom room{42, 48, 40};
        QRandomGenerator random(42);
        for (int round = 0; round < 2000; ++round) {
            QList<RowBlock> blocks;
            int all = 0;
            bool hasGiant = false;
            for (int i = random.bounded(80); i > 0; --i) {
                blocks.append(RowBlock{random.bounded(20) == 0 ? 1 + random.bounded(120) : 1 + random.bounded(4)});
                all += blocks.last().rows;
                hasGiant = hasGiant || blocks.last().rows > 40;
            }
            const QList<int> pages = rowsOfPages(blocks, room);
            int sum = 0;
            QList<int> ends;
            for (int i = 0; i < pages.size(); ++i) {
                QVERIFY(pages.at(i) > 0 || all == 0);
                QVERIFY(pages.at(i) <= (pages.size() == 1 ? 42 : i + 1 == pages.size() ? 40 : 48));
                ends.append(sum += pages.at(i));
            }
            QCOMPARE(sum, all);
            int place = 0;
            QList<int> between{0};
            for (const RowBlock &block : blocks)
                between.append(place += block.rows);
            for (const int end : ends)
                QVERIFY(hasGiant || between.contains(end)); // no block is torn
        }
        QCOMPARE(rowsOfPages({{42}}, room), QList<int>{42});
        QCOMPARE(rowsOfPages({{20}, {23}}, room), (QList<int>{20, 23}));
    }

    void invoiceKeysAreAllUsed()
    {
        const Layout &layout = invoiceForm()->layout;
        QSet<QString> fields;
        for (const Section *section : {&layout.top, &layout.heading, &layout.subtotal, &layout.total, &layout.foot})
            for (const TextSlot &slot : section->texts)
                if (slot.isField)
                    fields.insert(slot.text);
        QCOMPARE(fields, invoiceKeys().fields);
    }
};

QTEST_MAIN(PdfTypesetTest)
#include "tst_pdf_typeset.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The search index against a plain scan.
#include "books.h"

#include "core/store/search_text.h"

#include <QSet>

using namespace kp;
using namespace kp::store;
using namespace Qt::StringLiterals;

class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folds_data();
    void folds();
    void cutsIntoPieces();
    void findsWhatAScanFinds();
    void findsEveryField();
    void indexesInBlocks();
};

void TestSearch::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    QTest::newRow("latin") << u"Abc-Z09"_s << u"abc-z09"_s;
    QTest::newRow("full width") << u"ＡｂＣ（１）～"_s << u"abc(1)~"_s;
    QTest::newRow("blanks") << u"a b\tc\nd\u00A0e　f"_s << u"a　b　c　d　e　f"_s;
    QTest::newRow("han") << u"发票龥𠮷"_s << u"发票龥𠮷"_s;
    QTest::newRow("other scripts") << u"ÄЖΣ"_s << u"äжσ"_s;
    QTest::newRow("half a pair") << QString(QChar(0xD842)) + u"a"_s << u"\uFFFDa"_s;
    QTest::newRow("zero") << QString(QChar(u'\0')) << u"　"_s;
}

void TestSearch::folds()
{
    QFETCH(QString, text);
    QFETCH(QString, folded);
    QCOMPARE(foldForSearch(text), folded);
}

void TestSearch::cutsIntoPieces()
{
    QCOMPARE(QString::fromUtf8(searchPieces(u"aab\n𠮷a"_s)), u"a aa b ab 𠮷 𠮷a "_s);
    QCOMPARE(searchTerm(u"票"_s).match, u"\"票\""_s);
    QCOMPARE(searchTerm(u"Ab\"b\""_s).match, u"\"ab\" AND \"b\"\"\" AND \"\"\"b\""_s);
    QVERIFY(searchTerm(u"𠮷票"_s).exact);
    QVERIFY(!searchTerm(u"一二三"_s).exact);
    QVERIFY(searchTerm({}).folded.isEmpty());
}

void TestSearch::findsWhatAScanFinds()
{
    Books books;
    const QList<Invoice> all = books.fill(500);
    TRY_VALUE(left, books.stores().invoices.indexForSearch(450)); // the last fifty are scanned
    QCOMPARE(left, 50);
    TRY_VALUE(reader, Database::openReader(books.path()));
    InvoiceList list(*reader);
    QStringList texts;
    for (const Invoice &invoice : all)
        texts.append(searchText(invoice));

    int withHits = 0;
    const int queries = 4000;
    for (int i = 0; i < queries; ++i) {
        QString text;
        if (i % 2 == 0) { // a part of something stored
            const QString &from = texts[books.random().bounded(static_cast<int>(texts.size()))];
            const int start = books.random().bounded(static_cast<int>(from.size()));
            text = from.mid(start, 1 + books.random().bounded(5)).replace(u'\n', u' ');
        } else {
            text = books.randomText(1 + books.random().bounded(4));
        }
        const QString folded = foldForSearch(text);
        if (folded.isEmpty())
            continue;
        QList<InvoiceId> expected; // newest first
        for (qsizetype k = all.size() - 1; k >= 0; --k)
            if (texts[k].contains(folded))
                expected.append(all[k].id);
        ListQuery query;
        query.scope = Scope::everything();
        query.text = text;
        TRY_VALUE(page, list.page(query, {}, 2000));
        QList<InvoiceId> found;
        for (const InvoiceSummary &row : page.rows)
            found.append(row.id);
        if (found != expected)
            QFAIL(qPrintable(u"%1: %2 found, %3 expected"_s.arg(text).arg(found.size()).arg(expected.size())));
        withHits += expected.isEmpty() ? 0 : 1;
    }
    QVERIFY2(withHits > queries / 2, qPrintable(QString::number(withHits)));
}

void TestSearch::findsEveryField()
{
    Books books;
    books.fill(50);
    Invoice wanted = books.invoice();
    wanted.serial = u"SER-Q7"_s;
    wanted.number = u"26319999888877776666"_s;
    wanted.buyer.name = u"独一无二商行"_s;
    wanted.buyer.taxNumber = u"91ZZ7"_s;
    wanted.lines[1].item = u"稀有器件Ω"_s;
    wanted.remark = u"合同〇九号"_s;
    wanted.totals = {Money::fromFen(7654321), Money::fromFen(1111109)};
    TRY_VALUE(id, books.stores().invoices.insert(wanted, startMs));
    const auto only = [&](const QString &text) {
        ListQuery query;
        query.scope = Scope::everything();
        query.text = text;
        const auto page = books.stores().list.page(query, {}, 10);
        return page.ok() && page->rows.size() == 1 && page->rows.first().id == id;
    };
    for (int round = 0; round < 2; ++round) { // scanned, then indexed
        for (const char16_t *text : {u"ser-q7", u"9888877776666", u"独一无二", u"91zz7", u"器件ω", u"〇九", u"76543.21",
                 u"11111.09", u"87654.30", u"ＳＥＲ－Ｑ７"})
            QVERIFY2(only(QString::fromUtf16(text)), qPrintable(QString::fromUtf16(text)));
        TRY_VALUE(left, books.stores().invoices.indexForSearch(1000));
        QCOMPARE(left, 0);
    }
    QVERIFY(!only(u"q7\n26"_s));
}

void TestSearch::indexesInBlocks()
{
    // However many are stored, at most so many wait to be indexed that scanning them is not felt.
    Books books;
    QList<Invoice> many;
    for (int i = 0; i < 9000; ++i)
        many.append(books.invoice());
    VERIFY_DONE(books.stores().invoices.insertAll(many, startMs));
    QCOMPARE(peek(books.path(), "SELECT indexed_to FROM search_progress"), 1024);
    TRY_VALUE(left, books.stores().invoices.indexForSearch(10));
    QCOMPARE(left, 9000 - 1024 - 10);
    QCOMPARE(peek(books.path(), "SELECT indexed_to FROM search_progress"), 1034);
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_store_search.moc"

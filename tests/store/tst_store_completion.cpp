// SPDX-License-Identifier: GPL-3.0-or-later
// C2, D2: what is proposed while typing is exactly what a look at every record finds, in the same order.
#include "core/store/completion.h"

#include "core/base/pinyin.h"
#include "tests/store/books.h"

#include <algorithm>
#include <numeric>

using namespace kp;
using namespace kp::store;
using namespace Qt::StringLiterals;

class TestCompletion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initialsOfPolyphones();
    void indexFindsWhatAScanFinds();
    void entriesFarFromOneAnotherAreFound();
    void proposalsAreThoseOfAScan();
};

namespace
{
/// Few characters, so that much is found: among them polyphones, brackets and letters.
QString randomName(QRandomGenerator &random)
{
    static const QString characters = u"重庆长沙北京乐行单中国重（）ABＣ9１有限公司示例"_s;
    QString name;
    const int size = random.bounded(1, 9);
    while (name.size() < size)
        name += characters[random.bounded(characters.size())];
    return name;
}

QString randomTyped(QRandomGenerator &random)
{
    static const QString letters = u"czqsbjylxhdgAB9"_s;
    if (random.bounded(2) == 0)
        return randomName(random).left(random.bounded(1, 4));
    QString typed;
    const int size = random.bounded(1, 4);
    while (typed.size() < size)
        typed += letters[random.bounded(letters.size())];
    return typed;
}
} // namespace

void TestCompletion::initialsOfPolyphones()
{
    QVERIFY(containsInitials(u"重庆市", u"cq"));
    QVERIFY(containsInitials(u"重庆市", u"ZQS"));
    QVERIFY(!containsInitials(u"重庆市", u"cs"));
    QVERIFY(containsInitials(u"中国（上海）ABC公司", u"gshabcg"));
    QVERIFY(!containsInitials(u"重庆市", u"重"));
    QVERIFY(!containsInitials(u"重庆市", u""));
    QVERIFY(containsInitials(u"３６０公司", u"360g"));
}

void TestCompletion::indexFindsWhatAScanFinds()
{
    QRandomGenerator random(20261120);
    QStringList texts;
    CompletionIndex index;
    for (int i = 0; i < 3000; ++i) {
        texts.append(randomName(random) + u'\n' + QString::number(random.generate(), 36) + u'\n' + randomName(random));
        index.add(texts.last());
    }
    std::vector<std::uint32_t> order(static_cast<std::size_t>(texts.size()));
    std::iota(order.rbegin(), order.rend(), 0U);
    index.finish(order);
    std::reverse(texts.begin(), texts.end());
    qsizetype total = 0;
    for (int round = 0; round < 2000; ++round) {
        const RecordTerm term(randomTyped(random));
        CompletionIndex::Walk walk(index, term);
        for (qsizetype i = 0; i < texts.size(); ++i) {
            if (!term.isInTexts(texts[i]))
                continue;
            ++total;
            QCOMPARE(walk.next(), i);
        }
        QCOMPARE(walk.next(), -1);
    }
    QVERIFY(total > 10'000);
}

void TestCompletion::entriesFarFromOneAnotherAreFound()
{
    const QList<qsizetype> wanted{0, 1, 128, 129, 16'512, 16'513, 32'897, 39'999};
    CompletionIndex index;
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < 40'000; ++i) {
        index.add(wanted.contains(i) ? QStringLiteral(u"甲乙") : QStringLiteral(u"丙丁"));
        order.push_back(i);
    }
    index.finish(order);
    for (const QString &typed : {QStringLiteral(u"甲乙"), QStringLiteral("jy")}) {
        const RecordTerm term(typed);
        CompletionIndex::Walk walk(index, term);
        for (const qsizetype entry : wanted)
            QCOMPARE(walk.next(), entry);
        QCOMPARE(walk.next(), -1);
    }
}

void TestCompletion::proposalsAreThoseOfAScan()
{
    Books books;
    QRandomGenerator random(7);
    RecordStore<Customer> &records = books.stores().customerRecords;
    Completion completion(books.database(), completionSource<Customer>());
    qint64 now = startMs;
    for (int round = 0; round < 60; ++round) {
        QList<Customer> used;
        for (int i = 0; i < 40; ++i) {
            Customer one;
            one.company = i % 3 == 0 ? books.second : books.first;
            one.party.name = randomName(random);
            one.party.taxNumber = QString::number(random.bounded(30));
            used.append(one);
        }
        VERIFY_DONE(books.stores().customers.remember(used, ++now));
        TRY_VALUE(ids, records.ids({Scope::only(books.first), {}, {}, {}, true}));
        if (round % 5 == 4)
            VERIFY_DONE(records.remove(CustomerId(ids[random.bounded(ids.size())])));
        for (int ask = 0; ask < 20; ++ask) {
            const QString typed = ask == 0 ? QString() : randomTyped(random);
            TRY_VALUE(found, completed(completion, records, books.first, typed, 7));
            QList<qint64> expected;
            VERIFY_DONE(
                books.database()
                    .prepared(u"SELECT id FROM customer WHERE company = ? AND record_matches(?, name, taxNumber, "
                              "code) ORDER BY last_used_ms DESC, id DESC LIMIT 7"_s)
                    .with(books.first, typed)
                    .each([&](const Row &row) { expected.append(row.whole(0)); }));
            QList<qint64> given;
            for (const Customer &one : found)
                given.append(one.id.value());
            QCOMPARE(given, expected);
        }
    }
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_store_completion.moc"

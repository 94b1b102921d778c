// SPDX-License-Identifier: GPL-3.0-or-later
// Proposing classification codes: the official table taken apart, the model, what is learned, how good and how fast.
#include "core/classify/builtin_model.h"
#include "core/classify/classifier.h"
#include "core/classify/training/holdout.h"
#include "core/classify/training/model_builder.h"
#include "core/classify/weights.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace kp;
using namespace kp::classify;
using namespace Qt::StringLiterals;

namespace
{
const QDate day(2026, 6, 1);

QString texts(const QList<DescribedItem> &items, PhraseKind kind)
{
    QStringList out;
    for (const DescribedItem &item : items)
        if (item.kind == kind)
            out.append(item.text);
    return out.join(u' ');
}

CodeProposal first(const Classifier &classifier, const QString &typed)
{
    return classifier.propose(typed, day, 1).value(0);
}
} // namespace

class ClassifyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const QString folder = QStringLiteral(KP_SOURCE_DIR "/resources/reference/");
        const auto read = readOfficialTable(
            folder + u"tax-classification.csv"_s, folder + u"tax-classification-shortname-history.csv"_s);
        QVERIFY(read.ok());
        table = *read;
        QCOMPARE(table.rows.size(), 4446);
        official = Classifier(builtInModel());
    }

    void descriptionsAreTakenApart()
    {
        const auto grain = describedItems(u"包括稻谷、小麦、其他谷物，不包括种用谷物（详见101011901）。"_s);
        QCOMPARE(texts(grain, PhraseKind::Described), u"稻谷 小麦 谷物"_s);
        QCOMPARE(texts(grain, PhraseKind::Excluded), u"种用谷物"_s);
        QCOMPARE(grain.last().reference, u"101011901"_s);
        const auto tomato = describedItems(u"包括番茄（别名：西红柿、番柿）、点钞机（ATM机用）等。"_s);
        QCOMPARE(texts(tomato, PhraseKind::Described), u"番茄 点钞机"_s);
        QCOMPARE(texts(tomato, PhraseKind::OtherName), u"西红柿 番柿"_s);
        QCOMPARE(texts(tomato, PhraseKind::Explanation), u"atm机用"_s);
        QCOMPARE(texts(describedItems(u"又名焰火"_s), PhraseKind::Described), u"焰火"_s);
        QCOMPARE(texts(describedItems(u"指用于烘烤的炉。"_s), PhraseKind::Described), QString());
        QVERIFY(describedItems(QString()).isEmpty());
    }

    void theSameTablesGiveTheSameModel()
    {
        const QByteArray once = *buildModel(table);
        QCOMPARE(once, *buildModel(table));
        QVERIFY2(once.size() <= 10'000'000, qPrintable(QString::number(once.size())));
        QCOMPARE(builtInModel().rowCount(), std::size_t(4446));
    }

    void aBrokenModelIsRefused()
    {
        const QByteArray whole = *buildModel(table);
        QVERIFY(Model::open(whole).ok());
        QVERIFY(!Model::open(whole.chopped(8)).ok());
        QVERIFY(!Model::open(whole.first(40)).ok());
        QVERIFY(!Model::open(QByteArrayView()).ok());
        QByteArray other = whole;
        other[0] = 'X';
        QVERIFY(!Model::open(other).ok());
        QVERIFY(Classifier().propose(u"玉米"_s, day, 3).isEmpty());
    }

    void shortNamesGoByTheDay()
    {
        const auto on = [this](QDate at) { return official.propose(u"原煤"_s, at, 1).value(0).shortName; };
        QCOMPARE(on({2026, 4, 30}), u"煤炭"_s);
        QCOMPARE(on({2026, 5, 1}), u"原煤"_s);
        QCOMPARE(on({2017, 1, 1}), u"煤炭"_s); // before the history begins
    }

    void everyNameFindsItself()
    {
        for (const Classification &row : std::as_const(table.rows)) {
            if (row.summary)
                continue;
            const CodeProposal found = first(official, row.name);
            QVERIFY2(folded(found.name) == folded(row.name), qPrintable(row.name + u" → "_s + found.name));
            QCOMPARE(found.reason.kind, Reason::Kind::Name);
            QCOMPARE(found.rates.isEmpty(), found.code == row.code ? row.rates.isEmpty() : found.rates.isEmpty());
        }
    }

    void reasonsAreTold()
    {
        QCOMPARE(first(official, u"番薯"_s).reason.kind, Reason::Kind::Described);
        QCOMPARE(first(official, u"谷物"_s).reason.kind, Reason::Kind::ShortName);
        const CodeProposal biscuit = first(official, u"大米饼干"_s);
        QCOMPARE(biscuit.name, u"饼干"_s); // the head stands at the end
        QCOMPARE(biscuit.reason.kind, Reason::Kind::LikeName);
        QCOMPARE(biscuit.rates, u"13%"_s);
        QVERIFY(biscuit.score > 300 && biscuit.score <= 1000);
        QCOMPARE(first(official, u"１０１０１０１０３"_s).reason.kind, Reason::Kind::Code);
        QVERIFY(label(biscuit.reason).contains(u"饼干"_s));
    }

    void whatWasLearnedComesFirstEveryTime()
    {
        const QString laptop = u"1090509020000000000"_s;
        const Classifier taught(builtInModel(), {{u"联想笔记本电脑 T14"_s, laptop}, {u"玉米"_s, laptop}});
        for (const char16_t *typed : {u"联想笔记本电脑 T14", u"联想笔记本电脑Ｔ１４", u"玉米"}) { // even against a name
            const CodeProposal found = first(taught, QString::fromUtf16(typed));
            QCOMPARE(found.code, laptop);
            QCOMPARE(found.reason.kind, Reason::Kind::Learned);
        }
        // Similar names profit: the same head, another brand.
        QVERIFY(first(official, u"戴尔笔记本电脑"_s).code != laptop);
        const CodeProposal similar = first(taught, u"戴尔笔记本电脑 T14"_s);
        QCOMPARE(similar.code, laptop);
        QCOMPARE(similar.reason.kind, Reason::Kind::LikeLearned);
        QCOMPARE(similar.reason.words, u"联想笔记本电脑 T14"_s);
        // … and others do not suffer.
        QCOMPARE(first(taught, u"小麦"_s).name, u"小麦"_s);
    }

    void everyLearnedItemIsFirst()
    {
        QList<LearnedItem> learned; // each item name with the code of another row
        const auto asked = questions(table, [](const QString &text) { return splitOf(text) == Split::Test; });
        for (std::size_t i = 0; i < asked.size(); i += 3)
            learned.append(
                {asked[i].text, QString::number(builtInModel().row(asked[(i + 7) % asked.size()].answers.at(0)).code)});
        const Classifier taught(builtInModel(), learned);
        for (const LearnedItem &item : std::as_const(learned)) {
            const CodeProposal found = first(taught, item.item);
            QVERIFY2(found.code == item.code, qPrintable(item.item));
            QCOMPARE(found.reason.kind, Reason::Kind::Learned);
        }
    }

    void theNewestChoiceCounts()
    {
        const Classifier taught(
            builtInModel(), {{u"办公椅"_s, u"1010101020000000000"_s}, {u"办公椅"_s, u"1010101030000000000"_s},
                                {u"没有的编码"_s, u"9990000000000000000"_s}, {u"汇总"_s, u"1010101000000000000"_s}});
        QCOMPARE(first(taught, u"办公椅"_s).code, u"1010101020000000000"_s);
        for (const char16_t *typed : {u"没有的编码", u"汇总"})
            for (const CodeProposal &found : taught.propose(QString::fromUtf16(typed), day, everyProposal))
                QVERIFY(found.reason.kind != Reason::Kind::Learned);
    }

    void rowsOfALaterTableArePutIn()
    {
        const Classification added{u"1090999010000000000"_s, u"量子纠缠发生器"_s, u"量子设备"_s, u"13%"_s, false, {}};
        const Classifier newer(builtInModel(), {{u"薛定谔盒子"_s, added.code}}, {added});
        for (const char16_t *typed : {u"量子纠缠发生器", u"薛定谔盒子", u"1090999"}) {
            const CodeProposal found = first(newer, QString::fromUtf16(typed));
            QCOMPARE(found.code, added.code);
            QCOMPARE(found.shortName, added.shortName);
        }
        QCOMPARE(first(newer, u"小型量子纠缠发生器"_s).code, added.code);
    }

    void summaryRowsAreNeverProposed()
    {
        for (const char16_t *typed : {u"货物", u"农业产品", u"谷物", u"薯类", u"服务", u"101"})
            for (const CodeProposal &found : official.propose(QString::fromUtf16(typed), day, everyProposal))
                QVERIFY2(builtInModel().row(*builtInModel().find(found.code)).summary == 0, qPrintable(found.code));
    }

    void splitsNeverMeet()
    {
        int counts[3] = {};
        for (const Question &question : questions(table, [](const QString &) { return true; }))
            ++counts[static_cast<int>(splitOf(question.text))];
        const int all = counts[0] + counts[1] + counts[2];
        QVERIFY(all > 9000);
        for (const Split split : {Split::Test, Split::Development}) // a tenth each
            QVERIFY(std::abs(counts[static_cast<int>(split)] * 10 - all) < all / 10);
        // A text held out stands nowhere in the model.
        const auto phrases = rowPhrases(table, [](const QString &text) { return splitOf(text) == Split::Test; });
        for (const auto &items : phrases)
            for (const DescribedItem &item : items)
                QVERIFY(item.kind == PhraseKind::Name || splitOf(item.text) != Split::Test);
    }

    /// The bar: on what is not in the model, at most 0.8 of the errors of a plain search that knows as much.
    void betterThanPlainSearch_data()
    {
        QTest::addColumn<int>("kept");
        QTest::newRow("single names") << static_cast<int>(Kept::Texts);
        QTest::newRow("whole descriptions as they stand") << static_cast<int>(Kept::Wholes);
    }
    void betterThanPlainSearch()
    {
        QFETCH(int, kept);
        const auto found = compare(table, Split::Test, static_cast<Kept>(kept), learnedWeights);
        QVERIFY(found.ok());
        qInfo("asked %d: first right %d, plain %d; among three %d, plain %d", found->ours.asked, found->ours.first,
            found->plain.first, found->ours.firstThree, found->plain.firstThree);
        QVERIFY(found->ours.asked > 200);
        QVERIFY(found->plain.first > found->plain.asked / 3); // the measure is no straw man
        QVERIFY(found->ours.errorFirst() <= 0.8 * found->plain.errorFirst());
        QVERIFY(found->ours.errorFirstThree() <= 0.8 * found->plain.errorFirstThree());
    }

    /// Of a row whose description is not known the name alone can be found, and its neighbours: harder for both.
    void betterThanPlainSearchOnUnknownItems()
    {
        const auto found = compare(table, Split::Test, Kept::Descriptions, learnedWeights);
        QVERIFY(found.ok());
        QVERIFY(found->ours.asked > 500);
        QVERIFY(found->ours.errorFirst() < found->plain.errorFirst());
        QVERIFY(found->ours.errorFirstThree() <= 0.8 * found->plain.errorFirstThree());
    }

    void whatIsKeptBackIsNotKnown()
    {
        const OfficialTable left = trainingTable(table);
        const auto taken = [](const QString &code) { return splitOf(code) != Split::Training; };
        for (const Classification &row : left.rows)
            QVERIFY(!taken(row.code) || (row.description.isEmpty() && row.shortName.isEmpty()));
        QSet<QString> known;
        for (const auto &phrases : rowPhrases(left, {}))
            for (const DescribedItem &item : phrases)
                known.insert(item.text);
        const auto asked = questionsOfRows(table, left, taken);
        QVERIFY(asked.size() > 1000);
        for (const Question &question : asked)
            QVERIFY2(!known.contains(question.text), qPrintable(question.text));
    }

    void fastEnough()
    {
        QList<LearnedItem> learned;
        for (int i = 0; i < 5000; ++i)
            learned.append({u"联想笔记本电脑 型号%1"_s.arg(i), u"1090509020000000000"_s});
        const Classifier taught(builtInModel(), learned);
        std::vector<qint64> strokes;
        QElapsedTimer timer;
        for (const char16_t *name : {u"联想笔记本电脑及配件", u"大米饼干礼盒装", u"软件开发技术服务费", u"其他谷物"}) {
            const QString whole = QString::fromUtf16(name);
            for (qsizetype typed = 1; typed <= whole.size(); ++typed) {
                timer.start();
                QVERIFY(!taught.propose(whole.left(typed), day, 12).isEmpty());
                strokes.push_back(timer.nsecsElapsed());
            }
        }
        std::sort(strokes.begin(), strokes.end());
        const qint64 p95 = strokes.at(strokes.size() * 95 / 100);
        // About 1 ms; the bar of 5 ms is measured by the bench, here a busy machine has room.
        QVERIFY2(p95 < 50'000'000, qPrintable(QString::number(p95)));
    }

private:
    OfficialTable table;
    Classifier official;
};

QTEST_GUILESS_MAIN(ClassifyTest)
#include "tst_classify.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Proposals over the real classification.
#include "core/base/csv.h"
#include "core/rules/match.h"

#include <QElapsedTimer>
#include <QTest>

using namespace kp;
using namespace kp::rules;

namespace
{
const QDate day(2026, 6, 1);
} // namespace

class TestMatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void finds();
    void proposes_data();
    void proposes();
    void ranks();
    void goesByItsRows();
    void knowsNothing_data();
    void knowsNothing();
    void fastEnough();

private:
    QStringList names(const QString &text, int limit = 10) const;

    ClassificationCatalogue m_catalogue;
    QList<Classification> m_rows;
};

void TestMatch::initTestCase()
{
    const auto table = readCsvFile(QStringLiteral(KP_SOURCE_DIR "/resources/reference/tax-classification.csv"));
    QVERIFY(table.ok());
    for (const QStringList &row : table->mid(1))
        m_rows.append({row.at(0), row.at(1), row.at(2), row.at(3), row.at(4) == u"1", row.at(6)});
    m_catalogue = ClassificationCatalogue(m_rows);
    QCOMPARE(m_rows.size(), 4446);
}

QStringList TestMatch::names(const QString &text, int limit) const
{
    QStringList out;
    for (const auto &found : m_catalogue.proposals(text, day, limit))
        out.append(found.row->name);
    return out;
}

void TestMatch::finds()
{
    for (const Classification &row : m_rows) {
        const Classification *found = m_catalogue.find(row.code);
        QVERIFY(found != nullptr);
        QCOMPARE(found->name, row.name);
    }
    QCOMPARE(m_catalogue.find(u"1010101"), nullptr);
    QCOMPARE(m_catalogue.find(u""), nullptr);
    QCOMPARE(m_catalogue.find(u"9999999999999999999"), nullptr);
    QCOMPARE(m_catalogue.lookup()(m_rows.front().code), m_catalogue.find(m_rows.front().code));
    QVERIFY(ClassificationCatalogue().isEmpty());
    QCOMPARE(ClassificationCatalogue().find(u"1010101010000000000"), nullptr);
    QVERIFY(ClassificationCatalogue().proposals(QStringLiteral(u"笔"), day).isEmpty());
}

void TestMatch::proposes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    const auto row = [](const char *name, const char16_t *text, const char16_t *first) {
        QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(first);
    };
    row("name", u"玉米", u"玉米");
    row("name among longer ones", u"小麦", u"小麦");
    row("code", u"1010101030000000000", u"玉米");
    row("beginning of a code", u"101010103", u"玉米");
    row("full-width code", u"１０１０１０１０３", u"玉米");
    row("spaces", u" 餐 饮 服 务 ", u"餐饮服务");
    row("a brand around the name", u"某牌自来水笔黑色", u"自来水笔");
    row("another word, from the description", u"番薯", u"甘薯");
}

void TestMatch::proposes()
{
    QFETCH(QString, text);
    QFETCH(QString, first);
    const QStringList found = names(text);
    QVERIFY2(!found.isEmpty() && found.front() == first, qPrintable(found.join(u' ')));
}

void TestMatch::ranks()
{
    const auto rank = [this](const char16_t *text, const char16_t *name) {
        return names(QString::fromUtf16(text), 5000).indexOf(QString::fromUtf16(name));
    };
    // itself < begins so < contains it
    QVERIFY(rank(u"自来水", u"自来水") == 0);
    QVERIFY(rank(u"自来水", u"自来水笔") > 0);
    QVERIFY(rank(u"旅客运输服务", u"国内航空旅客运输服务") >= 0);

    const auto grain = m_catalogue.proposals(QStringLiteral(u"谷物"), day, 5000);
    QVERIFY(grain.size() >= 10);
    for (int i = 0; i < 10; ++i) // the short name comes before what merely contains it
        QCOMPARE(grain.at(i).row->shortName, QStringLiteral(u"谷物"));
    for (const auto &found : grain)
        QVERIFY(!found.row->summary);
    QCOMPARE(m_catalogue.proposals(QStringLiteral(u"谷物"), day, 3).size(), 3);
}

void TestMatch::goesByItsRows()
{
    // The platform has withdrawn one row, made another a summary node and added a third.
    QList<Classification> rows = m_rows;
    rows.removeIf([](const Classification &row) { return row.name == u"玉米"; });
    for (Classification &row : rows)
        row.summary = row.summary || row.name == u"小麦";
    rows.append({QStringLiteral("1090999010000000000"), QStringLiteral(u"量子纠缠发生器"), QStringLiteral(u"量子设备"),
        QStringLiteral("13%"), false, {}});
    const ClassificationCatalogue later(rows);
    for (const char16_t *gone : {u"玉米", u"小麦"})
        for (const auto &found : later.proposals(QString::fromUtf16(gone), day, 5000))
            QVERIFY(found.row->name != QString::fromUtf16(gone));
    QCOMPARE(later.proposals(QStringLiteral(u"量子纠缠发生器"), day, 1).at(0).row->code, rows.last().code);
    const ClassificationCatalogue taught =
        later.knowing({{QStringLiteral(u"盒子"), QStringLiteral("1090999010000000000")}});
    QCOMPARE(taught.proposals(QStringLiteral(u"盒子"), day, 1).at(0).row, taught.find(rows.last().code));
    QCOMPARE(taught.find(rows.last().code), later.find(rows.last().code)); // copies share the rows
}

void TestMatch::knowsNothing_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "   ", "。、", "0000"})
        QTest::newRow(*text == '\0' ? "empty" : text) << QString::fromUtf8(text);
}

void TestMatch::knowsNothing()
{
    QFETCH(QString, text);
    QVERIFY(m_catalogue.proposals(text, day).isEmpty());
    QVERIFY(m_catalogue.proposals(QStringLiteral(u"玉米"), day, 0).isEmpty());
}

void TestMatch::fastEnough()
{
    QElapsedTimer timer;
    timer.start();
    constexpr int strokes = 20;
    for (int i = 0; i < strokes; ++i)
        QVERIFY(!m_catalogue.proposals(QStringLiteral(u"笔记本电脑及配件%1").arg(i), day).isEmpty());
    // A stroke takes about 1 ms; the bar has room for a busy machine.
    QVERIFY2(timer.elapsed() < strokes * 50, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestMatch)
#include "tst_rules_match.moc"

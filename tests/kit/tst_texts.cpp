// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/busy_strip.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/period_picker.h"
#include "ui/kit/typed_text.h"

#include <QTest>

using namespace kp;
using namespace Qt::StringLiterals;

class TextsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cells_data()
    {
        QTest::addColumn<FieldKind>("kind");
        QTest::addColumn<Face>("face");
        QTest::addColumn<QVariant>("stored");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("copied");
        const auto row = [](const char *name, FieldKind kind, const QVariant &stored, const QString &shown,
                             const QString &copied, Face face = Face::Plain) {
            QTest::newRow(name) << kind << face << stored << shown << copied;
        };
        row("money", FieldKind::Money, qint64(123456789), u"1,234,567.89"_s, u"1234567.89"_s);
        row("negative", FieldKind::Money, qint64(-100000), u"-1,000.00"_s, u"-1000.00"_s);
        row("no money", FieldKind::Money, QVariant(), {}, {});
        row("decimal", FieldKind::Decimal, u"-1234.56789"_s, u"-1,234.56789"_s, u"-1234.56789"_s);
        row("small", FieldKind::Decimal, u"999"_s, u"999"_s, u"999"_s);
        row("rate", FieldKind::Rate, 130000, u"13%"_s, u"0.13"_s);
        row("no rate", FieldKind::Rate, QVariant(), {}, {});
        row("time", FieldKind::Time, u"2026-03-18 10:00:00"_s, u"2026-03-18 10:00:00"_s, u"2026-03-18 10:00:00"_s);
        row("day", FieldKind::Time, u"2026-03-18 10:00:00"_s, u"2026-03-18"_s, u"2026-03-18"_s, Face::Day);
        row("number", FieldKind::Text, u"25442000000000012345"_s, u"2544 2000 0000 0001 2345"_s,
            u"25442000000000012345"_s, Face::Grouped);
        row("tax number", FieldKind::Text, u"91310000MA1FL12345"_s, u"91310000MA1FL12345"_s, u"91310000MA1FL12345"_s,
            Face::Code); // as forms show it
        row("flag", FieldKind::Flag, 1, u"✓"_s, u"✓"_s);
        row("no flag", FieldKind::Flag, 0, {}, {});
        row("choice", FieldKind::Choice, u"32"_s, u"Ordinary"_s, u"Ordinary"_s);
        row("unknown choice", FieldKind::Choice, u"99"_s, u"99"_s, u"99"_s);
    }
    void cells()
    {
        QFETCH(FieldKind, kind);
        QFETCH(Face, face);
        QFETCH(QVariant, stored);
        const ColumnSpec column{
            .key = {}, .label = {}, .kind = kind, .face = face, .words = {{u"32"_s, u"Ordinary"_s}}};
        QTEST(cellText(column, stored), "shown");
        QTEST(plainCellText(column, stored), "copied");
    }

    void typed_data()
    {
        QTest::addColumn<FieldKind>("kind");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("plain");
        const auto row = [](FieldKind kind, const QString &typed, const QString &plain) {
            QTest::addRow("%d %s", int(kind), qPrintable(typed)) << kind << typed << plain;
        };
        row(FieldKind::Money, u"1,234.5"_s, u"1234.50"_s);
        row(FieldKind::Money, u"￥１２．５"_s, u"12.50"_s);
        row(FieldKind::Money, u"12。5"_s, u"12.50"_s);
        row(FieldKind::Money, u"1.234"_s, u"1.234"_s);
        row(FieldKind::Money, u" "_s, {});
        row(FieldKind::Decimal, u"1 000.50"_s, u"1000.5"_s);
        row(FieldKind::Decimal, u"1.5E3"_s, u"1500"_s);
        row(FieldKind::Decimal, u"ten"_s, u"ten"_s);
        row(FieldKind::Rate, u"13"_s, u"0.13"_s);
        row(FieldKind::Rate, u"13%"_s, u"0.13"_s);
        row(FieldKind::Rate, u"１３％"_s, u"0.13"_s);
        row(FieldKind::Rate, u"1"_s, u"0.01"_s);
        row(FieldKind::Rate, u"0.5%"_s, u"0.005"_s);
        row(FieldKind::Rate, u"0.13"_s, u"0.13"_s);
        row(FieldKind::Rate, u"0"_s, u"0"_s);
        row(FieldKind::Rate, u"many"_s, u"many"_s);
        row(FieldKind::Choice, u"Ord"_s, u"32"_s);
        row(FieldKind::Choice, u"Special"_s, u"31"_s);
        row(FieldKind::Choice, u"31"_s, u"31"_s);
        row(FieldKind::Choice, u"x"_s, u"x"_s);
        row(FieldKind::Flag, u"是"_s, u"1"_s);
        row(FieldKind::Text, u"  a b "_s, u"a b"_s);
    }
    void typed()
    {
        QFETCH(FieldKind, kind);
        QFETCH(QString, typed);
        const QList<Word> words =
            kind == FieldKind::Choice ? QList<Word>{{u"31"_s, u"Special"_s}, {u"32"_s, u"Ordinary"_s}} : QList<Word>{};
        QTEST(plainFromTyped(kind, Face::Plain, words, typed), "plain");
    }
    void aPastedNumberLosesItsGroups()
    {
        QCOMPARE(plainFromTyped(FieldKind::Text, Face::Code, {}, u" 9131 0000 ＭＡ1F "_s), u"91310000MA1F"_s);
    }

    void sentencesStandAsTheirLanguageSetsThem()
    {
        QCOMPARE(inOneLine({u"One."_s, u"Two."_s}), u"One. Two."_s);
        QCOMPARE(inOneLine({u"客户名称必须填写。"_s, u"请核对。"_s}), u"客户名称必须填写。请核对。"_s);
        QCOMPARE(inOneLine({u"One."_s}), u"One."_s);
    }

    void periods()
    {
        const QDate today(2026, 1, 31);
        QCOMPARE(periodOf(PeriodPreset::LastMonth, today), (Period{QDate(2025, 12, 1), QDate(2025, 12, 31)}));
        QCOMPARE(periodOf(PeriodPreset::ThisMonth, QDate(2024, 2, 9)), (Period{QDate(2024, 2, 1), QDate(2024, 2, 29)}));
        QCOMPARE(
            periodOf(PeriodPreset::ThisQuarter, QDate(2026, 6, 30)), (Period{QDate(2026, 4, 1), QDate(2026, 6, 30)}));
        QCOMPARE(
            periodOf(PeriodPreset::Yesterday, QDate(2026, 1, 1)), (Period{QDate(2025, 12, 31), QDate(2025, 12, 31)}));
        QCOMPARE(periodOf(PeriodPreset::All, today), Period());
    }

    void progress()
    {
        QCOMPARE(progressText(0, 5000, 0), u"0 of 5,000"_s);
        QCOMPARE(progressText(1275, 5000, 15'000), u"1,275 of 5,000 · 85/s · 43 s left"_s);
        QCOMPARE(progressText(10, 5000, 60'000), u"10 of 5,000 · 10/min · 8 h 19 min left"_s);
        QCOMPARE(progressText(600, 1200, 120'000), u"600 of 1,200 · 5/s · 2 min 0 s left"_s);
        QCOMPARE(progressText(42, 0, 1000), u"42 · 42/s"_s);
        QCOMPARE(progressText(5000, 5000, 10'000), u"5,000 of 5,000 · 500/s"_s);
    }
};

QTEST_MAIN(TextsTest)
#include "tst_texts.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/day_edit.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

using namespace kp;
using namespace Qt::StringLiterals;

class DayEditTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDayIsTypedAsItIsWritten_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("hyphens") << u"2026-11-05"_s;
        QTest::newRow("strokes") << u"2026/11/05"_s;
        QTest::newRow("figures alone") << u"20261105"_s;
        QTest::newRow("month and day without noughts") << u"2026-11-5"_s;
    }
    void aDayIsTypedAsItIsWritten()
    {
        QFETCH(const QString, typed);
        QWidget window;
        auto *before = new QLineEdit(&window);
        auto *day = new DayEdit(u"day"_s, u"Day"_s, &window);
        auto *after = new QLineEdit(&window);
        day->setDate(QDate(2020, 2, 28));
        window.show();
        QApplication::setActiveWindow(&window);
        for (const auto &[from, key] : {std::pair(before, Qt::Key_Tab), std::pair(after, Qt::Key_Backtab)}) {
            from->setFocus();
            QTest::keyClick(from, key);
            QVERIFY(day->hasFocus());
            for (const QChar character : typed)
                QTest::keyClick(QApplication::focusWidget(), character.toLatin1());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
            QCOMPARE(day->date(), QDate(2026, 11, 5));
            day->setDate(QDate(2020, 2, 28));
        }
    }
};

QTEST_MAIN(DayEditTest)
#include "tst_day_edit.moc"

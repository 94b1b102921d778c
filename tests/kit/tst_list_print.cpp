// SPDX-License-Identifier: GPL-3.0-or-later
// Lists on paper, read back from the PDF that the printer wrote.
#include "tests/kit/fake_records.h"
#include "ui/kit/banner.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/list_print.h"
#include "ui/kit/list_table.h"
#include "ui/kit/windowed_model.h"

#include <QApplication>
#include <QPrinter>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kp;
using namespace Qt::StringLiterals;

namespace
{

/// The text of each page, as it lies there.
QStringList pagesOf(const QString &path)
{
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
    if (!reader.waitForFinished() || reader.exitCode() != 0)
        return {};
    QStringList pages = QString::fromUtf8(reader.readAllStandardOutput()).split(u'\f');
    pages.removeLast(); // each page ends with a form feed
    return pages;
}

struct Paper {
    QTemporaryDir folder;
    QString path = folder.filePath(u"list.pdf"_s);
    std::shared_ptr<QPrinter> printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    Paper()
    {
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(path);
        printer->setPageSize(QPageSize(QPageSize::A4));
    }
};

} // namespace

class ListPrintTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingFoundComesOutInItsOrderOnNumberedPages()
    {
        FakeDesk desk;
        const auto records = std::make_shared<FakeRecords>(130);
        records->at(7).name = u"0007 红富士苹果与一个很长很长很长很长很长很长很长很长很长很长很长很长的名字结尾"_s;
        RecordPage page(friendSpec(records), desk.desk);
        page.resize(1100, 700);
        page.show();
        QTRY_COMPARE(page.list()->model()->found(), std::optional<qint64>(130));
        const Paper paper;
        page.list()->commands()->trigger(u"record.print"_s);
        QCOMPARE(desk.doors.printers.size(), 1);
        desk.doors.printers.takeFirst()(paper.printer);
        QTRY_COMPARE(page.list()->banner()->text(), u"Rows printed: 130"_s);
        const QStringList pages = pagesOf(paper.path);
        QVERIFY(pages.size() > 1);
        QVERIFY(pages.constFirst().startsWith(u"Friends"_s));
        QVERIFY(pages.constFirst().contains(u"Printed by 林小满 at 2026-03-18 10:00:00"_s));
        for (qsizetype i = 0; i < pages.size(); ++i) {
            QVERIFY2(pages.at(i).contains(u"Name"_s) && pages.at(i).contains(u"Note"_s), "a header row on every page");
            QVERIFY(pages.at(i).contains(u"Page %1 of %2"_s.arg(i + 1).arg(pages.size())));
        }
        const QString all = pages.join(QString());
        qsizetype at = 0;
        for (int i = 1; i <= 130; ++i) {
            const qsizetype next = all.indexOf(u"%1 "_s.arg(i, 4, 10, QChar(u'0')), at);
            QVERIFY2(next >= at, qPrintable(QString::number(i)));
            at = next;
        }
        QVERIFY(all.contains(u"结尾"_s)); // a long name is broken, not cut off
    }

    void ofASelectionOnlyItsRows()
    {
        FakeDesk desk;
        const auto records = std::make_shared<FakeRecords>(60);
        RecordPage page(friendSpec(records), desk.desk);
        page.resize(1100, 700);
        page.show();
        QTRY_COMPARE(page.list()->model()->rowCount(), 60);
        page.list()->table()->showColumn(1, false);
        QSignalSpy fresh(page.list()->model(), &WindowedModel::modelReset);
        page.list()->setQuery({.search = u"friend"_s, .values = {}, .sortKey = {}});
        QTRY_COMPARE(fresh.size(), 1);
        QTRY_VERIFY(page.list()->model()->row(50) != nullptr);
        page.list()->table()->selectionModel()->select(
            QItemSelection(page.list()->model()->index(48, 0), page.list()->model()->index(50, 0)),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QTRY_COMPARE(page.list()->commands()->whyNot(u"record.print"_s), QString());
        const Paper paper;
        page.list()->commands()->trigger(u"record.print"_s);
        desk.doors.printers.takeFirst()(paper.printer);
        QTRY_COMPARE(page.list()->banner()->text(), u"Rows printed: 3"_s);
        const QStringList pages = pagesOf(paper.path);
        QCOMPARE(pages.size(), 1);
        QVERIFY(pages.constFirst().contains(u"0049 friend"_s) && pages.constFirst().contains(u"0051 friend"_s));
        QVERIFY(!pages.constFirst().contains(u"0048 friend"_s) && !pages.constFirst().contains(u"0052 friend"_s));
        QVERIFY(!pages.constFirst().contains(u"Note"_s)); // a hidden column stays hidden
        QVERIFY(pages.constFirst().contains(u"Search: friend"_s));
    }

    void tooManyRowsAreRefusedWithAWayOut()
    {
        FakeDesk desk;
        RecordPage page(friendSpec(std::make_shared<FakeRecords>(mostPrintedRows + 1)), desk.desk);
        page.show();
        QTRY_VERIFY(page.list()->model()->found().has_value());
        const Paper paper;
        page.list()->commands()->trigger(u"record.print"_s);
        desk.doors.printers.takeFirst()(paper.printer);
        QTRY_VERIFY(page.list()->banner()->text().contains(u"export them to a file"_s));
        QVERIFY(!QFile::exists(paper.path));
        page.list()->commands()->trigger(u"record.print"_s);
        desk.doors.printers.takeFirst()(nullptr); // the person thought better of it
        QVERIFY(page.list()->commands()->whyNot(u"record.print"_s).isEmpty());
    }

    void filtersAreSaidInWords()
    {
        const QList<FilterSpec> filters{{u"state"_s, u"State"_s, FilterSpec::Kind::Choice, {{u"7"_s, u"Ready"_s}}},
            {u"day"_s, u"Day"_s, FilterSpec::Kind::Period}, {u"mine"_s, u"Only mine"_s, FilterSpec::Kind::Flag}};
        const ListQuery query{.search = u"x"_s,
            .values = {{u"state"_s, u"7"_s}, {u"day.from"_s, u"2026-01-01"_s}, {u"day.to"_s, u"2026-01-31"_s},
                {u"mine"_s, u"1"_s}},
            .sortKey = {}};
        QCOMPARE(filterWords(filters, query),
            (QStringList{u"Search: x"_s, u"State: Ready"_s, u"Day: 2026-01-01 – 2026-01-31"_s, u"Only mine"_s}));
        QCOMPARE(filterWords(filters, {}), QStringList());
    }
};

QTEST_MAIN(ListPrintTest)
#include "tst_list_print.moc"

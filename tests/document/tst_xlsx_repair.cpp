// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook whose cells have been given other texts: read, laid out for repair, and written again.
#include "core/document/workbook/order_marking.h"
#include "core/document/workbook/order_workbook.h"
#include "core/document/workbook/table_writer.h"
#include "tests/document/sample_orders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kp;
using namespace kp::workbook;

class XlsxRepairTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_path = m_folder.filePath(u"orders.xlsx"_s);
        QVERIFY(writeOrderWorkbook(m_path, test::sampleOrders()).ok());
        const QList<TemplateColumn> &columns = orderTemplate().head.columns;
        for (const TemplateColumn &column : columns)
            if (column.name == u"购买方名称")
                m_name = column.number;
        QVERIFY(m_name > 0);
    }

    void otherTextsAreReadInsteadOfTheFiles()
    {
        Reader reader = Reader::open(m_path).value();
        const OrderSheet before = *readOrders(reader);
        reader.replaceCells({{head(), {{4, {{m_name, u"示例新名称有限公司"_s}}}, {5, {{m_name, QString()}}}}}});
        const OrderSheet after = *readOrders(reader);
        QCOMPARE(after.orders.size(), before.orders.size());
        QCOMPARE(after.orders.at(0).draft.buyer.name, u"示例新名称有限公司"_s);
        QVERIFY(after.orders.at(1).draft.buyer.name.isEmpty());
        QCOMPARE(after.orders.at(2).draft, before.orders.at(2).draft);
    }

    void aRowIsLaidOutWithItsColumns()
    {
        Reader reader = Reader::open(m_path).value();
        reader.replaceCells({{head(), {{5, {{m_name, u"示例新名称有限公司"_s}}}}}});
        const QList<RepairSheet> sheets = *readRepairSheets(reader, {{head(), {5, 7}}, {u"no such sheet"_s, {4}}});
        QCOMPARE(sheets.size(), 1);
        const RepairSheet &sheet = sheets.constFirst();
        QCOMPARE(sheet.sheet, head());
        QCOMPARE(sheet.rows.size(), 2);
        QCOMPARE(sheet.rows.at(1).number, 7);
        QCOMPARE(sheet.rows.at(0).texts.size(), sheet.columns.size());
        QCOMPARE(sheet.positions.size(), sheet.columns.size());
        const qsizetype at = sheet.positions.indexOf(m_name);
        QCOMPARE(sheet.columns.at(at).name, u"购买方名称"_s);
        QCOMPARE(sheet.rows.at(0).texts.at(at), u"示例新名称有限公司"_s);
    }

    void theCopyBearsTheOtherTexts()
    {
        Reader reader = Reader::open(m_path).value();
        reader.replaceCells({{head(), {{4, {{m_name, u"示例新名称有限公司"_s}}}}}});
        const QString copy = m_folder.filePath(u"copy.xlsx"_s);
        QVERIFY(
            writeMarkedCopy(std::move(reader), copy, {{{head(), 5, m_name}, u"doubtful"_s, Severity::Warning}}).ok());
        const OrderSheet read = *readOrders(copy);
        QCOMPARE(read.orders.at(0).draft.buyer.name, u"示例新名称有限公司"_s);
    }

    void readingStopsWhenItIsNoLongerWanted()
    {
        Reader reader = Reader::open(m_path).value();
        int rows = 0;
        reader.watchRows([&rows] { return ++rows < 6; });
        QVERIFY(readOrders(reader)->orders.size() < test::sampleOrders().head.size());
    }

    void aFileInMemoryIsReadAlike()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(readOrders(*Reader::open(file.readAll(), u"orders.xlsx"_s))->orders.size(),
            test::sampleOrders().head.size());
        QVERIFY(Reader::open("no workbook", u"orders.xlsx"_s).fault().message.contains(u"orders.xlsx"_s));
    }

    void aTableIsWrittenAsTexts()
    {
        const QString path = m_folder.filePath(u"table.xlsx"_s);
        QVERIFY(writeTable(path, u"结果"_s, {u"A"_s, u"B"_s}, {{u"=1+1"_s, u"2"_s}}).ok());
        QStringList texts;
        QVERIFY(Reader::open(path)
                    ->readRows(0,
                        [&texts](const Row &row) {
                            for (const Cell &cell : row.cells)
                                texts.append(cell.text);
                            return true;
                        })
                    .ok());
        QCOMPARE(texts, QStringList({u"A"_s, u"B"_s, u"=1+1"_s, u"2"_s}));
    }

private:
    static QString head() { return orderTemplate().head.name; }
    QTemporaryDir m_folder;
    QString m_path;
    int m_name = 0;
};

QTEST_GUILESS_MAIN(XlsxRepairTest)
#include "tst_xlsx_repair.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Issuing from a workbook, from the command line to the platform's ledger.
#include "core/document/workbook/order_workbook.h"
#include "tests/document/sample_orders.h"
#include "tests/e2e/shop.h"

#include <QFile>
#include <QRegularExpression>

using namespace kp;
using namespace kp::test;
using namespace Qt::StringLiterals;

namespace
{
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int columnOf(const workbook::TemplateSheet &sheet, QStringView name)
{
    for (const workbook::TemplateColumn &column : sheet.columns)
        if (column.name == name)
            return column.number;
    return 0;
}

QJsonObject orderOf(const Ended &report, const QString &serial)
{
    for (const auto &order : report.json().value(u"invoices"_s).toArray())
        if (order[u"serial"_s].toString() == serial)
            return order.toObject();
    return {};
}
} // namespace

class IssueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        shop = std::make_unique<Shop>();
        QCOMPARE(shop->open(), QString());
    }
    void cleanup() { shop.reset(); }

    void theSampleIsIssuedOnce()
    {
        const Ended first = shop->issue(sampleWorkbook());
        QVERIFY2(first.code == 0, qPrintable(first.words()));
        const QJsonArray invoices = first.json().value(u"invoices"_s).toArray();
        QCOMPARE(invoices.size(), 13);
        QCOMPARE(counted(first, "issued"), 13);
        QCOMPARE(counted(first, "total"), 13);
        static const QRegularExpression amount(u"^\\d+\\.\\d\\d$"_s);
        static const QRegularExpression number(u"^\\d{20}$"_s);
        static const QRegularExpression time(u"^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d$"_s);
        for (const auto &invoice : invoices) {
            QCOMPARE(invoice[u"state"_s].toString(), u"issued"_s);
            QVERIFY(invoice[u"messages"_s].isArray());
            QVERIFY(number.match(invoice[u"number"_s].toString()).hasMatch());
            QVERIFY(time.match(invoice[u"issued_at"_s].toString()).hasMatch());
            for (const QString &key : {u"net"_s, u"tax"_s, u"gross"_s})
                QVERIFY2(invoice[key].isString() && amount.match(invoice[key].toString()).hasMatch(), qPrintable(key));
        }
        // 5 × 3,999.00 − 995.00 + 1,036.30, and 13 % of each line.
        const QJsonObject order = orderOf(first, u"SAMPLE-0001"_s);
        QCOMPARE(order.value(u"net"_s).toString(), u"20036.30"_s);
        QCOMPARE(order.value(u"tax"_s).toString(), u"2604.72"_s);
        QCOMPARE(order.value(u"gross"_s).toString(), u"22641.02"_s);

        const QJsonArray ledger = shop->platform.ledger();
        QCOMPARE(ledger.size(), 13);
        QSet<QString> kinds;
        for (const auto &entry : ledger) {
            kinds.insert(entry[u"kind"_s].toString());
            QCOMPARE(entry[u"received"_s].toString(), u"1"_s);
        }
        QCOMPARE(kinds.size(), 2); // 专票 and 普票

        const Ended again = shop->issue(sampleWorkbook());
        QVERIFY2(again.code == 0, qPrintable(again.words()));
        QCOMPARE(again.json().value(u"invoices"_s).toArray(), invoices);
        QCOMPARE(shop->platform.ledger(), ledger);
    }

    void aDryRunChangesNothing()
    {
        const QByteArray before = shop->json({u"status"_s}).out;
        const QJsonObject asked = shop->platform.control("requests");
        const Ended dry = shop->issue(sampleWorkbook(), {u"--dry-run"_s});
        QVERIFY2(dry.code == 0, qPrintable(dry.words()));
        QCOMPARE(counted(dry, "pending"), 13);
        QCOMPARE(orderOf(dry, u"SAMPLE-0001"_s).value(u"gross"_s).toString(), u"22641.02"_s);
        QCOMPARE(shop->json({u"status"_s}).out, before);
        QCOMPARE(shop->platform.control("requests"), asked);
        QCOMPARE(shop->platform.ledger().size(), 0);
    }

    void badCellsAreNamedAndMarked()
    {
        workbook::OrderRows rows = sampleOrders();
        const workbook::OrderTemplate &layout = workbook::orderTemplate();
        const int buyer = columnOf(layout.head, u"购买方名称");
        const int rate = columnOf(layout.lines, u"税率");
        rows.head[1][buyer - 1].clear();
        rows.lines[4][rate - 1] = u"0.99"_s; // line 5 is the first of SAMPLE-0003
        const QString workbook = shop->path(u"orders.xlsx"_s);
        QVERIFY(workbook::writeOrderWorkbook(workbook, rows).ok());
        const QByteArray original = contentOf(workbook);

        const Ended mixed = shop->issue(workbook);
        QVERIFY2(mixed.code == 1, qPrintable(mixed.words()));
        QCOMPARE(counted(mixed, "issued"), 11);
        QCOMPARE(counted(mixed, "invalid"), 2);
        const QJsonValue second = orderOf(mixed, u"SAMPLE-0002"_s).value(u"messages"_s)[0];
        QCOMPARE(second[u"sheet"_s].toString(), layout.head.name);
        QCOMPARE(second[u"row"_s].toInt(), workbook::templateFirstRow + 1);
        QCOMPARE(second[u"column"_s].toInt(), buyer);
        QVERIFY(!second[u"text"_s].toString().isEmpty());
        const QJsonValue third = orderOf(mixed, u"SAMPLE-0003"_s).value(u"messages"_s)[0];
        QCOMPARE(third[u"sheet"_s].toString(), layout.lines.name);
        QCOMPARE(third[u"row"_s].toInt(), workbook::templateFirstRow + 4);
        QCOMPARE(third[u"column"_s].toInt(), rate);
        QCOMPARE(orderOf(mixed, u"SAMPLE-0003"_s).value(u"number"_s).toString(), QString());

        QCOMPARE(contentOf(workbook), original);
        const QString marked = mixed.json().value(u"marked_copy"_s).toString();
        QCOMPARE(marked, shop->path(u"orders.marked.xlsx"_s));
        const auto copy = workbook::readOrders(marked);
        QVERIFY(copy.ok());
        QCOMPARE(copy->orders.size(), 13);
        QVERIFY(contentOf(marked) != original);

        // Corrected, the same file finishes what was left, and only that.
        QVERIFY(workbook::writeOrderWorkbook(workbook, sampleOrders()).ok());
        const Ended corrected = shop->issue(workbook);
        QVERIFY2(corrected.code == 0, qPrintable(corrected.words()));
        QCOMPARE(shop->platform.ledger().size(), 13);
        QCOMPARE(shop->json({u"verify"_s}).code, 0);
    }

    void aRefusedOrderKeepsItsNumber()
    {
        shop->platform.control("faults", R"([{"kind":"force_failed","operation":"QDFPSC","times":1}])");
        const QStringList marked{u"--marked"_s, shop->path(u"marked.xlsx"_s)};
        const Ended refused = shop->issue(sampleWorkbook(), marked);
        QVERIFY2(refused.code == 1, qPrintable(refused.words()));
        QCOMPARE(counted(refused, "refused"), 13);
        QVERIFY(messagesOf(refused).contains(u"练习平台按要求判为上传失败"_s));
        QVERIFY(messagesOf(refused).contains(u"Correct the order and issue the workbook again"_s));
        QVERIFY(QFile::exists(shop->path(u"marked.xlsx"_s)));
        const Ended issued = shop->issue(sampleWorkbook());
        QVERIFY2(issued.code == 0, qPrintable(issued.words()));
        const QString serial = u"SAMPLE-0004"_s;
        QCOMPARE(orderOf(issued, serial).value(u"number"_s), orderOf(refused, serial).value(u"number"_s));
    }

    void whatIsNoWorkbookOfOrdersIsRefused()
    {
        const QString text = shop->path(u"orders.txt.xlsx"_s);
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("serial;buyer\n1;x\n") > 0);
        file.close();
        const Ended wrong = shop->issue(text);
        QVERIFY2(wrong.code == 5, qPrintable(wrong.words()));
        QVERIFY(!wrong.json().value(u"error"_s).toString().isEmpty());
        QCOMPARE(shop->issue(shop->path(u"missing.xlsx"_s)).code, 5);
        QCOMPARE(shop->run({u"issue"_s}).code, 2);
        const Ended stranger = shop->issue(sampleWorkbook(), {u"--company"_s, u"91330106MA0DEM0133"_s});
        QCOMPARE(stranger.code, 5);
        QVERIFY(stranger.words().contains(u"91330106MA0DEM0133"_s));
    }

    void pdfsAreWrittenOnTheWay()
    {
        const QString folder = shop->path(u"pdf"_s);
        const Ended issued = shop->issue(sampleWorkbook(), {u"--pdf-dir"_s, folder});
        QVERIFY2(issued.code == 0, qPrintable(issued.words()));
        const QStringList files = QDir(folder).entryList(QDir::Files);
        QCOMPARE(files.size(), 13);
        QVERIFY(files.contains(u"dzfp_%1.pdf"_s.arg(orderOf(issued, u"SAMPLE-0001"_s).value(u"number"_s).toString())));
    }

private:
    std::unique_ptr<Shop> shop;
};

QTEST_GUILESS_MAIN(IssueTest)
#include "tst_issue.moc"
